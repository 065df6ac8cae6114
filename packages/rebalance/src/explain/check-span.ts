// How far a grid reaches: its two units farthest apart. Refuses paths and stairs; the line between two doors is what is measured.

import { convexHull } from '../convex-hull.ts';
import type { Assignment } from '../partition/problem.ts';
import type { Position } from '../shapes.ts';

/** The greatest distance within each grid, and between which units; 0 for a grid of one, null for an empty one. */
export interface GridSpan {
  readonly metres: number;
  readonly between: readonly [number, number];
}

/** Only corners of the hull can be farthest apart. O(units log units + corners²) */
export function gridSpans(
  { x, y }: { readonly x: ArrayLike<number>; readonly y: ArrayLike<number> },
  assignment: Assignment,
  gridCount: number,
): (GridSpan | null)[] {
  const rows = Array.from({ length: gridCount }, (): number[] => []);
  assignment.forEach((grid, unit) => rows[grid]?.push(unit));
  return rows.map((units) => {
    const unitAt = new Map(units.map((unit) => [`${x[unit]!} ${y[unit]!}`, unit]));
    const hull = convexHull(units.map((unit): Position => [x[unit]!, y[unit]!]));
    const corners = hull.map(([east, north]) => unitAt.get(`${east} ${north}`)!);
    return units.length === 0 ? null : farthest({ x, y }, corners.length > 0 ? corners : [units[0]!]);
  });
}

function farthest({ x, y }: { x: ArrayLike<number>; y: ArrayLike<number> }, corners: readonly number[]): GridSpan {
  let [metres, between]: [number, readonly [number, number]] = [0, [corners[0]!, corners[0]!]];
  corners.forEach((one, index) => {
    for (const two of corners.slice(index + 1)) {
      const apart = Math.hypot(x[one]! - x[two]!, y[one]! - y[two]!);
      if (apart > metres) [metres, between] = [apart, [Math.min(one, two), Math.max(one, two)]];
    }
  });
  return { metres, between };
}
