// Owns where a grid's number goes: inside, away from the line, clear of buildings where that is possible. Positions
// are WGS 84; within one community a degree is scaled to local metres by the cosine of the latitude.
import type { DisplayMode } from '../theme/tokens.ts';
import type { LngLat } from './map-geometry.types.ts';

type Ring = readonly (readonly number[])[];
/** Local metres, x east, y north. */
type Local = readonly (readonly [number, number])[];

const METRES_PER_DEGREE = 111_320;
const SAMPLES = 26;
/** How much room a number wants; beyond it a place is good enough and the middle of the area decides. */
export interface LabelRoom {
  readonly fromLineMetres: number;
  readonly fromBuildingMetres: number;
  /** How many metres from a building one metre from the line is worth. */
  readonly lineWeight: number;
}

/** Desk pills stay clear of both; a hall's are larger and may cover buildings, never a line. */
export const LABEL_ROOM: Readonly<Record<DisplayMode, LabelRoom>> = {
  desk: { fromLineMetres: 16, fromBuildingMetres: 12, lineWeight: 1 },
  screen: { fromLineMetres: 22, fromBuildingMetres: 8, lineWeight: 3 },
};

/**
 * Place for a number pill. O(26² × vertices).
 *
 * @param polygon rings of the area, the shell first
 * @param obstacles shells of buildings; those outside cost little
 */
export function labelPoint(
  polygon: readonly Ring[],
  obstacles: readonly Ring[],
  room: LabelRoom = LABEL_ROOM.desk,
): LngLat {
  const shell = polygon[0] ?? [];
  const [originLng = 0, originLat = 0] = shell[0] ?? [];
  const scaleX = METRES_PER_DEGREE * Math.cos((originLat * Math.PI) / 180);
  const local = (ring: Ring): Local =>
    ring.map(([lng = 0, lat = 0]) => [(lng - originLng) * scaleX, (lat - originLat) * METRES_PER_DEGREE]);
  const rings = polygon.map(local);
  const box = boxOf(rings[0] ?? []);
  const near = obstacles.map(local).filter((ring) => overlaps(boxOf(ring), box));
  const [x, y] = bestPoint({ rings, near, box, room });
  return [originLng + x / scaleX, originLat + y / METRES_PER_DEGREE];
}

type Box = readonly [west: number, south: number, east: number, north: number];

function boxOf(ring: Local): Box {
  const xs = ring.map(([x]) => x);
  const ys = ring.map(([, y]) => y);
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

function overlaps(a: Box, b: Box): boolean {
  return a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3];
}

interface Search {
  readonly rings: readonly Local[];
  readonly near: readonly Local[];
  readonly box: Box;
  readonly room: LabelRoom;
}

function bestPoint(search: Search): readonly [number, number] {
  const { box } = search;
  const middle = [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2] as const;
  const reach = Math.hypot(box[2] - box[0], box[3] - box[1]) / 2 || 1;
  let best: readonly [number, number] = middle;
  let bestScore = -Infinity;
  for (let i = 1; i < SAMPLES; i += 1) {
    for (let j = 1; j < SAMPLES; j += 1) {
      const x = box[0] + ((box[2] - box[0]) * i) / SAMPLES;
      const y = box[1] + ((box[3] - box[1]) * j) / SAMPLES;
      const score = scoreAt(x, y, search) - (4 * Math.hypot(x - middle[0], y - middle[1])) / reach;
      if (score > bestScore) [best, bestScore] = [[x, y], score];
    }
  }
  return best;
}

function scoreAt(x: number, y: number, { rings, near, room }: Search): number {
  const fromLine = signedDistance(x, y, rings);
  if (fromLine <= 0) return -Infinity;
  const fromBuilding = near.reduce((least, ring) => Math.min(least, -signedDistance(x, y, [ring])), Infinity);
  const clear = Math.max(-10, Math.min(fromBuilding, room.fromBuildingMetres));
  return Math.min(fromLine, room.fromLineMetres) * room.lineWeight + clear;
}

/** Metres to the nearest edge; positive inside. */
function signedDistance(x: number, y: number, rings: readonly Local[]): number {
  let inside = false;
  let least = Infinity;
  for (const ring of rings) {
    for (const [i, [ax, ay]] of ring.entries()) {
      const [bx, by] = ring[(i + 1) % ring.length] ?? [ax, ay];
      if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
      least = Math.min(least, distanceToSegment(x - ax, y - ay, bx - ax, by - ay));
    }
  }
  return inside ? least : -least;
}

function distanceToSegment(px: number, py: number, dx: number, dy: number): number {
  const squared = dx * dx + dy * dy;
  const along = squared === 0 ? 0 : Math.min(1, Math.max(0, (px * dx + py * dy) / squared));
  return Math.hypot(px - along * dx, py - along * dy);
}
