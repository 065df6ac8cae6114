// Doors with a care level and what is owed to them as of an instant, as one SQL fragment for lists and counts alike.
// The same rule as visit-cadence.ts; an integration test holds the two together.
import type { Norms } from '#modules/geography';
import { empty, sql, type Sql } from '#platform/database/sql';

export interface DutyParameters {
  readonly communityId: string;
  readonly asOf: Date;
  readonly timeZone: string;
  readonly norms: Pick<Norms, 'visitCadenceDays' | 'visitDeadlineHour'>;
  /** Only doors of these entrances; all of the community unless given. */
  readonly entranceIds?: readonly string[];
}

/**
 * Rows: household_id, dwelling_id, entrance_id, moved_in, level, today and due_on (dates), due, done, met_today, overdue (booleans).
 * `due` holds for the whole of today, so 应访 stays constant while 已见面 grows. A household that moved away keeps its row,
 * with due_on null and nothing due. Needs a personal scope (care levels).
 *
 * Each door looks up its latest meeting and its latest moving away by index, so the time grows with the doors, not with
 * the history behind them. `offset 0` keeps the planner from turning the order round: a table that was never analysed (the
 * embedded database has no autovacuum) looks empty to it, and it would scan one table for every row of the other.
 */
export function doorDuties({ communityId, asOf, timeZone, norms, entranceIds }: DutyParameters): Sql {
  const at = asOf.toISOString();
  const cadence = norms.visitCadenceDays;
  const within = entranceIds ? sql`and h.entrance_id = any(${[...entranceIds]}::uuid[])` : empty;
  return sql`
    select state.*, coalesce(due_on <= today, false) as due, coalesce(due_on <= today and done_today, false) as done,
      coalesce(due_on <= today and not done_today
        and ${at}::timestamptz >= ((due_on + make_interval(hours => ${norms.visitDeadlineHour}::int)) at time zone ${timeZone}), false) as overdue
    from (
      select door.household_id, home.dwelling_id, home.entrance_id, home.moved_in, door.level, door.today,
        coalesce(now_known.done_today, false) as done_today, coalesce(now_known.met_today, false) as met_today,
        case when gone.on_day >= door.began_on and gone.on_day >= coalesce(met.on_day, gone.on_day) then null
          else greatest(met.on_day, door.began_on)
            + case door.level when 'DAILY' then ${cadence.DAILY}::int when 'WEEKLY' then ${cadence.WEEKLY}::int else ${cadence.MONTHLY}::int end
        end as due_on
      from (
        select c.household_id, c.level,
          (lower(c.during) at time zone ${timeZone})::date as began_on,
          (${at}::timestamptz at time zone ${timeZone})::date as today,
          date_trunc('day', ${at}::timestamptz at time zone ${timeZone}) at time zone ${timeZone} as midnight
        from care_levels c where c.community_id = ${communityId}::uuid and c.during @> ${at}::timestamptz offset 0
      ) door
      cross join lateral (
        select h.dwelling_id, h.entrance_id, h.moved_in from households h
        where h.community_id = ${communityId}::uuid and h.id = door.household_id
          and h.moved_in <= ${at}::timestamptz and (h.moved_out is null or h.moved_out > ${at}::timestamptz) ${within} offset 0
      ) home
      left join lateral (
        select (v.at at time zone ${timeZone})::date as on_day from visits v
        where v.community_id = ${communityId}::uuid and v.household_id = door.household_id
          and v.outcome in ('MET', 'FOLLOW_UP') and v.at < door.midnight
        order by v.at desc limit 1
      ) met on true
      left join lateral (
        select (v.at at time zone ${timeZone})::date as on_day from visits v
        where v.community_id = ${communityId}::uuid and v.household_id = door.household_id
          and v.outcome = 'MOVED_AWAY' and v.at < door.midnight
        order by v.at desc limit 1
      ) gone on true
      left join lateral (
        select bool_or(v.outcome in ('MET', 'FOLLOW_UP', 'MOVED_AWAY')) as done_today, bool_or(v.outcome in ('MET', 'FOLLOW_UP')) as met_today
        from visits v
        where v.community_id = ${communityId}::uuid and v.household_id = door.household_id
          and v.at >= door.midnight and v.at <= ${at}::timestamptz
      ) now_known on true
    ) state`;
}
