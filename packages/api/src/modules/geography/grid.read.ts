// Owns reading grids as of any date, in one query. Refuses polygons of its own: boundaries were derived with the plan.
import type { Database } from '#platform/database/database';
import type { Scope } from '#platform/database/scope';
import { empty, type Sql, sql } from '#platform/database/sql';
import { encodeId } from '#platform/ids';
import { COUNTED_ENTRANCE, ENTRANCE_SUMS, inForce } from './plan-at.sql.ts';

/** A grid in the contract's shape under the plan in force at `validAt`. */
export interface GridView {
  readonly id: string;
  readonly uuid: string;
  readonly communityId: string;
  readonly mapId: number;
  readonly number: number;
  readonly code: string;
  /** GeoJSON texts. */
  readonly boundary: string;
  readonly label: string;
  readonly areaHectares: number;
  readonly entranceCount: number;
  readonly dwellings: number;
  readonly households: number;
  readonly residents: number | null;
  readonly validFrom: Date;
  readonly validTo: Date | null;
  readonly validAt: Date;
}

interface GridRow extends Omit<GridView, 'id' | 'communityId' | 'code' | 'validFrom' | 'validTo' | 'validAt'> {
  readonly communityCode: string;
  readonly validFrom: number;
  readonly validTo: number | null;
}

export interface GridsAt {
  readonly communityId: string;
  readonly validAt: Date;
  /** Recorded knowledge of then; null for what is known now. */
  readonly asOf?: Date | null;
}

/** Grids by number. */
export function readGrids(database: Database, scope: Scope, at: GridsAt): Promise<GridView[]> {
  return select(database, scope, at, empty, empty);
}

export async function gridsById(
  database: Database,
  scope: Scope,
  at: GridsAt,
  ids: readonly string[],
): Promise<Map<string, GridView>> {
  const views = await select(database, scope, at, sql`and v.grid_id = any(${[...ids]}::uuid[])`, empty);
  return new Map(views.map((view) => [view.uuid, view]));
}

/** The grid whose ground holds the point; on a border that of the smaller number. */
export async function gridAtPoint(
  database: Database,
  scope: Scope,
  at: GridsAt,
  point: { longitude: number; latitude: number },
): Promise<GridView | null> {
  const covers = sql`and st_covers(v.boundary, st_setsrid(st_makepoint(${point.longitude}::float8, ${point.latitude}::float8), 4326))`;
  const views = await select(database, scope, at, covers, sql`limit 1`);
  return views[0] ?? null;
}

async function select(database: Database, scope: Scope, at: GridsAt, condition: Sql, limit: Sql): Promise<GridView[]> {
  const rows = await database.read<GridRow>(
    scope,
    sql`
    select g.id as uuid, g.map_id as "mapId", g.number, c.code as "communityCode", v.boundary_geojson as boundary, v.label_geojson as label,
      v.area_hectares as "areaHectares", ms(lower(v.valid)) as "validFrom", ms(upper(v.valid)) as "validTo", own.*
    from grid_plans p
    join communities c on c.id = p.community_id
    join grid_versions v on v.community_id = p.community_id and v.plan_id = p.id
    join grids g on g.community_id = v.community_id and g.id = v.grid_id
    cross join lateral (
      select count(*) filter (where ${COUNTED_ENTRANCE})::int as "entranceCount", ${ENTRANCE_SUMS}
      from grid_assignments a join entrances e on e.community_id = a.community_id and e.id = a.entrance_id
      where a.community_id = p.community_id and a.plan_id = p.id and a.grid_id = g.id) own
    where ${inForce(at.communityId, at.validAt, at.asOf ?? null)} ${condition}
    order by g.number ${limit}`,
  );
  return rows.map((row) => toView(row, at));
}

function toView({ communityCode, validFrom, validTo, ...row }: GridRow, { communityId, validAt }: GridsAt): GridView {
  return {
    ...row,
    id: encodeId('Grid', communityId, row.uuid),
    communityId,
    code: communityCode + String(row.number).padStart(3, '0'),
    validFrom: new Date(validFrom),
    validTo: validTo === null ? null : new Date(validTo),
    validAt,
  };
}

/** The grid of an entrance, without its boundary. */
export interface GridOfEntrance {
  readonly gridId: string;
  readonly number: number;
  readonly mapId: number;
}

/** Grids of entrances at `validAt`; an entrance without a plan then is left out. */
export async function gridOfEntrances(
  database: Database,
  scope: Scope,
  at: GridsAt,
  entranceIds: readonly string[],
): Promise<Map<string, GridOfEntrance>> {
  const rows = await database.read<GridOfEntrance & { entranceId: string }>(
    scope,
    sql`
    select a.entrance_id as "entranceId", g.id as "gridId", g.number, g.map_id as "mapId"
    from grid_plans p join grid_assignments a on a.community_id = p.community_id and a.plan_id = p.id
    join grids g on g.community_id = a.community_id and g.id = a.grid_id
    where ${inForce(at.communityId, at.validAt, at.asOf ?? null)} and a.entrance_id = any(${[...entranceIds]}::uuid[])`,
  );
  return new Map(rows.map(({ entranceId, ...grid }) => [entranceId, grid]));
}
