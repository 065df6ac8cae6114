// Proves that the invented courses speak the product's own words: categories, kinds and clocks of the norms, staff that exists.
// That every move is permitted is judged by the table itself, when the history is imported and when the story is played.
import 'reflect-metadata';
import { describe, expect, it } from 'vitest';
import { CATEGORY_CODES, categoryNorm, DEFAULT_NORMS } from '#modules/geography';
import { daysFrom } from './local-day.ts';
import { PEOPLE } from './people.ts';
import { REQUEST_CATEGORIES, templateOf } from './request-table.ts';
import { requestsReportedOn } from './requests-of-day.ts';
import { SEWAGE_CALL, SEWAGE_MOVES, STORY_CALL_AT } from './sewage-story.ts';
import { STORY_DAY } from './weather.ts';
import { buildWorld, DEMO_SEED } from './world.ts';

const world = buildWorld(DEMO_SEED, '2026-05-23');

describe('requests of the demo', () => {
  it('use every category of the norms, with its kind and clock', () => {
    expect(REQUEST_CATEGORIES.toSorted()).toEqual(CATEGORY_CODES.toSorted());
    for (const code of REQUEST_CATEGORIES) {
      const { finish, defaultKind } = categoryNorm(DEFAULT_NORMS, code);
      expect(templateOf(code).kind).toBe(defaultKind);
      expect(templateOf(code).finishHours).toBe(finish.time === 'CALENDAR' ? finish.minutes / 60 : null);
    }
  });

  it('end by closing, on several kinds of path', () => {
    const courses = daysFrom('2026-06-01', '2026-06-30').flatMap((day) => requestsReportedOn(world, day));
    expect(courses.length).toBeGreaterThan(250);
    const paths = new Set(courses.map(({ steps }) => steps.map(({ action }) => action).join(' ')));
    expect(paths.size).toBeGreaterThanOrEqual(4);
    expect([...paths].filter((path) => !path.endsWith('CLOSE'))).toEqual([]);
  });
});

describe('the sewage story', () => {
  it('is told on the rainy day, at a door that exists, by people who exist', () => {
    expect(STORY_CALL_AT.startsWith(STORY_DAY)).toBe(true);
    const entrance = world.layout.buildings[8]?.entrances[1];
    expect(entrance?.key).toBe(SEWAGE_CALL.entrance);
    expect(entrance?.dwellings.map(({ door }) => door)).toContain(SEWAGE_CALL.door);
    const usernames = PEOPLE.map(({ username }) => username);
    const named = [SEWAGE_CALL, ...SEWAGE_MOVES].flatMap((step) => [
      step.actor,
      ...('crew' in step ? (step.crew ?? []) : []),
    ]);
    expect(named.filter((username) => !usernames.includes(username))).toEqual([]);
    expect(SEWAGE_CALL.actor).toBe(`worker${world.plans.inForce.assignment['9-2']}`);
    expect(SEWAGE_MOVES.find(({ action }) => action === 'ARRIVE')?.crew).toHaveLength(2);
  });

  it('keeps the clocks of the red property: an answer in 15 minutes, all done the same night', () => {
    const at = (action: string) => SEWAGE_MOVES.find((move) => move.action === action)?.offsetMinutes ?? Infinity;
    expect(at('TAKE') - at('DISPATCH')).toBeLessThanOrEqual(DEFAULT_NORMS.workOrder.respond.minutes);
    expect(at('CLOSE')).toBeLessThan(6 * 60);
  });
});
