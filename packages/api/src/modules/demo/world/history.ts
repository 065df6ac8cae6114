// Owns the history of the demo: everything that happens on one local day, computed for that day alone.
// Refuses state: no day needs the days before it to be played first.
import { addDays } from '#platform/time/zoned-time';
import type { Happening, RequestCourse } from './happening-types.ts';
import { DAY_MS, daysFrom, localDay } from './local-day.ts';
import { LONGEST_COURSE_DAYS } from './request-course.ts';
import { requestsReportedOn } from './requests-of-day.ts';
import { visitsOn } from './visits-of-day.ts';
import type { World } from './world-types.ts';

/** The happenings of a course in order: the call first, then its steps. */
export function happeningsOfCourse({ reported, steps }: RequestCourse): Happening[] {
  return [reported, ...steps];
}

/**
 * All happenings of the local days `first` to `last` (`YYYY-MM-DD`, both included), in order of time. The cheap way to a long
 * history: 90 days take about a second.
 * @throws RangeError on a text that is no day.
 */
export function happeningsOfDays(world: World, first: string, last: string): Happening[] {
  const [fromMs, toMs] = [localDay(first).startMs, localDay(last).startMs + DAY_MS];
  const calls = daysFrom(addDays(first, -LONGEST_COURSE_DAYS), last).flatMap((day) => requestsReportedOn(world, day));
  const visits = daysFrom(first, last).flatMap((day) => visitsOn(world, day));
  return [...calls.flatMap(happeningsOfCourse), ...visits]
    .filter(({ atMs }) => atMs >= fromMs && atMs < toMs)
    .toSorted((a, b) => a.atMs - b.atMs);
}

/**
 * All happenings of one local day within [00:00, 24:00): its calls, the steps taken on that day on calls of this and earlier
 * days, and its visits. Equal for equal (world, day): no other day has to be played first. About 30 ms.
 * @throws RangeError on a text that is no day.
 */
export function happeningsOf(world: World, day: string): Happening[] {
  return happeningsOfDays(world, day, day);
}

/** Courses still running at an instant: reported before or at it, closed after it. */
export function coursesOpenAt(courses: readonly RequestCourse[], atMs: number): RequestCourse[] {
  return courses.filter(({ reported, steps }) => reported.atMs <= atMs && (steps.at(-1)?.atMs ?? Infinity) > atMs);
}
