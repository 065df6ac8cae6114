// Owns reading communities with their counts. Refuses totals of requests and visits: those belong to density.
import type { Database } from '#platform/database/database';
import type { Scope } from '#platform/database/scope';
import { type Sql, sql } from '#platform/database/sql';
import { type Connection, type PageRequest, toConnection } from '#platform/graphql/page';
import { encodeId } from '#platform/ids';
import { COUNTED_ENTRANCE, ENTRANCE_SUMS } from './plan-at.sql.ts';

/** A community in the contract's shape; `outline` is GeoJSON text. */
export interface CommunityView {
  readonly id: string;
  readonly uuid: string;
  readonly code: string;
  readonly name: string;
  readonly nameEn: string | null;
  readonly timeZone: string;
  readonly synthetic: boolean;
  readonly outline: string | null;
  readonly outlineDerived: boolean;
  readonly geographyVersion: number;
  readonly attribution: string | null;
  readonly mode: string;
  /** Grids of the plan in force now. */
  readonly gridCount: number;
  /** Residential buildings. */
  readonly buildingCount: number;
  readonly entranceCount: number;
  readonly dwellings: number;
  readonly households: number;
  readonly residents: number | null;
}

type CommunityRow = Omit<CommunityView, 'id'>;

function columns(now: Date): Sql {
  return sql`c.id as uuid, c.code, c.name, c.name_en as "nameEn", c.time_zone as "timeZone", c.synthetic, c.outline_geojson as outline,
    c.outline_derived as "outlineDerived", c.geography_version as "geographyVersion", c.attribution, c.mode,
    (select count(*)::int from grid_plans p join grid_versions v on v.community_id = p.community_id and v.plan_id = p.id
      where p.community_id = c.id and p.valid @> ${now.toISOString()}::timestamptz and upper_inf(p.recorded)) as "gridCount",
    (select count(*)::int from buildings b where b.community_id = c.id and b.kind = 'RESIDENTIAL') as "buildingCount", own.*`;
}

const FROM: Sql = sql`communities c cross join lateral (
  select count(*) filter (where ${COUNTED_ENTRANCE})::int as "entranceCount", ${ENTRANCE_SUMS} from entrances e where e.community_id = c.id) own`;

export async function communityById(
  database: Database,
  scope: Scope,
  id: string,
  now: Date,
): Promise<CommunityView | null> {
  const row = await database.readOne<CommunityRow>(
    scope,
    sql`select ${columns(now)} from ${FROM} where c.id = ${id}::uuid`,
  );
  return row ? toView(row) : null;
}

/** A page by code, of the communities in `ids` only. */
export async function readCommunities(
  database: Database,
  scope: Scope,
  ids: readonly string[],
  page: PageRequest,
  now: Date,
): Promise<Connection<CommunityView>> {
  const after = page.after?.[0] ?? '';
  const rows = await database.read<CommunityRow>(
    scope,
    sql`
    select ${columns(now)} from ${FROM} where c.id = any(${[...ids]}::uuid[]) and c.code > ${after} order by c.code limit ${page.first + 1}::int`,
  );
  return toConnection(page, rows, ids.length, (row) => [row.code], toView);
}

function toView(row: CommunityRow): CommunityView {
  return { ...row, id: encodeId('Community', row.uuid, row.uuid) };
}
