// Owns the step from the map's geometry to what its sources hold: label points, bounds, ids. Pure.
import type { DisplayMode } from '../theme/tokens.ts';
import { LABEL_ROOM, labelPoint } from './label-point.ts';
import type { Areas, Bounds, GridProperties, LngLat, MapGeometry } from './map-geometry.types.ts';

type Area = GeoJSON.Polygon | GeoJSON.MultiPolygon;

/** Properties of a point that carries a grid's number. */
export interface GridLabelProperties {
  readonly label: string;
  readonly note?: string;
}

/** One point for each grid, with the grid's mapId. */
export type GridLabels = GeoJSON.FeatureCollection<GeoJSON.Point, GridLabelProperties>;

/** Rings of the largest polygon: a number belongs to the main part of a grid in several pieces. */
function mainPolygon(geometry: Area): GeoJSON.Position[][] {
  if (geometry.type === 'Polygon') return geometry.coordinates;
  const bySize = geometry.coordinates.toSorted((a, b) => shellSize(b) - shellSize(a));
  return bySize[0] ?? [];
}

function shellSize(polygon: GeoJSON.Position[][]): number {
  const [shell = []] = polygon;
  const doubled = shell.reduce((sum, [x = 0, y = 0], i) => {
    const [nextX = 0, nextY = 0] = shell[(i + 1) % shell.length] ?? [];
    return sum + x * nextY - nextX * y;
  }, 0);
  return Math.abs(doubled);
}

/** A community of more grids has no room for all their numbers at once. */
const CROWDED_GRIDS = 40;

/** Whether numbers have to give way to each other. */
export function isCrowded({ grids }: Pick<MapGeometry, 'grids'>): boolean {
  return grids.features.length > CROWDED_GRIDS;
}

/** Label points of all grids. O(grids × (vertices + nearby buildings)). */
export function gridLabels(
  { grids, buildings }: Pick<MapGeometry, 'grids' | 'buildings'>,
  mode: DisplayMode,
): GridLabels {
  const obstacles = buildings.features.map((building) => mainPolygon(building.geometry)[0] ?? []);
  const features = grids.features.map((grid) => ({
    type: 'Feature' as const,
    id: Number(grid.id),
    properties: { label: grid.properties.label },
    geometry: { type: 'Point' as const, coordinates: [...placeOf(grid, obstacles, mode)] },
  }));
  return { type: 'FeatureCollection', features };
}

function placeOf(
  grid: GeoJSON.Feature<Area, GridProperties>,
  obstacles: GeoJSON.Position[][],
  mode: DisplayMode,
): LngLat {
  return grid.properties.labelAt ?? labelPoint(mainPolygon(grid.geometry), obstacles, LABEL_ROOM[mode]);
}

/**
 * A place on a building for an event's mark: inside its outline, as far as possible from all grid numbers, so that
 * neither hides the other. O(vertices × grids).
 */
export function eventPoint(building: Area, labels: GridLabels): LngLat {
  const [shell = []] = mainPolygon(building);
  const corners = shell.slice(0, -1);
  const mean = (axis: 0 | 1) =>
    corners.reduce((sum, corner) => sum + (corner[axis] ?? 0), 0) / Math.max(1, corners.length);
  const middle = [mean(0), mean(1)] as const;
  const inwards = corners.map(([lng = 0, lat = 0]): LngLat => [
    middle[0] + (lng - middle[0]) * 0.6,
    middle[1] + (lat - middle[1]) * 0.3,
  ]);
  const clearance = ([lng, lat]: LngLat) =>
    Math.min(
      ...labels.features.map(({ geometry: { coordinates } }) =>
        Math.hypot((coordinates[0] ?? 0) - lng, (coordinates[1] ?? 0) - lat),
      ),
    );
  return inwards.reduce<LngLat>((best, place) => (clearance(place) > clearance(best) ? place : best), middle);
}

/** The same labels with the notes of zero, few and suppressed beneath. */
export function withNotes(labels: GridLabels, notes: ReadonlyMap<number, string>): GridLabels {
  const features = labels.features.map((feature) => {
    const note = notes.get(Number(feature.id));
    return { ...feature, properties: { label: feature.properties.label, ...(note === undefined ? {} : { note }) } };
  });
  return { type: 'FeatureCollection', features };
}

/** Ids of a collection. */
export function idsOf(areas: Areas<unknown>): Set<number> {
  return new Set(areas.features.map((feature) => Number(feature.id)));
}

/** Smallest box around areas, or null where there is none. */
export function boundsOf(areas: Areas<unknown>): Bounds | null {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { geometry } of areas.features) {
    const shells =
      geometry.type === 'Polygon' ? [geometry.coordinates[0]] : geometry.coordinates.map(([shell]) => shell);
    for (const [lng = 0, lat = 0] of shells.flatMap((shell) => shell ?? [])) {
      [west, south, east, north] = [
        Math.min(west, lng),
        Math.min(south, lat),
        Math.max(east, lng),
        Math.max(north, lat),
      ];
    }
  }
  return west > east ? null : [west, south, east, north];
}
