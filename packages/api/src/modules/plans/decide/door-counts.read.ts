// Owns counts of what hangs on an entrance now: daily-care doors and open requests. Numbers only, never which door.
// Refuses personal rows to leave: levels are read as the system and counted in the query.
import type { Database } from '#platform/database/database';
import { SYSTEM } from '#platform/database/scope';
import { sql } from '#platform/database/sql';

export interface DoorCounts {
  readonly dailyCareDoors: number;
  readonly openRequests: number;
}

const NONE: DoorCounts = { dailyCareDoors: 0, openRequests: 0 };

/** Every entrance asked for has its counts, if only zeros. */
export async function doorCounts(
  database: Database,
  communityId: string,
  entranceIds: readonly string[],
  at: Date,
): Promise<ReadonlyMap<string, DoorCounts>> {
  if (entranceIds.length === 0) return new Map();
  const instant = at.toISOString();
  const rows = await database.read<DoorCounts & { entranceId: string }>(
    SYSTEM,
    sql`
    select entrance_id as "entranceId", sum(daily)::int as "dailyCareDoors", sum(open)::int as "openRequests"
    from (
      select h.entrance_id, count(*) as daily, 0 as open
      from care_levels c join households h on h.community_id = c.community_id and h.id = c.household_id
      where c.community_id = ${communityId}::uuid and c.level = 'DAILY' and c.during @> ${instant}::timestamptz
        and h.entrance_id = any(${[...entranceIds]}::uuid[])
        and h.moved_in <= ${instant}::timestamptz and (h.moved_out is null or h.moved_out > ${instant}::timestamptz) group by 1
      union all
      select entrance_id, 0, count(*) from request_spans
      where community_id = ${communityId}::uuid and entrance_id = any(${[...entranceIds]}::uuid[])
        and opened_at <= ${instant}::timestamptz and (closed_at is null or closed_at > ${instant}::timestamptz) group by 1
    ) parts group by entrance_id`,
  );
  const counts = new Map(rows.map(({ entranceId, ...own }) => [entranceId, own]));
  return new Map(entranceIds.map((id) => [id, counts.get(id) ?? NONE]));
}
