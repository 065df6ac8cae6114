// Owns which doors are knocked at on a day, by whom, when and with what outcome: rounds by care level, retries, courtesy.
// Refuses to decide what is due: the visit policy does. Here is only what the invented teams did.
import { addDays } from '#platform/time/zoned-time';
import { countOf, idOf, integerOf, pick, unitOf, weightedIndex } from './chance.ts';
import type { DoorVisited, KnockOutcome } from './happening-types.ts';
import { STORY_DOOR } from './households.ts';
import { daysFrom, type LocalDay, localDay, MINUTE_MS } from './local-day.ts';
import { gridOn } from './plans.ts';
import type { CareLevel, EntranceHabit, EntranceKey, World, WorldHousehold } from './world-types.ts';

const OUTCOMES: readonly KnockOutcome[] = ['MET', 'NOT_HOME', 'FOLLOW_UP', 'REFUSED', 'MOVED_AWAY'];
const USUAL = [77, 16, 5, 2, 0];
const COURTESY = [74, 17, 4, 3, 2];
const DAILY = [90.5, 7.5, 1.5, 0.5, 0];
const SECOND_TRY = [84, 13, 2, 1, 0];
const NOTES = ['约了下周再来', '想了解送餐', '门铃坏了,已代报修', '家里有客人,改天再聊'];
/** Weekly rounds by weekday. */
const ROUND_DAYS = [24, 22, 20, 20, 18, 8, 0];
const MONTH_DAYS = 30;
/** A weekly or monthly door that was not met is tried again on the next days, so often. */
const CATCH_UP_DAYS = 6;
/** Doors of one entrance are called on within so many minutes. */
const ROUND_MINUTES = 50;

/** Start of the round through an entrance: mostly 9 to 12, else 14 to 18, in minutes after midnight. */
function roundStart(seed: number, day: LocalDay, entrance: EntranceKey): number {
  const key = [seed, 'round', day.number, entrance];
  if (unitOf('half', ...key) < 0.6) return integerOf(9 * 60, 11 * 60 + 5, 'morning', ...key);
  return integerOf(14 * 60, 17 * 60, 'afternoon', ...key);
}

function minuteOf(seed: number, day: LocalDay, { entrance, door }: { entrance: EntranceKey; door: number }): number {
  const key = [seed, 'minute', day.number, entrance, door];
  const isStory = entrance === STORY_DOOR.entrance && door === STORY_DOOR.door;
  if (isStory || unitOf('evening', ...key) < 0.07) return (18.6 + 1.2 * unitOf('late', ...key)) * 60;
  return roundStart(seed, day, entrance) + ROUND_MINUTES * unitOf('within', ...key);
}

/** Whether the door's rhythm falls on this day: every day, its weekday, or every thirtieth day, as the cadence asks. */
function isPlanned({ seed }: World, day: LocalDay, { careLevel, entrance, door }: WorldHousehold): boolean {
  switch (careLevel) {
    case 'DAILY':
      return true;
    case 'WEEKLY':
      return weightedIndex(ROUND_DAYS, seed, 'weekday', entrance, door) === day.weekday;
    case 'MONTHLY':
      return (day.number + integerOf(0, MONTH_DAYS - 1, seed, 'phase', entrance, door)) % MONTH_DAYS === 0;
    case 'NONE':
      return false;
  }
}

/** One knock; the key makes it one of a kind. Visitors are of the grid that holds the entrance on that day. */
export function knock(
  world: World,
  day: string,
  { entrance, door }: { readonly entrance: EntranceKey; readonly door: number },
  { atMs, weights, draw }: { readonly atMs: number; readonly weights: readonly number[]; readonly draw: string },
): DoorVisited {
  const grid = gridOn(world.plans, entrance, day);
  const team = [`worker${grid}`, `branch${grid}`];
  const lead = unitOf('lead', draw) < 0.74 ? team : team.toReversed();
  const visitors = unitOf('pair', draw) < 0.1 ? lead : lead.slice(0, 1);
  const outcome = OUTCOMES[weightedIndex(weights, 'outcome', draw)] ?? 'MET';
  return {
    happening: 'DOOR_VISITED',
    atMs: Math.floor(atMs),
    visitId: idOf(atMs, 'visit', draw),
    clientEventId: idOf(atMs, 'knock', draw),
    actor: visitors[0] ?? 'secretary',
    entrance,
    door,
    outcome,
    visitors,
    note: outcome === 'FOLLOW_UP' ? pick(NOTES, 'note', draw) : null,
  };
}

/** A knock in the round, and where nobody was home a second try the same evening. */
function callOn(world: World, day: LocalDay, household: WorldHousehold, { diligence }: EntranceHabit): DoorVisited[] {
  const draw = `${world.seed}/${day.number}/${household.entrance}/${household.door}`;
  const isDaily = household.careLevel === 'DAILY';
  const atMs = day.startMs + minuteOf(world.seed, day, household) * MINUTE_MS;
  const first = knock(world, day.day, household, { atMs, weights: isDaily ? DAILY : USUAL, draw });
  if (first.outcome !== 'NOT_HOME' || unitOf('again', draw) > (isDaily ? 0.8 : 0.15 + 0.5 * diligence ** 2))
    return [first];
  const secondMs = Math.max(atMs + 4 * MINUTE_MS, day.startMs + (17.5 + 2.4 * unitOf('second', draw)) * 60 * MINUTE_MS);
  return [first, knock(world, day.day, household, { atMs: secondMs, weights: SECOND_TRY, draw: `${draw}/again` })];
}

function courtesyOf(world: World, day: LocalDay, habit: EntranceHabit): DoorVisited[] {
  const rate = habit.courtesyADay * (day.weekday > 4 ? 0.6 : 1.16);
  const count = countOf(rate, world.seed, 'courtesy', day.number, habit.key);
  return Array.from({ length: count }, (_, n) => {
    const draw = `${world.seed}/${day.number}/${habit.key}/courtesy/${n}`;
    const target = { entrance: habit.key, door: anyDoor(world, habit.key, draw) };
    const atMs = day.startMs + minuteOf(world.seed, day, target) * MINUTE_MS;
    return knock(world, day.day, target, { atMs, weights: COURTESY, draw });
  });
}

/** Any door of an entrance, all equally likely. */
export function anyDoor(world: World, key: EntranceKey, draw: string): number {
  const [building, entrance] = key.split('-').map(Number);
  const dwellings = world.layout.buildings[(building ?? 1) - 1]?.entrances[(entrance ?? 1) - 1]?.dwellings ?? [];
  return pick(dwellings, 'door', draw).door;
}

const isMet = ({ outcome }: DoorVisited) => outcome === 'MET' || outcome === 'FOLLOW_UP';

/** Share of the doors that are gone to: on the planned day by diligence, on a day of catching up by less. */
function goingShare({ diligence, dailyDiligence }: EntranceHabit, level: CareLevel, daysLate: number): number {
  if (level === 'DAILY') return dailyDiligence;
  return daysLate === 0 ? diligence : 0.7 * diligence ** 2;
}

/**
 * Knocks at a door with a care level on the last of `days`. Its latest planned day and the tries since then are worked out
 * again, so that no other day has to be played first.
 */
function roundsAt(
  world: World,
  days: readonly LocalDay[],
  household: WorldHousehold,
  habit: EntranceHabit,
): DoorVisited[] {
  const first = days.findLastIndex((day) => isPlanned(world, day, household));
  if (first < 0) return [];
  for (const [daysLate, day] of days.slice(first).entries()) {
    const chance = unitOf(world.seed, 'going', day.number, household.entrance, household.door);
    const goes = chance < goingShare(habit, household.careLevel, daysLate);
    const knocks = goes ? callOn(world, day, household, habit) : [];
    if (first + daysLate === days.length - 1) return knocks;
    if (knocks.some(isMet)) return [];
  }
  return [];
}

/** All knocks of a local day in order of time, about 150. Pure in (world, day). O(households), about 5 ms. */
export function visitsOn(world: World, dayText: string): DoorVisited[] {
  const days = daysFrom(addDays(dayText, -CATCH_UP_DAYS), dayText).map(localDay);
  const habits = new Map(world.habits.map((habit) => [habit.key, habit]));
  const rounds = world.households.flatMap((household) => {
    const habit = household.careLevel === 'NONE' ? undefined : habits.get(household.entrance);
    return habit === undefined ? [] : roundsAt(world, days, household, habit);
  });
  const courtesy = world.habits.flatMap((habit) => courtesyOf(world, localDay(dayText), habit));
  return [...rounds, ...courtesy].toSorted((a, b) => a.atMs - b.atMs);
}
