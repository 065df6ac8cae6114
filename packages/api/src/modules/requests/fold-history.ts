// Owns playing one history through the table in memory: the rows and events it comes to. Pure but for new ids.
// Refuses a history that the table forbids: a past that could not have happened is a fault of whoever hands it over.
import type { NewEvent } from '#platform/events/event';
import { newId } from '#platform/ids';
import { reported, reportedStep } from './create-request.ts';
import { startedClocks } from './move-request.ts';
import type { ClockRules } from './request-neighbours.ts';
import { type ClockEvent, type OpenSpan, openSpans } from './request-clocks.ts';
import type { ActionInput, LifecycleActor } from './request-guards.ts';
import type { HistoryMove, RequestHistory } from './request-history.ts';
import { decide } from './request-lifecycle.ts';
import { changeOf, type OrderRecord, type RequestRecord, stateOf } from './request-record.ts';
import { stamped, type StampedStep } from './request-rows.ts';
import { REQUEST_PARTIES } from './request-stages.ts';

export interface FoldedHistory {
  readonly history: RequestHistory;
  readonly record: RequestRecord & Pick<ReturnType<typeof reported>, 'createdAt' | 'respondDueAt' | 'callerCount'>;
  readonly steps: readonly StampedStep[];
  readonly notes: readonly { readonly stepId: string; readonly note: string }[];
  readonly orders: readonly OrderRecord[];
  readonly spans: readonly OpenSpan[];
  readonly events: readonly NewEvent[];
}

/** @throws RangeError naming the request, the move and the refusal */
export function foldHistory(history: RequestHistory, rules: ClockRules): FoldedHistory {
  const record = {
    ...reported(rules, history.category, history.createdAt),
    id: history.id,
    entranceId: history.entranceId,
  };
  const steps: StampedStep[] = [...stamped(history.id, [reportedStep(history.createdAt)], history.by)];
  const notes: { stepId: string; note: string }[] = [];
  const orders: OrderRecord[] = [];
  const clock: ClockEvent[] = [{ kind: 'OPENED', at: history.createdAt, dueAt: record.dueAt }];
  const events: NewEvent[] = [createdEvent(history, record)];
  for (const move of history.moves) {
    const change = changeBy(record, orders.at(-1) ?? null, move, rules);
    Object.assign(record, change.request);
    Object.assign(orders.at(-1) ?? {}, change.order);
    if (change.newOrder) orders.push(change.newOrder);
    const added = stamped(history.id, change.steps, move.by);
    steps.push(...added);
    if (move.note && added.length > 0) notes.push({ stepId: added.at(-1)!.id, note: move.note });
    if (change.span)
      clock.push(
        change.span.kind === 'CLOSE'
          ? { kind: 'CLOSED', at: move.at }
          : { kind: change.span.kind === 'OPEN' ? 'REOPENED' : 'EXTENDED', at: move.at, dueAt: change.span.dueAt },
      );
    events.push(change.event);
  }
  return { history, record, steps, notes, orders, spans: openSpans(clock), events };
}

function changeBy(record: RequestRecord, order: OrderRecord | null, move: HistoryMove, rules: ClockRules) {
  const { action, at, by, note, ...given } = move;
  const input: ActionInput = { at, ...given, ...(note !== undefined && { reason: note }) };
  const actor: LifecycleActor = { personId: by.accountId ?? newId(), parties: new Set(REQUEST_PARTIES) };
  const decided = decide(stateOf(record, order), action, actor, input);
  if ('refused' in decided)
    throw new RangeError(`request ${record.id}: ${action} at ${at.toISOString()} is refused: ${decided.refused}`);
  return changeOf(
    record,
    order,
    { action, move: decided, input, actorId: actor.personId },
    startedClocks(record, action, at, rules),
  );
}

function createdEvent(history: RequestHistory, record: RequestRecord): NewEvent {
  return {
    kind: 'request.created',
    at: history.createdAt,
    requestId: history.id,
    entranceId: history.entranceId,
    data: {
      category: history.category,
      kind: history.kind,
      stage: 'REPORTED',
      openedAt: history.createdAt.getTime(),
      dueAt: record.dueAt.getTime(),
    },
  };
}
