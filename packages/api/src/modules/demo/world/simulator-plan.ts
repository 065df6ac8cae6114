// Owns what the live simulator plays between two instants, at natural speed and during a boost (演示加速 ×60).
// Refuses timers and storage: the caller says from when to when, and plays the result through the services.
import { countOf, unitOf, weightedIndex } from './chance.ts';
import type { Happening, RequestCourse } from './happening-types.ts';
import { happeningsOfCourse, happeningsOfDays } from './history.ts';
import { DAY_MS, dayAt, localDay, MINUTE_MS } from './local-day.ts';
import { LONGEST_COURSE_DAYS } from './request-course.ts';
import { requestAt, REQUESTS_A_DAY } from './requests-of-day.ts';
import { anyDoor, knock } from './visits-of-day.ts';
import type { World } from './world-types.ts';

/** How much faster a boost runs. */
const BOOST_FACTOR = 60;
/** How long a boost lasts before it falls back. */
export const BOOST_MINUTES = 10;
const VISITS_A_DAY = 150;
const A_MINUTE = BOOST_FACTOR / (24 * 60);
const KNOCKS = [76, 16, 5, 2.6, 0.4];

/** A span of boosted time, epoch milliseconds, half-open. */
export interface BoostSpan {
  readonly fromMs: number;
  readonly toMs: number;
}

/** Courses begun in a boost run at its speed to their end, so that none is left open by it. */
function hastened({ reported, steps }: RequestCourse): RequestCourse {
  return {
    reported,
    steps: steps.map((step) => ({
      ...step,
      atMs: reported.atMs + Math.ceil((step.atMs - reported.atMs) / BOOST_FACTOR),
    })),
  };
}

/** Minutes at either end of a boost are drawn whole; what lies outside it does not count. */
function instantsIn(span: BoostSpan, minute: number, count: number, key: string): { atMs: number; draw: string }[] {
  return Array.from({ length: count }, (_, n) => {
    const draw = `${key}/${minute}/${n}`;
    return { draw, atMs: minute * MINUTE_MS + Math.floor(unitOf('second', draw) * MINUTE_MS) };
  }).filter(({ atMs }) => atMs >= span.fromMs && atMs < span.toMs);
}

function minuteOfBoost(world: World, span: BoostSpan, minute: number): Happening[] {
  const day = localDay(dayAt(minute * MINUTE_MS));
  const key = `${world.seed}/boost`;
  const calls = countOf(REQUESTS_A_DAY * A_MINUTE, key, 'calls', minute);
  const knocks = countOf(VISITS_A_DAY * A_MINUTE, key, 'knocks', minute);
  const weights = world.habits.map((habit) => habit.diligence ** 2 + habit.courtesyADay);
  return [
    ...instantsIn(span, minute, calls, `${key}/call`).flatMap(({ atMs, draw }) =>
      happeningsOfCourse(hastened(requestAt(world, day, atMs, draw))),
    ),
    ...instantsIn(span, minute, knocks, `${key}/knock`).map(({ atMs, draw }) => {
      const entrance = world.habits[weightedIndex(weights, 'entrance', draw)]?.key ?? '1-1';
      return knock(world, day.day, { entrance, door: anyDoor(world, entrance, draw) }, { atMs, weights: KNOCKS, draw });
    }),
  ];
}

function boosted(world: World, span: BoostSpan): Happening[] {
  const first = Math.floor(span.fromMs / MINUTE_MS);
  const minutes = Math.ceil(span.toMs / MINUTE_MS) - first;
  return Array.from({ length: Math.max(0, minutes) }, (_, i) => minuteOfBoost(world, span, first + i)).flat();
}

/**
 * Everything to play in [fromMs, toMs), in order of time. At natural speed these are the happenings of the history, so a gap
 * since the last run is filled by the same call. `boosts` add movement at sixty times the natural rate, also at night;
 * pass every boost of the last day, because its requests run on after it. Pure in its arguments.
 * A call costs a day's history (about 30 ms), however short the span: ask some minutes ahead, not every second.
 */
export function happeningsBetween(
  world: World,
  fromMs: number,
  toMs: number,
  boosts: readonly BoostSpan[] = [],
): Happening[] {
  if (toMs <= fromMs) return [];
  const natural = happeningsOfDays(world, dayAt(fromMs), dayAt(toMs - 1));
  const recent = boosts.filter(
    (boost) => boost.fromMs < toMs && boost.toMs > fromMs - (LONGEST_COURSE_DAYS * DAY_MS) / BOOST_FACTOR,
  );
  const extra = recent.flatMap((boost) => boosted(world, boost));
  return [...natural, ...extra].filter(({ atMs }) => atMs >= fromMs && atMs < toMs).toSorted((a, b) => a.atMs - b.atMs);
}
