// Owns the demo's days: local midnight of Asia/Shanghai as an instant, weekday, and the number of a day.
// Refuses other zones: the synthetic compound lies in this one, which has kept +08:00 without a clock change since 1991.
import { addDays, daysBetween } from '#platform/time/zoned-time';

export const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;

/** The zone's distance from UTC. A constant, because these days are asked for a hundred thousand times in one seeding. */
const OFFSET_MS = 8 * HOUR_MS;
const FIRST_MONDAY = '1970-01-05';
const FIRST_MONDAY_MS = 4 * DAY_MS - OFFSET_MS;

/** A local day with what the draws need of it. */
export interface LocalDay {
  readonly day: string;
  /** Days since Monday 1970-01-05; so number mod 7 is the weekday. */
  readonly number: number;
  /** 0 Monday to 6 Sunday. */
  readonly weekday: number;
  /** Local midnight, epoch milliseconds. */
  readonly startMs: number;
}

/** @throws RangeError on a text that is no day `YYYY-MM-DD`. */
export function localDay(day: string): LocalDay {
  const number = daysBetween(FIRST_MONDAY, day);
  return { day, number, weekday: ((number % 7) + 7) % 7, startMs: FIRST_MONDAY_MS + number * DAY_MS };
}

/** Local midnight before or at an instant (both epoch milliseconds). */
export function midnightBefore(atMs: number): number {
  return Math.floor((atMs + OFFSET_MS) / DAY_MS) * DAY_MS - OFFSET_MS;
}

/** The local day that holds an instant (epoch milliseconds). */
export function dayAt(atMs: number): string {
  return new Date(atMs + OFFSET_MS).toISOString().slice(0, 10);
}

/** Days from `first` to `last`, both included. */
export function daysFrom(first: string, last: string): string[] {
  const count = daysBetween(first, last) + 1;
  return Array.from({ length: Math.max(0, count) }, (_, i) => addDays(first, i));
}
