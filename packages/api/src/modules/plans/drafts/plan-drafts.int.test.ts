// Drafts on the small world: branching, moving units, merging two planners, and who may do what.
import { describe, expect, it } from 'vitest';
import { encodeId, newId } from '#platform/ids';
import { draftsBed } from '../../../../test/testkit/plans-fixture.ts';

const { bed, planner, secretary, unit, move } = await draftsBed();

describe('createPlan', () => {
  it('branches from the plan in force: every unit where it is now', async () => {
    const plan = await bed.draft(planner, '夏季方案');
    expect(plan).toMatchObject({ stage: 'DRAFT', version: 1, outdated: false, createdBy: '小样PLANNER' });
    expect(plan.rules).toMatchObject({ minHouseholds: 300, maxSpanMetres: 350, minutesPerFloor: 0.5 });
    const { assignment, before } = await plan.details.units(plan.uuid);
    expect(bed.byKey(assignment)).toEqual({
      '1-1': 1,
      '1-2': 1,
      '2-1': 2,
      '2-2': 2,
      '3-1': 3,
      '3-2': 3,
      '4-1': 3,
      '4-2': 2,
    });
    expect(before).toEqual(assignment);
  });

  it('copies another draft, and compares it with what is in force', async () => {
    const first = await bed.draft(planner, '甲');
    await bed.apply(planner, first, [move(1, '2-1')]);
    const copy = await bed.draft(secretary, '乙', first.id);
    const { assignment, before } = await copy.details.units(copy.uuid);
    expect(bed.byKey(assignment)['2-1']).toBe(1);
    expect(bed.byKey(before)['2-1']).toBe(2);
  });

  it('keeps the plans that were never drafted, so that a return to them is a draft like any other', async () => {
    await Promise.all([bed.draft(planner, '一'), bed.draft(secretary, '二')]);
    const list = await bed.plans.reads.list(planner, bed.world.code);
    const [now, earlier] = ['IN_FORCE', 'PAST'].map((stage) => list.filter((plan) => plan.stage === stage));
    expect([now, earlier].map((plans) => plans?.map(({ name, createdBy }) => [name, createdBy]))).toEqual([
      [['2026年方案', '青和小样社区']],
      [['2025年方案', '青和小样社区']],
    ]);
    expect(earlier?.[0]).toMatchObject({ acts: ['COMMENT'], outdated: false });
    const units = await now![0]!.details.units(now![0]!.uuid);
    expect([bed.byKey(units.before)['4-2'], bed.byKey(units.assignment)['4-2']]).toEqual([3, 2]);
    const back = await bed.draft(planner, '回到 2025', earlier![0]!.id);
    const { assignment, before } = await back.details.units(back.uuid);
    expect([bed.byKey(assignment)['4-2'], bed.byKey(before)['4-2']]).toEqual([3, 2]);
    expect(back).toMatchObject({ stage: 'DRAFT', rules: { maxHouseholds: 500 } });
  });

  it('is answered once for one clientEventId, and refuses another body for it', async () => {
    const input = { community: bed.world.code, name: '同一个', clientEventId: newId() };
    const [one, two] = [await bed.plans.service.create(planner, input), await bed.plans.service.create(planner, input)];
    expect(two.id).toBe(one.id);
    await expect(bed.plans.service.create(planner, { ...input, name: '另一个' })).rejects.toMatchObject({
      code: 'IDEMPOTENCY_MISMATCH',
    });
  });

  it.each(['GRID_WORKER', 'STREET_REVIEWER', 'POLICE', 'ADMINISTRATOR'] as const)('is not for %s', async (role) => {
    await expect(bed.draft(bed.world.access(role), '不行')).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  it('refuses a screen, a blank name and a plan of another community', async () => {
    await expect(bed.draft(bed.world.access('PLANNER', { screen: true }), '屏')).rejects.toMatchObject({
      code: 'SCREEN_READ_ONLY',
    });
    await expect(bed.draft(planner, '  ')).rejects.toMatchObject({ code: 'PLAN_TEXT_MISSING', path: 'input.name' });
    await expect(bed.draft(planner, '远', encodeId('Plan', newId(), newId()))).rejects.toMatchObject({
      code: 'NOT_FOUND',
      path: 'input.from',
    });
  });
});

describe('applyPlanOps: MOVE', () => {
  it('moves units, counts the version up and keeps the step', async () => {
    const plan = await bed.draft(planner, '移动');
    const { plan: moved } = await bed.applied(planner, plan, [move(1, '2-1', '2-2'), move(null, '4-1')]);
    expect(moved.version).toBe(2);
    const { assignment } = await moved.details.units(moved.uuid);
    expect(bed.byKey(assignment)).toMatchObject({ '2-1': 1, '2-2': 1, '4-1': null, '4-2': 2 });
    expect(await moved.details.history(moved.uuid, 10)).toMatchObject([
      {
        version: 2,
        by: '小样PLANNER',
        mine: true,
        source: 'HAND',
        kinds: ['MOVE'],
        movedUnits: 3,
        undone: false,
        of: null,
      },
    ]);
  });

  it('is repeated without a second step', async () => {
    const plan = await bed.draft(planner, '重复');
    const input = {
      plan: plan.id,
      baseVersion: 1,
      ops: [move(1, '2-1')],
      source: 'HAND' as const,
      clientEventId: newId(),
    };
    await bed.plans.service.apply(planner, input);
    const again = await bed.plans.service.apply(planner, input);
    expect(again).toMatchObject({ merged: false, plan: { version: 2 } });
    await expect(bed.plans.service.apply(planner, { ...input, ops: [move(3, '2-1')] })).rejects.toMatchObject({
      code: 'IDEMPOTENCY_MISMATCH',
    });
  });

  it('merges two planners by unit', async () => {
    const plan = await bed.draft(planner, '合并');
    await bed.applied(planner, plan, [move(1, '2-1')]);
    const { merged, plan: both } = await bed.applied(secretary, plan, [move(3, '1-1'), move(1, '2-1')]);
    expect(merged).toBe(true);
    expect(bed.byKey((await both.details.units(both.uuid)).assignment)).toMatchObject({ '2-1': 1, '1-1': 3 });
  });

  it('names both where the same unit was moved elsewhere, and changes nothing', async () => {
    const plan = await bed.draft(planner, '冲突');
    await bed.applied(planner, plan, [move(1, '2-1')]);
    const answer = await bed.apply(secretary, plan, [move(3, '1-1'), move(3, '2-1')]);
    expect(answer).toMatchObject({
      plan: { version: 2 },
      units: [
        {
          entrance: unit('2-1'),
          name: '2栋1单元',
          yours: 3,
          theirs: 1,
          theirName: '小样PLANNER',
          yourName: '小样SECRETARY',
        },
      ],
    });
    const now = await bed.plans.reads.byId(planner, plan.id);
    expect(bed.byKey((await now.details.units(now.uuid)).assignment)).toMatchObject({ '2-1': 1, '1-1': 1 });
    expect(await now.details.history(now.uuid, 10)).toHaveLength(1);
    await bed.applied(planner, plan, [move(2, '2-1')]);
  });

  it('lets two at the same instant in one after the other', async () => {
    const plan = await bed.draft(planner, '同时');
    const answers = await Promise.all([
      bed.apply(planner, plan, [move(1, '2-1')]),
      bed.apply(secretary, plan, [move(1, '4-1')]),
      bed.apply(planner, plan, [move(1, '4-2')]),
    ]);
    expect(answers.every((answer) => 'merged' in answer)).toBe(true);
    const now = await bed.plans.reads.byId(planner, plan.id);
    expect(now.version).toBe(4);
    expect(bed.byKey((await now.details.units(now.uuid)).assignment)).toMatchObject({ '2-1': 1, '4-1': 1, '4-2': 1 });
  });

  it('names the fault of a bad operation and keeps nothing of the call', async () => {
    const plan = await bed.draft(planner, '错误');
    const refused = (ops: Parameters<typeof bed.apply>[2], code: string, path: string) =>
      expect(bed.apply(planner, plan, ops)).rejects.toMatchObject({ code, path });
    await refused([move(1, '2-1'), move(99, '2-2')], 'PLAN_GRID_UNKNOWN', 'input.ops[1].grid');
    await refused([{ kind: 'MOVE', grid: 1 }], 'BAD_USER_INPUT', 'input.ops[0].entrances');
    await refused(
      [{ kind: 'MOVE', grid: 1, entrances: [unit('1-1'), encodeId('Entrance', bed.world.communityId, newId())] }],
      'PLAN_UNIT_UNKNOWN',
      'input.ops[0].entrances[1]',
    );
    await refused([], 'BAD_USER_INPUT', 'input.ops');
    await refused(
      Array.from({ length: 501 }, () => move(1, '1-1')),
      'PLAN_TOO_MANY_OPS',
      'input.ops',
    );
    await expect(bed.apply(planner, { ...plan, version: 7 }, [move(1, '2-1')])).rejects.toMatchObject({
      code: 'PLAN_VERSION_UNKNOWN',
      params: { version: 1 },
    });
    expect((await bed.plans.reads.byId(planner, plan.id)).version).toBe(1);
  });

  it('is not for those who only read, nor for strangers', async () => {
    const plan = await bed.draft(planner, '只读');
    await expect(bed.apply(bed.world.access('STREET_REVIEWER'), plan, [move(1, '2-1')])).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
    await expect(
      bed.apply(planner, { ...plan, id: encodeId('Plan', newId(), newId()) }, [move(1)]),
    ).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await expect(
      bed.apply(planner, { ...plan, id: encodeId('Plan', bed.world.communityId, newId()) }, [move(1, '2-1')]),
    ).rejects.toMatchObject({ code: 'NOT_FOUND', path: 'input.plan' });
    expect((await bed.plans.reads.list(bed.world.access('DISTRICT_REVIEWER'), bed.world.code)).length).toBeGreaterThan(
      0,
    );
  });
});
