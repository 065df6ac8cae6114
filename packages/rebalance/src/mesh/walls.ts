// Owns the distance from free ground to a slice's wall near one of its vertices.

import type { Linework } from './linework.ts';

/** Walls by vertex: enough of a slice's outline to measure to it, without a search. */
export class Walls {
  readonly #xy: readonly number[];
  readonly #offsets: Int32Array;
  /** Per wall that meets at a vertex: the way to its other end (x, y), and the unit behind it. */
  readonly #ways: Float64Array;
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
    this.#ways = new Float64Array(2 * this.#offsets[vertices]!);
    this.#units = new Int32Array(this.#offsets[vertices]!);
    const fill = this.#offsets.slice();
    each((from, to, unit) => {
      const place = fill[from]!++;
      this.#ways[2 * place] = xy[2 * to]! - xy[2 * from]!;
      this.#ways[2 * place + 1] = xy[2 * to + 1]! - xy[2 * from + 1]!;
      this.#units[place] = unit;
    });
  }

  /** The place on the walls of `unit` that meet at `root` which is nearest to a point. */
  nearest(x: number, y: number, root: number, unit: number): readonly [x: number, y: number] {
    const [rootX, rootY] = [this.#xy[2 * root]!, this.#xy[2 * root + 1]!];
    let best: readonly [number, number] = [rootX, rootY];
    let squared = (x - rootX) ** 2 + (y - rootY) ** 2;
    for (let at = this.#offsets[root]!; at < this.#offsets[root + 1]!; at += 1) {
      if (this.#units[at] !== unit) continue;
      const [dx, dy] = [this.#ways[2 * at]!, this.#ways[2 * at + 1]!];
      const along = Math.max(0, (x - rootX) * dx + (y - rootY) * dy);
      const share = Math.min(1, along / (dx * dx + dy * dy));
      const [nearX, nearY] = [rootX + share * dx, rootY + share * dy];
      const toNear = (x - nearX) ** 2 + (y - nearY) ** 2;
      if (toNear >= squared) continue;
      squared = toNear;
      best = [nearX, nearY];
    }
    return best;
  }

  /** Squared distance (mm²) from a point to the walls of `unit` that meet at `root`. */
  squaredDistance(x: number, y: number, root: number, unit: number): number {
    const units = this.#units;
    const ways = this.#ways;
    const px = x - this.#xy[2 * root]!;
    const py = y - this.#xy[2 * root + 1]!;
    let nearest = px * px + py * py;
    const end = this.#offsets[root + 1]!;
    for (let at = this.#offsets[root]!; at < end; at += 1) {
      if (units[at] !== unit) continue;
      const dx = ways[2 * at]!;
      const dy = ways[2 * at + 1]!;
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
