// Owns areas and point-in-polygon of plain rings in metres. Builds no geometry.

import type { MultiPolygon, Polygon, Position, Ring } from './shapes.ts';

/** Signed area in square metres: positive when the ring turns counter-clockwise. */
export function ringArea(ring: Ring): number {
  const origin = ring[0];
  if (origin === undefined) return 0;
  let doubled = 0;
  for (let index = 1; index < ring.length; index += 1) {
    const [x0, y0] = ring[index - 1] ?? origin;
    const [x1, y1] = ring[index] ?? origin;
    doubled += (x0 - origin[0]) * (y1 - origin[1]) - (x1 - origin[0]) * (y0 - origin[1]);
  }
  return doubled / 2;
}

/** Area of the shell without its holes, in square metres, whatever way the rings turn. */
export function polygonArea(polygon: Polygon): number {
  return polygon.reduce((sum, ring, index) => sum + (index === 0 ? 1 : -1) * Math.abs(ringArea(ring)), 0);
}

/** Sum of {@link polygonArea}. */
export function multiPolygonArea(polygons: MultiPolygon): number {
  return polygons.reduce((sum, polygon) => sum + polygonArea(polygon), 0);
}

/** Whether the position lies inside by the even-odd rule over all rings; on a border either answer may come. */
export function insidePolygon([x, y]: Position, polygon: Polygon): boolean {
  let inside = false;
  for (const ring of polygon) {
    for (let index = 1; index < ring.length; index += 1) {
      const [x0, y0] = ring[index - 1] as Position;
      const [x1, y1] = ring[index] as Position;
      if (y0 > y !== y1 > y && x < x0 + ((y - y0) * (x1 - x0)) / (y1 - y0)) inside = !inside;
    }
  }
  return inside;
}

/** Distance in metres from a position to the nearest edge of any ring. */
export function distanceToRings([x, y]: Position, polygon: Polygon): number {
  let nearest = Infinity;
  for (const ring of polygon) {
    for (let index = 1; index < ring.length; index += 1) {
      const [x0, y0] = ring[index - 1] as Position;
      const [x1, y1] = ring[index] as Position;
      const squared = (x1 - x0) ** 2 + (y1 - y0) ** 2;
      const along = squared === 0 ? 0 : ((x - x0) * (x1 - x0) + (y - y0) * (y1 - y0)) / squared;
      const share = Math.min(1, Math.max(0, along));
      nearest = Math.min(nearest, (x - x0 - share * (x1 - x0)) ** 2 + (y - y0 - share * (y1 - y0)) ** 2);
    }
  }
  return Math.sqrt(nearest);
}
