// Owns the step from a preview's shapes to what the map draws. Pure. Refuses figures: there are none yet.
import type { BaseProperties, MapGeometry } from '#map/index';

interface ShapeProperties {
  readonly role?: string;
  readonly number?: string | number | null;
  readonly name?: string | null;
  readonly kind?: string;
}

/**
 * @param outlineLabel written on the outline's pill
 * @param outline drawn as the one grid there is; null for none
 */
export function previewGeometry(
  shapes: GeoJSON.FeatureCollection,
  outline: GeoJSON.Geometry | null,
  outlineLabel: string,
): MapGeometry {
  const of = (role: string) =>
    shapes.features.filter(({ properties }) => (properties as ShapeProperties | null)?.role === role);
  const buildings = of('BUILDINGS').flatMap(({ id, geometry, properties }) => {
    if (geometry.type !== 'Polygon' && geometry.type !== 'MultiPolygon') return [];
    const { number, name, kind } = (properties ?? {}) as ShapeProperties;
    return [
      {
        type: 'Feature' as const,
        id: Number(id),
        geometry,
        properties: { label: String(number ?? name ?? ''), residential: kind === undefined || kind === 'RESIDENTIAL' },
      },
    ];
  });
  const area = outline?.type === 'Polygon' || outline?.type === 'MultiPolygon' ? outline : null;
  return {
    grids: {
      type: 'FeatureCollection',
      features: area ? [{ type: 'Feature', id: 1, geometry: area, properties: { label: outlineLabel } }] : [],
    },
    buildings: { type: 'FeatureCollection', features: buildings },
    entrances: { type: 'FeatureCollection', features: [] },
    base: {
      type: 'FeatureCollection',
      features: [
        ...of('BARRIERS').map((shape) => base(shape, 'lane')),
        ...of('ENTRANCES').map((shape) => base(shape, 'gate')),
        ...of('OUTLINE').map((shape) => base(shape, 'wall')),
      ],
    },
  };
}

function base(
  { geometry }: GeoJSON.Feature,
  kind: BaseProperties['kind'],
): GeoJSON.Feature<GeoJSON.Geometry, BaseProperties> {
  return { type: 'Feature', geometry, properties: { kind, ...(kind === 'lane' ? { widthMetres: 4 } : {}) } };
}
