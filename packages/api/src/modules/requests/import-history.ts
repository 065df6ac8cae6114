// Owns writing many histories at once: one statement a table and batch, events in order of time over all of them.
// Refuses single statements a row: 1,100 requests with their steps must take seconds on the embedded database.
import type { Transaction } from '#platform/database/database';
import { sql } from '#platform/database/sql';
import type { NewEvent } from '#platform/events/event';
import { newId } from '#platform/ids';
import { nextNumbers } from './create-request.ts';
import { foldHistory, type FoldedHistory } from './fold-history.ts';
import type { ClockRules } from './request-neighbours.ts';
import type { RequestHistory } from './request-history.ts';
import { insertNotes, insertSteps, recordset } from './request-rows.ts';

const BATCH = 400;

/**
 * Writes histories with numbers in order of time and records their events. Entrances, grids, people, organizations must exist.
 * @param rules norms and calendar for all clocks of these histories
 * @returns the events in order of time; they are recorded already unless `defer` is set, so that a caller can merge them
 * @throws RangeError on a history that the table of transitions forbids; the unit of work then writes nothing
 */
export async function importHistory(
  tx: Transaction,
  histories: readonly RequestHistory[],
  rules: ClockRules,
  options: { readonly defer?: boolean } = {},
): Promise<readonly NewEvent[]> {
  if (histories.length === 0) return [];
  const folded = histories
    .toSorted((a, b) => a.createdAt.getTime() - b.createdAt.getTime())
    .map((history) => foldHistory(history, rules));
  const first = await nextNumbers(tx, folded.length);
  for (let start = 0; start < folded.length; start += BATCH) {
    const batch = folded.slice(start, start + BATCH);
    await insertRequests(tx, batch, first + start);
    await insertSteps(
      tx,
      batch.flatMap((each) => each.steps),
    );
    await insertNotes(
      tx,
      batch.flatMap((each) => each.notes),
    );
    await insertOrders(tx, batch);
    await insertSpans(tx, batch);
    await insertWords(tx, batch);
  }
  const events = folded.flatMap((each) => each.events).toSorted((a, b) => a.at.getTime() - b.at.getTime());
  if (!options.defer) for (const event of events) tx.record(event);
  return events;
}

async function insertRequests(tx: Transaction, batch: readonly FoldedHistory[], firstNumber: number): Promise<void> {
  const rows = batch.map(({ history, record }, index) => ({
    ...record,
    number: firstNumber + index,
    grid: history.gridId,
    kind: history.kind,
    responsible: history.responsibleId,
    on_call: history.onCallId,
    off_duty: history.offDuty,
    routing: history.routing,
    created_by: history.by.accountId,
  }));
  await tx.execute(sql`
    insert into service_requests (community_id, id, number, entrance_id, grid_id, category, kind, stage, outcome, norms_version, created_at,
      respond_due_at, responded_at, due_at, closed_at, reopened_count, caller_count, step_count, responsible_id, on_call_id, off_duty, routing,
      organization_id, extension_until, extension_requested_at, extension_asked_by, extension_decided_at, extension_approved, created_by)
    select ${tx.communityId}::uuid, r.id, r.number, r."entranceId", r.grid, r.category, r.kind, r.stage, r.outcome, r."normsVersion", r."createdAt",
      r."respondDueAt", r."respondedAt", r."dueAt", r."closedAt", r."reopenedCount", r."callerCount", r."stepCount", r.responsible, r.on_call,
      r.off_duty, r.routing, r."organizationId", r."extensionUntil", r."extensionRequestedAt", r."extensionAskedBy", r."extensionDecidedAt",
      r."extensionApproved", r.created_by
    from ${recordset(rows, REQUEST_COLUMNS)}`);
}

const REQUEST_COLUMNS = `id uuid, number int, "entranceId" uuid, grid uuid, category text, kind text, stage text, outcome text, "normsVersion" int,
  "createdAt" timestamptz, "respondDueAt" timestamptz, "respondedAt" timestamptz, "dueAt" timestamptz, "closedAt" timestamptz, "reopenedCount" int,
  "callerCount" int, "stepCount" int, responsible uuid, on_call uuid, off_duty boolean, routing jsonb, "organizationId" uuid, "extensionUntil" timestamptz,
  "extensionRequestedAt" timestamptz, "extensionAskedBy" uuid, "extensionDecidedAt" timestamptz, "extensionApproved" boolean, created_by uuid`;

async function insertOrders(tx: Transaction, batch: readonly FoldedHistory[]): Promise<void> {
  const rows = batch.flatMap(({ history, orders }) => orders.map((order) => ({ ...order, requestId: history.id })));
  if (rows.length === 0) return;
  await tx.execute(sql`
    insert into work_orders (community_id, id, request_id, organization_id, dispatched_at, answer_due_at, finish_due_at, accepted_at, arrived_at, crew, finished_at)
    select ${tx.communityId}::uuid, r.id, r."requestId", r."organizationId", r."dispatchedAt", r."answerDueAt", r."finishDueAt", r."acceptedAt",
      r."arrivedAt", r.crew, r."finishedAt"
    from ${recordset(
      rows,
      `id uuid, "requestId" uuid, "organizationId" uuid, "dispatchedAt" timestamptz, "answerDueAt" timestamptz,
      "finishDueAt" timestamptz, "acceptedAt" timestamptz, "arrivedAt" timestamptz, crew int, "finishedAt" timestamptz`,
    )}`);
}

async function insertSpans(tx: Transaction, batch: readonly FoldedHistory[]): Promise<void> {
  const rows = batch.flatMap(({ history, spans }) =>
    spans.map((span) => ({ ...span, requestId: history.id, entranceId: history.entranceId })),
  );
  await tx.execute(sql`
    insert into request_spans (community_id, request_id, entrance_id, opened_at, closed_at, due_at)
    select ${tx.communityId}::uuid, r."requestId", r."entranceId", r."openedAt", r."closedAt", r."dueAt"
    from ${recordset(rows, '"requestId" uuid, "entranceId" uuid, "openedAt" timestamptz, "closedAt" timestamptz, "dueAt" timestamptz')}`);
}

/** The resident's words and the caller, among the personal data. */
async function insertWords(tx: Transaction, batch: readonly FoldedHistory[]): Promise<void> {
  const rows = batch.map(({ history }) => ({
    id: newId(),
    request: history.id,
    at: history.createdAt,
    text: history.text,
    ...history.caller,
  }));
  await tx.execute(sql`
    insert into request_texts (community_id, request_id, text)
    select ${tx.communityId}::uuid, r.request, r.text from ${recordset(rows, 'request uuid, text text')}`);
  await tx.execute(sql`
    insert into request_callers (community_id, id, request_id, at, door, name, phone)
    select ${tx.communityId}::uuid, r.id, r.request, r.at, r.door, r.name, r.phone
    from ${recordset(rows, 'id uuid, request uuid, at timestamptz, door text, name text, phone text')}`);
}
