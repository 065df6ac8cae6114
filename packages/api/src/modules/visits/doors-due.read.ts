// Owns the list of doors that wait to be knocked at, most overdue first, in pages. Order: compareDueDoors of visit-cadence.ts.
// Refuses doors done today: they stay in the counts, not in the list.
import { inForce } from '#modules/geography';
import { heldByName } from '#modules/people';
import type { Database } from '#platform/database/database';
import { empty, sql, type Sql } from '#platform/database/sql';
import { AppError } from '#platform/errors';
import { type Connection, type PageRequest, toConnection } from '#platform/graphql/page';
import { doorDuties } from './door-duties.sql.ts';
import { type DoorRow, type DoorsAt, type DoorView, doorColumns, doorKnocks, doorView } from './door.read.ts';
import { LEVEL_RANK } from './visit-cadence.ts';
import type { DoorReach } from './visit.policy.ts';

/** All conditions hold together. */
export interface DueDoorFilter {
  readonly entranceId: string | null;
  /** Under the plan in force as of the list's instant. */
  readonly gridId: string | null;
  /** Of the viewer: grids that hold the entrances at `heldAt`, or people who hold them by name then; null for all. */
  readonly reach: (Pick<DoorReach, 'gridIds' | 'personIds'> & { readonly heldAt: Date }) | null;
}

type Row = DoorRow & { readonly key: readonly string[]; readonly total: number };

/** One query: found, ordered and counted first, then the knocks of the page's doors alone. @throws AppError BAD_CURSOR */
export async function readDoorsDue(
  database: Database,
  doors: DoorsAt,
  filter: DueDoorFilter,
  page: PageRequest,
): Promise<Connection<DoorView>> {
  const { communityId, asOf, timeZone, norms } = doors;
  const duties = doorDuties({
    communityId,
    asOf,
    timeZone,
    norms,
    ...(filter.entranceId !== null && { entranceIds: [filter.entranceId] }),
  });
  const waiting = sql`
    select duty.*, place.label, place.floor, place.position,
      array[(duty.due_on - date '2000-01-01'), ${levelRank}, place.building, place.entrance, -place.floor, place.position]::int[] as sort
    from (${duties}) duty
    cross join lateral (
      select d.label, d.floor, d.position, e.map_id as entrance, b.map_id as building
      from dwellings d join entrances e on e.community_id = d.community_id and e.id = d.entrance_id
      join buildings b on b.community_id = e.community_id and b.id = e.building_id
      where d.community_id = ${communityId}::uuid and d.id = duty.dwelling_id offset 0) place
    where duty.due and not duty.done ${filter.gridId === null ? empty : sql`and ${inGrids(communityId, [filter.gridId], asOf)}`}
      ${withinReach(communityId, filter.reach)}`;
  const rows = await database.read<Row | { total: number; dwellingId: null }>(
    doors.scope,
    sql`
    with waiting as materialized (${waiting})
    select counted.total, ${doorColumns(doors)}, to_jsonb(door.sort::text[]) as key
    from (select count(*)::int as total from waiting) counted
    left join lateral (select * from waiting ${afterKey(page)} order by sort limit ${page.first + 1}::int) door on true
    ${doorKnocks(doors)} order by door.sort`,
  );
  const found = rows.filter((row): row is Row => row.dwellingId !== null);
  return toConnection(
    page,
    found,
    rows[0]?.total ?? 0,
    (row) => row.key,
    (row) => doorView(row, doors),
  );
}

const levelRank: Sql = sql`case duty.level when 'DAILY' then ${LEVEL_RANK.DAILY}::int when 'WEEKLY' then ${LEVEL_RANK.WEEKLY}::int else ${LEVEL_RANK.MONTHLY}::int end`;

function withinReach(communityId: string, reach: DueDoorFilter['reach']): Sql {
  if (reach === null) return empty;
  const { gridIds, personIds, heldAt } = reach;
  return sql`and (${inGrids(communityId, gridIds, heldAt)} or ${heldByName(communityId, personIds, sql`duty.entrance_id`, heldAt)})`;
}

function inGrids(communityId: string, gridIds: readonly string[], at: Date): Sql {
  return sql`duty.entrance_id = any(array(
    select a.entrance_id from grid_plans p join grid_assignments a on a.community_id = p.community_id and a.plan_id = p.id
    where ${inForce(communityId, at, null)} and a.grid_id = any(${[...gridIds]}::uuid[])))`;
}

function afterKey({ after }: PageRequest): Sql {
  if (after === null) return empty;
  const key = after.map(Number);
  if (key.length !== 6 || !key.every((part) => Number.isSafeInteger(part) && Math.abs(part) < 2 ** 31))
    throw new AppError('BAD_CURSOR', {}, 'after');
  return sql`where sort > ${key}::int[]`;
}
