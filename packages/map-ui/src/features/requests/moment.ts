// Owns how short an instant can be written: the hour today, with the day otherwise. Pure.
import type { Formats, Instant } from '#i18n/index';

/** 18:02 on the day of `now`, else 7月5日 18:02. */
export function writeMoment(formats: Formats, at: Instant, now: Instant): string {
  return formats.fullDay(at) === formats.fullDay(now) ? formats.time(at) : formats.dayTime(at);
}

/** 07 */
export function gridLabel(number: number): string {
  return String(number).padStart(2, '0');
}
