// The checks at submission on both engines: what the page would not hand in, the api refuses too, by the same rule.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sql } from '#platform/database/sql';
import { encodeId, newId } from '#platform/ids';
import { decideFixture, type DecideFixture } from '../../../../test/testkit/decide-fixture.ts';
import { refusalOf } from '../../../../test/testkit/refusals.ts';

let f: DecideFixture;
beforeAll(async () => {
  f = await decideFixture();
}, 180_000);
afterAll(() => f.close());

type PlanOp = Parameters<DecideFixture['plans']['service']['apply']>[1]['ops'][number];
interface Draft {
  readonly plan: string;
  readonly version: number;
}

/** 8 households in grid 1, 11 in grid 2, 12 in grid 3. */
const TIGHT = { minHouseholds: 9, maxHouseholds: 11 };
const entrance = (key: string) => encodeId('Entrance', f.world.communityId, f.world.entranceIds[key]!);
const submit = (draft: Draft, more: object = {}, context = f.as('PLANNER')) =>
  f.service.reviews.submit(context, { ...named(draft), ...more });
const named = ({ plan, version }: Draft) => ({ plan, version, clientEventId: newId() });
const refusal = (draft: Draft, context = f.as('PLANNER')) =>
  submit(draft, {}, context).then(
    () => null,
    (error: { readonly code: string; readonly path: string; readonly params: object }) => error,
  );
const exempt = (check: string, grid: number | null, ...keys: readonly string[]): PlanOp => ({
  kind: 'EXEMPT',
  check,
  grid,
  entrances: keys.map(entrance),
  text: '居民已议定',
});
async function change(draft: Draft, ...ops: readonly PlanOp[]): Promise<Draft> {
  const applied = await f.plans.service.apply(f.as('PLANNER'), {
    plan: draft.plan,
    baseVersion: draft.version,
    ops,
    source: 'HAND',
    clientEventId: newId(),
  });
  return { plan: draft.plan, version: applied.plan.version };
}

describe('a plan is handed in', () => {
  it('not with open checks: the first three are named in the language of the caller, and counted', async () => {
    const draft = await f.draft({}, 'DRAFT', undefined, { ...TIGHT, maxSpanMetres: 1 });
    const said = await refusal(draft);
    expect(said).toMatchObject({ code: 'PLAN_CHECKS_OPEN', path: 'input.plan' });
    expect(said?.params).toEqual({
      count: 5,
      first: expect.stringMatching(/^1网格 8户,限 9–11户;3网格 12户,限 9–11户;1网格跨度 \d+ m,上限 1 m…$/),
    });
    const english = await refusal(draft, { ...f.as('PLANNER'), language: 'EN' });
    expect(english?.params).toMatchObject({ first: expect.stringContaining('grid 1: 8 households, 9 to 11 allowed') });
    expect(await f.plans.reads.byId(f.as('PLANNER'), draft.plan)).toMatchObject({ stage: 'DRAFT' });
  });

  it('once each is mended or accepted for just what it is', async () => {
    const draft = await f.draft({ '1-1': 2 }, 'DRAFT', undefined, { minHouseholds: 5 });
    const limit = await change(draft, exempt('households', 1));
    expect((await refusal(limit))?.params).toEqual({ count: 1, first: '2网格不连通:1栋1单元散在外面' });
    const other = await change(limit, exempt('loose-piece', 2, '1-2'), exempt('loose-piece', 1, '1-1'));
    expect(await refusal(other)).toMatchObject({ params: { count: 1 } });
    const accepted = await change(other, exempt('loose-piece', 2, '1-1'));
    expect(await submit(accepted)).toMatchObject({ stage: 'SUBMITTED' });
  });

  it('never with a broken lock or a unit in no grid, which nobody can accept', async () => {
    const draft = await f.draft({ '1-2': 2 });
    const lock: PlanOp = { kind: 'LOCK', lock: 'UNIT', entrances: [entrance('1-2')], grid: 1 };
    const held = await change(draft, lock);
    expect(await refusalOf(change(held, exempt('lock', 1, '1-2')))).toBe('PLAN_CHECK_NEVER_EXEMPT input.ops[0].check');
    expect(await refusal(held)).toMatchObject({
      code: 'PLAN_CHECKS_OPEN',
      params: { count: 1, first: '锁定被破:1栋2单元' },
    });
    const gap = await f.draft({ '1-2': null });
    const accepting = change(gap, exempt('unassigned', null, '1-2'));
    expect(await refusalOf(accepting)).toBe('PLAN_CHECK_NEVER_EXEMPT input.ops[0].check');
    expect(await refusalOf(submit(gap))).toBe('PLAN_INCOMPLETE input.plan');
  });

  it('where what is found was so before', async () => {
    const draft = await f.draft({ '1-1': 2 });
    expect(await refusalOf(submit(draft))).toBe('PLAN_CHECKS_OPEN input.plan');
    await f.write(sql`
      update plan_draft_units set before_grid_id = grid_id
      where community_id = ${f.world.communityId}::uuid and draft_id = ${draft.id}::uuid`);
    expect(await submit(draft)).toMatchObject({ stage: 'SUBMITTED' });
  });

  it('by whoever may, at the version they saw, and once', async () => {
    const draft = await f.draft({ '2-1': 1 });
    expect(await refusalOf(submit(draft, {}, f.as('GRID_WORKER')))).toBe('FORBIDDEN');
    expect(await refusalOf(submit(draft, {}, f.as('STREET_REVIEWER')))).toBe('FORBIDDEN');
    const moved = await change(draft, { kind: 'MOVE', entrances: [entrance('4-2')], grid: 3 });
    expect(await refusalOf(submit(draft))).toBe('STALE input.version');
    const clientEventId = newId();
    const outcomes = await Promise.all([submit(moved, { clientEventId }), submit(moved, { clientEventId })]);
    expect(outcomes.map(({ stage }) => stage)).toEqual(['SUBMITTED', 'SUBMITTED']);
    expect(await refusalOf(submit(moved))).toBe('PLAN_NOT_AT_STAGE input.plan');
  });
});

describe('a plan that was agreed on', () => {
  it('is not held up by checks that opened meanwhile', async () => {
    const draft = await f.draft({ '1-1': 2 }, 'SUBMITTED', undefined, TIGHT);
    const approved = await f.service.reviews.review(f.as('SECRETARY'), { ...named(draft), decision: 'APPROVE' });
    expect(approved).toMatchObject({ stage: 'COMMUNITY_APPROVED' });
  });
});
