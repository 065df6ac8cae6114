// Proves the history: repeatable by day, in rhythm, with courses that the table of transitions permits.
import { describe, expect, it } from 'vitest';
import { unitOf } from './chance.ts';
import { coursesOpenAt, happeningsOf, happeningsOfDays } from './history.ts';
import { DAY_MS, daysFrom, HOUR_MS, localDay, midnightBefore } from './local-day.ts';
import { LONGEST_COURSE_DAYS } from './request-course.ts';
import { templateOf } from './request-table.ts';
import { requestsReportedOn } from './requests-of-day.ts';
import { visitsOn } from './visits-of-day.ts';
import { isRainy, STORY_DAY } from './weather.ts';
import { buildWorld, DEMO_SEED } from './world.ts';

const world = buildWorld(DEMO_SEED, '2026-05-23');
const FIRST = '2026-04-09';
const LAST = '2026-07-07';
const days = daysFrom(FIRST, LAST);
const courses = daysFrom('2026-03-15', LAST).flatMap((day) => requestsReportedOn(world, day));
const visits = days.map((day) => visitsOn(world, day));
const mean = (figures: readonly number[]) => figures.reduce((sum, one) => sum + one, 0) / figures.length;

describe('a day of the history', () => {
  it('is the same when asked twice, alone or among others', () => {
    expect(happeningsOf(buildWorld(DEMO_SEED, '2026-05-23'), '2026-06-10')).toEqual(happeningsOf(world, '2026-06-10'));
    const three = happeningsOfDays(world, '2026-06-09', '2026-06-11');
    const one = happeningsOf(world, '2026-06-10');
    expect(one.length).toBeGreaterThan(100);
    expect(three.filter(({ atMs }) => midnightBefore(atMs) === localDay('2026-06-10').startMs)).toEqual(one);
  });

  it('differs from another day and another seed', () => {
    const ids = (seed: number, day: string) =>
      happeningsOf(buildWorld(seed, '2026-05-23'), day).map((one) => one.clientEventId);
    expect(ids(1, '2026-06-10')).not.toEqual(ids(1, '2026-06-11'));
    expect(ids(1, '2026-06-10')).not.toEqual(ids(2, '2026-06-10'));
  });

  it('lies within its local midnights, in order, every client event id once and shaped as UUIDv7 of its time', () => {
    const all = happeningsOfDays(world, '2026-06-01', '2026-06-14');
    expect(new Set(all.map(({ clientEventId }) => clientEventId)).size).toBe(all.length);
    for (const { clientEventId, atMs } of all) {
      expect(clientEventId).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
      expect(Number.parseInt(clientEventId.replace('-', '').slice(0, 12), 16)).toBe(atMs);
    }
    const { startMs } = localDay('2026-06-05');
    const times = happeningsOf(world, '2026-06-05').map(({ atMs }) => atMs);
    expect(times).toEqual(times.toSorted((a, b) => a - b));
    expect(Math.min(...times)).toBeGreaterThanOrEqual(startMs);
    expect(Math.max(...times)).toBeLessThan(startMs + DAY_MS);
  });
});

describe('requests', () => {
  const ofDay = days.map((day) => requestsReportedOn(world, day).length);

  it('come at 10 to 14 a day over 90 days, more in rain', () => {
    expect(mean(ofDay)).toBeGreaterThan(10);
    expect(mean(ofDay)).toBeLessThan(14);
    const drains = (rainy: boolean) => {
      const some = days.filter((day) => isRainy(world.seed, localDay(day)) === rainy);
      return mean(
        some.map((day) => requestsReportedOn(world, day).filter((one) => one.reported.category === 'SEWAGE').length),
      );
    };
    expect(drains(true)).toBeGreaterThan(2 * drains(false));
    expect(isRainy(world.seed, localDay(STORY_DAY))).toBe(true);
  });

  it('leave some entrances silent and make others call often', () => {
    const counts = new Map(world.habits.map(({ key }) => [key, 0]));
    for (const { reported } of courses) counts.set(reported.entrance, (counts.get(reported.entrance) ?? 0) + 1);
    const sorted = [...counts.values()].toSorted((a, b) => b - a);
    expect(sorted.filter((count) => count === 0).length).toBeGreaterThanOrEqual(5);
    expect(sorted[0]).toBeGreaterThan(40);
  });

  it('stand open 10 to 60 at any of 200 instants, about 3 of them overdue', () => {
    const { startMs } = localDay(FIRST);
    const overdue: number[] = [];
    for (let i = 0; i < 200; i++) {
      const atMs = startMs + unitOf('instant', i) * days.length * DAY_MS;
      const open = coursesOpenAt(courses, atMs);
      expect(open.length).toBeGreaterThanOrEqual(10);
      expect(open.length).toBeLessThanOrEqual(60);
      overdue.push(
        open.filter(
          ({ reported }) => atMs > reported.atMs + (templateOf(reported.category).finishHours ?? Infinity) * HOUR_MS,
        ).length,
      );
    }
    expect(mean(overdue)).toBeGreaterThan(1.5);
    expect(mean(overdue)).toBeLessThan(5);
  });

  it('close within the longest course, steps in order and apart', () => {
    for (const { reported, steps } of courses) {
      const times = [reported.atMs, ...steps.map(({ atMs }) => atMs)];
      expect(times.every((atMs, i) => i === 0 || atMs > (times[i - 1] ?? 0))).toBe(true);
      expect(steps.at(-1)?.action).toBe('CLOSE');
      expect((times.at(-1) ?? 0) - reported.atMs).toBeLessThan(LONGEST_COURSE_DAYS * DAY_MS);
    }
  });
});

describe('visits', () => {
  const all = visits.flat();

  it('come at 130 to 170 a day over 90 days, mostly 9 to 12 and 14 to 20 h', () => {
    expect(mean(visits.map((one) => one.length))).toBeGreaterThan(130);
    expect(mean(visits.map((one) => one.length))).toBeLessThan(170);
    const hours = all.map(({ atMs }) => (atMs - midnightBefore(atMs)) / HOUR_MS);
    expect(
      hours.filter((hour) => (hour >= 9 && hour < 12) || (hour >= 14 && hour < 20)).length / all.length,
    ).toBeGreaterThan(0.97);
  });

  it('meet nearly every daily door every day, and miss a few', () => {
    const daily = world.households.filter(({ careLevel }) => careLevel === 'DAILY');
    const missed = visits.map((knocks) => {
      const met = new Set(
        knocks
          .filter(({ outcome }) => outcome === 'MET' || outcome === 'FOLLOW_UP')
          .map((one) => `${one.entrance}/${one.door}`),
      );
      return daily.filter(({ entrance, door }) => !met.has(`${entrance}/${door}`)).length;
    });
    expect(mean(missed)).toBeGreaterThan(1);
    expect(mean(missed)).toBeLessThan(6);
  });

  it('leave the story door for the evening', () => {
    const knocks = all.filter(({ entrance, door }) => entrance === '19-2' && door === 1701);
    expect(knocks.length).toBeGreaterThan(80);
    expect(knocks.every(({ atMs }) => atMs - midnightBefore(atMs) > 18.5 * HOUR_MS)).toBe(true);
  });

  it('are paid by the team of the grid that held the entrance on that day', () => {
    const worker = (day: string) =>
      visitsOn(world, day)
        .filter(({ entrance }) => entrance === '15-1')
        .flatMap(({ visitors }) => visitors);
    expect(new Set(daysFrom('2026-05-01', '2026-05-22').flatMap(worker))).toEqual(new Set(['worker9', 'branch9']));
    expect(new Set(daysFrom('2026-05-23', '2026-06-13').flatMap(worker))).toEqual(new Set(['worker12', 'branch12']));
  });

  it('make grid 11 the corner to fix and grid 15 the one visited most', () => {
    const rate = (grid: number, happened: readonly { entrance: `${number}-${number}` }[]) => {
      const inGrid = (one: { entrance: `${number}-${number}` }) =>
        world.plans.inForce.assignment[one.entrance] === grid;
      return happened.filter(inGrid).length / world.households.filter(inGrid).length;
    };
    const grids = Array.from({ length: 15 }, (_, i) => i + 1);
    const calls = grids.map((grid) =>
      rate(
        grid,
        courses.map(({ reported }) => reported),
      ),
    );
    const knocks = grids.map((grid) =>
      rate(
        grid,
        all.filter(({ outcome }) => outcome !== 'NOT_HOME'),
      ),
    );
    expect(calls.indexOf(Math.max(...calls))).toBe(10);
    expect(knocks.indexOf(Math.min(...knocks))).toBe(10);
    expect(knocks.indexOf(Math.max(...knocks))).toBe(14);
  });
});
