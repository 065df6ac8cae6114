// Owns calendar days and window edges in a community's time zone. Pure: the instant is always an argument.
// Refuses to know the time: nothing here reads a clock, and an unknown zone is an error, never UTC.
import { DateTime } from 'luxon';

/** The windows of a flow figure: one hour, 24 hours, 7, 30 and 90 days. */
export const WINDOWS = ['H1', 'H24', 'D7', 'D30', 'D90'] as const;
export type Window = (typeof WINDOWS)[number];

/** A calendar day in a community's zone, written `2026-07-07`; it sorts as text. */
export type CalendarDay = string;

/** Windows, days and deadlines begin on a full minute of every zone in use today. */
export const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

type WindowShape = { readonly lengthMs: number; readonly edgeMs: number } | { readonly lengthDays: number };

const SHAPES: Readonly<Record<Window, WindowShape>> = {
  H1: { lengthMs: HOUR_MS, edgeMs: MINUTE_MS },
  H24: { lengthMs: 24 * HOUR_MS, edgeMs: HOUR_MS },
  D7: { lengthMs: 7 * DAY_MS, edgeMs: HOUR_MS },
  D30: { lengthDays: 30 },
  D90: { lengthDays: 90 },
};

/** `at` on the wall clock of `zone`. @throws RangeError on an invalid instant or an unknown zone. */
export function inZone(at: Date, zone: string): DateTime<true> {
  const local = DateTime.fromJSDate(at, { zone });
  if (!local.isValid) throw new RangeError(`not an instant in a known zone: ${local.invalidReason}`);
  return local;
}

/**
 * The first instant of the local day that holds `at`. Where clocks skip midnight, that is the first instant after the gap.
 * @throws RangeError on an invalid instant or an unknown zone.
 */
export function startOfDay(at: Date, zone: string): Date {
  return inZone(at, zone).startOf('day').toJSDate();
}

/** The local day that holds `at`. @throws RangeError on an invalid instant or an unknown zone. */
export function dayOf(at: Date, zone: string): CalendarDay {
  return inZone(at, zone).toISODate();
}

/** The day `days` after `day` (before it, when negative): arithmetic of the calendar, without hours. @throws RangeError on no such day. */
export function addDays(day: CalendarDay, days: number): CalendarDay {
  return new Date(utcMidnight(day) + days * DAY_MS).toISOString().slice(0, 10);
}

/** Whole days from `from` to `to`, negative when `to` is earlier. @throws RangeError on no such day. */
export function daysBetween(from: CalendarDay, to: CalendarDay): number {
  return (utcMidnight(to) - utcMidnight(from)) / DAY_MS;
}

/**
 * The instant at which the wall clock of `zone` shows `hour`:00 on `day`; 24 is the next midnight. An hour that the clocks skip
 * moves forward by the gap; of an hour that comes twice, the first is meant.
 * @throws RangeError on no such day, hour or zone.
 */
export function instantAtHour(day: CalendarDay, hour: number, zone: string): Date {
  if (!Number.isInteger(hour) || hour < 0 || hour > 24) throw new RangeError(`not an hour of a day: ${hour}`);
  const midnight = calendarDay(day, zone);
  const local = hour === 24 ? midnight.plus({ days: 1 }).startOf('day') : midnight.set({ hour });
  return local.toJSDate();
}

/**
 * Where the window that ends at `asOf` starts (the start is inside the window).
 *
 * One rule: `asOf` minus the length, rounded down to the edge. So a window is never shorter than its name, and longer by
 * less than one edge.
 * - H1: 60 minutes, down to the minute. H24 and D7: 24 and 168 hours, down to the full hour. Minutes and hours count from
 *   the epoch, not from the wall clock, so no zone and no clock change can bend them.
 * - D30 and D90: the midnight of `zone` that begins the day 30 (90) calendar days before today. Today is day n: the window
 *   holds n whole days and what has passed of today.
 *
 * Monotone in `asOf`, and constant from one edge to the next ({@link nextWindowEdge}).
 * @throws RangeError on an invalid instant or an unknown zone.
 */
export function windowStart(window: Window, asOf: Date, zone: string): Date {
  const shape = SHAPES[window];
  const local = inZone(asOf, zone);
  if ('lengthDays' in shape) return local.startOf('day').minus({ days: shape.lengthDays }).startOf('day').toJSDate();
  const start = asOf.getTime() - shape.lengthMs;
  return new Date(Math.floor(start / shape.edgeMs) * shape.edgeMs);
}

/**
 * The next instant after `asOf` at which {@link windowStart} moves: the moment when figures change although nothing happened.
 * @throws RangeError on an invalid instant or an unknown zone.
 */
export function nextWindowEdge(window: Window, asOf: Date, zone: string): Date {
  const shape = SHAPES[window];
  const local = inZone(asOf, zone);
  if ('lengthDays' in shape) return local.startOf('day').plus({ days: 1 }).startOf('day').toJSDate();
  return new Date((Math.floor(asOf.getTime() / shape.edgeMs) + 1) * shape.edgeMs);
}

/** Plain arithmetic where no zone is asked: due days are counted for every door of a frame. */
function utcMidnight(day: CalendarDay): number {
  const at = new Date(`${day}T00:00:00Z`);
  // V8 reads the 30th of February as the 2nd of March.
  if (Number.isNaN(at.getTime()) || at.toISOString().slice(0, 10) !== day)
    throw new RangeError(`not a calendar day: ${day}`);
  return at.getTime();
}

function calendarDay(day: CalendarDay, zone: string): DateTime<true> {
  const local = DateTime.fromFormat(day, 'yyyy-MM-dd', { zone });
  if (!local.isValid) throw new RangeError(`not a calendar day in a known zone: ${local.invalidReason}`);
  return local.startOf('day');
}
