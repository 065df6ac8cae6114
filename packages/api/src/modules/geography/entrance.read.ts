// Owns reading entrances as the contract shows them, in batches only. Refuses one query per entrance.
import type { Database } from '#platform/database/database';
import type { Scope } from '#platform/database/scope';
import { type Sql, sql } from '#platform/database/sql';
import { encodeId } from '#platform/ids';
import { inForce } from './plan-at.sql.ts';

/** An entrance in the contract's shape; `uuid`, `buildingUuid` and `validAt` are for services and nested fields. */
export interface EntranceView {
  readonly id: string;
  readonly uuid: string;
  readonly communityId: string;
  readonly mapId: number;
  readonly number: string;
  /** `9栋2单元`; the building's name alone where nobody recorded entrances. */
  readonly name: string;
  readonly buildingUuid: string;
  readonly buildingMapId: number;
  readonly floors: number | null;
  readonly doorsPerFloor: number | null;
  readonly dwellings: number;
  readonly households: number;
  readonly residents: number | null;
  /** The instant whose grid `grid` answers; null for now. */
  readonly validAt: Date | null;
}

type EntranceRow = Omit<EntranceView, 'id' | 'communityId' | 'validAt'>;

/** Name of entrance `e` of building `b`. */
export const ENTRANCE_NAME: Sql = sql`(b.name || case when e.implicit then '' when e.number ~ '(单元|座|门|梯)$' then e.number else e.number || '单元' end)`;

const COLUMNS: Sql = sql`e.id as uuid, e.map_id as "mapId", e.number, ${ENTRANCE_NAME} as name, e.building_id as "buildingUuid",
  b.map_id as "buildingMapId", e.floors, e.doors_per_floor as "doorsPerFloor", e.dwellings, e.households,
  coalesce(e.residents, case when e.households = 0 then 0 end) as residents`;
const FROM: Sql = sql`entrances e join buildings b on b.community_id = e.community_id and b.id = e.building_id`;

export async function entrancesById(
  database: Database,
  scope: Scope,
  communityId: string,
  ids: readonly string[],
  validAt: Date | null = null,
): Promise<Map<string, EntranceView>> {
  const rows = await database.read<EntranceRow>(
    scope,
    sql`
    select ${COLUMNS} from ${FROM} where e.community_id = ${communityId}::uuid and e.id = any(${[...ids]}::uuid[])`,
  );
  return new Map(rows.map((row) => [row.uuid, toView(row, communityId, validAt)]));
}

/** Entrances of buildings, by number. */
export async function entrancesOfBuildings(
  database: Database,
  scope: Scope,
  communityId: string,
  buildingIds: readonly string[],
): Promise<Map<string, EntranceView[]>> {
  const rows = await database.read<EntranceRow>(
    scope,
    sql`
    select ${COLUMNS} from ${FROM} where e.community_id = ${communityId}::uuid and e.building_id = any(${[...buildingIds]}::uuid[])
    order by length(e.number), e.number`,
  );
  return grouped(buildingIds, rows, (row) => row.buildingUuid, communityId, null);
}

/** Entrances of grids under the plan in force at `validAt`, by building and number. */
export async function entrancesOfGrids(
  database: Database,
  scope: Scope,
  communityId: string,
  gridIds: readonly string[],
  validAt: Date,
): Promise<Map<string, EntranceView[]>> {
  const rows = await database.read<EntranceRow & { gridId: string }>(
    scope,
    sql`
    select ${COLUMNS}, a.grid_id as "gridId"
    from grid_plans p join grid_assignments a on a.community_id = p.community_id and a.plan_id = p.id
    join entrances e on e.community_id = a.community_id and e.id = a.entrance_id
    join buildings b on b.community_id = e.community_id and b.id = e.building_id
    where ${inForce(communityId, validAt, null)} and a.grid_id = any(${[...gridIds]}::uuid[])
    order by b.map_id, length(e.number), e.number`,
  );
  return grouped(gridIds, rows, (row) => row.gridId, communityId, validAt);
}

function grouped<Row extends EntranceRow>(
  keys: readonly string[],
  rows: readonly Row[],
  keyOf: (row: Row) => string,
  communityId: string,
  validAt: Date | null,
): Map<string, EntranceView[]> {
  const groups = new Map<string, EntranceView[]>(keys.map((key) => [key, []]));
  for (const row of rows) groups.get(keyOf(row))?.push(toView(row, communityId, validAt));
  return groups;
}

function toView(row: EntranceRow, communityId: string, validAt: Date | null): EntranceView {
  return { ...row, id: encodeId('Entrance', communityId, row.uuid), communityId, validAt };
}
