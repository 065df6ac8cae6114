// Owns where the entrances of a plan lie, and which of them a gesture means: under a point, within a ring, inside a line drawn round.
// Pure; degrees in, indexes out. Refuses what is done with them.
import { distanceToRings, insidePolygon, type Polygon, type Position } from '@qinghe/rebalance';
import type { Areas, Bounds, EntranceProperties, LngLat } from '#map/index';
import type { PlanUnitModel } from '#plan/plan-session.types';

const METRES_PER_DEGREE = 111_320;

/** One entrance's part of its building. */
export interface UnitShape {
  readonly unit: number;
  readonly mapId: number;
  readonly polygons: readonly Polygon[];
  readonly box: Bounds;
  readonly middle: LngLat;
}

/** All entrances of a plan that have a shape. */
export interface UnitIndex {
  readonly shapes: readonly UnitShape[];
  readonly byUnit: ReadonlyMap<number, UnitShape>;
  /** Metres per degree of longitude, at the plan's latitude. */
  readonly metresPerLng: number;
}

/** Joins units with their slices by mapId. O(units + vertices) */
export function indexUnits(units: readonly PlanUnitModel[], slices: Areas<EntranceProperties>): UnitIndex {
  const polygonsOf = new Map(
    slices.features.map(({ id, geometry }) => [Number(id), polygonsOfArea(geometry)] as const),
  );
  const shapes = units.flatMap(({ mapId, point }, unit) => {
    const polygons = polygonsOf.get(mapId) ?? [];
    return polygons.length === 0 ? [] : [{ unit, mapId, polygons, box: boxOf(polygons.flat(2)), middle: point }];
  });
  const latitude = units[0]?.point[1] ?? 0;
  return {
    shapes,
    byUnit: new Map(shapes.map((shape) => [shape.unit, shape])),
    metresPerLng: METRES_PER_DEGREE * Math.cos((latitude * Math.PI) / 180),
  };
}

function polygonsOfArea(area: GeoJSON.Polygon | GeoJSON.MultiPolygon): readonly Polygon[] {
  const polygons = area.type === 'Polygon' ? [area.coordinates] : area.coordinates;
  return polygons.map((rings) => rings.map((ring) => ring.map(([lng = 0, lat = 0]): Position => [lng, lat])));
}

/** Smallest box round positions. */
export function boxOf(positions: readonly LngLat[]): Bounds {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [lng, lat] of positions) {
    west = Math.min(west, lng);
    south = Math.min(south, lat);
    east = Math.max(east, lng);
    north = Math.max(north, lat);
  }
  return [west, south, east, north];
}

/** The entrance under a position; -1 for none. O(units) */
export function unitAt({ shapes }: UnitIndex, [lng, lat]: LngLat): number {
  const met = shapes.find(
    ({ box, polygons }) =>
      lng >= box[0] &&
      lat >= box[1] &&
      lng <= box[2] &&
      lat <= box[3] &&
      polygons.some((polygon) => insidePolygon([lng, lat], polygon)),
  );
  return met?.unit ?? -1;
}

/** Entrances that a ring of this radius touches. O(units) */
export function unitsWithin({ shapes, metresPerLng }: UnitIndex, [lng, lat]: LngLat, radiusMetres: number): number[] {
  const [reachLng, reachLat] = [radiusMetres / metresPerLng, radiusMetres / METRES_PER_DEGREE];
  const local = ([x, y]: Position): Position => [(x - lng) * metresPerLng, (y - lat) * METRES_PER_DEGREE];
  return shapes.flatMap(({ unit, box, polygons }) => {
    const [west, south, east, north] = box;
    if (lng < west - reachLng || lng > east + reachLng || lat < south - reachLat || lat > north + reachLat) return [];
    const touched = polygons.some((polygon) => {
      const rings = polygon.map((ring) => ring.map(local));
      return insidePolygon([0, 0], rings) || distanceToRings([0, 0], rings) <= radiusMetres;
    });
    return touched ? [unit] : [];
  });
}

/** Entrances whose slice's middle lies inside a line drawn round; the line closes itself. O(units × vertices) */
export function unitsInside({ shapes }: UnitIndex, line: readonly LngLat[]): number[] {
  const [first] = line;
  if (!first || line.length < 3) return [];
  const ring = [...line, first];
  return shapes.flatMap(({ unit, middle }) => (insidePolygon(middle, [ring]) ? [unit] : []));
}

/** The four corners of a rectangle, turned with the screen, which is north up here. */
export function rectangle([fromLng, fromLat]: LngLat, [toLng, toLat]: LngLat): LngLat[] {
  return [
    [fromLng, fromLat],
    [toLng, fromLat],
    [toLng, toLat],
    [fromLng, toLat],
  ];
}

/** With every entrance of the same buildings when the grain is the building; ascending, each once. O(units) */
export function byGrain(
  units: readonly PlanUnitModel[],
  picked: readonly number[],
  grain: 'entrance' | 'building',
): number[] {
  if (grain === 'entrance') return [...new Set(picked)].toSorted((a, b) => a - b);
  const buildings = new Set(picked.map((unit) => units[unit]?.building));
  return units.flatMap(({ building }, unit) => (buildings.has(building) ? [unit] : []));
}
