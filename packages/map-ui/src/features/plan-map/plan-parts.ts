// Owns the step from an open plan to what its map's sources hold: grids, numbers, locks, units without a grid. Pure. Refuses moved
// entrances (moved-marks.ts).
import type { PlanData } from '#map/index';
import type { Boundary, PlanGridModel, PlanLockModel } from '#plan/plan-session.types';
import type { NumberPlaces } from './number-places.ts';
import type { UnitIndex } from './unit-index.ts';

const MARKS = { UNIT: 'unit', TOGETHER: 'together', WORKER: 'worker' } as const;

/** Feature id of a grid on the map: ids start at one. */
export const gridFeatureId = (grid: number): number => grid + 1;

/** Grids locked as a whole. */
export function lockedGridsOf(locks: readonly PlanLockModel[]): ReadonlySet<number> {
  return new Set(locks.filter(({ kind }) => kind === 'GRID').map(({ grid }) => grid));
}

/** The tinted areas. O(grids) */
export function gridParts(
  boundaries: readonly Boundary[],
  tints: readonly number[],
  locked: ReadonlySet<number>,
): PlanData['plan-grids'] {
  const features = boundaries.map((boundary, grid) => ({
    type: 'Feature' as const,
    id: gridFeatureId(grid),
    properties: { tint: tints[grid] ?? 0, locked: locked.has(grid) },
    // GeoJSON wants arrays it may change; nobody does.
    geometry: { type: 'MultiPolygon' as const, coordinates: boundary as unknown as GeoJSON.Position[][][] },
  }));
  return { type: 'FeatureCollection', features };
}

/** Numbers where there is room; an empty grid has none. O(grids + points drawn anew) */
export function numberParts(
  boundaries: readonly Boundary[],
  grids: readonly PlanGridModel[],
  locked: ReadonlySet<number>,
  placeOf: NumberPlaces,
): PlanData['plan-numbers'] {
  const features = boundaries.flatMap((boundary, grid) => {
    const at = placeOf(grid, boundary);
    if (!at) return [];
    return [
      {
        type: 'Feature' as const,
        id: gridFeatureId(grid),
        properties: { label: gridLabel(grids, grid), locked: locked.has(grid) },
        geometry: { type: 'Point' as const, coordinates: [...at] },
      },
    ];
  });
  return { type: 'FeatureCollection', features };
}

/** 07, as on the map; empty for no grid. */
export function gridLabel(grids: readonly PlanGridModel[], grid: number): string {
  const number = grids[grid]?.number;
  return number === undefined ? '' : String(number).padStart(2, '0');
}

/** Hatch and mark of locks that hold single entrances. O(locked units) */
export function lockParts(locks: readonly PlanLockModel[], index: UnitIndex): PlanData['plan-locks'] {
  const features = locks.flatMap(({ kind, units }) => {
    if (kind === 'GRID') return [];
    return units.flatMap((unit) => marked(index, unit, { mark: MARKS[kind] }));
  });
  return { type: 'FeatureCollection', features };
}

/** Bare paper, dashed outline, and a question mark. O(units) */
export function unassignedParts(assignment: Int32Array, index: UnitIndex): PlanData['plan-unassigned'] {
  const units = [...assignment.keys()].filter((unit) => (assignment[unit] ?? -1) < 0);
  return { type: 'FeatureCollection', features: units.flatMap((unit) => marked(index, unit, {})) };
}

/** The slice, and a point for its mark. */
function marked<P extends object>(
  index: UnitIndex,
  unit: number,
  properties: P,
): GeoJSON.Feature<GeoJSON.Geometry, P>[] {
  const shape = index.byUnit.get(unit);
  if (!shape) return [];
  const coordinates = shape.polygons.map((polygon) => polygon.map((ring) => ring.map(([lng, lat]) => [lng, lat])));
  return [
    { type: 'Feature', properties, geometry: { type: 'MultiPolygon', coordinates } },
    { type: 'Feature', properties, geometry: { type: 'Point', coordinates: [...shape.middle] } },
  ];
}
