// Owns which grid the ground under a position belongs to. Pure. Refuses entrances (unit-index.ts).
import { insidePolygon } from '@qinghe/rebalance';
import type { LngLat } from '#map/index';
import type { Boundary } from '#plan/plan-session.types';

/** Index of the grid; -1 where there is none. O(points) */
export function gridAt(boundaries: readonly Boundary[], [lng, lat]: LngLat): number {
  return boundaries.findIndex((boundary) => boundary.some((polygon) => insidePolygon([lng, lat], polygon)));
}
