// What the live model is made of: the log in order, and the doors that have a care level.
import type { Database } from '#platform/database/database';
import { SYSTEM } from '#platform/database/scope';
import { sql } from '#platform/database/sql';
import type { LoggedEvent } from '#platform/events/event';
import type { DoorSeed } from './live-doors.ts';

const PAGE = 5_000;

/** Events after `seq` in order, a page at a time. */
export async function* readLog(
  database: Database,
  communityId: string,
  afterSeq: number,
): AsyncGenerator<LoggedEvent[]> {
  for (let seq = afterSeq; ;) {
    const page = await database.read<LoggedEvent>(
      SYSTEM,
      sql`
      select seq::float8 as seq, kind, ms(at) as at, entrance_id as "entranceId", household_id as "householdId", request_id as "requestId", data
      from events where community_id = ${communityId} and seq > ${seq}::bigint order by seq limit ${PAGE}`,
    );
    if (page.length > 0) yield page;
    if (page.length < PAGE) return;
    seq = page.at(-1)?.seq ?? seq;
  }
}

/** Current levels of current households: one row a door. */
export function readDoors(database: Database, communityId: string, timeZone: string, at: Date): Promise<DoorSeed[]> {
  const now = at.toISOString();
  return database.read<DoorSeed>(
    SYSTEM,
    sql`
    select c.household_id as "householdId", h.entrance_id as "entranceId", c.level,
      to_char(lower(c.during) at time zone ${timeZone}, 'YYYY-MM-DD') as "beganOn"
    from care_levels c join households h on h.community_id = c.community_id and h.id = c.household_id
    where c.community_id = ${communityId} and c.during @> ${now}::timestamptz
      and h.moved_in <= ${now}::timestamptz and (h.moved_out is null or h.moved_out > ${now}::timestamptz)`,
  );
}
