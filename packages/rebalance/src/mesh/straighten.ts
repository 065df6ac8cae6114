// Owns the straightening of one arc (Douglas and Peucker with a tolerance per node). Ends never move.

import type { Borders } from './borders.ts';

/** Marks in `keep` the fewest of `nodes[first] … nodes[last]` such that each one left out lies within its own slack of the new line. */
export function markKept(
  { xy, slack }: Borders,
  nodes: readonly number[],
  first: number,
  last: number,
  keep: Uint8Array,
): void {
  keep[first] = 1;
  keep[last] = 1;
  const spans = [first, last];
  while (spans.length > 0) {
    const to = spans.pop()!;
    const from = spans.pop()!;
    const worst = to - from > 1 ? worstBetween(xy, slack, nodes, from, to) : -1;
    if (worst < 0) continue;
    keep[worst] = 1;
    spans.push(from, worst, worst, to);
  }
}

/** The node that exceeds its slack most, as a ratio, or -1. A ring's chord is a point: then every node exceeds. */
function worstBetween(
  xy: readonly number[],
  slack: readonly number[],
  nodes: readonly number[],
  from: number,
  to: number,
): number {
  const [a, b] = [nodes[from]!, nodes[to]!];
  const [x0, y0] = [xy[2 * a]!, xy[2 * a + 1]!];
  const [dx, dy] = [xy[2 * b]! - x0, xy[2 * b + 1]! - y0];
  const squared = dx * dx + dy * dy;
  let worst = -1;
  let ratio = 1;
  for (let index = from + 1; index < to; index += 1) {
    const node = nodes[index]!;
    const [px, py] = [xy[2 * node]! - x0, xy[2 * node + 1]! - y0];
    const share = squared === 0 ? 0 : Math.min(1, Math.max(0, (px * dx + py * dy) / squared));
    const excess = Math.hypot(px - share * dx, py - share * dy) / Math.max(slack[node]!, 0.5);
    if (excess <= ratio) continue;
    ratio = excess;
    worst = index;
  }
  return worst;
}
