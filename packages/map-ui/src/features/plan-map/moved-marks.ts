// Owns what a map says of entrances that would change their grid: slices, notches, arrows with words. Pure. Refuses units that have
// no grid in one of the two plans: nothing moved there, something is missing.
import type { PlanUnitModel } from '#plan/plan-session.types';
import { type LngLat, type PlanData, tiltOf } from '#map/index';
import { notchOf } from './notch.ts';
import type { UnitIndex } from './unit-index.ts';

const METRES_PER_DEGREE = 111_320;
/** Beyond this share of the way from the middle to the outermost entrance words go inwards only. */
const BRINK_SHARE = 0.6;

/** Units with another grid than before, ascending. O(units) */
export function movedUnits(before: Int32Array, after: Int32Array): number[] {
  const moved: number[] = [];
  for (const [unit, grid] of after.entries()) {
    const former = before[unit] ?? -1;
    if (grid >= 0 && former >= 0 && grid !== former) moved.push(unit);
  }
  return moved;
}

/** Slices and notches. O(moved) */
export function movedSlices(index: UnitIndex, moved: readonly number[]): PlanData['plan-moved'] {
  const features = moved.flatMap((unit) => {
    const shape = index.byUnit.get(unit);
    if (!shape) return [];
    const [first] = shape.polygons;
    const notch = first ? notchOf(first, index.metresPerLng, METRES_PER_DEGREE) : null;
    const slice = {
      type: 'Feature' as const,
      properties: { part: 'slice' as const },
      geometry: { type: 'MultiPolygon' as const, coordinates: shape.polygons.map(openRings) },
    };
    if (!notch) return [slice];
    return [
      slice,
      {
        type: 'Feature' as const,
        properties: { part: 'notch' as const },
        geometry: { type: 'Polygon' as const, coordinates: [notch.map(([lng, lat]) => [lng, lat])] },
      },
    ];
  });
  return { type: 'FeatureCollection', features };
}

const openRings = (polygon: readonly (readonly LngLat[])[]) =>
  polygon.map((ring) => ring.map(([lng, lat]) => [lng, lat]));

/** What several entrances of one building have in common: where they go. */
export interface MovedGroup {
  readonly units: readonly number[];
  readonly to: number;
  /** All entrances of the building move there. */
  readonly whole: boolean;
}

/** Moved units by building and grid they go to: a whole building is one arrow, not six. O(units) */
export function movedGroups(
  units: readonly PlanUnitModel[],
  after: Int32Array,
  moved: readonly number[],
): MovedGroup[] {
  const sizes = new Map<string, number>();
  for (const { building } of units) sizes.set(building, (sizes.get(building) ?? 0) + 1);
  const groups = new Map<string, number[]>();
  for (const unit of moved) {
    const key = `${units[unit]?.building} ${after[unit]}`;
    const group = groups.get(key);
    if (group) group.push(unit);
    else groups.set(key, [unit]);
  }
  return [...groups.values()].map((group) => {
    const [first = 0] = group;
    return { units: group, to: after[first] ?? -1, whole: sizes.get(units[first]?.building ?? '') === group.length };
  });
}

/** What an arrow needs besides the groups. */
export interface ArrowContext {
  readonly units: readonly PlanUnitModel[];
  readonly after: Int32Array;
  readonly metresPerLng: number;
  /** Latitude of a slice's northern end: arrows stand above the slice at every zoom. */
  readonly northOf: (unit: number) => number;
  /** "3栋3单元 → 02" */
  readonly say: (group: MovedGroup) => string;
}

/** An arrow a group, towards the nearest entrance that stays in the grid it goes to. O(groups × units) */
export function movedArrows(groups: readonly MovedGroup[], context: ArrowContext): PlanData['plan-arrows'] {
  const eastings = context.units.map(({ point }) => point[0]);
  const [west, east] = [Math.min(...eastings), Math.max(...eastings)];
  const middle = (west + east) / 2;
  const features = groups.map((group) => {
    const at = meanPlace(group.units.map((unit) => context.units[unit]?.point ?? [0, 0]));
    const bearing = bearingTo(at, targetOf(group, at, context), context);
    const room = at[0] > middle ? ('west' as const) : ('east' as const);
    const brink = Math.abs(at[0] - middle) > (BRINK_SHARE * (east - west)) / 2;
    return {
      type: 'Feature' as const,
      properties: { bearing, label: context.say(group), room, tilt: tiltOf(bearing), brink },
      geometry: { type: 'Point' as const, coordinates: [at[0], meanOf(group.units.map(context.northOf))] },
    };
  });
  return { type: 'FeatureCollection', features };
}

const meanOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

function meanPlace(places: readonly LngLat[]): LngLat {
  return [meanOf(places.map(([lng]) => lng)), meanOf(places.map(([, lat]) => lat))];
}

function targetOf(group: MovedGroup, from: LngLat, { units, after, metresPerLng }: ArrowContext): LngLat {
  const own = new Set(group.units);
  let nearest = from;
  let least = Infinity;
  for (const [unit, { point }] of units.entries()) {
    if (after[unit] !== group.to || own.has(unit)) continue;
    const away = Math.hypot((point[0] - from[0]) * metresPerLng, (point[1] - from[1]) * METRES_PER_DEGREE);
    if (away < least) [nearest, least] = [point, away];
  }
  return nearest;
}

/** Degrees clockwise from north. */
function bearingTo(from: LngLat, to: LngLat, { metresPerLng }: ArrowContext): number {
  const east = (to[0] - from[0]) * metresPerLng;
  const north = (to[1] - from[1]) * METRES_PER_DEGREE;
  return Math.round((Math.atan2(east, north) * 180) / Math.PI);
}
