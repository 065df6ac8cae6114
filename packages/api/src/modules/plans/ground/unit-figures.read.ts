// Owns the figures of units that a planner weighs: requests, doors due and floors, summed per entrance in one query each.
// Refuses care by household: levels are read for their sums, and only sums leave.
import { ENTRANCE_NAME, GROUND_ORDER, type Norms } from '#modules/geography';
import type { Database } from '#platform/database/database';
import type { Scope } from '#platform/database/scope';
import { sql } from '#platform/database/sql';

const DAY_MS = 86_400_000;
const DAYS_A_WEEK = 7;

/** `now` for what is open, [from, to) for what is counted. */
export interface FigureSpan {
  readonly from: Date;
  readonly to: Date;
  readonly now: Date;
}

/** An entrance as a planner sees it; uuids. */
export interface UnitPlace {
  readonly entranceId: string;
  readonly mapId: number;
  readonly buildingId: string;
  readonly buildingMapId: number;
  readonly buildingName: string;
  readonly name: string;
  readonly longitude: number;
  readonly latitude: number;
  readonly households: number;
  readonly residents: number | null;
}

/** All entrances in the order of the ground. An entrance whose slice nobody could derive is where its building is. */
export function readUnitPlaces(database: Database, scope: Scope, communityId: string): Promise<UnitPlace[]> {
  return database.read<UnitPlace>(
    scope,
    sql`
    select e.id as "entranceId", e.map_id as "mapId", b.id as "buildingId", b.map_id as "buildingMapId", b.name as "buildingName",
      ${ENTRANCE_NAME} as name, round(st_x(middle)::numeric, 7)::float8 as longitude, round(st_y(middle)::numeric, 7)::float8 as latitude,
      e.households, coalesce(e.residents, case when e.households = 0 then 0 end) as residents
    from entrances e join buildings b on b.community_id = e.community_id and b.id = e.building_id
    cross join lateral st_centroid(case when st_isempty(e.slice) then b.footprint else e.slice end) as middle
    where e.community_id = ${communityId}::uuid order by ${GROUND_ORDER}`,
  );
}

export interface RequestFigures {
  readonly open: number;
  readonly perWeek: number;
}

/** By entrance; none where nothing happened. */
export async function readRequestFigures(
  database: Database,
  scope: Scope,
  communityId: string,
  { from, to, now }: FigureSpan,
): Promise<ReadonlyMap<string, RequestFigures>> {
  const rows = await database.read<{ entranceId: string; created: number; open: number }>(
    scope,
    sql`
    select entrance_id as "entranceId", sum(created)::int as created, sum(open)::int as open from (
      select entrance_id, 1 as created, 0 as open from service_requests where community_id = ${communityId}::uuid
        and created_at >= ${from.toISOString()}::timestamptz and created_at < ${to.toISOString()}::timestamptz
      union all
      select entrance_id, 0, 1 from request_spans where community_id = ${communityId}::uuid
        and opened_at <= ${now.toISOString()}::timestamptz and (closed_at is null or closed_at > ${now.toISOString()}::timestamptz)
    ) happened group by entrance_id`,
  );
  const weeks = (to.getTime() - from.getTime()) / DAY_MS / DAYS_A_WEEK;
  return new Map(rows.map((row) => [row.entranceId, { open: row.open, perWeek: row.created / weeks }]));
}

export interface CareFigures {
  readonly dailyDoors: number;
  readonly doorsDuePerWeek: number;
  readonly floorsPerWeek: number;
}

/** By entrance, of the levels in force at `now`; a door on floor n has n − 1 floors to climb at each visit. */
export async function readCareFigures(
  database: Database,
  scope: Scope,
  communityId: string,
  now: Date,
  { DAILY, WEEKLY, MONTHLY }: Norms['visitCadenceDays'],
): Promise<ReadonlyMap<string, CareFigures>> {
  const at = now.toISOString();
  const rows = await database.read<CareFigures & { entranceId: string }>(
    { ...scope, personal: true },
    sql`
    select home.entrance_id as "entranceId", count(*) filter (where door.level = 'DAILY')::int as "dailyDoors",
      sum(door.per_week)::float8 as "doorsDuePerWeek", sum(door.per_week * greatest(home.floor - 1, 0))::float8 as "floorsPerWeek"
    from (
      select c.household_id, c.level, ${DAYS_A_WEEK}::float8 / case c.level
        when 'DAILY' then ${DAILY}::int when 'WEEKLY' then ${WEEKLY}::int else ${MONTHLY}::int end as per_week
      from care_levels c where c.community_id = ${communityId}::uuid and c.during @> ${at}::timestamptz offset 0
    ) door
    cross join lateral (
      select h.entrance_id, d.floor from households h
      join dwellings d on d.community_id = h.community_id and d.id = h.dwelling_id
      where h.community_id = ${communityId}::uuid and h.id = door.household_id
        and h.moved_in <= ${at}::timestamptz and (h.moved_out is null or h.moved_out > ${at}::timestamptz) offset 0
    ) home
    group by home.entrance_id`,
  );
  return new Map(rows.map(({ entranceId, ...figures }) => [entranceId, figures]));
}
