// Owns from which day a plan may come in force: from tomorrow on, so that nobody's day changes under their hands.
// Pure. Refuses days so far ahead that nobody can mean them.
import { AppError } from '#platform/errors';
import { addDays, type CalendarDay, dayOf, instantAtHour } from '#platform/time/zoned-time';

const DAYS_AHEAD = 366;

/** 00:00 of the day in the community's zone. @throws AppError PLAN_DAY_OUT_OF_RANGE */
export function activationInstant(on: CalendarDay, now: Date, zone: string): Date {
  const today = dayOf(now, zone);
  const [first, last] = [addDays(today, 1), addDays(today, DAYS_AHEAD)];
  if (on < first || on > last) throw new AppError('PLAN_DAY_OUT_OF_RANGE', { first, last }, 'input.on');
  return instantAtHour(on, 0, zone);
}
