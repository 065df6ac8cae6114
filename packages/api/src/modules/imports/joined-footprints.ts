// Owns footprints that became invalid by joining: parts of one building that share a wall. PostGIS unites them before they
// are stored, so that the same file gives the same footprint again. Refuses to do so in silence: it returns whom it changed.
import type { Transaction } from '#platform/database/database';
import { sql } from '#platform/database/sql';
import type { BuildingDraft } from './drafts.ts';
import type { MultiPolygon } from './geojson-shapes.ts';

export interface JoinedBuildings {
  readonly buildings: readonly BuildingDraft[];
  /** Names of the buildings whose parts were united. */
  readonly united: readonly string[];
}

/** One statement for all buildings of several parts; none when there are none. */
export async function uniteParts(tx: Transaction, buildings: readonly BuildingDraft[]): Promise<JoinedBuildings> {
  const several = buildings.filter(({ footprint }) => footprint.coordinates.length > 1);
  if (several.length === 0) return { buildings, united: [] };
  const rows = several.map(({ key, footprint }) => ({ key, footprint }));
  const touching = await tx.execute<{ key: string; footprint: string }>(sql`
    select r.key, st_asgeojson(st_multi(st_unaryunion(st_collect(part.geom))), 9, 0) as footprint
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (key text, footprint jsonb)
    cross join lateral st_geomfromgeojson(r.footprint::text) as whole
    cross join lateral st_dump(whole) as part
    group by r.key, whole having not st_isvalid(whole)`);
  const unions = new Map(touching.map(({ key, footprint }) => [key, JSON.parse(footprint) as MultiPolygon]));
  return {
    buildings: buildings.map((building) => ({
      ...building,
      footprint: unions.get(building.key) ?? building.footprint,
    })),
    united: several.filter(({ key }) => unions.has(key)).map(({ key, name }) => name || key),
  };
}
