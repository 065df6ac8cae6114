// Grids that a draft gets and lets go: allowed, denied, in conflict, repeated, taken back; numbers are never used twice.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SYSTEM } from '#platform/database/scope';
import { sql } from '#platform/database/sql';
import type { RequestContext } from '#platform/graphql/context';
import { encodeId, newId } from '#platform/ids';
import { plansBed, type PlansBed, type PlanView } from '../../../../test/testkit/plans-fixture.ts';
import type { PlanOp } from './plan-ops.ts';

let bed: PlansBed;
let planner: RequestContext;
let secretary: RequestContext;
beforeAll(async () => {
  bed = await plansBed();
  planner = bed.world.access('PLANNER');
  secretary = bed.world.access('SECRETARY');
}, 180_000);
afterAll(() => bed.close());

const unit = (key: string) => encodeId('Entrance', bed.world.communityId, bed.world.entranceIds[key]!);
const move = (grid: number | null, ...keys: string[]): PlanOp => ({ kind: 'MOVE', entrances: keys.map(unit), grid });
const add = (grid: number): PlanOp => ({ kind: 'ADD_GRID', grid });
const close = (grid: number): PlanOp => ({ kind: 'CLOSE_GRID', grid });
const undo = (version: number): PlanOp => ({ kind: 'UNDO', version });
const redo = (version: number): PlanOp => ({ kind: 'REDO', version });
const now = (plan: { readonly id: string }) => bed.plans.reads.byId(planner, plan.id);
const gridsOf = async (plan: PlanView) => bed.byKey((await plan.details.units(plan.uuid)).assignment);
const known = () =>
  bed.database.read<{ id: string; number: number }>(
    SYSTEM,
    sql`select id, number from grids where community_id = ${bed.world.communityId}::uuid order by number`,
  );

async function steps(who: RequestContext, plan: PlanView, ...calls: readonly PlanOp[][]): Promise<PlanView> {
  let latest = plan;
  for (const ops of calls) latest = (await bed.applied(who, latest, ops)).plan;
  return latest;
}

async function refused(plan: PlanView, ops: readonly PlanOp[], code: string, path: string, who = planner) {
  const before = await known();
  await expect(bed.apply(who, plan, ops)).rejects.toMatchObject({ code, path });
  expect(await known()).toEqual(before);
}

describe('a draft', () => {
  it('has the grids of the plan in force, of its source, or of the earlier plan it returns to', async () => {
    const plan = await bed.draft(planner, '现状');
    expect(plan.grids).toEqual([1, 2, 3]);
    const changed = await steps(planner, plan, [move(1, '2-1', '2-2', '4-2'), close(2)]);
    expect(changed.grids).toEqual([1, 3]);
    expect((await bed.draft(planner, '副本', plan.id)).grids).toEqual([1, 3]);
    const past = (await bed.plans.reads.list(planner, bed.world.code)).filter(({ stage }) => stage === 'PAST');
    expect(past.map(({ grids }) => grids)).toEqual([[1, 2, 3]]);
  });
});

describe('ADD_GRID', () => {
  it('gives the next number for ever, takes units, and is taken back and done again with them', async () => {
    const plan = await bed.draft(planner, '加四');
    const four = await steps(planner, plan, [add(4), move(4, '4-1', '4-2')]);
    expect(four.grids).toEqual([1, 2, 3, 4]);
    expect(await gridsOf(four)).toMatchObject({ '4-1': 4, '4-2': 4, '3-1': 3 });
    const grid = (await known()).find(({ number }) => number === 4)!;
    const ground = await bed.plans.ground.ground(planner, bed.world.code);
    expect(ground!.grids.find(({ number }) => number === 4)).toMatchObject({ worker: null, drafted: true });
    expect(ground!.grids.filter(({ drafted }) => drafted)).toHaveLength(1);

    const back = await steps(planner, four, [undo(2)]);
    expect([back.grids, await gridsOf(back)]).toEqual([[1, 2, 3], await gridsOf(plan)]);
    const again = await steps(planner, back, [redo(2)]);
    expect([again.grids, (await gridsOf(again))['4-1']]).toEqual([[1, 2, 3, 4], 4]);
    expect((await known()).find(({ number }) => number === 4)).toEqual(grid);
    expect((await again.details.history(again.uuid, 3)).map(({ kinds }) => kinds.toSorted())).toEqual([
      ['ADD_GRID', 'MOVE'],
      ['UNDO'],
      ['REDO'],
    ]);
  });

  it('is the same grid for two drafts and two planners, also at once', async () => {
    const [one, other] = [await bed.draft(planner, '甲案'), await bed.draft(secretary, '乙案')];
    const next = Math.max(...(await known()).map(({ number }) => number)) + 1;
    await Promise.all([steps(planner, one, [add(next)]), steps(secretary, other, [add(next)])]);
    expect((await known()).filter(({ number }) => number === next)).toHaveLength(1);
    const second = await bed.applied(secretary, one, [add(next)]);
    expect(second).toMatchObject({ merged: true, plan: { version: 3, grids: [1, 2, 3, next] } });
    await refused(other, [add(next + 2)], 'PLAN_GRID_NUMBER', 'input.ops[0].grid');
    await expect(bed.apply(planner, other, [add(next + 2)])).rejects.toMatchObject({ params: { next: next + 1 } });
    const both = await steps(planner, await now(other), [add(next + 2), add(next + 1)]);
    expect(both.grids.slice(-3)).toEqual([next, next + 1, next + 2]);
  });

  it('answers a repetition, and is refused to others, without a number, and beyond one grid a unit', async () => {
    const plan = await bed.draft(planner, '重复');
    const input = {
      plan: plan.id,
      baseVersion: 1,
      ops: [add(4)],
      source: 'HAND' as const,
      clientEventId: newId(),
    };
    await bed.plans.service.apply(planner, input);
    expect(await bed.plans.service.apply(planner, input)).toMatchObject({ plan: { version: 2, grids: [1, 2, 3, 4] } });
    await refused(plan, [{ kind: 'ADD_GRID' }], 'BAD_USER_INPUT', 'input.ops[0].grid');
    await refused(plan, [add(0)], 'BAD_USER_INPUT', 'input.ops[0].grid');
    await refused(plan, [add(-1)], 'BAD_USER_INPUT', 'input.ops[0].grid');
    for (const role of ['STREET_REVIEWER', 'GRID_WORKER'] as const)
      await expect(bed.apply(bed.world.access(role), plan, [add(4)])).rejects.toMatchObject({ code: 'FORBIDDEN' });
    const most = Math.max(...(await known()).map(({ number }) => number));
    const many = Array.from({ length: 9 }, (_, index) => add(index + 1)).concat(
      Array.from({ length: Math.max(0, 9 - most) }, (_, index) => add(most + index + 1)),
    );
    await expect(bed.apply(planner, plan, many)).rejects.toMatchObject({
      code: 'GRID_COUNT_TOO_LARGE',
      params: { units: 8, grids: 9 },
    });
  });
});

describe('CLOSE_GRID', () => {
  const emptied = async (name: string) =>
    steps(planner, await bed.draft(planner, name), [move(1, '2-1', '2-2', '4-2')]);

  it('lets an empty grid go with what was accepted about it, and takes it back', async () => {
    const plan = await steps(planner, await emptied('撤二'), [
      { kind: 'EXEMPT', check: 'households', grid: 2, text: '先空着' },
    ]);
    const closed = await steps(planner, plan, [close(2)]);
    expect([closed.grids, await closed.details.exemptions(closed.uuid)]).toEqual([[1, 3], []]);
    await refused(closed, [move(2, '1-1')], 'PLAN_GRID_NOT_IN_PLAN', 'input.ops[0].grid');
    await refused(closed, [{ kind: 'LOCK', lock: 'GRID', grid: 2 }], 'PLAN_GRID_NOT_IN_PLAN', 'input.ops[0].grid');
    await refused(closed, [undo(2)], 'PLAN_GRID_NOT_IN_PLAN', 'input.ops[0]');
    const back = await steps(planner, closed, [undo(4)]);
    expect([back.grids, (await back.details.exemptions(back.uuid)).length]).toEqual([[1, 2, 3], 1]);
    expect((await steps(planner, back, [redo(4)])).grids).toEqual([1, 3]);
    expect((await steps(planner, await now(plan), [add(2), move(2, '2-1')])).grids).toEqual([1, 2, 3]);
    await refused(await now(plan), [redo(4)], 'PLAN_STEP_TAKEN', 'input.ops[0].version');
    await refused(await now(plan), [close(2)], 'PLAN_GRID_NOT_EMPTY', 'input.ops[0].grid');
  });

  it('is refused while units are in it or a lock names it, for a grid that never was, and to others', async () => {
    const plan = await bed.draft(planner, '不能撤');
    await expect(bed.apply(planner, plan, [close(2)])).rejects.toMatchObject({
      code: 'PLAN_GRID_NOT_EMPTY',
      path: 'input.ops[0].grid',
      params: { grid: 2, count: 3 },
    });
    await refused(plan, [close(99)], 'PLAN_GRID_UNKNOWN', 'input.ops[0].grid');
    await refused(plan, [{ kind: 'CLOSE_GRID' }], 'BAD_USER_INPUT', 'input.ops[0].grid');
    const locked = await steps(planner, await emptied('锁着'), [
      { kind: 'LOCK', lock: 'GRID', grid: 2 },
      { kind: 'LOCK', lock: 'WORKER', entrances: [unit('3-1')], grid: 3 },
    ]);
    await refused(locked, [close(2)], 'PLAN_GRID_HELD', 'input.ops[0].grid');
    await expect(bed.apply(bed.world.access('GRID_WORKER'), plan, [close(2)])).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
  });

  it('leaves one grid, and does nothing twice', async () => {
    const all = Object.keys(bed.world.entranceIds);
    const plan = await steps(planner, await bed.draft(planner, '合一'), [
      move(1, ...all),
      close(2),
      close(3),
      close(3),
    ]);
    expect(plan.grids).toEqual([1]);
    const again = await steps(planner, plan, [close(3)], [move(null, ...all)]);
    await refused(again, [close(1)], 'PLAN_GRID_LAST', 'input.ops[0].grid');
  });

  it('and a move by another: whoever comes second is refused, whichever that is', async () => {
    const closedFirst = await emptied('先撤');
    await steps(planner, closedFirst, [close(2)]);
    await refused(closedFirst, [move(2, '3-1')], 'PLAN_GRID_NOT_IN_PLAN', 'input.ops[0].grid', secretary);
    const movedFirst = await emptied('先移');
    await steps(secretary, movedFirst, [move(2, '3-1')]);
    await refused(movedFirst, [close(2)], 'PLAN_GRID_NOT_EMPTY', 'input.ops[0].grid');
    expect((await now(movedFirst)).grids).toEqual([1, 2, 3]);
  });

  it('refuses to take an added grid back while somebody uses it', async () => {
    const plan = await steps(planner, await bed.draft(planner, '用了'), [add(4)]);
    const used = await steps(secretary, plan, [move(4, '1-1')]);
    await refused(used, [undo(2)], 'PLAN_GRID_NOT_EMPTY', 'input.ops[0]');
    expect((await steps(secretary, used, [undo(3)], [undo(2)])).grids).toEqual([1, 2, 3]);
  });
});
