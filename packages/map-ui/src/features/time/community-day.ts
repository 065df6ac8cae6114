// Owns calendar days of the community: which day an instant lies in, when a day begins, lists of days. Pure. Refuses the
// device's zone.
import dayjs from 'dayjs';
import timezone from 'dayjs/plugin/timezone';
import utc from 'dayjs/plugin/utc';

dayjs.extend(utc);
dayjs.extend(timezone);

/** The furthest day that is kept for playing, counted with today. */
export const DAYS_KEPT = 90;

/** A calendar day, YYYY-MM-DD. */
export type Day = string;

/** Day an instant (epoch milliseconds) lies in. */
export function dayOf(atMs: number, timeZone: string): Day {
  return dayjs(atMs).tz(timeZone).format('YYYY-MM-DD');
}

/** Epoch milliseconds at which a day begins. */
export function dayStartMs(day: Day, timeZone: string): number {
  return dayjs.tz(`${day}T00:00:00`, timeZone).valueOf();
}

/** The day some days later; earlier when negative. */
export function addDays(day: Day, days: number): Day {
  return dayjs.utc(day).add(days, 'day').format('YYYY-MM-DD');
}

/** Days from one to another, both included; at most 90. */
export function daysBetween(from: Day, to: Day): Day[] {
  const length = dayjs.utc(to).diff(dayjs.utc(from), 'day') + 1;
  return Array.from({ length: Math.max(0, Math.min(DAYS_KEPT, length)) }, (_, index) => addDays(from, index));
}

/** The last `length` days up to and with a day. */
export function lastDays(today: Day, length: number): { readonly from: Day; readonly to: Day } {
  return { from: addDays(today, 1 - length), to: today };
}

/** Instant at a share of a day, 0 to 1; a day of 23 or 25 hours is played as evenly as any. */
export function instantInDay(day: Day, share: number, timeZone: string): number {
  const start = dayStartMs(day, timeZone);
  return start + Math.round((dayStartMs(addDays(day, 1), timeZone) - start) * share);
}

/** Blocks of days that are asked for together: the one a day lies in. */
export function blockOf(
  days: readonly Day[],
  index: number,
  size: number,
): { readonly from: Day; readonly to: Day } | null {
  const start = Math.floor(index / size) * size;
  const from = days[start];
  const to = days[Math.min(start + size, days.length) - 1];
  return index >= 0 && from !== undefined && to !== undefined ? { from, to } : null;
}
