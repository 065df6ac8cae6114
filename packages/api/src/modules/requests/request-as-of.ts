// Owns what a request was at an instant: only stamps, spans, orders and photos up to then count. Pure.
// Refuses to rewrite who answered for it: responsibility and the grid are those stored last.
import type { OrderFact, PhotoFact, RequestFacts, StepFact } from './request-facts.read.ts';

export interface RequestAsOf {
  readonly stage: string;
  readonly outcome: string | null;
  readonly duplicateOf: string | null;
  readonly respondedAt: number | null;
  readonly dueAt: number;
  readonly closedAt: number | null;
  readonly overdue: boolean;
  readonly reopenedCount: number;
  readonly callerCount: number;
  readonly steps: readonly StepFact[];
  readonly orders: readonly OrderFact[];
  readonly photos: readonly PhotoFact[];
  readonly extension: {
    readonly until: number;
    readonly reason: string | null;
    readonly requestedAt: number;
    readonly decidedAt: number | null;
    readonly approved: boolean | null;
  } | null;
}

/** @param asOf epoch milliseconds, inclusive; the same facts and instant always give the same answer, whatever came later */
export function requestAsOf(facts: RequestFacts, asOf: number): RequestAsOf {
  const steps = facts.steps.filter((step) => step.at <= asOf);
  const until = (at: number | null): number | null => (at !== null && at <= asOf ? at : null);
  const stage = steps.at(-1)?.to ?? 'REPORTED';
  const closing = stage === 'CLOSED' ? steps.findLast((step) => step.stamp === 'CLOSED') : undefined;
  return {
    stage,
    outcome: closing?.outcome ?? null,
    duplicateOf: closing?.duplicateOf ?? null,
    respondedAt: until(facts.respondedAt),
    closedAt: closing?.at ?? null,
    ...clockAsOf(facts, asOf),
    reopenedCount: steps.filter((step) => step.stamp === 'REOPENED').length,
    callerCount: 1 + steps.filter((step) => step.action === 'JOIN').length,
    steps,
    orders: facts.orders.filter((order) => order.dispatchedAt <= asOf).map((order) => orderAsOf(order, until)),
    photos: facts.photos.filter((photo) => photo.at <= asOf),
    extension: extensionAsOf(facts, steps, until),
  };
}

function clockAsOf({ spans, dueAt }: RequestFacts, asOf: number): Pick<RequestAsOf, 'dueAt' | 'overdue'> {
  const span = spans.findLast((each) => each.openedAt <= asOf);
  if (!span) return { dueAt, overdue: false };
  const open = span.closedAt === null || span.closedAt > asOf;
  return { dueAt: span.dueAt, overdue: open && span.dueAt <= asOf };
}

function orderAsOf(order: OrderFact, until: (at: number | null) => number | null): OrderFact {
  const arrivedAt = until(order.arrivedAt);
  return {
    ...order,
    acceptedAt: until(order.acceptedAt),
    arrivedAt,
    crew: arrivedAt === null ? null : order.crew,
    finishedAt: until(order.finishedAt),
  };
}

function extensionAsOf(
  facts: RequestFacts,
  steps: readonly StepFact[],
  until: (at: number | null) => number | null,
): RequestAsOf['extension'] {
  const requestedAt = until(facts.extensionRequestedAt);
  if (requestedAt === null || facts.extensionUntil === null) return null;
  const decidedAt = until(facts.extensionDecidedAt);
  const reason = steps.findLast((step) => step.stamp === 'EXTENSION_REQUESTED')?.note ?? null;
  return {
    until: facts.extensionUntil,
    reason,
    requestedAt,
    decidedAt,
    approved: decidedAt === null ? null : facts.extensionApproved,
  };
}
