// Owns the outline proposed for a community that has none: the hull of its footprints plus a margin.

import { convexHull } from './convex-hull.ts';
import type { MultiPolygon, Polygon, Position } from './shapes.ts';

const CORNER_STEP_RADIANS = Math.PI / 8;

/**
 * Convex hull of the footprints, widened by `bufferMetres` with round corners (a chord every 22.5 degrees). Metres in and out.
 * @throws RangeError when the footprints have no area together or the margin is not positive.
 */
export function outlineFromFootprints(footprints: readonly Polygon[], bufferMetres: number): MultiPolygon {
  if (!(bufferMetres > 0)) throw new RangeError('bufferMetres: a positive number expected');
  const hull = convexHull(footprints.flatMap((polygon) => polygon[0] ?? []));
  if (hull.length < 3) throw new RangeError('footprints: polygons with an area expected');
  const ring: Position[] = [];
  hull.forEach((corner, index) => {
    const before = hull[(index + hull.length - 1) % hull.length]!;
    const after = hull[(index + 1) % hull.length]!;
    const start = Math.atan2(corner[1] - before[1], corner[0] - before[0]) - Math.PI / 2;
    const end = Math.atan2(after[1] - corner[1], after[0] - corner[0]) - Math.PI / 2;
    const sweep = (end - start + 4 * Math.PI) % (2 * Math.PI);
    const steps = Math.max(1, Math.ceil(sweep / CORNER_STEP_RADIANS));
    for (let step = 0; step <= steps; step += 1) {
      const angle = start + (sweep * step) / steps;
      ring.push([corner[0] + bufferMetres * Math.cos(angle), corner[1] + bufferMetres * Math.sin(angle)]);
    }
  });
  return [[[...ring, ring[0]!]]];
}
