// A grid more, and a grid less, from the draft to the midnight: submitted, approved, appointed to, activated, handed over, by date.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { SYSTEM } from '#platform/database/scope';
import { sql } from '#platform/database/sql';
import { encodeId, newId } from '#platform/ids';
import {
  decideFixture,
  type DecideFixture,
  LENIENT,
  MIDNIGHT,
  TUESDAY,
  WEDNESDAY,
} from '../../../../test/testkit/decide-fixture.ts';
import { refusalOf } from '../../../../test/testkit/refusals.ts';
import { openTestDatabase, type TestDatabase } from '../../../../test/testkit/test-database.ts';
import type { PlanOp, PlanView } from '../../../../test/testkit/plans-fixture.ts';

let test: TestDatabase;
let worlds = 0;
let f: DecideFixture;
const JUST_BEFORE = new Date(MIDNIGHT.getTime() - 1);

beforeAll(async () => {
  test = await openTestDatabase();
}, 180_000);
afterAll(() => test.close());
beforeEach(async () => {
  worlds += 1;
  f = await decideFixture({ test, code: `42010000001${worlds}` });
}, 60_000);
afterEach(() => f.close());

const move = (grid: number, ...keys: string[]): PlanOp => ({
  kind: 'MOVE',
  grid,
  entrances: keys.map((key) => encodeId('Entrance', f.world.communityId, f.world.entranceIds[key]!)),
});
async function drafted(ops: readonly PlanOp[]): Promise<PlanView> {
  const planner = f.as('PLANNER');
  const draft = await f.plans.service.create(planner, {
    community: f.world.code,
    name: '增减',
    clientEventId: newId(),
  });
  const answer = await f.plans.service.apply(planner, {
    plan: draft.id,
    baseVersion: 1,
    ops: [{ kind: 'SET_RULES', rules: LENIENT }, ...ops],
    source: 'HAND',
    clientEventId: newId(),
  });
  if (!('merged' in answer)) throw new Error('a conflict');
  return answer.plan;
}
const named = ({ id, version }: PlanView) => ({ plan: id, version, clientEventId: newId() });
async function approved(plan: PlanView): Promise<void> {
  await f.service.reviews.submit(f.as('PLANNER'), named(plan));
  for (const role of ['SECRETARY', 'STREET_REVIEWER', 'DISTRICT_REVIEWER'] as const)
    await f.service.reviews.review(f.as(role), { ...named(plan), decision: 'APPROVE' });
}
const activate = (plan: PlanView, now = TUESDAY, on = '2026-07-08') =>
  f.service.activate(f.as('PLANNER', now), { ...named(plan), on });
const appoint = (grid: number, person: string, role: 'PLANNER' | 'SECRETARY' | 'GRID_WORKER' = 'SECRETARY') =>
  f.people.appointGridWorker(f.as(role), {
    community: f.world.code,
    grid,
    person: encodeId('Person', f.world.communityId, f.world.personIds[person]!),
    clientEventId: newId(),
  });
const gridsAt = async (validAt: Date) => {
  const ids = await f.database.read<{ id: string }>(
    SYSTEM,
    sql`select id from grids where community_id = ${f.world.communityId}::uuid`,
  );
  const grids = await f.geography.gridsById(
    SYSTEM,
    f.world.communityId,
    ids.map(({ id }) => id),
    validAt,
  );
  return [...grids.values()]
    .map(({ number, households }) => [number, households] as const)
    .toSorted(([one], [other]) => one - other);
};
const accept = async (now: Date) => {
  const items = await f.service.handovers(f.as('SECRETARY', now), { community: f.world.code, mine: false });
  const handovers = items.map(({ id }) => id);
  await f.service.accept(f.as('SECRETARY', now), { community: f.world.code, handovers, clientEventId: newId() });
  return items.map(({ entranceName, fromGrid, toGrid, fromWorker, toWorker }) => [
    entranceName,
    fromGrid,
    toGrid,
    fromWorker,
    toWorker,
  ]);
};

describe('a plan with a grid more', () => {
  it('waits for its worker, holds from the midnight on, and its doors pass to the worker of the new grid', async () => {
    const plan = await drafted([{ kind: 'ADD_GRID', grid: 4 }, move(4, '3-1', '3-2')]);
    await approved(plan);
    await expect(activate(plan)).rejects.toMatchObject({ code: 'PLAN_GRID_WITHOUT_WORKER', params: { grids: '4' } });
    expect(await appoint(4, 'temporary')).toMatchObject({ person: { name: '小样temporary' }, grids: [4] });
    expect((await activate(plan)).stage).toBe('SCHEDULED');

    expect(await gridsAt(JUST_BEFORE)).toEqual([
      [1, 8],
      [2, 11],
      [3, 12],
    ]);
    expect(await gridsAt(MIDNIGHT)).toEqual([
      [1, 8],
      [2, 11],
      [3, 4],
      [4, 8],
    ]);
    expect(await f.responsible('3-1', WEDNESDAY)).toBe('worker3');
    expect(await accept(WEDNESDAY)).toEqual([
      ['3栋1单元', 3, 4, '小样worker3', '小样temporary'],
      ['3栋2单元', 3, 4, '小样worker3', '小样temporary'],
    ]);
    expect(await f.responsible('3-1', WEDNESDAY)).toBe('temporary');
    const ground = await f.plans.ground.ground(f.as('PLANNER', WEDNESDAY), f.world.code);
    expect(ground!.grids.map(({ number, drafted: isDrafted }) => [number, isDrafted])).toEqual([
      [1, false],
      [2, false],
      [3, false],
      [4, false],
    ]);
    const next = await f.plans.service.create(f.as('PLANNER', WEDNESDAY), {
      community: f.world.code,
      name: '下一份',
      clientEventId: newId(),
    });
    expect(next.grids).toEqual([1, 2, 3, 4]);
  });

  it('is refused while the new grid is empty, at submission too', async () => {
    const plan = await drafted([{ kind: 'ADD_GRID', grid: 4 }]);
    await expect(f.service.reviews.submit(f.as('PLANNER'), named(plan))).rejects.toMatchObject({
      code: 'PLAN_GRID_EMPTY',
      path: 'input.plan',
      params: { grids: '04' },
    });
    await f.write(sql`
      update plan_drafts set stage = 'APPROVED' where community_id = ${f.world.communityId}::uuid and id = ${plan.uuid}::uuid`);
    expect(await refusalOf(activate(plan))).toBe('PLAN_GRID_EMPTY input.plan');
  });
});

describe('a plan with a grid less', () => {
  it('ends the grid at the midnight, hands its doors over, and can be returned from', async () => {
    const plan = await drafted([move(1, '2-1', '2-2'), move(3, '4-2'), { kind: 'CLOSE_GRID', grid: 2 }]);
    expect(plan.grids).toEqual([1, 3]);
    await approved(plan);
    await activate(plan);
    expect((await gridsAt(JUST_BEFORE)).map(([number]) => number)).toEqual([1, 2, 3]);
    expect(await gridsAt(MIDNIGHT)).toEqual([
      [1, 16],
      [3, 15],
    ]);
    expect(await f.responsible('2-1', WEDNESDAY)).toBe('worker2');
    expect((await accept(WEDNESDAY)).map(([name, from, to]) => [name, from, to])).toEqual([
      ['2栋1单元', 2, 1],
      ['2栋2单元', 2, 1],
      ['4栋2单元', 2, 3],
    ]);
    expect(await f.responsible('2-1', WEDNESDAY)).toBe('worker1');
    const workers = await f.people.gridWorkers(f.as('SECRETARY', WEDNESDAY), f.world.code);
    expect(workers.map(({ person, grids }) => [person.name, grids])).toEqual(
      expect.arrayContaining([
        ['小样worker2', [2]],
        ['小样temporary', []],
        ['小样worker1', [1]],
      ]),
    );

    const back = await f.plans.service.create(f.as('PLANNER', WEDNESDAY), {
      community: f.world.code,
      name: '恢复',
      clientEventId: newId(),
    });
    expect(back.grids).toEqual([1, 3]);
    const answer = await f.plans.service.apply(f.as('PLANNER', WEDNESDAY), {
      plan: back.id,
      baseVersion: 1,
      ops: [{ kind: 'ADD_GRID', grid: 2 }, move(2, '2-1', '2-2')],
      source: 'HAND',
      clientEventId: newId(),
    });
    expect(answer.plan.grids).toEqual([1, 2, 3]);
    const ids = await f.database.read<{ id: string }>(
      SYSTEM,
      sql`select id from grids where community_id = ${f.world.communityId}::uuid and number = 2`,
    );
    expect(ids).toEqual([{ id: f.world.gridIds[2] }]);
  });
});

describe('appointGridWorker', () => {
  it('is the secretary’s and the planner’s, once, for workers of the community and grids without one', async () => {
    await drafted([{ kind: 'ADD_GRID', grid: 4 }]);
    expect(await refusalOf(appoint(4, 'worker1', 'GRID_WORKER'))).toBe('FORBIDDEN');
    expect(await refusalOf(appoint(5, 'worker1'))).toBe('PLAN_GRID_UNKNOWN input.grid');
    expect(await refusalOf(appoint(4, 'branch1'))).toBe('PERSON_NOT_GRID_WORKER input.person');
    expect(await refusalOf(appoint(3, 'worker1'))).toBe('GRID_HAS_WORKER input.grid');
    const [one, other] = await Promise.all([refusalOf(appoint(4, 'worker1')), refusalOf(appoint(4, 'worker2'))]);
    expect([one, other].toSorted()).toEqual(['GRID_HAS_WORKER input.grid', 'done']);
    const winner = one === 'done' ? 'worker1' : 'worker2';
    const again = await appoint(4, winner, 'PLANNER');
    expect(again.grids).toEqual([winner === 'worker1' ? 1 : 2, 4]);
    const duties = await f.database.read<{ count: number }>(
      SYSTEM,
      sql`select count(*)::int as count from duties d join grids g on g.community_id = d.community_id and g.id = d.grid_id
        where d.community_id = ${f.world.communityId}::uuid and g.number = 4`,
    );
    expect(duties).toEqual([{ count: 1 }]);
  });

  it('lets the account of the worker see the grid, once', async () => {
    await drafted([{ kind: 'ADD_GRID', grid: 4 }]);
    const { communityId, accountIds, personIds, gridIds } = f.world;
    await f.write(sql`
      insert into memberships (community_id, id, account_id, role, person_id, grid_id, during)
      values (${communityId}::uuid, ${newId()}::uuid, ${accountIds['GRID_WORKER']}::uuid, 'GRID_WORKER', ${personIds['worker1']}::uuid,
        ${gridIds[1]}::uuid, tstzrange(${TUESDAY.toISOString()}::timestamptz, null))`);
    await appoint(4, 'worker1');
    await appoint(4, 'worker1');
    const rows = await f.database.read<{ number: number }>(
      SYSTEM,
      sql`select g.number from memberships m join grids g on g.community_id = m.community_id and g.id = m.grid_id
        where m.community_id = ${communityId}::uuid and m.account_id = ${accountIds['GRID_WORKER']}::uuid order by g.number`,
    );
    expect(rows).toEqual([{ number: 1 }, { number: 4 }]);
  });
});
