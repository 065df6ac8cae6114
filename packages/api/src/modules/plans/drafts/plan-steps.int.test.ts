// Locks, exemptions, rules and names of a draft on the small world; undo and redo of each; and the end of a draft.
import { describe, expect, it } from 'vitest';
import type { RequestContext } from '#platform/graphql/context';
import { newId } from '#platform/ids';
import { draftsBed } from '../../../../test/testkit/plans-fixture.ts';
import type { PlanOp, PlanRules } from './plan-ops.ts';
import type { PlanView } from './plan.read.ts';

const { bed, planner, secretary, unit, move } = await draftsBed();

const undo = (version: number): PlanOp => ({ kind: 'UNDO', version });
const redo = (version: number): PlanOp => ({ kind: 'REDO', version });
const gridsOf = async (plan: PlanView) => bed.byKey((await plan.details.units(plan.uuid)).assignment);
const locksOf = (plan: PlanView) => plan.details.locks(plan.uuid);
const now = (plan: { readonly id: string }) => bed.plans.reads.byId(planner, plan.id);

/** Applies calls one after another, each on the version before it. */
async function steps(who: RequestContext, plan: PlanView, ...calls: readonly PlanOp[][]): Promise<PlanView> {
  let latest = plan;
  for (const ops of calls) latest = (await bed.applied(who, latest, ops)).plan;
  return latest;
}

async function refused(plan: PlanView, ops: readonly PlanOp[], code: string, path: string) {
  await expect(bed.apply(planner, plan, ops)).rejects.toMatchObject({ code, path });
  expect((await now(plan)).version).toBe(plan.version);
}

describe('locks', () => {
  it('hold units where they are, one lock a grid', async () => {
    const plan = await bed.draft(planner, '锁单元');
    const locked = await steps(planner, plan, [{ kind: 'LOCK', lock: 'UNIT', entrances: ['1-1', '2-1'].map(unit) }]);
    expect((await locksOf(locked)).map(({ kind, grid, entrances, by }) => ({ kind, grid, entrances, by }))).toEqual([
      { kind: 'UNIT', grid: 1, entrances: [unit('1-1')], by: '小样PLANNER' },
      { kind: 'UNIT', grid: 2, entrances: [unit('2-1')], by: '小样PLANNER' },
    ]);
    await refused(locked, [move(1, '2-2'), move(2, '1-1')], 'PLAN_LOCKED', 'input.ops[1]');
    const [lock] = await locksOf(locked);
    const free = await steps(planner, locked, [{ kind: 'UNLOCK', id: lock!.id }, move(2, '1-1')]);
    expect(await gridsOf(free)).toMatchObject({ '1-1': 2 });
    await refused(free, [{ kind: 'UNLOCK', id: lock!.id }], 'PLAN_CONDITION_UNKNOWN', 'input.ops[0].id');
  });

  it('close a grid both ways, and locking all twice leaves one each', async () => {
    const plan = await bed.draft(planner, '锁网格');
    const all: PlanOp[] = [1, 2, 3].map((grid) => ({ kind: 'LOCK', lock: 'GRID', grid }));
    const locked = await steps(planner, plan, all, all);
    expect(await locksOf(locked)).toHaveLength(3);
    await refused(locked, [move(1, '2-1')], 'PLAN_LOCKED', 'input.ops[0]');
    const [first, second] = await locksOf(locked);
    const open = await steps(
      planner,
      locked,
      [first!, second!].map(({ id }) => ({ kind: 'UNLOCK', id })),
    );
    expect(await gridsOf(await steps(planner, open, [move(1, '2-1')]))).toMatchObject({ '2-1': 1 });
    await refused(await now(plan), [move(3, '2-2')], 'PLAN_LOCKED', 'input.ops[0]');
    await refused(await now(plan), [move(null, '3-1')], 'PLAN_LOCKED', 'input.ops[0]');
  });

  it('keep a worker with units, and units together', async () => {
    const plan = await bed.draft(planner, '随人');
    const ops: PlanOp[] = [
      { kind: 'LOCK', lock: 'WORKER', entrances: [unit('2-1')], grid: 1 },
      { kind: 'LOCK', lock: 'TOGETHER', entrances: ['3-1', '3-2'].map(unit) },
    ];
    const locked = await steps(planner, plan, ops);
    expect((await locksOf(locked)).map(({ kind, grid }) => [kind, grid])).toEqual([
      ['WORKER', 1],
      ['TOGETHER', null],
    ]);
    await refused(locked, [move(3, '2-1')], 'PLAN_LOCKED', 'input.ops[0]');
    expect(await gridsOf(await steps(planner, locked, [move(1, '2-1')]))).toMatchObject({ '2-1': 1 });
  });

  it('let units kept together travel only together, once they are', async () => {
    const plan = await bed.draft(planner, '同行');
    const together: PlanOp = { kind: 'LOCK', lock: 'TOGETHER', entrances: ['3-1', '3-2', '4-1'].map(unit) };
    const locked = await steps(planner, plan, [together]);
    await refused(locked, [move(1, '3-1')], 'PLAN_LOCKED', 'input.ops[0]');
    await refused(locked, [move(null, '3-1', '3-2')], 'PLAN_LOCKED', 'input.ops[0]');
    await refused(locked, [move(1, '3-1', '3-2'), move(1, '4-1')], 'PLAN_LOCKED', 'input.ops[0]');
    await refused(await now(plan), [move(2, '3-2')], 'PLAN_LOCKED', 'input.ops[0]');
    const moved = await steps(planner, locked, [move(1, '3-1', '3-2', '4-1')]);
    expect(await gridsOf(moved)).toMatchObject({ '3-1': 1, '3-2': 1, '4-1': 1 });
    const back = await steps(planner, moved, [undo(3)]);
    expect(await gridsOf(back)).toMatchObject({ '3-1': 3, '3-2': 3, '4-1': 3 });
    expect(await gridsOf(await steps(planner, back, [move(null, '4-1', '3-2', '3-1')]))).toMatchObject({ '4-1': null });
  });

  it('let units locked together while apart come together one by one, and then hold', async () => {
    const plan = await bed.draft(planner, '会合');
    const together: PlanOp = { kind: 'LOCK', lock: 'TOGETHER', entrances: ['2-1', '3-1'].map(unit) };
    const met = await steps(planner, plan, [together], [move(1, '2-1')], [move(1, '3-1')]);
    expect(await gridsOf(met)).toMatchObject({ '2-1': 1, '3-1': 1 });
    await refused(met, [undo(4)], 'PLAN_LOCKED', 'input.ops[0]');
    const [lock] = await locksOf(met);
    const free = await steps(planner, met, [{ kind: 'UNLOCK', id: lock!.id }], [undo(4)]);
    expect(await gridsOf(free)).toMatchObject({ '2-1': 1, '3-1': 3 });
  });

  it('let another planner’s move of the whole group be a conflict, not a lock', async () => {
    const plan = await bed.draft(planner, '同行撞');
    const together: PlanOp = { kind: 'LOCK', lock: 'TOGETHER', entrances: ['3-1', '3-2'].map(unit) };
    const locked = await steps(planner, plan, [together]);
    await steps(secretary, locked, [move(1, '3-1', '3-2')]);
    const answer = await bed.apply(planner, locked, [move(2, '3-1', '3-2')]);
    expect(answer).toMatchObject({
      units: [
        { yours: 2, theirs: 1 },
        { yours: 2, theirs: 1 },
      ],
    });
  });

  it('are refused without what they need', async () => {
    const plan = await bed.draft(planner, '坏锁');
    const open = await steps(planner, plan, [move(null, '1-1')]);
    await refused(open, [{ kind: 'LOCK', entrances: [unit('1-2')] }], 'BAD_USER_INPUT', 'input.ops[0].lock');
    await refused(open, [{ kind: 'LOCK', lock: 'GRID' }], 'BAD_USER_INPUT', 'input.ops[0].grid');
    await refused(open, [{ kind: 'LOCK', lock: 'GRID', grid: 9 }], 'PLAN_GRID_UNKNOWN', 'input.ops[0].grid');
    await refused(
      open,
      [{ kind: 'LOCK', lock: 'TOGETHER', entrances: [unit('1-2')] }],
      'PLAN_LOCK_TOGETHER',
      'input.ops[0].entrances',
    );
    await refused(
      open,
      [{ kind: 'LOCK', lock: 'UNIT', entrances: [unit('1-1')] }],
      'PLAN_LOCK_UNASSIGNED',
      'input.ops[0].entrances',
    );
    await refused(open, [{ kind: 'UNLOCK' }], 'BAD_ID', 'input.ops[0].id');
  });
});

describe('exemptions, rules and names', () => {
  it('are kept with their reason and author', async () => {
    const plan = await bed.draft(planner, '豁免');
    const exempt: PlanOp = { kind: 'EXEMPT', check: 'loose-piece', grid: 2, text: ' 历史原因 ' };
    const kept = await steps(planner, plan, [exempt], [{ ...exempt, text: '再说一遍' }]);
    const [one, another] = await kept.details.exemptions(kept.uuid);
    expect(another).toBeUndefined();
    expect(one).toMatchObject({ check: 'loose-piece', grid: 2, entrances: [], reason: '历史原因', by: '小样PLANNER' });
    const gone = await steps(planner, kept, [{ kind: 'UNEXEMPT', id: one!.id }]);
    expect(await gone.details.exemptions(gone.uuid)).toEqual([]);
    await refused(gone, [{ ...exempt, text: ' ' }], 'PLAN_TEXT_MISSING', 'input.ops[0].text');
    await refused(gone, [{ ...exempt, check: 'A b' }], 'BAD_USER_INPUT', 'input.ops[0].check');
    for (const check of ['unassigned', 'empty-grid', 'lock'])
      await refused(gone, [{ ...exempt, check }], 'PLAN_CHECK_NEVER_EXEMPT', 'input.ops[0].check');
    await refused(gone, [{ kind: 'EXEMPT', check: 'hole', text: '无' }], 'BAD_USER_INPUT', 'input.ops[0].entrances');
  });

  it('are judged: least, target and most in order, all of them positive', async () => {
    const plan = await bed.draft(planner, '规则');
    const rules: PlanRules = { ...plan.rules, minHouseholds: 5, targetHouseholds: 10, maxHouseholds: 15 };
    const changed = await steps(planner, plan, [
      { kind: 'SET_RULES', rules },
      { kind: 'RENAME', text: '新名' },
    ]);
    expect(changed).toMatchObject({ name: '新名', rules: { minHouseholds: 5, maxHouseholds: 15, maxSpanMetres: 350 } });
    const bad = (fields: Partial<PlanRules>, field: string) =>
      refused(
        changed,
        [{ kind: 'SET_RULES', rules: { ...rules, ...fields } }],
        'PLAN_RULES',
        `input.ops[0].rules.${field}`,
      );
    await bad({ minHouseholds: 11 }, 'minHouseholds');
    await bad({ maxHouseholds: 9 }, 'maxHouseholds');
    await bad({ maxSpanMetres: 0 }, 'maxSpanMetres');
    await bad({ minutesPerDoor: -1 }, 'minutesPerDoor');
    await bad({ minutesPerRequest: Number.NaN }, 'minutesPerRequest');
    await refused(changed, [{ kind: 'RENAME', text: '长'.repeat(61) }], 'TOO_LONG', 'input.ops[0].text');
    await refused(changed, [{ kind: 'SET_RULES' }], 'BAD_USER_INPUT', 'input.ops[0].rules');
  });
});

describe('undo and redo', () => {
  it('restore everything a step changed, and are steps themselves', async () => {
    const plan = await bed.draft(planner, '撤销');
    const rules = { ...plan.rules, minHouseholds: 1 };
    const changed = await steps(planner, plan, [
      move(1, '2-1', '2-2'),
      { kind: 'LOCK', lock: 'UNIT', entrances: [unit('2-1')] },
      { kind: 'EXEMPT', check: 'hole', grid: 1, text: '可以' },
      { kind: 'SET_RULES', rules },
      { kind: 'RENAME', text: '另名' },
    ]);
    const locks = await locksOf(changed);
    const back = await steps(planner, changed, [undo(2)]);
    expect(back).toMatchObject({ version: 3, name: '撤销', rules: { minHouseholds: 300 } });
    expect(await gridsOf(back)).toMatchObject({ '2-1': 2, '2-2': 2 });
    expect([await locksOf(back), await back.details.exemptions(back.uuid)]).toEqual([[], []]);
    const again = await steps(planner, back, [redo(2)]);
    expect(again).toMatchObject({ version: 4, name: '另名', rules: { minHouseholds: 1 } });
    expect(await gridsOf(again)).toMatchObject({ '2-1': 1, '2-2': 1 });
    expect(await locksOf(again)).toEqual(locks);
    expect(await again.details.history(again.uuid, 10)).toMatchObject([
      { version: 2, undone: false, of: null, movedUnits: 2 },
      { version: 3, kinds: ['UNDO'], of: 2, movedUnits: 2 },
      { version: 4, kinds: ['REDO'], of: 2, movedUnits: 2 },
    ]);
    const third = await steps(planner, again, [undo(4)]);
    expect(await gridsOf(third)).toMatchObject({ '2-1': 2 });
    expect((await third.details.history(third.uuid, 1))[0]).toMatchObject({ version: 5, of: 2 });
    expect(await gridsOf(await steps(planner, third, [redo(5)]))).toMatchObject({ '2-1': 1 });
  });

  it('are refused twice, for what never was, and beside other operations', async () => {
    const plan = await steps(planner, await bed.draft(planner, '两次'), [move(1, '2-1')], [undo(2)]);
    await refused(plan, [undo(2)], 'PLAN_STEP_TAKEN', 'input.ops[0].version');
    await refused(plan, [undo(3)], 'PLAN_STEP_TAKEN', 'input.ops[0].version');
    await refused(plan, [redo(9)], 'PLAN_STEP_UNKNOWN', 'input.ops[0].version');
    await refused(plan, [undo(1)], 'PLAN_STEP_UNKNOWN', 'input.ops[0].version');
    await refused(plan, [move(1, '2-1'), redo(2)], 'PLAN_STEP_ALONE', 'input.ops[1].kind');
  });

  it('ask before reaching into a locked grid', async () => {
    const plan = await steps(
      planner,
      await bed.draft(planner, '锁后'),
      [move(1, '2-1')],
      [{ kind: 'LOCK', lock: 'GRID', grid: 1 }],
    );
    await refused(plan, [undo(2)], 'PLAN_LOCKED', 'input.ops[0]');
    const [lock] = await locksOf(plan);
    const free = await steps(planner, plan, [{ kind: 'UNLOCK', id: lock!.id }], [undo(2)]);
    expect(await gridsOf(free)).toMatchObject({ '2-1': 2 });
  });

  it('take back a step that moved and locked at once', async () => {
    const ops: PlanOp[] = [move(1, '2-1'), { kind: 'LOCK', lock: 'GRID', grid: 1 }];
    const plan = await steps(planner, await bed.draft(planner, '移并锁'), ops, [undo(2)]);
    expect([(await gridsOf(plan))['2-1'], await locksOf(plan)]).toEqual([2, []]);
    const again = await steps(planner, plan, [redo(2)]);
    expect([(await gridsOf(again))['2-1'], (await locksOf(again)).length]).toEqual([1, 1]);
  });

  it('are in conflict with what someone did to the same units since', async () => {
    const plan = await steps(planner, await bed.draft(planner, '撞'), [move(1, '2-1', '2-2')]);
    await steps(secretary, plan, [move(3, '2-1')]);
    const answer = await bed.apply(planner, plan, [undo(2)]);
    expect(answer).toMatchObject({
      plan: { version: 3 },
      units: [{ entrance: unit('2-1'), yours: 2, theirs: 3, theirName: '小样SECRETARY', yourName: '小样PLANNER' }],
    });
    expect(await gridsOf(await now(plan))).toMatchObject({ '2-1': 3, '2-2': 1 });
    expect((await (await now(plan)).details.history(plan.uuid, 9))[0]).toMatchObject({ version: 2, undone: false });
  });

  it('do not take rules back that were set again since', async () => {
    const plan = await bed.draft(planner, '规则再改');
    const changed = await steps(planner, plan, [{ kind: 'RENAME', text: '一' }], [{ kind: 'RENAME', text: '二' }]);
    await refused(changed, [undo(2)], 'PLAN_STEP_OVERTAKEN', 'input.ops[0].version');
    expect(await steps(planner, changed, [undo(3)], [undo(2)])).toMatchObject({ name: '规则再改' });
  });

  it('undo the step of somebody else', async () => {
    const plan = await steps(secretary, await bed.draft(planner, '别人的'), [move(1, '2-1')]);
    expect(await gridsOf(await steps(planner, plan, [undo(2)]))).toMatchObject({ '2-1': 2 });
  });
});

describe('abandonPlan', () => {
  const abandon = (who: RequestContext, { id, version }: PlanView, clientEventId = newId()) =>
    bed.plans.service.abandon(who, { plan: id, version, clientEventId });

  it('ends a draft, once, and leaves it readable', async () => {
    const plan = await bed.draft(planner, '作废');
    const clientEventId = newId();
    expect(await abandon(planner, plan, clientEventId)).toMatchObject({ stage: 'ABANDONED', acts: [] });
    expect(await abandon(planner, plan, clientEventId)).toMatchObject({ stage: 'ABANDONED' });
    await expect(abandon(planner, plan)).rejects.toMatchObject({ code: 'PLAN_NOT_ABANDONABLE' });
    await expect(bed.apply(planner, plan, [move(1, '2-1')])).rejects.toMatchObject({ code: 'PLAN_NOT_EDITABLE' });
    expect(await gridsOf(await now(plan))).toMatchObject({ '2-1': 2 });
  });

  it('is refused for a version that is gone, and for those who only read', async () => {
    const plan = await bed.draft(planner, '旧版');
    await steps(planner, plan, [move(1, '2-1')]);
    await expect(abandon(planner, plan)).rejects.toMatchObject({ code: 'STALE', path: 'input.version' });
    await expect(abandon(bed.world.access('DISTRICT_REVIEWER'), plan)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });
});
