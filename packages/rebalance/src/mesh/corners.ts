// Owns the question whether straightening a border took it past the corner of a slice or of the outline.
// A corner inside a cell belongs to no border: the tolerance of the border's own nodes cannot know of it.

import { BARRIER_ALONE, type Linework } from './linework.ts';
import type { SegmentGrid } from './segment-grid.ts';

/** What is promised of a slice: it lies in its own cell but for a centimetre. */
const MAX_PASSED_MM = 10;

/** Corners by place. */
export class Corners {
  readonly #xy: readonly number[];
  readonly #ends: Int32Array;
  readonly #grid: SegmentGrid;
  readonly #barrierOf: Uint8Array | null;

  constructor({ xy, ends, near, barrierOf }: Linework) {
    this.#barrierOf = barrierOf;
    this.#xy = xy;
    this.#ends = ends;
    this.#grid = near;
  }

  /** Whether a corner lies between `nodes[from] … nodes[to]` and the straight line that would replace them. */
  between(xy: readonly number[], nodes: readonly number[], from: number, to: number): boolean {
    let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity];
    for (let at = from; at <= to; at += 1) {
      const [x, y] = [xy[2 * nodes[at]!]!, xy[2 * nodes[at]! + 1]!];
      minX = Math.min(minX, x);
      minY = Math.min(minY, y);
      maxX = Math.max(maxX, x);
      maxY = Math.max(maxY, y);
    }
    const isPassed = (corner: number): boolean => {
      const [x, y] = [this.#xy[2 * corner]!, this.#xy[2 * corner + 1]!];
      if (x < minX || y < minY || x > maxX || y > maxY) return false;
      return isInside(xy, nodes, from, to, x, y) && !isNear(xy, nodes[from]!, nodes[to]!, x, y);
    };
    return this.#grid.search(
      minX,
      minY,
      maxX,
      maxY,
      (segment) =>
        this.#barrierOf?.[segment] !== BARRIER_ALONE &&
        (isPassed(this.#ends[2 * segment]!) || isPassed(this.#ends[2 * segment + 1]!)),
    );
  }
}

/** Even-odd rule over the nodes and the line back from the last to the first. */
function isInside(
  xy: readonly number[],
  nodes: readonly number[],
  from: number,
  to: number,
  x: number,
  y: number,
): boolean {
  let inside = false;
  let before = nodes[to]!;
  for (let at = from; at <= to; at += 1) {
    const here = nodes[at]!;
    const [x0, y0, x1, y1] = [xy[2 * before]!, xy[2 * before + 1]!, xy[2 * here]!, xy[2 * here + 1]!];
    if (y0 > y !== y1 > y && x < x0 + ((y - y0) * (x1 - x0)) / (y1 - y0)) inside = !inside;
    before = here;
  }
  return inside;
}

function isNear(xy: readonly number[], a: number, b: number, x: number, y: number): boolean {
  const [px, py] = [x - xy[2 * a]!, y - xy[2 * a + 1]!];
  const [dx, dy] = [xy[2 * b]! - xy[2 * a]!, xy[2 * b + 1]! - xy[2 * a + 1]!];
  const squared = dx * dx + dy * dy;
  const share = squared === 0 ? 0 : Math.min(1, Math.max(0, (px * dx + py * dy) / squared));
  return (px - share * dx) ** 2 + (py - share * dy) ** 2 <= MAX_PASSED_MM * MAX_PASSED_MM;
}
