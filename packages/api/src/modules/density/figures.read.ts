// Counts per entrance as of any instant, by one SQL statement. The live model must agree with it to the unit.
import { doorDuties } from '#modules/visits';
import type { Norms } from '#modules/geography';
import type { Database } from '#platform/database/database';
import { SYSTEM } from '#platform/database/scope';
import { sql, type Sql } from '#platform/database/sql';
import type { Counts } from './metric.ts';

export interface FiguresQuestion {
  readonly communityId: string;
  readonly timeZone: string;
  readonly norms: Norms;
  readonly windowStart: Date;
  readonly asOf: Date;
}

export interface EntranceCounts extends Counts {
  readonly entranceId: string;
}

/**
 * Rows for entrances with anything to count. Care levels are read as the system and leave as counts only.
 * Grows with the events in the window: about 0.5 µs each on PostgreSQL.
 */
export async function readFigures(database: Database, question: FiguresQuestion): Promise<EntranceCounts[]> {
  return database.read<EntranceCounts>(SYSTEM, figuresQuery(question));
}

/** The query itself, for tests that compare it with the live model, and for the explanation of a figure. */
export function figuresQuery(question: FiguresQuestion): Sql {
  const { communityId } = question;
  const from = question.windowStart.toISOString();
  const at = question.asOf.toISOString();
  return sql`
    select entrance_id as "entranceId",
      sum(new_requests)::int as "newRequests", sum(closed_requests)::int as "closedRequests",
      sum(visits)::int as visits, sum(doors_met)::int as "doorsMet",
      sum(open_requests)::int as "openRequests", sum(overdue_requests)::int as "overdueRequests",
      sum(doors_due)::int as "doorsDue", sum(due_met)::int as "dueMet", sum(doors_overdue)::int as "doorsOverdue"
    from (
      select entrance_id, count(*) as new_requests, 0 as closed_requests, 0 as visits, 0 as doors_met, 0 as open_requests,
        0 as overdue_requests, 0 as doors_due, 0 as due_met, 0 as doors_overdue
      from service_requests where community_id = ${communityId} and created_at between ${from}::timestamptz and ${at}::timestamptz group by 1
      union all
      select r.entrance_id, 0, count(*), 0, 0, 0, 0, 0, 0, 0
      from request_steps s join service_requests r on r.community_id = s.community_id and r.id = s.request_id
      where s.community_id = ${communityId} and s.to_stage = 'CLOSED' and s.at between ${from}::timestamptz and ${at}::timestamptz group by 1
      union all
      select entrance_id, 0, 0, count(*) filter (where outcome <> 'NOT_HOME'),
        count(distinct household_id) filter (where outcome in ('MET', 'FOLLOW_UP')), 0, 0, 0, 0, 0
      from visits where community_id = ${communityId} and at between ${from}::timestamptz and ${at}::timestamptz group by 1
      union all
      select entrance_id, 0, 0, 0, 0, count(*), count(*) filter (where due_at <= ${at}::timestamptz), 0, 0, 0
      from request_spans where community_id = ${communityId} and opened_at <= ${at}::timestamptz
        and (closed_at is null or closed_at > ${at}::timestamptz) group by 1
      union all
      select entrance_id, 0, 0, 0, 0, 0, 0, count(*) filter (where due), count(*) filter (where due and met_today), count(*) filter (where overdue)
      from (${doorDuties(question)}) duties group by 1
    ) parts group by entrance_id`;
}
