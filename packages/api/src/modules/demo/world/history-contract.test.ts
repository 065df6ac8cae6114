// Proves that the invented courses speak the product's own words: categories and clocks of the norms, moves of the lifecycle.
import { describe, expect, it } from 'vitest';
import { CATEGORY_CODES, categoryNorm, DEFAULT_NORMS } from '../../geography/norms.ts';
import type { ActionInput, LifecycleActor } from '../../requests/request-guards.ts';
import { decide, reportedState } from '../../requests/request-lifecycle.ts';
import type { RequestAction } from '../../requests/request-stages.ts';
import type { RequestCourse } from './happening-types.ts';
import { daysFrom } from './local-day.ts';
import { PEOPLE } from './people.ts';
import { REQUEST_CATEGORIES, templateOf } from './request-table.ts';
import { requestsReportedOn } from './requests-of-day.ts';
import { SEWAGE_CALL, SEWAGE_MOVES, STORY_CALL_AT } from './sewage-story.ts';
import { STORY_DAY } from './weather.ts';
import { buildWorld, DEMO_SEED } from './world.ts';

const world = buildWorld(DEMO_SEED, '2026-05-23');

const ACTOR: LifecycleActor = { personId: 'p', parties: new Set(['RESPONSIBLE', 'ORGANIZATION']) };

interface Move {
  readonly action: RequestAction;
  readonly input: ActionInput;
}

/** The stage at which a list of moves ends, or the first refusal. */
function walk(moves: readonly Move[]): string {
  let state = reportedState('r', new Date(8e14));
  for (const { action, input } of moves) {
    const decided = decide(state, action, ACTOR, input);
    if ('refused' in decided) return `${action} ${decided.refused}`;
    state = decided.ok;
  }
  return state.stage;
}

const movesOf = ({ steps }: RequestCourse) =>
  steps.map(({ action, atMs, organization, crew, outcome, residentWord, reason }): Move => ({
    action,
    input: {
      at: new Date(atMs),
      residentWord,
      ...(organization !== null && { organizationId: organization }),
      ...(crew !== null && { crew }),
      ...(outcome !== null && { outcome }),
      ...(reason !== null && { reason }),
    },
  }));

const storyMoves = SEWAGE_MOVES.map(({ action, organization, crew, outcome, residentsWord, photo }): Move => ({
  action,
  input: {
    at: new Date(Date.parse(STORY_CALL_AT)),
    residentWord: residentsWord ?? false,
    ...(organization !== undefined && { organizationId: organization }),
    ...(crew !== undefined && { crew: crew.length }),
    ...(outcome !== undefined && { outcome }),
    ...(photo === 'AFTER' && { photosBefore: 1, photosAfter: 1 }),
  },
}));

describe('requests of the demo', () => {
  it('use every category of the norms, with its kind and clock', () => {
    expect(REQUEST_CATEGORIES.toSorted()).toEqual(CATEGORY_CODES.toSorted());
    for (const code of REQUEST_CATEGORIES) {
      const { finish, defaultKind } = categoryNorm(DEFAULT_NORMS, code);
      expect(templateOf(code).kind).toBe(defaultKind);
      expect(templateOf(code).finishHours).toBe(finish.time === 'CALENDAR' ? finish.minutes / 60 : null);
    }
  });

  it('take only permitted moves, from the call to the closing, on three kinds of path', () => {
    const courses = daysFrom('2026-06-01', '2026-06-30').flatMap((day) => requestsReportedOn(world, day));
    expect(courses.length).toBeGreaterThan(250);
    expect(
      new Set(courses.map(({ steps }) => steps.map(({ action }) => action).join(' '))).size,
    ).toBeGreaterThanOrEqual(4);
    expect(new Set(courses.map((course) => walk(movesOf(course))))).toEqual(new Set(['CLOSED']));
    expect(walk([{ action: 'TAKE', input: { at: new Date(0) } }])).toBe('TAKE ACTION_NOT_AT_STAGE');
  });
});

describe('the sewage story', () => {
  it('is told on the rainy day, at a door that exists, in permitted moves by people who exist', () => {
    expect(STORY_CALL_AT.startsWith(STORY_DAY)).toBe(true);
    const entrance = world.layout.buildings[8]?.entrances[1];
    expect(entrance?.key).toBe(SEWAGE_CALL.entrance);
    expect(entrance?.dwellings.map(({ door }) => door)).toContain(SEWAGE_CALL.door);
    expect(walk(storyMoves)).toBe('CLOSED');
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
