// Doors with a care level and what is owed to them as of an instant, as one SQL fragment for lists and counts alike.
// The same rule as visit-cadence.ts; an integration test holds the two together.
import type { Norms } from '#modules/geography';
import { sql, type Sql } from '#platform/database/sql';

export interface DutyParameters {
  readonly communityId: string;
  readonly asOf: Date;
  readonly timeZone: string;
  readonly norms: Pick<Norms, 'visitCadenceDays' | 'visitDeadlineHour'>;
}

/**
 * Rows: household_id, dwelling_id, entrance_id, level, due_on (date), due, done, met_today, overdue (booleans), met_at.
 * `due` holds for the whole of today, so 应访 stays constant while 已见面 grows. Needs a personal scope (care levels).
 *
 * Knocks older than the longest cadence cannot change the answer (the door is due and overdue either way), so the scan
 * over visits stays as long as that cadence; leaving for good is looked up apart, by its own small index.
 */
export function doorDuties({ communityId, asOf, timeZone, norms }: DutyParameters): Sql {
  const at = asOf.toISOString();
  const cadence = norms.visitCadenceDays;
  const longest = Math.max(cadence.DAILY, cadence.WEEKLY, cadence.MONTHLY) + 2;
  return sql`
    select state.*, due_on <= today as due, due_on <= today and done_today as done,
      due_on <= today and not done_today
        and ${at}::timestamptz >= ((due_on + make_interval(hours => ${norms.visitDeadlineHour}::int)) at time zone ${timeZone}) as overdue
    from (
      select door.household_id, door.dwelling_id, door.entrance_id, door.level, door.today, last.met_at,
        coalesce(last.done_today, false) as done_today, coalesce(last.met_today, false) as met_today,
        (greatest((last.met_at at time zone ${timeZone})::date, door.began_on)
          + case door.level when 'DAILY' then ${cadence.DAILY}::int when 'WEEKLY' then ${cadence.WEEKLY}::int else ${cadence.MONTHLY}::int end) as due_on
      from (
        select c.household_id, h.dwelling_id, h.entrance_id, c.level, h.moved_in,
          (lower(c.during) at time zone ${timeZone})::date as began_on,
          (${at}::timestamptz at time zone ${timeZone})::date as today,
          date_trunc('day', ${at}::timestamptz at time zone ${timeZone}) at time zone ${timeZone} as midnight
        from care_levels c join households h on h.community_id = c.community_id and h.id = c.household_id
        where c.community_id = ${communityId} and c.during @> ${at}::timestamptz
          and h.moved_in <= ${at}::timestamptz and (h.moved_out is null or h.moved_out > ${at}::timestamptz)
      ) door
      left join lateral (
        select max(v.at) filter (where v.outcome in ('MET', 'FOLLOW_UP') and v.at < door.midnight) as met_at,
          bool_or(v.at >= door.midnight and v.outcome in ('MET', 'FOLLOW_UP', 'MOVED_AWAY')) as done_today,
          bool_or(v.at >= door.midnight and v.outcome in ('MET', 'FOLLOW_UP')) as met_today
        from visits v
        where v.community_id = ${communityId} and v.dwelling_id = door.dwelling_id and v.household_id = door.household_id
          and v.at <= ${at}::timestamptz and v.at > ${at}::timestamptz - make_interval(days => ${longest}::int)
      ) last on true
      where not exists (
        select 1 from visits gone
        where gone.community_id = ${communityId} and gone.outcome = 'MOVED_AWAY' and gone.household_id = door.household_id
          and gone.at < door.midnight and (gone.at at time zone ${timeZone})::date >= door.began_on
          and gone.at >= coalesce(last.met_at, '-infinity'::timestamptz))
    ) state`;
}
