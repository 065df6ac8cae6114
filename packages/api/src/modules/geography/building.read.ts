// Owns reading buildings as the contract shows them: by id, and in pages with filters. Refuses unbounded lists.
import type { Database } from '#platform/database/database';
import type { Scope } from '#platform/database/scope';
import { empty, type Sql, sql } from '#platform/database/sql';
import { AppError } from '#platform/errors';
import { type Connection, type PageRequest, toConnection } from '#platform/graphql/page';
import { encodeId } from '#platform/ids';
import type { BoundingBox } from '#platform/geometry/polygon-gate';
import { ENTRANCE_SUMS, inForce } from './plan-at.sql.ts';
import type { BuildingKind } from './survey/survey-inputs.types.ts';

/** A building in the contract's shape; `footprint` is GeoJSON text. */
export interface BuildingView {
  readonly id: string;
  readonly uuid: string;
  readonly communityId: string;
  readonly mapId: number;
  readonly number: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly kind: BuildingKind;
  readonly floors: number | null;
  readonly footprint: string;
  readonly dwellings: number;
  readonly households: number;
  readonly residents: number | null;
}

type BuildingRow = Omit<BuildingView, 'id' | 'communityId'>;

/** All conditions hold together; `within` is a GeoJSON polygon that passed the gate and must hold the whole footprint. */
export interface BuildingFilter {
  readonly bbox: BoundingBox | null;
  readonly within: string | null;
  readonly gridId: string | null;
}

const COLUMNS: Sql = sql`b.id as uuid, b.map_id as "mapId", b.number, b.name, b.aliases, b.kind, b.floors, b.footprint_geojson as footprint, own.*`;
const FROM: Sql = sql`buildings b cross join lateral (
  select ${ENTRANCE_SUMS} from entrances e where e.community_id = b.community_id and e.building_id = b.id) own`;

export async function buildingsById(
  database: Database,
  scope: Scope,
  communityId: string,
  ids: readonly string[],
): Promise<Map<string, BuildingView>> {
  const rows = await database.read<BuildingRow>(
    scope,
    sql`
    select ${COLUMNS} from ${FROM} where b.community_id = ${communityId}::uuid and b.id = any(${[...ids]}::uuid[])`,
  );
  return new Map(rows.map((row) => [row.uuid, toView(row, communityId)]));
}

/** A page by map id, which is the order of first storing. @throws AppError BAD_CURSOR */
export async function readBuildings(
  database: Database,
  scope: Scope,
  communityId: string,
  page: PageRequest,
  filter: BuildingFilter,
  now: Date,
): Promise<Connection<BuildingView>> {
  const after = afterMapId(page);
  const matching = sql`b.community_id = ${communityId}::uuid ${conditions(communityId, filter, now)}`;
  // The count rides along, and is there for a page beyond the end too.
  const rows = await database.read<BuildingRow & { total: number; mapId: number | null }>(
    scope,
    sql`
    select total.n as total, found.* from (select count(*)::int as n from buildings b where ${matching}) total
    left join lateral (
      select ${COLUMNS} from ${FROM} where ${matching} and b.map_id > ${after}::int order by b.map_id limit ${page.first + 1}::int) found on true
    order by found."mapId"`,
  );
  const found = rows.filter((row) => row.mapId !== null);
  return toConnection(
    page,
    found,
    rows[0]?.total ?? 0,
    (row) => [String(row.mapId)],
    ({ total: _total, ...row }) => toView(row, communityId),
  );
}

function afterMapId({ after }: PageRequest): number {
  if (after === null) return 0;
  const mapId = Number(after[0]);
  if (after.length !== 1 || !Number.isSafeInteger(mapId) || mapId < 0 || mapId > 2_147_483_647)
    throw new AppError('BAD_CURSOR', {}, 'after');
  return mapId;
}

function conditions(communityId: string, { bbox, within, gridId }: BuildingFilter, now: Date): Sql {
  const inBox = bbox
    ? sql`and st_intersects(b.footprint, st_makeenvelope(${bbox.west}::float8, ${bbox.south}::float8, ${bbox.east}::float8, ${bbox.north}::float8, 4326))`
    : empty;
  const inPolygon = within
    ? sql`and st_coveredby(b.footprint, st_setsrid(st_geomfromgeojson(${within}::text), 4326))`
    : empty;
  const inGrid = gridId
    ? sql`and exists (
        select from grid_plans p join grid_assignments a on a.community_id = p.community_id and a.plan_id = p.id
        join entrances e on e.community_id = a.community_id and e.id = a.entrance_id
        where ${inForce(communityId, now, null)} and a.grid_id = ${gridId}::uuid and e.building_id = b.id)`
    : empty;
  return sql`${inBox} ${inPolygon} ${inGrid}`;
}

function toView(row: BuildingRow, communityId: string): BuildingView {
  return { ...row, id: encodeId('Building', communityId, row.uuid), communityId };
}
