// Watching a plan: what it is now, again after each change of it, who came and who left; and nothing for the rest of the world.
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RequestContext } from '#platform/graphql/context';
import { decodeId, encodeId, newId } from '#platform/ids';
import { plansBed, type PlansBed } from '../../../../test/testkit/plans-fixture.ts';

let bed: PlansBed;
let planner: RequestContext;
let secretary: RequestContext;
beforeAll(async () => {
  bed = await plansBed();
  planner = bed.world.access('PLANNER');
  secretary = bed.world.access('SECRETARY');
}, 180_000);
afterAll(async () => {
  bed.plans.hub.stop();
  await bed.close();
});

const watch = (context: RequestContext, plan: { readonly id: string }) =>
  bed.plans.hub.watch(context, decodeId(plan.id, 'Plan', 'plan'));
const moveAway = () => [
  {
    kind: 'MOVE' as const,
    entrances: [encodeId('Entrance', bed.world.communityId, bed.world.entranceIds['2-1']!)],
    grid: 1,
  },
];

describe('planChanged', () => {
  it('shows the plan now, and again after a change of someone else', async () => {
    const plan = await bed.draft(planner, '看');
    const seen = await watch(secretary, plan);
    expect((await seen.next()).value).toMatchObject({ version: 1, acts: expect.arrayContaining(['EDIT']) });
    const next = seen.next();
    await bed.applied(planner, plan, moveAway());
    expect((await next).value).toMatchObject({ version: 2 });
    seen.end();
  });

  it('merges what came while nobody read, and keeps still for other plans', async () => {
    const [plan, other] = [await bed.draft(planner, '甲'), await bed.draft(planner, '乙')];
    const seen = await watch(planner, plan);
    await seen.next();
    const next = seen.next();
    let told = false;
    void next.then(() => (told = true));
    await bed.applied(planner, other, moveAway());
    await setTimeout(100);
    expect(told).toBe(false);
    await bed.applied(planner, plan, [{ kind: 'RENAME', text: '丙' }]);
    expect((await next).value).toMatchObject({ name: '丙', version: 2 });
    seen.end();
    expect(await seen.next()).toEqual({ done: true, value: undefined });
  });

  it('names who has it open, and tells the others when one leaves', async () => {
    const plan = await bed.draft(planner, '在场');
    const uuid = decodeId(plan.id, 'Plan', 'plan').id;
    const mine = await watch(planner, plan);
    await mine.next();
    expect(bed.plans.hub.present(uuid)).toEqual(['小样PLANNER']);
    const told = mine.next();
    const theirs = await watch(secretary, plan);
    await told;
    expect(bed.plans.hub.present(uuid)).toEqual(['小样PLANNER', '小样SECRETARY']);
    const secondTab = await watch(secretary, plan);
    await mine.next();
    expect(bed.plans.hub.present(uuid)).toHaveLength(2);
    await secondTab.return();
    const alone = mine.next();
    await theirs.return();
    await alone;
    expect(bed.plans.hub.present(uuid)).toEqual(['小样PLANNER']);
    mine.end();
    expect(bed.plans.hub.present(uuid)).toEqual([]);
  });

  it('is not for workers, screens, or plans that are not there', async () => {
    const plan = await bed.draft(planner, '谁看');
    await expect(watch(bed.world.access('GRID_WORKER'), plan)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(watch(bed.world.access('PLANNER', { screen: true }), plan)).rejects.toMatchObject({
      code: 'SCREEN_READ_ONLY',
    });
    await expect(watch(planner, { id: encodeId('Plan', bed.world.communityId, newId()) })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});
