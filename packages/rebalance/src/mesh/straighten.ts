// Owns the straightening of one chain (Douglas and Peucker with a tolerance per node). Ends never move, and no corner of a slice
// changes its side.

import type { Borders } from './borders.ts';
import type { Corners } from './corners.ts';

/**
 * Marks in `keep` the fewest of `nodes[first] … nodes[last]` such that each one left out lies within its own slack of the new line, and
 * no corner between the new line and the old one.
 */
export function markKept(
  borders: Borders,
  nodes: readonly number[],
  first: number,
  last: number,
  { keep, corners }: { readonly keep: Uint8Array; readonly corners: Corners },
): void {
  keep[first] = 1;
  keep[last] = 1;
  const spans = [first, last];
  while (spans.length > 0) {
    const to = spans.pop()!;
    const from = spans.pop()!;
    if (to - from < 2) continue;
    const worst = worstBetween(borders, nodes, from, to);
    if (!worst.exceeds && !corners.between(borders.xy, nodes, from, to)) continue;
    keep[worst.at] = 1;
    spans.push(from, worst.at, worst.at, to);
  }
}

/** The node that lies furthest off the new line as a share of its slack. A ring's chord is a point: then every node exceeds. */
function worstBetween(
  { xy, slack }: Borders,
  nodes: readonly number[],
  from: number,
  to: number,
): { readonly at: number; readonly exceeds: boolean } {
  const [a, b] = [nodes[from]!, nodes[to]!];
  const [x0, y0] = [xy[2 * a]!, xy[2 * a + 1]!];
  const [dx, dy] = [xy[2 * b]! - x0, xy[2 * b + 1]! - y0];
  const squared = dx * dx + dy * dy;
  let worst = from + 1;
  let ratio = 0;
  for (let index = from + 1; index < to; index += 1) {
    const node = nodes[index]!;
    const [px, py] = [xy[2 * node]! - x0, xy[2 * node + 1]! - y0];
    const share = squared === 0 ? 0 : Math.min(1, Math.max(0, (px * dx + py * dy) / squared));
    const excess = Math.hypot(px - share * dx, py - share * dy) / Math.max(slack[node]!, 0.5);
    if (excess <= ratio) continue;
    ratio = excess;
    worst = index;
  }
  return { at: worst, exceeds: ratio > 1 };
}
