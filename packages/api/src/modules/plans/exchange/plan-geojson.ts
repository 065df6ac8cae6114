// Owns a plan as GeoJSON: its grids as polygons drawn as they would be in force, its units as points with their grid. Pure.
// Refuses another datum: RFC 7946 is WGS 84, longitude first.
import { dissolve, type MultiPolygon, toLonLatPolygons } from '@qinghe/rebalance';
import type { Language } from '@qinghe/schema';
import type { Ground } from '#modules/geography';
import type { ExportedPlan } from './plan-export.ts';
import { isDraft, stateWords } from './plan-words.ts';

export interface OutlinedPlan extends ExportedPlan {
  /** Its units are those of the plan, in the same order. */
  readonly ground: Ground;
}

/** A FeatureCollection: grids by number, then units in the order of the ground. Reading the units back gives the same plan. */
export function planGeoJson(exported: OutlinedPlan, language: Language): object {
  const { plan, communityName, synthetic, units } = exported;
  return {
    type: 'FeatureCollection',
    name: plan.name,
    crs: { type: 'name', properties: { name: 'urn:ogc:def:crs:OGC:1.3:CRS84' } },
    plan: plan.id,
    version: plan.version,
    stage: plan.stage,
    community: plan.community,
    communityName,
    synthetic,
    draft: isDraft(plan.stage),
    notice: stateWords(exported, language),
    features: [
      ...gridFeatures(exported),
      ...units.map((unit) => ({
        type: 'Feature',
        id: unit.mapId,
        geometry: { type: 'Point', coordinates: unit.point },
        properties: {
          kind: 'unit',
          entrance: unit.entrance,
          building: unit.buildingNumber,
          number: unit.entranceNumber,
          name: unit.name,
          grid: unit.grid,
          before: unit.before,
          households: unit.households,
          residents: unit.residents,
          dailyCareDoors: unit.dailyCareDoors,
          openRequests: unit.openRequests,
        },
      })),
    ],
  };
}

function outlineOf({ projection }: Ground, boundary: MultiPolygon = []): object {
  return { type: 'MultiPolygon', coordinates: toLonLatPolygons(projection, boundary) };
}

/** A grid in several pieces is a MultiPolygon of them: nothing is hidden. One without units has no geometry. */
function gridFeatures({ grids, units, ground }: OutlinedPlan): object[] {
  const drawn = grids.filter(({ grid }) => grid !== null);
  const indexOf = new Map(drawn.map(({ grid }, index) => [grid, index]));
  const assignment = Int32Array.from(units, ({ grid }) => (grid === null ? -1 : (indexOf.get(grid) ?? -1)));
  const boundaries = dissolve(ground.coverage, assignment, drawn.length);
  return drawn.map((grid, index) => ({
    type: 'Feature',
    geometry: grid.units === 0 ? null : outlineOf(ground, boundaries[index]),
    properties: { kind: 'grid', ...grid },
  }));
}
