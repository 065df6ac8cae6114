// What waits for someone: open requests with their clocks, and daily doors, each as rows of one query.
import type { Access } from '#modules/access';
import type { Norms } from '#modules/geography';
import { doorDuties } from '#modules/visits';
import type { Database } from '#platform/database/database';
import { SYSTEM } from '#platform/database/scope';
import { sql } from '#platform/database/sql';

export interface WaitingRequest {
  readonly id: string;
  readonly category: string;
  readonly kind: string;
  readonly stage: string;
  readonly entranceId: string;
  readonly gridId: string | null;
  readonly responsibleId: string | null;
  readonly offDuty: boolean;
  readonly organizationId: string | null;
  /** Epoch milliseconds, all four. */
  readonly createdAt: number;
  readonly dueAt: number;
  readonly answerDueAt: number | null;
  readonly respondDueAt: number | null;
}

/** Open as of the instant, nearest deadline first, at most 200. */
export function readWaitingRequests(database: Database, access: Access, asOf: Date): Promise<WaitingRequest[]> {
  const at = asOf.toISOString();
  return database.read<WaitingRequest>(
    access.scope,
    sql`
    select r.id, r.category, r.kind,
      coalesce((select s.to_stage from request_steps s where s.community_id = r.community_id and s.request_id = r.id
        and s.at <= ${at}::timestamptz order by s.position desc limit 1), 'REPORTED') as stage, r.entrance_id as "entranceId", r.grid_id as "gridId",
      r.responsible_id as "responsibleId", r.off_duty as "offDuty", r.organization_id as "organizationId",
      ms(r.created_at) as "createdAt", ms(span.due_at) as "dueAt", ms(r.respond_due_at) as "respondDueAt",
      (select ms(w.answer_due_at) from work_orders w where w.community_id = r.community_id and w.request_id = r.id
        and w.dispatched_at <= ${at}::timestamptz and (w.accepted_at is null or w.accepted_at > ${at}::timestamptz)
        and (w.finished_at is null or w.finished_at > ${at}::timestamptz) order by w.dispatched_at desc limit 1) as "answerDueAt"
    from request_spans span join service_requests r on r.community_id = span.community_id and r.id = span.request_id
    where span.community_id = ${access.community.id} and span.opened_at <= ${at}::timestamptz
      and (span.closed_at is null or span.closed_at > ${at}::timestamptz)
    order by span.due_at limit 200`,
  );
}

export interface WaitingDoors {
  readonly buildingId: string;
  /** The entrance with the most of them: where the next action begins. */
  readonly entranceId: string;
  readonly due: number;
  readonly overdue: number;
  /** Earliest day due, YYYY-MM-DD. */
  readonly dueOn: string;
}

/** Daily doors not met today, by building; counted by the system, so a screen may show the number. */
export function readWaitingDoors(
  database: Database,
  access: Access,
  asOf: Date,
  norms: Norms,
): Promise<WaitingDoors[]> {
  const parameters = { communityId: access.community.id, asOf, timeZone: access.community.timeZone, norms };
  return database.read<WaitingDoors>(
    SYSTEM,
    sql`
    select e.building_id as "buildingId", mode() within group (order by duties.entrance_id) as "entranceId",
      count(*)::int as due, count(*) filter (where duties.overdue)::int as overdue, to_char(min(duties.due_on), 'YYYY-MM-DD') as "dueOn"
    from (${doorDuties(parameters)}) duties
    join entrances e on e.community_id = ${access.community.id} and e.id = duties.entrance_id
    where duties.level = 'DAILY' and duties.due and not duties.done group by e.building_id`,
  );
}
