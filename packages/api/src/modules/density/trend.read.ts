// Flows by calendar day and by week of a community or one grid (today's entrances of that grid).
import type { Access } from '#modules/access';
import type { Database } from '#platform/database/database';
import { sql } from '#platform/database/sql';
import { addDays, type CalendarDay, dayOf, instantAtHour } from '#platform/time/zoned-time';
import { readCellGeography } from './cells.ts';

export interface TrendPoint {
  readonly from: CalendarDay;
  readonly to: CalendarDay;
  readonly newRequests: number;
  readonly closedRequests: number;
  readonly visits: number;
  readonly doorsMet: number;
}

interface DayRow {
  day: string;
  newRequests: number;
  closedRequests: number;
  visits: number;
  doorsMet: number;
}

/**
 * @param gridId uuid, or null for the whole community
 * @param days 1 to 90, today included
 */
export async function readTrend(database: Database, access: Access, gridId: string | null, days: number, asOf: Date) {
  const { id, timeZone } = access.community;
  const to = dayOf(asOf, timeZone);
  const from = addDays(to, 1 - days);
  const geography = await readCellGeography(database, access.scope, id, asOf);
  const entrances = geography.entrances
    .filter((entrance) => gridId === null || entrance.gridId === gridId)
    .map((entrance) => entrance.id);
  const start = instantAtHour(from, 0, timeZone).toISOString();
  const at = asOf.toISOString();
  const rows = await database.read<DayRow>(
    access.scope,
    sql`
    select to_char(day, 'YYYY-MM-DD') as day, sum(created)::int as "newRequests", sum(closed)::int as "closedRequests",
      sum(visits)::int as visits, sum(met)::int as "doorsMet"
    from (
      select (created_at at time zone ${timeZone})::date as day, count(*) as created, 0 as closed, 0 as visits, 0 as met
      from service_requests where community_id = ${id} and entrance_id = any(${entrances}::uuid[])
        and created_at between ${start}::timestamptz and ${at}::timestamptz group by 1
      union all
      select (s.at at time zone ${timeZone})::date, 0, count(*), 0, 0
      from request_steps s join service_requests r on r.community_id = s.community_id and r.id = s.request_id
      where s.community_id = ${id} and r.entrance_id = any(${entrances}::uuid[]) and s.to_stage = 'CLOSED'
        and s.at between ${start}::timestamptz and ${at}::timestamptz group by 1
      union all
      select (at at time zone ${timeZone})::date, 0, 0, count(*) filter (where outcome <> 'NOT_HOME'),
        count(distinct household_id) filter (where outcome in ('MET', 'FOLLOW_UP'))
      from visits where community_id = ${id} and entrance_id = any(${entrances}::uuid[])
        and at between ${start}::timestamptz and ${at}::timestamptz group by 1
    ) flows group by day order by day`,
  );
  const byDay = new Map(rows.map((row) => [row.day, row]));
  const all: TrendPoint[] = Array.from({ length: days }, (_, index) => {
    const day = addDays(from, index);
    const { day: _day, ...counts } = byDay.get(day) ?? {
      day,
      newRequests: 0,
      closedRequests: 0,
      visits: 0,
      doorsMet: 0,
    };
    return { from: day, to: day, ...counts };
  });
  return { from, to, days: all, weeks: weeksOf(all) };
}

/** Whole weeks that end today; a first, shorter one is left out so that bars compare. Doors met are summed by day. */
function weeksOf(days: readonly TrendPoint[]): TrendPoint[] {
  const weeks: TrendPoint[] = [];
  for (let end = days.length; end >= 7; end -= 7) {
    const week = days.slice(end - 7, end);
    const sum = (pick: (point: TrendPoint) => number): number => week.reduce((total, point) => total + pick(point), 0);
    weeks.unshift({
      from: week[0]?.from ?? '',
      to: week.at(-1)?.to ?? '',
      newRequests: sum((point) => point.newRequests),
      closedRequests: sum((point) => point.closedRequests),
      visits: sum((point) => point.visits),
      doorsMet: sum((point) => point.doorsMet),
    });
  }
  return weeks;
}
