// Owns the rows beside a request: stamps with their notes, spans, callers, photos. Each function is one statement or two.
// Refuses rules: what is written was decided before. Several rows travel as one JSON parameter.
import type { Transaction } from '#platform/database/database';
import { raw, sql, type Sql } from '#platform/database/sql';
import { newId } from '#platform/ids';
import type { CallerDetails } from './request-input.ts';
import type { SpanChange, StepRecord } from './request-record.ts';

/** `rows` as a table expression `r`; `columns` is a record definition, e.g. `id uuid, position int`. */
export function recordset(rows: readonly object[], columns: string): Sql {
  return sql`json_to_recordset(${JSON.stringify(rows)}::json) as r (${raw(columns)})`;
}

export interface StampedStep extends StepRecord {
  readonly id: string;
  readonly requestId: string;
  readonly accountId: string | null;
  readonly personId: string | null;
}

export function stamped(
  requestId: string,
  steps: readonly StepRecord[],
  by: { accountId: string | null; personId: string | null },
): StampedStep[] {
  return steps.map((step) => ({ ...step, id: newId(), requestId, ...by }));
}

export async function insertSteps(tx: Transaction, steps: readonly StampedStep[]): Promise<void> {
  if (steps.length === 0) return;
  const rows = steps.map((step) => ({
    id: step.id,
    request_id: step.requestId,
    position: step.position,
    action: step.action,
    from_stage: step.from,
    to_stage: step.to,
    at: step.at,
    account_id: step.accountId,
    person_id: step.personId,
    detail: {
      stamp: step.stamp,
      ...(step.outcome && { outcome: step.outcome }),
      ...(step.duplicateOf && { duplicateOf: step.duplicateOf }),
    },
  }));
  await tx.execute(sql`
    insert into request_steps (community_id, id, request_id, position, action, from_stage, to_stage, at, account_id, person_id, detail)
    select ${tx.communityId}::uuid, r.id, r.request_id, r.position, r.action, r.from_stage, r.to_stage, r.at, r.account_id, r.person_id, r.detail
    from ${recordset(rows, 'id uuid, request_id uuid, position int, action text, from_stage text, to_stage text, at timestamptz, account_id uuid, person_id uuid, detail jsonb')}`);
}

/** The words of a step lie among the personal data. */
export async function insertNotes(
  tx: Transaction,
  notes: readonly { readonly stepId: string; readonly note: string }[],
): Promise<void> {
  if (notes.length === 0) return;
  await tx.execute(sql`
    insert into request_notes (community_id, step_id, note)
    select ${tx.communityId}::uuid, r."stepId", r.note from ${recordset(notes, '"stepId" uuid, note text')}`);
}

export async function insertCaller(tx: Transaction, requestId: string, caller: CallerDetails, at: Date): Promise<void> {
  await tx.execute(sql`
    insert into request_callers (community_id, id, request_id, at, door, name, phone)
    values (${tx.communityId}::uuid, ${newId()}::uuid, ${requestId}::uuid, ${at.toISOString()}::timestamptz, ${caller.door}, ${caller.name}, ${caller.phone})`);
}

export async function insertText(tx: Transaction, requestId: string, text: string): Promise<void> {
  await tx.execute(sql`
    insert into request_texts (community_id, request_id, text) values (${tx.communityId}::uuid, ${requestId}::uuid, ${text})`);
}

export interface StoredPhoto {
  readonly sha256: string;
  readonly phase: 'BEFORE' | 'AFTER';
}

export async function insertPhotos(
  tx: Transaction,
  requestId: string,
  photos: readonly StoredPhoto[],
  at: Date,
): Promise<void> {
  if (photos.length === 0) return;
  const rows = photos.map((photo) => ({ id: newId(), ...photo }));
  await tx.execute(sql`
    insert into request_photos (community_id, id, request_id, phase, sha256, at)
    select ${tx.communityId}::uuid, r.id, ${requestId}::uuid, r.phase, r.sha256, ${at.toISOString()}::timestamptz
    from ${recordset(rows, 'id uuid, phase text, sha256 text')}`);
}

/** Closes, opens or restarts the stretch in which the request counts as open; a stretch of no length leaves no row. */
export async function changeSpan(
  tx: Transaction,
  request: { readonly id: string; readonly entranceId: string },
  change: SpanChange,
  at: Date,
): Promise<void> {
  const instant = at.toISOString();
  if (change.kind !== 'OPEN') {
    await tx.execute(sql`
      delete from request_spans
      where community_id = ${tx.communityId}::uuid and request_id = ${request.id}::uuid and closed_at is null and opened_at >= ${instant}::timestamptz`);
    await tx.execute(sql`
      update request_spans set closed_at = ${instant}::timestamptz
      where community_id = ${tx.communityId}::uuid and request_id = ${request.id}::uuid and closed_at is null`);
  }
  if (change.kind === 'CLOSE') return;
  await tx.execute(sql`
    insert into request_spans (community_id, request_id, entrance_id, opened_at, due_at)
    values (${tx.communityId}::uuid, ${request.id}::uuid, ${request.entranceId}::uuid, ${instant}::timestamptz, ${change.dueAt.toISOString()}::timestamptz)`);
}
