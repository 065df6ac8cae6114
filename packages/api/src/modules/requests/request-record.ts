// Owns how a decided move changes a request's record: columns, work order, stamps, clocks and the event of the log.
// Pure. Refuses to decide (request-lifecycle.ts) and to store: the live services and the import of histories share it.
import type { NewEvent } from '#platform/events/event';
import type { ActionInput, RequestOutcome, RequestState } from './request-guards.ts';
import type { LifecycleMove } from './request-lifecycle.ts';
import {
  REQUEST_STAGES,
  type OrderState,
  type RequestAction,
  type RequestStage,
  type RequestStep,
} from './request-stages.ts';

/** The columns of a request that its rules read or change. Ids are uuids. */
export interface RequestRecord {
  readonly id: string;
  readonly entranceId: string;
  readonly category: string;
  stage: string;
  outcome: string | null;
  dueAt: Date;
  respondedAt: Date | null;
  closedAt: Date | null;
  reopenedCount: number;
  stepCount: number;
  organizationId: string | null;
  normsVersion: number;
  extensionUntil: Date | null;
  extensionRequestedAt: Date | null;
  extensionAskedBy: string | null;
  extensionDecidedAt: Date | null;
  extensionApproved: boolean | null;
}

/** A work order at an organization; the latest one of a request is its current one. */
export interface OrderRecord {
  readonly id: string;
  readonly organizationId: string;
  readonly dispatchedAt: Date;
  readonly answerDueAt: Date;
  readonly finishDueAt: Date;
  acceptedAt: Date | null;
  arrivedAt: Date | null;
  crew: number | null;
  finishedAt: Date | null;
}

/** One row of the history. `stamp` is a stage reached or a mark that leaves the stage as it is. */
export interface StepRecord {
  readonly position: number;
  readonly action: RequestAction | 'JOIN' | null;
  readonly stamp: RequestStep | 'JOINED';
  readonly from: RequestStage | null;
  readonly to: RequestStage;
  readonly at: Date;
  readonly outcome: RequestOutcome | null;
  readonly duplicateOf: string | null;
}

/** What happens to the stretch in which a request counts as open. */
export type SpanChange = { readonly kind: 'CLOSE' } | { readonly kind: 'OPEN' | 'RESTART'; readonly dueAt: Date };

/** Clocks that a move starts: a new due time with REOPEN, a new work order with DISPATCH. */
export interface StartedClocks {
  readonly request?: { readonly dueAt: Date; readonly normsVersion: number };
  readonly order?: Pick<OrderRecord, 'id' | 'answerDueAt' | 'finishDueAt'>;
}

export interface RecordChange {
  readonly request: Partial<RequestRecord>;
  /** A work order to add, or the changed columns of the current one. */
  readonly newOrder: OrderRecord | null;
  readonly order: Partial<OrderRecord>;
  readonly steps: readonly StepRecord[];
  readonly span: SpanChange | null;
  readonly event: NewEvent;
}

/** What the rules need to know of a stored request. An order counts only while its organization holds the request. */
export function stateOf(record: RequestRecord, order: OrderRecord | null): RequestState {
  const pending = record.extensionUntil && record.extensionRequestedAt && !record.extensionDecidedAt;
  return {
    requestId: record.id,
    stage: record.stage as RequestStage,
    organizationId: record.organizationId,
    order: record.organizationId && order ? orderState(order) : null,
    outcome: record.outcome as RequestOutcome | null,
    dueAt: record.dueAt,
    extension: pending ? { until: record.extensionUntil!, askedBy: record.extensionAskedBy ?? '' } : null,
    reopenings: record.reopenedCount,
  };
}

function orderState(order: OrderRecord): OrderState {
  if (order.finishedAt) return 'FINISHED';
  if (order.arrivedAt) return 'ARRIVED';
  return order.acceptedAt ? 'TAKEN' : 'OFFERED';
}

/** What a decided move changes. `at` is `input.at`; nothing before it is touched. */
export function changeOf(
  record: RequestRecord,
  order: OrderRecord | null,
  decided: {
    readonly action: RequestAction;
    readonly move: LifecycleMove;
    readonly input: ActionInput;
    readonly actorId: string;
  },
  clocks: StartedClocks = {},
): RecordChange {
  const { action, move, input } = decided;
  const before = stateOf(record, order);
  const next = clocks.request ? { ...move.ok, dueAt: clocks.request.dueAt } : move.ok;
  const steps = stepsOf(record, decided);
  return {
    request: {
      stage: next.stage,
      outcome: next.outcome,
      dueAt: next.dueAt,
      organizationId: next.organizationId,
      reopenedCount: next.reopenings,
      stepCount: record.stepCount + steps.length,
      respondedAt: record.respondedAt ?? (next.stage === 'REPORTED' ? null : input.at),
      closedAt: next.stage === 'CLOSED' ? input.at : null,
      ...(clocks.request && { normsVersion: clocks.request.normsVersion }),
      ...extensionColumns(action, before, next, decided),
    },
    newOrder: action === 'DISPATCH' ? orderedNow(next, input.at, clocks) : null,
    order: action === 'DISPATCH' ? {} : orderColumns(before.order, next.order, input),
    steps,
    span: spanChange(action, next),
    event: eventOf(record, action, next, input.at),
  };
}

function stepsOf(
  record: RequestRecord,
  { action, move, input }: { action: RequestAction; move: LifecycleMove; input: ActionInput },
): StepRecord[] {
  let from = record.stage as RequestStage;
  return move.steps.map((stamp, index) => {
    // A mark leaves the stage as it is. Out of CLOSED it names the stage to come, so that what leads to CLOSED is a closing.
    const to = isStage(stamp) ? stamp : from === 'CLOSED' ? move.ok.stage : from;
    const closes = stamp === 'CLOSED';
    const step: StepRecord = {
      position: record.stepCount + index,
      action,
      stamp,
      from,
      to,
      at: input.at,
      outcome: closes ? (input.outcome ?? null) : null,
      duplicateOf: closes ? (input.duplicateOf ?? null) : null,
    };
    from = to;
    return step;
  });
}

function isStage(stamp: RequestStep): stamp is RequestStage {
  return (REQUEST_STAGES as readonly string[]).includes(stamp);
}

const NO_EXTENSION = {
  extensionUntil: null,
  extensionRequestedAt: null,
  extensionAskedBy: null,
  extensionDecidedAt: null,
  extensionApproved: null,
} as const;

function extensionColumns(
  action: RequestAction,
  before: RequestState,
  next: RequestState,
  { input, actorId }: { input: ActionInput; actorId: string },
): Partial<RequestRecord> {
  switch (action) {
    case 'REQUEST_EXTENSION':
      return {
        ...NO_EXTENSION,
        extensionUntil: input.until ?? null,
        extensionRequestedAt: input.at,
        extensionAskedBy: actorId,
      };
    case 'APPROVE_EXTENSION':
    case 'REFUSE_EXTENSION':
      return { extensionDecidedAt: input.at, extensionApproved: action === 'APPROVE_EXTENSION' };
    case 'REOPEN':
      return NO_EXTENSION;
    default:
      return before.extension && !next.extension ? { extensionDecidedAt: input.at } : {};
  }
}

function orderedNow(next: RequestState, at: Date, { order }: StartedClocks): OrderRecord | null {
  if (!order || !next.organizationId)
    throw new RangeError('a dispatch needs an organization and the clocks of its order');
  return {
    ...order,
    organizationId: next.organizationId,
    dispatchedAt: at,
    acceptedAt: null,
    arrivedAt: null,
    crew: null,
    finishedAt: null,
  };
}

function orderColumns(before: OrderState | null, next: OrderState | null, input: ActionInput): Partial<OrderRecord> {
  if (before === next || next === null) return {};
  // Sent back: the crew has to come again; when it was there before stands in the history.
  if (before === 'FINISHED') return { arrivedAt: null, crew: null, finishedAt: null };
  if (next === 'TAKEN') return { acceptedAt: input.at };
  if (next === 'ARRIVED') return { arrivedAt: input.at, crew: input.crew ?? null };
  return { finishedAt: input.at };
}

function spanChange(action: RequestAction, next: RequestState): SpanChange | null {
  if (next.stage === 'CLOSED') return { kind: 'CLOSE' };
  if (action === 'REOPEN') return { kind: 'OPEN', dueAt: next.dueAt };
  return action === 'APPROVE_EXTENSION' ? { kind: 'RESTART', dueAt: next.dueAt } : null;
}

function eventOf(record: RequestRecord, action: RequestAction, next: RequestState, at: Date): NewEvent {
  const place = { at, requestId: record.id, entranceId: record.entranceId };
  const common = { category: record.category, stage: next.stage };
  const dueAt = next.dueAt.getTime();
  if (next.stage === 'CLOSED') return { ...place, kind: 'request.closed', data: { ...common, outcome: next.outcome } };
  if (action === 'REOPEN') return { ...place, kind: 'request.reopened', data: { ...common, dueAt } };
  if (action === 'APPROVE_EXTENSION') return { ...place, kind: 'request.extended', data: { ...common, dueAt } };
  return { ...place, kind: 'request.advanced', data: { ...common, action } };
}
