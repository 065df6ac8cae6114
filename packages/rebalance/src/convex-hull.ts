// Owns the convex hull and the smallest rectangle round a set of points, in metres.

import type { Position } from './shapes.ts';

/** Counter-clockwise hull without the repeated first position; collinear points left out. O(n log n). */
export function convexHull(positions: readonly Position[]): Position[] {
  const sorted = positions.toSorted((a, b) => a[0] - b[0] || a[1] - b[1]);
  const half = (ordered: readonly Position[]): Position[] => {
    const chain: Position[] = [];
    for (const position of ordered) {
      while (chain.length > 1 && turn(chain.at(-2)!, chain.at(-1)!, position) <= 0) chain.pop();
      chain.push(position);
    }
    return chain.slice(0, -1);
  };
  return [...half(sorted), ...half(sorted.toReversed())];
}

function turn([ax, ay]: Position, [bx, by]: Position, [cx, cy]: Position): number {
  return (bx - ax) * (cy - ay) - (by - ay) * (cx - ax);
}

/**
 * Unit vector along the long side of the rectangle of least area round the points. It points east, or north when within a
 * millionth of vertical: the same footprint gives the same direction whatever vertex its ring starts at.
 * @throws RangeError when the points have no area.
 */
export function longAxis(positions: readonly Position[]): Position {
  const hull = convexHull(positions);
  if (hull.length < 3) throw new RangeError('footprint: a polygon with an area expected');
  let axis: Position = [1, 0];
  let smallest = Infinity;
  hull.forEach(([x0, y0], index) => {
    const [x1, y1] = hull[(index + 1) % hull.length]!;
    const length = Math.hypot(x1 - x0, y1 - y0);
    const along: Position = [(x1 - x0) / length, (y1 - y0) / length];
    const across: Position = [-along[1], along[0]];
    const [width, depth] = [extent(hull, along), extent(hull, across)];
    if (width * depth >= smallest * (1 - 1e-9)) return;
    smallest = width * depth;
    axis = width >= depth ? along : across;
  });
  const flip = axis[0] < -1e-6 || (Math.abs(axis[0]) <= 1e-6 && axis[1] < 0);
  return flip ? [-axis[0], -axis[1]] : axis;
}

function extent(positions: readonly Position[], [dx, dy]: Position): number {
  const along = positions.map(([x, y]) => x * dx + y * dy);
  return Math.max(...along) - Math.min(...along);
}
