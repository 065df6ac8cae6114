// A scheduled plan taken back before its midnight: afterwards everything is as if it had never been scheduled, and what was agreed is
// still known as of then. On both engines: allowed, denied, too late, followed by another, repeated.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Permission } from '#modules/access';
import { SYSTEM } from '#platform/database/scope';
import { sql } from '#platform/database/sql';
import { newId } from '#platform/ids';
import { type Ask, askSchema } from '../../../../test/testkit/ask-schema.ts';
import {
  decideFixture,
  type DecideFixture,
  MIDNIGHT,
  TUESDAY,
  WEDNESDAY,
} from '../../../../test/testkit/decide-fixture.ts';
import { refusalOf } from '../../../../test/testkit/refusals.ts';
import { openTestDatabase, type TestDatabase } from '../../../../test/testkit/test-database.ts';

const HOUR_MS = 3_600_000;
const EVENING = new Date(TUESDAY.getTime() + HOUR_MS);
const LATER = new Date(EVENING.getTime() + HOUR_MS);
const JUST_BEFORE = new Date(MIDNIGHT.getTime() - 1);
const THURSDAY = new Date('2026-07-09T02:00:00Z');
/** One moved entrance of worker 1, one that the temporary worker of building 4 holds. */
const MOVES = { '1-1': 2, '4-2': 3 } as const;

let test: TestDatabase;
let worlds = 0;
let f: DecideFixture;
let ask: Ask;
beforeAll(async () => {
  test = await openTestDatabase();
}, 180_000);
afterAll(() => test.close());
beforeEach(async () => {
  worlds += 1;
  f = await decideFixture({ test, code: `42010000010${worlds}` });
  ask = await askSchema([f.access.parts, f.geography.parts, f.people.parts]);
}, 60_000);
afterEach(() => f.close());

type Draft = Awaited<ReturnType<DecideFixture['draft']>>;
const activate = (draft: Draft, on = '2026-07-08', now = TUESDAY) =>
  f.service.activate(f.as('PLANNER', now), { plan: draft.plan, version: 3, on, clientEventId: newId() });
const inputOf = (draft: Draft, more: object = {}) => ({
  plan: draft.plan,
  version: 3,
  note: '居民代表还有意见',
  clientEventId: newId(),
  ...more,
});
const withdraw = (draft: Draft, now = LATER, role: Parameters<DecideFixture['as']>[0] = 'PLANNER') =>
  f.service.withdraw(f.as(role, now), inputOf(draft));
const shown = (draft: Draft, now = LATER) => f.plans.reads.byId(f.as('PLANNER', now), draft.plan);

const GRIDS = `query ($community: String!, $at: DateTime!, $asOf: DateTime) {
  grids(community: $community, validAt: $at, asOf: $asOf) { number households residents boundary validFrom validTo } }`;

async function gridsAt(at: Date, asOf: Date | null): Promise<readonly { readonly households: number }[]> {
  const variables = { community: f.world.code, at: at.toISOString(), asOf: asOf?.toISOString() ?? null };
  const { data, errors } = await ask(GRIDS, f.as('SECRETARY', LATER), variables);
  expect(errors).toEqual([]);
  return data!['grids'] as { households: number }[];
}
const households = async (at: Date, asOf: Date | null) => (await gridsAt(at, asOf)).map((grid) => grid.households);

/** Grids with their boundaries and figures, who holds each, and who answers for each entrance and why, on several days. */
async function everything() {
  const { code, communityId, entranceIds, gridIds } = f.world;
  const access = await f.access.guard.byCode(f.as('SECRETARY', LATER), code, Permission.ReadRequests);
  return Promise.all(
    [TUESDAY, JUST_BEFORE, MIDNIGHT, THURSDAY].map(async (at) => {
      const places = Object.values(entranceIds).map((entranceId) => ({ entranceId, at }));
      return {
        grids: await gridsAt(at, null),
        staff: [...(await f.people.gridStaff(access, Object.values(gridIds), at))],
        routes: await f.people.routes(SYSTEM, communityId, places),
      };
    }),
  );
}

describe('a withdrawn plan', () => {
  it('leaves everything as if it had never been scheduled; what was agreed is known as of then', async () => {
    const draft = await f.draft(MOVES, 'APPROVED');
    await f.report('1-1');
    const before = await everything();
    await activate(draft, '2026-07-08', EVENING);
    const agreed = await everything();
    expect(agreed).not.toEqual(before);
    expect(await households(MIDNIGHT, null)).toEqual([4, 12, 15]);

    expect(await withdraw(draft)).toMatchObject({ stage: 'APPROVED', effectiveFrom: null, gridPlanId: null });
    expect(await everything()).toEqual(before);
    expect((await shown(draft)).acts).toEqual(['ACTIVATE', 'ABANDON', 'COMMENT']);
    // Knowledge of an hour before: it still says what was to come.
    expect(await households(MIDNIGHT, EVENING)).toEqual([4, 12, 15]);
    expect(await households(MIDNIGHT, TUESDAY)).toEqual([8, 11, 12]);
    const both = { community: f.world.code, mine: false };
    expect(await f.service.handovers(f.as('SECRETARY', WEDNESDAY), both)).toEqual([]);
    expect(await refusalOf(f.service.diff(f.as('PLANNER', LATER), draft.plan, null))).toBe('done');
    expect((await shown(draft, WEDNESDAY)).stage).toBe('APPROVED');
  });

  it('names who took it back and why, and tells those who watch', async () => {
    const draft = await f.draft(MOVES, 'APPROVED');
    await activate(draft);
    const watched = await f.plans.hub.watch(f.as('STREET_REVIEWER'), {
      type: 'Plan',
      communityId: f.world.communityId,
      id: draft.id,
    });
    expect((await watched.next()).value).toMatchObject({ stage: 'SCHEDULED' });
    await withdraw(draft, LATER, 'SECRETARY');
    expect((await watched.next()).value).toMatchObject({ stage: 'APPROVED' });
    watched.end();
    const said = await f.service.reviewsOf(f.as('PLANNER'), await shown(draft));
    expect(said.map(({ role, decision, note, stage, by }) => [role, decision, note, stage, by])).toEqual([
      ['PLANNER', null, null, 'SCHEDULED', '小样PLANNER'],
      ['SECRETARY', null, '居民代表还有意见', 'APPROVED', '小样SECRETARY'],
    ]);
  });

  it('makes room: another plan takes the same day, and one after the other goes again', async () => {
    const draft = await f.draft(MOVES, 'APPROVED');
    await activate(draft);
    const other = await f.draft({ '3-1': 1 }, 'APPROVED');
    expect(await refusalOf(activate(other))).toBe('PLAN_LATER_SCHEDULED input.on');
    await withdraw(draft, EVENING);
    await activate(other, '2026-07-08', LATER);
    const inForce = await households(MIDNIGHT, null);
    expect(inForce).toEqual([12, 11, 8]);
    expect((await f.plans.reads.byId(f.as('PLANNER', WEDNESDAY), other.plan)).stage).toBe('IN_FORCE');
    const third = await f.draft({ ...MOVES, '3-1': 1 }, 'APPROVED');
    await activate(third, '2026-07-10', LATER);
    expect(await refusalOf(withdraw(other))).toBe('PLAN_FOLLOWED input.plan');
    await withdraw(third);
    expect(await households(new Date('2026-07-11T00:00:00Z'), null)).toEqual(inForce);
    await withdraw(other);
    expect(await households(MIDNIGHT, null)).toEqual([8, 11, 12]);
  });

  it('scheduled and withdrawn in one instant leaves nothing that anybody could have known', async () => {
    const draft = await f.draft(MOVES, 'APPROVED');
    const before = await everything();
    await activate(draft);
    await withdraw(draft, TUESDAY);
    expect(await everything()).toEqual(before);
    const rows = await f.database.read<{ name: string; open: boolean }>(
      SYSTEM,
      sql`select name, upper_inf(valid) as open from grid_plans
        where community_id = ${f.world.communityId}::uuid and upper_inf(recorded) order by lower(valid)`,
    );
    expect(rows).toEqual([
      { name: '2025年方案', open: false },
      { name: '2026年方案', open: true },
    ]);
  });
});

describe('withdrawing', () => {
  it('is done once, answers a repetition, and refuses another body for it', async () => {
    const draft = await f.draft(MOVES, 'APPROVED');
    await activate(draft);
    const input = inputOf(draft);
    await f.service.withdraw(f.as('PLANNER', LATER), input);
    expect(await f.service.withdraw(f.as('PLANNER', LATER), input)).toMatchObject({ stage: 'APPROVED' });
    const changed = { ...input, note: '另一个原因' };
    expect(await refusalOf(f.service.withdraw(f.as('PLANNER', LATER), changed))).toMatch(/^IDEMPOTENCY_MISMATCH/);
    expect(await refusalOf(withdraw(draft))).toBe('PLAN_NOT_AT_STAGE input.plan');
    expect(await f.service.reviewsOf(f.as('PLANNER'), await shown(draft))).toHaveLength(2);
  });

  it('is refused from the midnight on, at the wrong version, without a reason, and to others', async () => {
    const draft = await f.draft(MOVES, 'APPROVED');
    await activate(draft);
    const agreed = await everything();
    expect(await refusalOf(withdraw(draft, MIDNIGHT))).toBe('PLAN_BEGUN input.plan');
    const by = (role: Parameters<DecideFixture['as']>[0], more: object = {}) =>
      refusalOf(f.service.withdraw(f.as(role, LATER), inputOf(draft, more)));
    expect(await by('PLANNER', { version: 2 })).toBe('STALE input.version');
    expect(await by('PLANNER', { note: ' ' })).toBe('PLAN_TEXT_MISSING input.note');
    expect(await by('PLANNER', { note: '长'.repeat(201) })).toBe('TOO_LONG input.note');
    expect(await by('STREET_REVIEWER')).toBe('FORBIDDEN');
    expect(await by('GRID_WORKER')).toBe('FORBIDDEN');
    expect(await everything()).toEqual(agreed);
    expect((await shown(draft)).acts).toEqual(['WITHDRAW', 'COMMENT']);
  });

  it('by two at once is one withdrawal', async () => {
    const draft = await f.draft(MOVES, 'APPROVED');
    await activate(draft);
    const outcomes = await Promise.all([refusalOf(withdraw(draft)), refusalOf(withdraw(draft, LATER, 'SECRETARY'))]);
    expect(outcomes.toSorted()).toEqual(['PLAN_NOT_AT_STAGE input.plan', 'done']);
  });
});
