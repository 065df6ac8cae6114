// Owns reading requests with all that belongs to them in one query, by ids. Personal columns are null where the session is not
// personal: row-level security leaves those tables empty, and the joins are left joins.
// Refuses masking and as-of: request-view.ts does both.
import type { Database } from '#platform/database/database';
import type { Scope } from '#platform/database/scope';
import { sql } from '#platform/database/sql';
import type { RoutingReason } from '#modules/people';

/** Instants are epoch milliseconds. */
export interface StepFact {
  readonly id: string;
  readonly action: string | null;
  readonly from: string | null;
  readonly to: string;
  readonly at: number;
  readonly stamp: string;
  readonly outcome: string | null;
  /** Of a closing as a duplicate: the request it repeats. */
  readonly duplicateOf?: string | null;
  readonly actor: string | null;
  readonly note: string | null;
}
export interface SpanFact {
  readonly openedAt: number;
  readonly closedAt: number | null;
  readonly dueAt: number;
}
export interface OrderFact {
  readonly id: string;
  readonly organizationId: string;
  readonly dispatchedAt: number;
  readonly answerDueAt: number;
  readonly finishDueAt: number;
  readonly acceptedAt: number | null;
  readonly arrivedAt: number | null;
  readonly crew: number | null;
  readonly finishedAt: number | null;
}
export interface PhotoFact {
  readonly id: string;
  readonly sha256: string;
  readonly phase: 'BEFORE' | 'AFTER';
  readonly at: number;
}

export interface RequestFacts {
  readonly id: string;
  readonly number: number;
  readonly entranceId: string;
  readonly gridId: string | null;
  readonly category: string;
  readonly kind: string;
  readonly stage: string;
  readonly outcome: string | null;
  readonly normsVersion: number;
  readonly createdAt: number;
  readonly respondDueAt: number | null;
  readonly respondedAt: number | null;
  readonly dueAt: number;
  readonly closedAt: number | null;
  readonly reopenedCount: number;
  readonly stepCount: number;
  readonly responsibleId: string | null;
  readonly onCallId: string | null;
  readonly offDuty: boolean;
  readonly routing: readonly RoutingReason[];
  readonly organizationId: string | null;
  readonly extensionUntil: number | null;
  readonly extensionRequestedAt: number | null;
  readonly extensionAskedBy: string | null;
  readonly extensionDecidedAt: number | null;
  readonly extensionApproved: boolean | null;
  readonly text: string | null;
  /** Of the first caller who named one. */
  readonly door: string | null;
  readonly steps: readonly StepFact[];
  readonly spans: readonly SpanFact[];
  readonly orders: readonly OrderFact[];
  readonly photos: readonly PhotoFact[];
}

/** By primary key; requests that do not exist are absent. One query, four index scans a request. */
export async function readRequestFacts(
  database: Database,
  scope: Scope,
  communityId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, RequestFacts>> {
  if (ids.length === 0) return new Map();
  const rows = await database.read<RequestFacts>(
    scope,
    sql`
    select r.id, r.number, r.entrance_id as "entranceId", r.grid_id as "gridId", r.category, r.kind, r.stage, r.outcome,
      r.norms_version as "normsVersion", ms(r.created_at) as "createdAt", ms(r.respond_due_at) as "respondDueAt", ms(r.responded_at) as "respondedAt",
      ms(r.due_at) as "dueAt", ms(r.closed_at) as "closedAt", r.reopened_count as "reopenedCount", r.step_count as "stepCount",
      r.responsible_id as "responsibleId", r.on_call_id as "onCallId", r.off_duty as "offDuty", r.routing, r.organization_id as "organizationId",
      ms(r.extension_until) as "extensionUntil", ms(r.extension_requested_at) as "extensionRequestedAt", r.extension_asked_by as "extensionAskedBy",
      ms(r.extension_decided_at) as "extensionDecidedAt", r.extension_approved as "extensionApproved",
      t.text,
      (select c.door from request_callers c where c.community_id = r.community_id and c.request_id = r.id and c.door is not null order by c.at, c.id limit 1) as door,
      (select coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'action', s.action, 'from', s.from_stage, 'to', s.to_stage, 'at', ms(s.at),
          'stamp', s.detail ->> 'stamp', 'outcome', s.detail ->> 'outcome', 'duplicateOf', s.detail ->> 'duplicateOf',
          'actor', coalesce(p.name, a.name), 'note', n.note) order by s.position), '[]')
        from request_steps s
        left join request_notes n on n.community_id = s.community_id and n.step_id = s.id
        left join people p on p.community_id = s.community_id and p.id = s.person_id
        left join accounts a on a.id = s.account_id
        where s.community_id = r.community_id and s.request_id = r.id) as steps,
      (select coalesce(jsonb_agg(jsonb_build_object('openedAt', ms(s.opened_at), 'closedAt', ms(s.closed_at), 'dueAt', ms(s.due_at)) order by s.opened_at), '[]')
        from request_spans s where s.community_id = r.community_id and s.request_id = r.id) as spans,
      (select coalesce(jsonb_agg(jsonb_build_object('id', w.id, 'organizationId', w.organization_id, 'dispatchedAt', ms(w.dispatched_at),
          'answerDueAt', ms(w.answer_due_at), 'finishDueAt', ms(w.finish_due_at), 'acceptedAt', ms(w.accepted_at), 'arrivedAt', ms(w.arrived_at),
          'crew', w.crew, 'finishedAt', ms(w.finished_at)) order by w.dispatched_at, w.id), '[]')
        from work_orders w where w.community_id = r.community_id and w.request_id = r.id) as orders,
      (select coalesce(jsonb_agg(jsonb_build_object('id', f.id, 'sha256', f.sha256, 'phase', f.phase, 'at', ms(f.at)) order by f.at, f.id), '[]')
        from request_photos f where f.community_id = r.community_id and f.request_id = r.id) as photos
    from service_requests r
    left join request_texts t on t.community_id = r.community_id and t.request_id = r.id
    where r.community_id = ${communityId}::uuid and r.id = any(${[...ids]}::uuid[])`,
  );
  return new Map(rows.map((row) => [row.id, row]));
}
