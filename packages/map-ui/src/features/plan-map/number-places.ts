// Owns where the numbers of grids stand while a plan is edited: a number stays where it is as long as there is room, so that it does not
// jump at every stroke. Refuses how a new place is found (the map does).
import { distanceToRings, insidePolygon, type Position, ringArea } from '@qinghe/rebalance';
import { type Bounds, labelPoint, type LngLat } from '#map/index';
import type { Boundary } from '#plan/plan-session.types';
import { boxOf } from './unit-index.ts';

const METRES_PER_DEGREE = 111_320;
/** A number nearer to the line than this looks for another place. */
const ROOM_METRES = 11;

/** Place of a grid's number; null for an empty grid. */
export type NumberPlaces = (grid: number, boundary: Boundary) => LngLat | null;

/**
 * Remembers places by grid. Asking costs O(points), a new place O(samples × buildings near).
 *
 * @param buildings shells, degrees
 * @param firstPlaces where numbers of the grids in force stand, by grid, where that is known
 */
export function createNumberPlaces(
  buildings: readonly (readonly GeoJSON.Position[])[],
  firstPlaces: readonly (LngLat | undefined)[] = [],
): NumberPlaces {
  const shells = buildings.map((shell) => shell.map(([lng = 0, lat = 0]): LngLat => [lng, lat]));
  const boxes = shells.map(boxOf);
  const last = new Map<number, { readonly boundary: Boundary | null; readonly at: LngLat }>(
    firstPlaces.flatMap((at, grid) => (at ? [[grid, { boundary: null, at }] as const] : [])),
  );
  return (grid, boundary) => {
    const known = last.get(grid);
    if (known?.boundary === boundary) return known.at;
    const [largest] = boundary.toSorted((a, b) => shellArea(b) - shellArea(a));
    if (!largest) return null;
    const box = boxOf(largest[0] ?? []);
    const near = shells.filter((_, building) => overlaps(boxes[building] ?? box, box));
    const at = known && hasRoom(known.at, largest) ? known.at : labelPoint(largest, near);
    last.set(grid, { boundary, at });
    return at;
  };
}

function shellArea(polygon: Boundary[number]): number {
  return Math.abs(ringArea(polygon[0] ?? []));
}

function overlaps(a: Bounds, b: Bounds): boolean {
  return a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3];
}

function hasRoom([lng, lat]: LngLat, polygon: Boundary[number]): boolean {
  const scale = Math.cos((lat * Math.PI) / 180) * METRES_PER_DEGREE;
  const rings = polygon.map((ring) =>
    ring.map(([x, y]): Position => [(x - lng) * scale, (y - lat) * METRES_PER_DEGREE]),
  );
  return insidePolygon([0, 0], rings) && distanceToRings([0, 0], rings) >= ROOM_METRES;
}
