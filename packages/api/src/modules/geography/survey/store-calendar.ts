// Owns the dated exceptions of a community's working calendar. Refuses to guess: a year without days is warned about elsewhere.
import type { Transaction } from '#platform/database/database';
import { sql } from '#platform/database/sql';
import { recordset } from './rows.ts';

/** A public holiday, or a weekend day that is worked in exchange; `day` is YYYY-MM-DD of the community. */
export interface CalendarDayInput {
  readonly day: string;
  readonly working: boolean;
}

/** Adds days and corrects those known. */
export async function storeCalendarDays(tx: Transaction, days: readonly CalendarDayInput[]): Promise<void> {
  await tx.execute(sql`
    insert into calendar_days (community_id, day, working)
    select ${tx.communityId}::uuid, r.day, r.working from ${recordset(days, 'day date, working boolean')}
    on conflict (community_id, day) do update set working = excluded.working`);
}
