// Owns the distance from free ground to a slice's wall near one of its vertices.

import type { Linework } from './linework.ts';

/** Walls by vertex: enough of a slice's outline to measure to it, without a search. */
export class Walls {
  readonly #xy: readonly number[];
  readonly #offsets: Int32Array;
  /** Per wall that meets at a vertex: its other end, and the unit behind it. */
  readonly #farEnds: Int32Array;
  readonly #units: Int32Array;

  constructor({ ends, ownerOffsets, owners, xy }: Linework, unitOfOwner: readonly number[]) {
    const vertices = xy.length / 2;
    this.#xy = xy;
    this.#offsets = new Int32Array(vertices + 1);
    const each = (visit: (from: number, to: number, unit: number) => void): void => {
      for (let segment = 0; segment < ends.length / 2; segment += 1) {
        for (let at = ownerOffsets[segment]!; at < ownerOffsets[segment + 1]!; at += 1) {
          const unit = unitOfOwner[owners[at]!];
          if (unit === undefined) continue;
          visit(ends[2 * segment]!, ends[2 * segment + 1]!, unit);
          visit(ends[2 * segment + 1]!, ends[2 * segment]!, unit);
        }
      }
    };
    each((from) => (this.#offsets[from + 1]! += 1));
    for (let vertex = 0; vertex < vertices; vertex += 1) this.#offsets[vertex + 1]! += this.#offsets[vertex]!;
    this.#farEnds = new Int32Array(this.#offsets[vertices]!);
    this.#units = new Int32Array(this.#offsets[vertices]!);
    const fill = this.#offsets.slice();
    each((from, to, unit) => {
      const place = fill[from]!++;
      this.#farEnds[place] = to;
      this.#units[place] = unit;
    });
  }

  /** Squared distance (mm²) from a point to the walls of `unit` that meet at `root`. */
  squaredDistance(x: number, y: number, root: number, unit: number): number {
    const xy = this.#xy;
    const px = x - xy[2 * root]!;
    const py = y - xy[2 * root + 1]!;
    let nearest = px * px + py * py;
    for (let at = this.#offsets[root]!; at < this.#offsets[root + 1]!; at += 1) {
      if (this.#units[at] !== unit) continue;
      const far = this.#farEnds[at]!;
      const dx = xy[2 * far]! - xy[2 * root]!;
      const dy = xy[2 * far + 1]! - xy[2 * root + 1]!;
      const along = px * dx + py * dy;
      if (along <= 0) continue;
      const share = Math.min(1, along / (dx * dx + dy * dy));
      const ex = px - share * dx;
      const ey = py - share * dy;
      nearest = Math.min(nearest, ex * ex + ey * ey);
    }
    return nearest;
  }
}
