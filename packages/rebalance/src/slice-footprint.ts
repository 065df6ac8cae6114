// Owns the equal slices of a footprint for entrances whose own geometry is unknown.

import { longAxis } from './convex-hull.ts';
import { cutPolygon } from './cut-polygon.ts';
import { multiPolygonArea } from './polygon-measures.ts';
import type { Polygon, Position } from './shapes.ts';

const BISECTIONS = 50;

/**
 * Cuts a footprint (metres; parts, holes and concave shapes allowed) into `count` slices of equal area across its long axis, the long
 * side of the smallest rectangle round it. Slices come from west to east (south to north when the axis is vertical); neighbours
 * share exactly identical cut vertices. A slice of a concave footprint may have several polygons.
 * @throws RangeError when the footprint has no area or `count` is no positive integer.
 */
export function sliceFootprint(footprint: readonly Polygon[], count: number): Polygon[][] {
  if (!(Number.isInteger(count) && count >= 1)) throw new RangeError('count: a positive integer expected');
  const axis = longAxis(footprint.flatMap((polygon) => polygon[0] ?? []));
  const share = multiPolygonArea(footprint) / count;
  const slices: Polygon[][] = [];
  let rest = [...footprint];
  for (let slice = 1; slice < count; slice += 1) {
    const offset = offsetOfArea(rest, axis, share);
    const cut = rest.map((polygon) => cutPolygon(polygon, axis, offset));
    slices.push(cut.flatMap(({ below }) => below));
    rest = cut.flatMap(({ above }) => above);
  }
  return [...slices, rest];
}

/** Where along the axis the area below reaches `area`. */
function offsetOfArea(polygons: readonly Polygon[], axis: Position, area: number): number {
  const along = polygons.flatMap((polygon) => polygon[0] ?? []).map(([x, y]) => x * axis[0] + y * axis[1]);
  let low = along.reduce((least, value) => Math.min(least, value), Infinity);
  let high = along.reduce((most, value) => Math.max(most, value), -Infinity);
  for (let step = 0; step < BISECTIONS; step += 1) {
    const middle = (low + high) / 2;
    if (areaBelow(polygons, axis, middle) < area) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** Sum over the edges of the strip between edge and line, clipped at the line: no cut polygon is built. */
function areaBelow(polygons: readonly Polygon[], [dx, dy]: Position, offset: number): number {
  let total = 0;
  for (const polygon of polygons) {
    polygon.forEach((ring, index) => {
      let strip = 0;
      for (let end = 1; end < ring.length; end += 1) {
        const [x0, y0] = ring[end - 1]!;
        const [x1, y1] = ring[end]!;
        strip += stripBelow(
          x0 * dx + y0 * dy - offset,
          y0 * dx - x0 * dy,
          x1 * dx + y1 * dy - offset,
          y1 * dx - x1 * dy,
        );
      }
      total += (index === 0 ? 1 : -1) * Math.abs(strip);
    });
  }
  return total;
}

/** The signed area between an edge's part below the line (u < 0) and the line itself. */
function stripBelow(u0: number, v0: number, u1: number, v1: number): number {
  if (u0 >= 0 && u1 >= 0) return 0;
  if (u0 < 0 && u1 < 0) return ((u0 + u1) / 2) * (v1 - v0);
  const share = u0 / (u0 - u1);
  const v = v0 + share * (v1 - v0);
  return u0 < 0 ? (u0 / 2) * (v - v0) : (u1 / 2) * (v1 - v);
}
