// Owns how many requests a day brings, from which doors, at what hour and about what.
// Refuses their further course, which is fixed by the request alone.
import { countOf, hash32, idOf, pick, unitOf, weightedIndex } from './chance.ts';
import type { RequestCourse, RequestReported } from './happening-types.ts';
import { HOUR_MS, type LocalDay, localDay } from './local-day.ts';
import { gridOn } from './plans.ts';
import { courseOf } from './request-course.ts';
import { REQUEST_CATEGORIES, templateOf } from './request-table.ts';
import { isRainy, RAINY_SHARE } from './weather.ts';
import type { EntranceHabit, World } from './world-types.ts';

/** Mean number of requests a day. */
export const REQUESTS_A_DAY = 12;

const BY_WEEKDAY = [1.15, 1.02, 1, 1, 1.05, 0.92, 0.86];
const IN_RAIN = 1.3;
const IN_DRY = (1 - RAINY_SHARE * IN_RAIN) / (1 - RAINY_SHARE);
/** Hours 0..23: a peak after breakfast, a higher one after work. */
const BY_HOUR = [2, 1, 1, 1, 1, 3, 10, 30, 52, 50, 42, 30, 22, 20, 26, 30, 34, 44, 62, 66, 52, 32, 14, 5];
/** Of the households behind an entrance about this many ever pick up the phone. */
const CALLERS_PER_ENTRANCE = 14;

/** A door whose household calls: always among the same few of its entrance. */
function callingDoor(world: World, { key }: EntranceHabit, draw: string): number {
  const [building, entrance] = key.split('-').map(Number);
  const dwellings = world.layout.buildings[(building ?? 1) - 1]?.entrances[(entrance ?? 1) - 1]?.dwellings ?? [];
  const caller = Math.floor(unitOf('caller', draw) ** 1.6 * CALLERS_PER_ENTRANCE);
  return dwellings[hash32(world.seed, 'callers', key, caller) % dwellings.length]?.door ?? 101;
}

/** One request at a given instant; the key makes it one of a kind. Its category follows the weather, its door the habits. */
export function requestAt(world: World, day: LocalDay, atMs: number, draw: string): RequestCourse {
  const rainy = isRainy(world.seed, day);
  const weights = REQUEST_CATEGORIES.map((code) => templateOf(code).weight * (rainy ? templateOf(code).inRain : 1));
  const category = REQUEST_CATEGORIES[weightedIndex(weights, 'category', draw)] ?? 'OTHER';
  const habit =
    world.habits[
      weightedIndex(
        world.habits.map((one) => one.requestWeight),
        'entrance',
        draw,
      )
    ];
  if (habit === undefined) throw new Error('the world has no entrances');
  const template = templateOf(category);
  const worker = `worker${gridOn(world.plans, habit.key, day.day)}`;
  const reported: RequestReported = {
    happening: 'REQUEST_REPORTED',
    atMs,
    requestId: idOf(atMs, 'request', draw),
    clientEventId: idOf(atMs, 'report', draw),
    actor: worker,
    entrance: habit.key,
    door: callingDoor(world, habit, draw),
    category,
    kind: template.kind,
    text: pick(template.texts, 'text', draw),
  };
  return courseOf(reported, worker);
}

/** The requests reported on a local day with their whole course, in order of time. Pure in (world, day). */
export function requestsReportedOn(world: World, dayText: string): RequestCourse[] {
  const day = localDay(dayText);
  const weather = isRainy(world.seed, day) ? IN_RAIN : IN_DRY;
  const mean = REQUESTS_A_DAY * (BY_WEEKDAY[day.weekday] ?? 1) * weather;
  // Half of the mean comes every day, the other half by chance: days differ, and none is nearly empty.
  const steady = Math.floor(mean / 2);
  const count = steady + countOf(mean - steady, world.seed, 'requests', day.number);
  return Array.from({ length: count }, (_, n) => {
    const draw = `${world.seed}/${day.number}/${n}`;
    const hour = weightedIndex(BY_HOUR, 'hour', draw);
    return requestAt(world, day, day.startMs + Math.floor((hour + unitOf('minute', draw)) * HOUR_MS), draw);
  }).toSorted((a, b) => a.reported.atMs - b.reported.atMs);
}
