// Owns the demo community's own row, its norms and its working calendar.
// Refuses to pass for an official calendar: weekends and a few fixed dates are off, moved holidays are not known to it.
import type { Transaction } from '#platform/database/database';
import { sql } from '#platform/database/sql';
import { DEFAULT_NORMS } from '#modules/geography';
import { recordset } from './recordset.ts';
import { dayAt, daysFrom, localDay } from './world/local-day.ts';

/** The demo community: every screen, print, export and answer says that it is invented. */
export const DEMO_COMMUNITY = {
  code: '420107005008',
  name: '青和居社区',
  nameEn: 'Qingheju',
  timeZone: 'Asia/Shanghai',
} as const;

/** New Year, Labour Day and National Day with the days that always follow them. */
const FIXED_HOLIDAYS: ReadonlySet<string> = new Set(['01-01', '05-01', '05-02', '05-03', '10-01', '10-02', '10-03']);

export async function seedCommunity(tx: Transaction, firstDay: string): Promise<void> {
  const { code, name, nameEn, timeZone } = DEMO_COMMUNITY;
  await tx.execute(sql`
    insert into communities (id, code, name, name_en, time_zone, synthetic, created_at)
    values (${tx.communityId}::uuid, ${code}, ${name}, ${nameEn}, ${timeZone}, true, ${tx.now.toISOString()}::timestamptz)`);
  await tx.execute(sql`insert into community_counters (community_id) values (${tx.communityId}::uuid)`);
  await tx.execute(sql`
    insert into norms (community_id, version, valid_from, body)
    values (${tx.communityId}::uuid, ${DEFAULT_NORMS.version}::int, ${tx.now.toISOString()}::timestamptz, ${JSON.stringify(DEFAULT_NORMS)}::jsonb)`);
  await tx.execute(sql`
    insert into calendar_days (community_id, day, working)
    select ${tx.communityId}::uuid, r.day, r.working from ${recordset(demoCalendar(firstDay), 'day date, working boolean')}`);
}

/** Every day from the year of `firstDay` to the end of the next year: later years are warned about as unknown. */
export function demoCalendar(firstDay: string): { readonly day: string; readonly working: boolean }[] {
  const year = Number(firstDay.slice(0, 4));
  return daysFrom(`${year}-01-01`, `${year + 1}-12-31`).map((day) => ({
    day,
    working: localDay(day).weekday < 5 && !FIXED_HOLIDAYS.has(day.slice(5)),
  }));
}

/** The local day `days` after that of an instant. */
export function dayAfter(at: Date, days: number): string {
  return dayAt(localDay(dayAt(at.getTime())).startMs + days * 86_400_000);
}
