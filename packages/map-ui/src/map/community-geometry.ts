// Owns the map's geometry: asked once per geography version and plan, turned into what the map draws. Refuses figures.
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useData } from '#api/client';
import { buildingLabel } from './building-label.ts';
import { graphql } from '#api/gql/index';
import type { Areas, BaseProperties, Bounds, MapGeometry } from './map-geometry.types.ts';

const MapLayers = graphql(`
  query MapLayers($community: String!, $validAt: DateTime) {
    base: featureCollection(community: $community, layer: BASE)
    grids: featureCollection(community: $community, layer: GRIDS, validAt: $validAt)
    buildings: featureCollection(community: $community, layer: BUILDINGS)
    entrances: featureCollection(community: $community, layer: ENTRANCES, validAt: $validAt)
  }
`);

type Layers = Readonly<Record<'base' | 'grids' | 'buildings' | 'entrances', GeoJSON.FeatureCollection>>;

/** Widths on the ground where the source gives none, metres. */
const WIDTH_METRES: Readonly<Partial<Record<BaseProperties['kind'], number>>> = { road: 16, lane: 5, tree: 6 };
const KINDS: Readonly<Record<string, BaseProperties['kind']>> = {
  ROAD: 'road',
  LANE: 'lane',
  PATH: 'lane',
  WALL: 'wall',
  GATE: 'gate',
  TREE: 'tree',
  COURT: 'court',
  GREEN: 'court',
};

/** Geometry of a community; null while loading. The same object until the geography changes. */
export function useGeometry(community: string, validAt: string | null) {
  const { data, error } = useData(MapLayers, { community, validAt }, { staleMs: Infinity, keepPrevious: true });
  const { t, i18n } = useTranslation();
  const { language } = i18n;
  const geometry = useMemo(() => (data ? toMapGeometry(data, buildingLabel(language, t)) : null), [data, language, t]);
  return { geometry, error };
}

/** What a feature says of a building: its name as stored, its number, the contract's kind. */
export interface BuildingFacts {
  readonly name: string;
  readonly number: string;
  readonly kind: string;
}

/** How a building is written on the map. */
type SayBuilding = (building: BuildingFacts) => string;

/** Layers of the contract as the map's sources. O(features). */
export function toMapGeometry({ base, grids, buildings, entrances }: Layers, say: SayBuilding): MapGeometry {
  return {
    grids: areas(grids, ({ number, label }) => ({
      label: twoDigits(number),
      ...(Array.isArray(label) ? { labelAt: [Number(label[0]), Number(label[1])] as const } : {}),
    })),
    buildings: areas(buildings, ({ name, number, kind }) => ({
      label: say({ name: textOf(name), number: textOf(number), kind: textOf(kind) }),
      residential: kind === 'RESIDENTIAL',
    })),
    entrances: areas(entrances, ({ name }) => ({ label: textOf(name) })),
    base: { type: 'FeatureCollection', features: base.features.flatMap(baseFeature) },
  };
}

/** 07, as on the map. */
export function twoDigits(number: unknown): string {
  return textOf(number).padStart(2, '0');
}

/** A property of a feature as it is written on the map; what is neither text nor number is not. */
function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

function areas<Properties>(
  layer: GeoJSON.FeatureCollection,
  read: (properties: Record<string, unknown>) => Properties,
) {
  const features = layer.features.flatMap(({ id, geometry, properties }) => {
    if (geometry.type !== 'Polygon' && geometry.type !== 'MultiPolygon') return [];
    return [
      {
        type: 'Feature' as const,
        id: Number(id),
        geometry,
        properties: read((properties ?? {}) as Record<string, unknown>),
      },
    ];
  });
  return { type: 'FeatureCollection' as const, features };
}

function baseFeature({ geometry, properties }: GeoJSON.Feature): MapGeometry['base']['features'] {
  const { kind: kindText, name } = (properties ?? {}) as { kind?: string; name?: string | null };
  const kind = KINDS[kindText ?? ''];
  if (!kind) return [];
  const widthMetres = WIDTH_METRES[kind];
  return [
    {
      type: 'Feature',
      geometry,
      properties: { kind, ...(name ? { name } : {}), ...(widthMetres === undefined ? {} : { widthMetres }) },
    },
  ];
}

/** Box around one area: west, south, east, north; null where it has no shape. */
export function boundsOfArea(layer: Areas<unknown>, mapId: number): Bounds | null {
  const geometry = layer.features.find(({ id }) => Number(id) === mapId)?.geometry;
  if (!geometry) return null;
  const rings = geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat();
  const positions = rings.flat();
  const values = (axis: 0 | 1) => positions.map((position) => position[axis] ?? 0);
  return [Math.min(...values(0)), Math.min(...values(1)), Math.max(...values(0)), Math.max(...values(1))];
}
