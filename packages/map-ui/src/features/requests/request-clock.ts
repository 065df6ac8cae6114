// Owns which clock of a request runs now, how much of it is left and how many minutes are used. Pure: the server's now
// is an argument, so that a demo clock moves the rings too. Refuses words: the panel has them.

/** Which clock: until someone answers, until the order is taken, until the order or the matter is done; or all stopped. */
export type ClockKind = 'respond' | 'takeOrder' | 'finishOrder' | 'finish' | 'closed';

/** Instants are ISO 8601. */
export interface ClockFacts {
  readonly createdAt: string;
  readonly respondDueAt: string | null;
  readonly respondedAt: string | null;
  readonly dueAt: string;
  readonly closedAt: string | null;
  readonly steps: readonly { readonly action: string | null; readonly at: string }[];
  readonly workOrders: readonly OrderClockFacts[];
}

/** The clocks of one work order. */
export interface OrderClockFacts {
  readonly dispatchedAt: string;
  readonly answerDueAt: string;
  readonly finishDueAt: string;
  readonly acceptedAt: string | null;
  readonly finishedAt: string | null;
}

/** One clock as of an instant. */
export interface RunningClock {
  readonly kind: ClockKind;
  /** Epoch ms. */
  readonly startedAt: number;
  readonly dueAt: number;
  /** Negative once the time is over. */
  readonly remainingMs: number;
  /** 1 to 0. */
  readonly remainingShare: number;
  readonly overdue: boolean;
  /** Whole minutes since the start; of a closed request, from report to close. */
  readonly minutesUsed: number;
}

const MINUTE_MS = 60_000;

/** The clock that ends first among those that run; of a closed request the whole time it took. */
export function clockOf(request: ClockFacts, now: number): RunningClock {
  const started = startOf(request);
  if (request.closedAt !== null)
    return clock('closed', started, Date.parse(request.dueAt), Date.parse(request.closedAt));
  const running = [
    clock('finish', started, Date.parse(request.dueAt), now),
    ...(request.respondDueAt !== null && request.respondedAt === null
      ? [clock('respond', started, Date.parse(request.respondDueAt), now)]
      : []),
    ...orderClocks(request.workOrders.at(-1), now),
  ];
  return running.reduce((first, next) => (next.dueAt < first.dueAt ? next : first));
}

/** The clock of a firm's own order: until taken, then until done. */
export function orderClockOf(order: OrderClockFacts, now: number): RunningClock {
  const [running] = orderClocks(order, now);
  return (
    running ??
    clock(
      'closed',
      Date.parse(order.dispatchedAt),
      Date.parse(order.finishDueAt),
      Date.parse(order.finishedAt ?? order.dispatchedAt),
    )
  );
}

function orderClocks(order: OrderClockFacts | undefined, now: number): readonly RunningClock[] {
  if (!order || order.finishedAt !== null) return [];
  const [kind, due] =
    order.acceptedAt === null
      ? (['takeOrder', order.answerDueAt] as const)
      : (['finishOrder', order.finishDueAt] as const);
  return [clock(kind, Date.parse(order.dispatchedAt), Date.parse(due), now)];
}

// Reopening starts new clocks; the old ones are history.
function startOf(request: ClockFacts): number {
  return Date.parse(request.steps.findLast(({ action }) => action === 'REOPEN')?.at ?? request.createdAt);
}

function clock(kind: ClockKind, startedAt: number, dueAt: number, at: number): RunningClock {
  const remainingMs = dueAt - at;
  const share = dueAt > startedAt ? remainingMs / (dueAt - startedAt) : 0;
  return {
    kind,
    startedAt,
    dueAt,
    remainingMs,
    remainingShare: Math.min(1, Math.max(0, share)),
    overdue: remainingMs <= 0,
    minutesUsed: Math.max(0, Math.floor((at - startedAt) / MINUTE_MS)),
  };
}

/** Minutes used, short enough for the middle of a ring: 42 minutes, 5 hours, 3 days. */
export function ringFigure(minutesUsed: number): { readonly unit: 'minute' | 'hour' | 'day'; readonly count: number } {
  if (minutesUsed < 100) return { unit: 'minute', count: minutesUsed };
  const hours = Math.floor(minutesUsed / 60);
  return hours < 48 ? { unit: 'hour', count: hours } : { unit: 'day', count: Math.floor(hours / 24) };
}

/** A norm's length in the unit a person says: 15 minutes, 24 hours, 7 days. */
export function normLength(minutes: number): { readonly unit: 'Minutes' | 'Hours' | 'Days'; readonly count: number } {
  if (minutes < 60 || minutes % 60 !== 0) return { unit: 'Minutes', count: minutes };
  const hours = minutes / 60;
  return hours <= 24 || hours % 24 !== 0 ? { unit: 'Hours', count: hours } : { unit: 'Days', count: hours / 24 };
}
