// Owns the distance from free ground to a slice's wall near one of its vertices.

import type { Linework } from './linework.ts';

/** Walls by vertex: enough of a slice's outline to measure to it, without a search. */
export class Walls {
  readonly #linework: Linework;
  readonly #offsets: Int32Array;
  readonly #segments: Int32Array;
  readonly #unitOfOwner: readonly number[];

  constructor(linework: Linework, unitOfOwner: readonly number[]) {
    const { ends, xy } = linework;
    this.#linework = linework;
    this.#unitOfOwner = unitOfOwner;
    this.#offsets = new Int32Array(xy.length / 2 + 1);
    for (const vertex of ends) this.#offsets[vertex + 1]! += 1;
    for (let vertex = 0; vertex < xy.length / 2; vertex += 1) this.#offsets[vertex + 1]! += this.#offsets[vertex]!;
    this.#segments = new Int32Array(ends.length);
    const fill = this.#offsets.slice();
    ends.forEach((vertex, end) => {
      this.#segments[fill[vertex]!++] = end >> 1;
    });
  }

  /** Squared distance (mm²) from a point to the walls of `unit` that meet at `root`. */
  squaredDistance(x: number, y: number, root: number, unit: number): number {
    const { xy, ends } = this.#linework;
    let nearest = (x - xy[2 * root]!) ** 2 + (y - xy[2 * root + 1]!) ** 2;
    for (let at = this.#offsets[root]!; at < this.#offsets[root + 1]!; at += 1) {
      const segment = this.#segments[at]!;
      if (this.#isWallOf(segment, unit)) nearest = Math.min(nearest, squaredToSegment(xy, ends[2 * segment]!, ends[2 * segment + 1]!, x, y));
    }
    return nearest;
  }

  #isWallOf(segment: number, unit: number): boolean {
    return this.#linework.owners[segment]!.some((owner) => this.#unitOfOwner[owner] === unit);
  }
}

function squaredToSegment(xy: readonly number[], a: number, b: number, x: number, y: number): number {
  const [x0, y0] = [xy[2 * a]!, xy[2 * a + 1]!];
  const dx = xy[2 * b]! - x0;
  const dy = xy[2 * b + 1]! - y0;
  const share = Math.min(1, Math.max(0, ((x - x0) * dx + (y - y0) * dy) / (dx * dx + dy * dy)));
  return (x - x0 - share * dx) ** 2 + (y - y0 - share * dy) ** 2;
}
