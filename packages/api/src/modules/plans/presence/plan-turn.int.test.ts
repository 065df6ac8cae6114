// A plan agreed for a midnight, watched over it: those who have it open see it come in force although nothing is written.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { decodeId, newId } from '#platform/ids';
import { decideFixture, type DecideFixture, MIDNIGHT, TUESDAY } from '../../../../test/testkit/decide-fixture.ts';
import { PlanHub } from './plan-hub.ts';

type Seen = NonNullable<Awaited<ReturnType<DecideFixture['plans']['reads']['byDecoded']>>>;
let f: DecideFixture;
let hub: PlanHub<Seen>;
let now = TUESDAY;
const clock = { now: () => now };
beforeAll(async () => {
  f = await decideFixture();
  hub = new PlanHub(f.database, clock, (context, id) => f.plans.reads.byDecoded({ ...context, clock }, id));
}, 180_000);
afterAll(async () => {
  hub.stop();
  await f.close();
});

it('turns at the midnight, also for a draft that it leaves behind; a day taken back turns nothing', async () => {
  const scheduled = await f.draft({ '1-1': 2 }, 'APPROVED');
  const draft = await f.draft({ '2-1': 1 });
  const watch = async ({ plan }: { plan: string }) => {
    const seen = await hub.watch(f.as('PLANNER'), decodeId(plan, 'Plan', 'plan'));
    return { first: (await seen.next()).value as Seen, next: async () => (await seen.next()).value as Seen };
  };
  const named = { plan: scheduled.plan, version: 3 };
  const activate = (on: string) => f.service.activate(f.as('PLANNER'), { ...named, on, clientEventId: newId() });
  const [one, other] = [await watch(scheduled), await watch(draft)];
  expect([one.first.stage, other.first.outdated]).toEqual(['APPROVED', false]);

  // Dated while it is watched, taken back, and dated for the day after.
  await activate('2026-07-08');
  expect((await one.next()).stage).toBe('SCHEDULED');
  await f.service.withdraw(f.as('PLANNER'), { ...named, note: '再议', clientEventId: newId() });
  expect((await one.next()).stage).toBe('APPROVED');
  await activate('2026-07-09');
  expect((await one.next()).stage).toBe('SCHEDULED');

  const [turned, left] = [one.next(), other.next()];
  const settled: string[] = [];
  void turned.then(() => settled.push('turned'));
  now = MIDNIGHT;
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  expect(settled).toEqual([]);
  now = new Date(MIDNIGHT.getTime() + 86_400_000);
  expect(await turned).toMatchObject({ stage: 'IN_FORCE' });
  expect(await left).toMatchObject({ stage: 'DRAFT', outdated: true });
});
