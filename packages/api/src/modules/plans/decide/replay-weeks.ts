// Owns the days a replay looks at: the last closed days of the community, cut into weeks that end with the last of them.
// Pure. Refuses today: its count is not final.
import { addDays, type CalendarDay, dayOf, instantAtHour } from '#platform/time/zoned-time';

export interface ReplayDay {
  readonly day: CalendarDay;
  /** Its first instant, and the first one after it. */
  readonly from: Date;
  readonly to: Date;
  /** Index into the weeks. */
  readonly week: number;
}

export interface ReplaySpan {
  readonly from: Date;
  readonly to: Date;
  readonly days: readonly ReplayDay[];
  /** Seven days each, both named days inside; the first may be shorter, so that every day is in one. */
  readonly weeks: readonly { readonly from: CalendarDay; readonly to: CalendarDay }[];
}

/** @param length number of closed days, at least 1 */
export function replaySpan(now: Date, zone: string, length: number): ReplaySpan {
  const today = dayOf(now, zone);
  const first = addDays(today, -length);
  const short = length % 7;
  const weekOf = (index: number) => (short === 0 ? Math.floor(index / 7) : Math.ceil((index + 1 - short) / 7));
  const days = Array.from({ length }, (_, index): ReplayDay => {
    const day = addDays(first, index);
    return { day, from: instantAtHour(day, 0, zone), to: instantAtHour(day, 24, zone), week: weekOf(index) };
  });
  const weeks = Array.from({ length: Math.ceil(length / 7) }, (_, week) => {
    const own = days.filter((each) => each.week === week);
    return { from: own[0]!.day, to: own.at(-1)!.day };
  });
  return { from: days[0]!.from, to: days.at(-1)!.to, days, weeks };
}
