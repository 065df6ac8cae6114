// Owns working-time arithmetic of one community: hours of a working day, weekdays, dated exceptions.
// Refuses to guess in silence: a year without dated exceptions is computed by weekday and reported as a warning.
import type { DateTime } from 'luxon';
import { inZone } from './zoned-time.ts';

/** A stretch of a working day, in minutes after local midnight; `endMinute` is outside it, 1440 is the next midnight. */
export interface WorkingHours {
  readonly startMinute: number;
  readonly endMinute: number;
}

/** Working time of a community. An exception turns a day (`2026-10-10`) into a working day or a day off, whatever its weekday. */
export interface WorkingCalendar {
  readonly zone: string;
  /** ISO weekdays, 1 Monday to 7 Sunday. */
  readonly weekdays: readonly number[];
  /** In ascending order and apart from each other; they hold on every working day, also on one made so by an exception. */
  readonly hours: readonly WorkingHours[];
  readonly exceptions: ReadonlyMap<string, 'WORKING' | 'OFF'>;
  /** Years whose public holidays are known; a year outside is counted by weekday and warned about. */
  readonly yearsCovered: ReadonlySet<number>;
}

/** Shown to the user: this year's holidays are not known, so the answer may move when they are. */
export interface CalendarWarning {
  readonly code: 'CALENDAR_YEAR_WITHOUT_DATA';
  readonly year: number;
}

const MINUTE_MS = 60_000;
const LONGEST_SEARCH_DAYS = 3_660;

/**
 * The instant at which `minutes` of working time have passed since `from`. It is never put off to the next morning: work that
 * ends with the working day is due at closing time. 0 minutes answer `from` itself, in or out of working time.
 * Inverse of {@link workingMinutesBetween}: from `from` to the answer lie exactly `minutes`. O(days).
 * @throws RangeError on negative or non-finite minutes, an unknown zone, or a calendar without working time in ten years.
 */
export function addWorkingMinutes(
  calendar: WorkingCalendar,
  from: Date,
  minutes: number,
): { readonly at: Date; readonly warnings: readonly CalendarWarning[] } {
  if (!Number.isFinite(minutes) || minutes < 0) throw new RangeError(`not a length of time in minutes: ${minutes}`);
  if (minutes === 0) return { at: new Date(from), warnings: [] };
  const years = new Set<number>();
  let restMs = minutes * MINUTE_MS;
  let day = inZone(from, calendar.zone).startOf('day');
  for (let n = 0; n < LONGEST_SEARCH_DAYS; n += 1) {
    years.add(day.year);
    for (const [startMs, endMs] of stretchesOf(calendar, day)) {
      const beginMs = Math.max(startMs, from.getTime());
      if (endMs - beginMs >= restMs) return { at: new Date(beginMs + restMs), warnings: warningsFor(calendar, years) };
      restMs -= Math.max(0, endMs - beginMs);
    }
    day = nextDay(day);
  }
  throw new RangeError('the calendar has no working time within ten years');
}

/**
 * Working minutes in [`from`, `to`), with fractions; negative when `to` is earlier. O(days).
 * @throws RangeError on an invalid instant or an unknown zone.
 */
export function workingMinutesBetween(
  calendar: WorkingCalendar,
  from: Date,
  to: Date,
): { readonly minutes: number; readonly warnings: readonly CalendarWarning[] } {
  if (to < from) {
    const turned = workingMinutesBetween(calendar, to, from);
    return { minutes: -turned.minutes, warnings: turned.warnings };
  }
  const years = new Set<number>();
  const end = inZone(to, calendar.zone);
  let sumMs = 0;
  for (let day = inZone(from, calendar.zone).startOf('day'); day < end; day = nextDay(day)) {
    years.add(day.year);
    for (const [startMs, endMs] of stretchesOf(calendar, day)) {
      sumMs += Math.max(0, Math.min(endMs, to.getTime()) - Math.max(startMs, from.getTime()));
    }
  }
  return { minutes: sumMs / MINUTE_MS, warnings: warningsFor(calendar, years) };
}

/** Whether the community works at `at`: the opening instant is inside, the closing instant is not. @throws RangeError as above. */
export function isWorkingTime(calendar: WorkingCalendar, at: Date): boolean {
  const day = inZone(at, calendar.zone).startOf('day');
  const atMs = at.getTime();
  return stretchesOf(calendar, day).some(([startMs, endMs]) => startMs <= atMs && atMs < endMs);
}

function stretchesOf(calendar: WorkingCalendar, day: DateTime<true>): readonly (readonly [number, number])[] {
  const exception = calendar.exceptions.get(day.toISODate());
  const works = exception === undefined ? calendar.weekdays.includes(day.weekday) : exception === 'WORKING';
  if (!works) return [];
  return calendar.hours.map((h) => [wallClockMs(day, h.startMinute), wallClockMs(day, h.endMinute)] as const);
}

// By wall clock and not by minutes since midnight: on the day of a clock change, 08:30 must stay 08:30.
function wallClockMs(day: DateTime<true>, minute: number): number {
  if (minute === 1440) return nextDay(day).toMillis();
  return day.set({ hour: Math.floor(minute / 60), minute: minute % 60 }).toMillis();
}

function nextDay(day: DateTime<true>): DateTime<true> {
  return day.plus({ days: 1 }).startOf('day');
}

function warningsFor(calendar: WorkingCalendar, years: ReadonlySet<number>): readonly CalendarWarning[] {
  return [...years]
    .filter((year) => !calendar.yearsCovered.has(year))
    .map((year) => ({ code: 'CALENDAR_YEAR_WITHOUT_DATA', year }));
}
