// Owns the clocks of a request: when it is due, how much of the ring is left, what needs attention, when it counted as open.
// Refuses to read a clock or the norms' store: the version of norms and the calendar that hold are arguments.
import {
  addWorkingMinutes,
  workingMinutesBetween,
  type CalendarWarning,
  type WorkingCalendar,
} from '#platform/time/working-calendar';
import { categoryNorm, type CategoryCode, type ClockNorm, type ClockPair, type Norms } from '#modules/geography';

/** What sets the clocks beside the category: THREAT to life or property, COMPLEX by decision, else USUAL. */
export type RequestSeverity = 'USUAL' | 'THREAT' | 'COMPLEX';

/** The due times of a request or a work order, with the version of norms they keep. */
export interface DueTimes {
  readonly respondBy: Date;
  readonly finishBy: Date;
  readonly normsVersion: number;
  readonly warnings: readonly CalendarWarning[];
}

const MINUTE_MS = 60_000;

/** Due times of a request that starts its clocks at `startedAt` (reported, or reopened). @throws RangeError on an unknown category. */
export function requestDueTimes(
  norms: Norms,
  category: CategoryCode,
  severity: RequestSeverity,
  startedAt: Date,
  calendar: WorkingCalendar,
): DueTimes {
  return dueTimes(norms, clocksOf(norms, category, severity), startedAt, calendar);
}

/** Due times of a work order dispatched at `dispatchedAt`: taken by, finished by. */
export function workOrderDueTimes(norms: Norms, dispatchedAt: Date, calendar: WorkingCalendar): DueTimes {
  return dueTimes(norms, norms.workOrder, dispatchedAt, calendar);
}

/** The clocks that hold for a category at a severity. @throws RangeError on an unknown category. */
function clocksOf(norms: Norms, category: CategoryCode, severity: RequestSeverity): ClockPair {
  if (severity === 'THREAT') return norms.threat;
  return severity === 'COMPLEX' ? norms.complex : categoryNorm(norms, category);
}

/**
 * The share of the ring that is left: 1 at the start, 0 from the due time on. A working-time clock stands still at night.
 * A clock that ends where it starts has nothing left.
 */
export function ringFraction(
  clock: { readonly startedAt: Date; readonly dueAt: Date; readonly time: ClockNorm['time'] },
  at: Date,
  calendar: WorkingCalendar,
): number {
  const length =
    clock.time === 'WORKING'
      ? workingMinutesBetween(calendar, clock.startedAt, clock.dueAt).minutes
      : minutes(clock.startedAt, clock.dueAt);
  if (length <= 0) return 0;
  const left =
    clock.time === 'WORKING' ? workingMinutesBetween(calendar, at, clock.dueAt).minutes : minutes(at, clock.dueAt);
  return Math.min(1, Math.max(0, left / length));
}

/** A stretch [openedAt, closedAt) in which a request is open under one due time; `closedAt` null while it lasts. */
export interface OpenSpan {
  readonly openedAt: Date;
  readonly closedAt: Date | null;
  readonly dueAt: Date;
}

/** What moves the stock of open requests. Ordered in time; at one instant, in the order of the log. */
export type ClockEvent =
  | { readonly kind: 'OPENED' | 'REOPENED' | 'EXTENDED'; readonly at: Date; readonly dueAt: Date }
  | { readonly kind: 'CLOSED'; readonly at: Date };

/**
 * The spans of a request's history. An extension closes a span and opens the next at the same instant; spans of no length are
 * dropped. O(n). @throws RangeError on a history that runs backwards, closes twice or opens while open.
 */
export function openSpans(history: readonly ClockEvent[]): readonly OpenSpan[] {
  const spans: OpenSpan[] = [];
  let open: { openedAt: Date; dueAt: Date } | null = null;
  let last = Number.NEGATIVE_INFINITY;
  for (const event of history) {
    const wantsOpen = event.kind === 'CLOSED' || event.kind === 'EXTENDED';
    if (event.at.getTime() < last || wantsOpen !== (open !== null))
      throw new RangeError(`history does not allow ${event.kind}`);
    last = event.at.getTime();
    if (open && event.at > open.openedAt) spans.push({ ...open, closedAt: event.at });
    open = event.kind === 'CLOSED' ? null : { openedAt: event.at, dueAt: event.dueAt };
  }
  if (open) spans.push({ ...open, closedAt: null });
  return spans;
}

/** The span a request is in at `at`, or null when it is not open. The opening instant is inside, the closing one outside. */
export function spanAt(spans: readonly OpenSpan[], at: Date): OpenSpan | null {
  return spans.find((span) => span.openedAt <= at && (span.closedAt === null || at < span.closedAt)) ?? null;
}

/** Whether an open request counts as overdue at `at`: open then, and its due time of then has come. */
export function isOverdueAt(spans: readonly OpenSpan[], at: Date): boolean {
  const span = spanAt(spans, at);
  return span !== null && at >= span.dueAt;
}

function dueTimes(norms: Norms, clocks: ClockPair, startedAt: Date, calendar: WorkingCalendar): DueTimes {
  const respond = run(clocks.respond, startedAt, calendar);
  const finish = run(clocks.finish, startedAt, calendar);
  const warnings = new Map([...respond.warnings, ...finish.warnings].map((warning) => [warning.year, warning]));
  return { respondBy: respond.at, finishBy: finish.at, normsVersion: norms.version, warnings: [...warnings.values()] };
}

function run(clock: ClockNorm, from: Date, calendar: WorkingCalendar) {
  if (clock.time === 'WORKING') return addWorkingMinutes(calendar, from, clock.minutes);
  return { at: new Date(from.getTime() + clock.minutes * MINUTE_MS), warnings: [] };
}

function minutes(from: Date, to: Date): number {
  return (to.getTime() - from.getTime()) / MINUTE_MS;
}
