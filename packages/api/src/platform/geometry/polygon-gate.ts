// Owns the gate in front of every polygon, box and point that a caller sends: nothing odd reaches PostGIS.
// Refuses to repair: the fault is named with its path, e.g. `within.rings[0][7]`.
import { AppError } from '../errors.ts';
import { closingTouch, findCrossings } from './ring-crossings.ts';

type Position = readonly number[];
type Ring = readonly Position[];

export interface PolygonArea {
  /** The first ring is the shell, further ones are holes. */
  readonly rings: readonly Ring[];
}

export interface BoundingBox {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

export interface LonLatPoint {
  readonly longitude: number;
  readonly latitude: number;
}

export const MAX_POLYGON_VERTICES = 2_000;

/**
 * The polygon as GeoJSON text, once it is sound. O(n log n) in vertices on ordinary shapes.
 * @param path where it stands in the arguments, e.g. `within`
 * @throws AppError TOO_MANY_VERTICES, GEOMETRY_EMPTY, POSITION_LENGTH, COORDINATE_NOT_FINITE, COORDINATE_OUT_OF_RANGE,
 * RING_TOO_SHORT, RING_NOT_CLOSED, SELF_INTERSECTION, RINGS_CROSS, INTERIOR_DISCONNECTED
 */
export function polygonText(area: PolygonArea, path: string): string {
  const { rings } = area;
  // Counted before anything else is done with it: the checks below may cost the square of it.
  const found = rings.reduce((sum, ring) => sum + ring.length, 0);
  if (found > MAX_POLYGON_VERTICES)
    throw new AppError('TOO_MANY_VERTICES', { found, max: MAX_POLYGON_VERTICES }, `${path}.rings`);
  if (found === 0) throw new AppError('GEOMETRY_EMPTY', {}, `${path}.rings`);
  rings.forEach((ring, index) => checkRing(ring, `${path}.rings[${index}]`));
  checkCrossings(rings, path);
  return JSON.stringify({ type: 'Polygon', coordinates: rings });
}

/** @throws AppError COORDINATE_NOT_FINITE, COORDINATE_OUT_OF_RANGE; INVALID_GEOMETRY where west is not below east or south not below north */
export function checkBoundingBox(box: BoundingBox, path: string): BoundingBox {
  checkPosition([box.west, box.south], path);
  checkPosition([box.east, box.north], path);
  if (box.west >= box.east) throw new AppError('INVALID_GEOMETRY', { detail: 'west < east' }, `${path}.west`);
  if (box.south >= box.north) throw new AppError('INVALID_GEOMETRY', { detail: 'south < north' }, `${path}.south`);
  return box;
}

/** @throws AppError COORDINATE_NOT_FINITE, COORDINATE_OUT_OF_RANGE */
export function checkPoint(point: LonLatPoint, path: string): LonLatPoint {
  checkPosition([point.longitude, point.latitude], path);
  return point;
}

function checkRing(ring: Ring, path: string): void {
  ring.forEach((position, index) => checkPosition(position, `${path}[${index}]`));
  if (ring.length < 4) throw new AppError('RING_TOO_SHORT', { found: ring.length }, path);
  const [first, last] = [ring[0]!, ring.at(-1)!];
  if (first[0] !== last[0] || first[1] !== last[1])
    throw new AppError('RING_NOT_CLOSED', {}, `${path}[${ring.length - 1}]`);
}

function checkPosition(position: Position, path: string): void {
  if (position.length !== 2) throw new AppError('POSITION_LENGTH', { found: position.length }, path);
  const [longitude, latitude] = position as readonly [number, number];
  if (!Number.isFinite(longitude) || !Number.isFinite(latitude)) throw new AppError('COORDINATE_NOT_FINITE', {}, path);
  if (Math.abs(longitude) > 180 || Math.abs(latitude) >= 90) throw new AppError('COORDINATE_OUT_OF_RANGE', {}, path);
}

function checkCrossings(rings: readonly Ring[], path: string): void {
  const { crossings, touches } = findCrossings(rings, 1);
  const [crossing] = crossings;
  if (crossing) {
    const { ring, index, other, at } = crossing;
    throw new AppError(
      ring === other ? 'SELF_INTERSECTION' : 'RINGS_CROSS',
      shown(at),
      `${path}.rings[${ring}][${index}]`,
    );
  }
  const closing = closingTouch(touches);
  if (closing) throw new AppError('INTERIOR_DISCONNECTED', shown(closing), `${path}.rings`);
}

function shown([lon = Number.NaN, lat = Number.NaN]: Position): { lon: number; lat: number } {
  return { lon: Math.round(lon * 1e7) / 1e7, lat: Math.round(lat * 1e7) / 1e7 };
}
