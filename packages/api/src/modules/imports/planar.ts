// Owns small plane geometry in metres round a reference latitude: areas, distances, containment, overlap.
// Refuses large extents: a plate carrée of a community (a few kilometres) is true to 0.1 %.
import type { MultiPolygon, Polygon, Position } from './geojson-shapes.ts';

const METRES_PER_DEGREE = 111_319.49;
const METRES_PER_DEGREE_LATITUDE = 110_850; // the meridian is shorter; the value at 30° north

export interface Plane {
  readonly originX: number;
  readonly originY: number;
  readonly scaleX: number;
  readonly scaleY: number;
}

/** A plane in metres whose origin is the given position. */
export function planeAt([longitude = 0, latitude = 0]: Position): Plane {
  return {
    originX: longitude,
    originY: latitude,
    scaleX: METRES_PER_DEGREE * Math.cos((latitude * Math.PI) / 180),
    scaleY: METRES_PER_DEGREE_LATITUDE,
  };
}

export const toPlane = (
  { originX, originY, scaleX, scaleY }: Plane,
  [x = NaN, y = NaN]: Position,
): [number, number] => [(x - originX) * scaleX, (y - originY) * scaleY];

/** Signed area of a closed ring in the plane's unit squared, positive when counter-clockwise. */
export function ringArea(ring: readonly Position[]): number {
  let twice = 0;
  const [x0 = 0, y0 = 0] = ring[0] ?? [];
  for (let i = 0; i + 1 < ring.length; i++) {
    const [ax = 0, ay = 0] = ring[i]!;
    const [bx = 0, by = 0] = ring[i + 1]!;
    twice += (ax - x0) * (by - y0) - (bx - x0) * (ay - y0);
  }
  return twice / 2;
}

/** Rings of all parts, in the plane. */
export const planeRings = (plane: Plane, shape: Polygon | MultiPolygon): [number, number][][] =>
  (shape.type === 'Polygon' ? [shape.coordinates] : shape.coordinates).flatMap((rings) =>
    rings.map((ring) => ring.map((position) => toPlane(plane, position))),
  );

/** Area in square metres; holes are taken off. */
export function areaSquareMetres(shape: Polygon | MultiPolygon): number {
  const parts = shape.type === 'Polygon' ? [shape.coordinates] : shape.coordinates;
  const plane = planeAt(parts[0]?.[0]?.[0] ?? []);
  return parts.reduce((sum, rings) => {
    const areas = rings.map((ring) => Math.abs(ringArea(ring.map((position) => toPlane(plane, position)))));
    return sum + 2 * (areas[0] ?? 0) - areas.reduce((total, area) => total + area, 0);
  }, 0);
}

/** Even-odd containment. On the border either answer may come. O(vertices). */
export function insideRing([x = NaN, y = NaN]: Position, ring: readonly Position[]): boolean {
  let inside = false;
  for (let i = 0; i + 1 < ring.length; i++) {
    const [ax = 0, ay = 0] = ring[i]!;
    const [bx = 0, by = 0] = ring[i + 1]!;
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
  }
  return inside;
}

/** Distance from a position to the nearest border of a shape, in metres; 0 inside. */
export function distanceMetres(position: Position, shape: MultiPolygon): number {
  if (shape.coordinates.some((rings) => rings.filter((ring) => insideRing(position, ring)).length % 2 === 1)) return 0;
  let least = Infinity;
  for (const ring of planeRings(planeAt(position), shape)) {
    for (let i = 0; i + 1 < ring.length; i++) least = Math.min(least, distanceToSegment(ring[i]!, ring[i + 1]!));
  }
  return least;
}

// From the origin of the plane.
function distanceToSegment([ax, ay]: [number, number], [bx, by]: [number, number]): number {
  const [dx, dy] = [bx - ax, by - ay];
  const length = dx * dx + dy * dy;
  const t = length === 0 ? 0 : Math.max(0, Math.min(1, -(ax * dx + ay * dy) / length));
  return Math.hypot(ax + t * dx, ay + t * dy);
}
