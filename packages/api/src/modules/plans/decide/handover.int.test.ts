// From an approved plan to the last accepted item, with the clock moved past midnight: at no instant is anything unassigned.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { SYSTEM } from '#platform/database/scope';
import { sql } from '#platform/database/sql';
import { encodeId, newId } from '#platform/ids';
import {
  decideFixture,
  type DecideFixture,
  MIDNIGHT,
  TUESDAY,
  WEDNESDAY,
} from '../../../../test/testkit/decide-fixture.ts';
import { refusalOf } from '../../../../test/testkit/refusals.ts';
import { openTestDatabase, type TestDatabase } from '../../../../test/testkit/test-database.ts';

let test: TestDatabase;
let worlds = 0;
let f: DecideFixture;
const JUST_BEFORE = new Date(MIDNIGHT.getTime() - 1);
/** One moved entrance of worker 1, and one that the temporary worker of building 4 holds. */
const MOVES = { '1-1': 2, '4-2': 3 } as const;

beforeAll(async () => {
  test = await openTestDatabase();
}, 180_000);
afterAll(() => test.close());
beforeEach(async () => {
  worlds += 1;
  f = await decideFixture({ test, code: `42010000000${worlds}` });
}, 60_000);
afterEach(() => f.close());
const activate = (draft: { plan: string; version: number }, now = TUESDAY, on = '2026-07-08') =>
  f.service.activate(f.as('PLANNER', now), { ...draft, plan: draft.plan, on, clientEventId: newId() });
const listed = (role: 'SECRETARY' | 'GRID_WORKER' | 'PLANNER', now: Date, grid = 1, mine = false) =>
  f.service.handovers(f.as(role, now, grid), { community: f.world.code, mine });
const accept = (ids: readonly string[], role: 'SECRETARY' | 'GRID_WORKER', now: Date, grid = 1) =>
  f.service.accept(f.as(role, now, grid), { community: f.world.code, handovers: ids, clientEventId: newId() });
const gridsAt = async (entrance: string, at: Date) => {
  const id = f.world.entranceIds[entrance]!;
  return (await f.geography.gridOfEntrances(SYSTEM, f.world.communityId, [id], at)).get(id)?.number;
};

describe('an activated plan', () => {
  it('holds from the midnight on, and before it as it was; the doors stay with the old worker until accepted', async () => {
    const listedRequest = await f.report('1-1');
    const draft = await f.draft(MOVES, 'APPROVED');
    expect(await activate(draft)).toMatchObject({ stage: 'SCHEDULED' });
    const later = await f.report('1-1', new Date('2026-07-07T09:00:00Z'));

    expect([await gridsAt('1-1', JUST_BEFORE), await gridsAt('1-1', MIDNIGHT)]).toEqual([1, 2]);
    expect([await gridsAt('4-2', JUST_BEFORE), await gridsAt('4-2', MIDNIGHT)]).toEqual([2, 3]);
    const grids = await f.geography.gridsById(SYSTEM, f.world.communityId, Object.values(f.world.gridIds), MIDNIGHT);
    expect(
      [...grids.values()]
        .map(({ number, households }) => [number, households])
        .toSorted(([one = 0], [other = 0]) => one - other),
    ).toEqual([
      [1, 4],
      [2, 12],
      [3, 15],
    ]);
    const everybody = (at: Date) =>
      Promise.all(Object.keys(f.world.entranceIds).map(async (key) => [key, await f.responsible(key, at)]));
    const still = await everybody(JUST_BEFORE);
    expect(await everybody(MIDNIGHT)).toEqual(still);
    expect(await everybody(WEDNESDAY)).toEqual(still);
    expect(still.filter(([, person]) => person === undefined)).toEqual([]);
    expect(Object.fromEntries(still)).toMatchObject({ '1-1': 'worker1', '4-2': 'temporary' });

    const items = await listed('SECRETARY', WEDNESDAY);
    expect(
      items.map((item) => [item.kind, item.entranceName, item.fromGrid, item.toGrid, item.fromWorker, item.toWorker]),
    ).toEqual([
      ['DOORS', '1栋1单元', 1, 2, '小样worker1', '小样worker2'],
      ['REQUEST', '1栋1单元', 1, 2, '小样worker1', '小样worker2'],
      ['DOORS', '4栋2单元', 2, 3, '小样temporary', '小样worker3'],
    ]);
    expect(items[0]).toMatchObject({ households: 4, dailyCareDoors: 1, acceptedAt: null, mine: true, request: null });
    expect(items[1]).toMatchObject({
      request: encodeId('ServiceRequest', f.world.communityId, listedRequest),
      requestTitle: expect.stringMatching(/./) as string,
      effectiveFrom: MIDNIGHT,
    });

    await accept([items[1]!.id], 'GRID_WORKER', WEDNESDAY, 2);
    expect(await f.requestAt(listedRequest)).toBe('worker2 2');
    expect(await f.requestAt(later)).toBe('worker1 1');
    expect(await f.responsible('1-1', WEDNESDAY)).toBe('worker1');

    await accept([items[0]!.id, items[2]!.id], 'SECRETARY', WEDNESDAY);
    expect(await f.responsible('1-1', new Date(WEDNESDAY.getTime() - 1))).toBe('worker1');
    expect(await f.responsible('1-1', WEDNESDAY)).toBe('worker2');
    expect(await f.responsible('4-2', WEDNESDAY)).toBe('temporary');
    expect(await f.requestAt(later)).toBe('worker2 2');
    expect((await everybody(WEDNESDAY)).filter(([, person]) => person === undefined)).toEqual([]);
    expect((await listed('SECRETARY', WEDNESDAY)).map(({ acceptedBy, mine }) => [acceptedBy, mine])).toEqual([
      ['小样SECRETARY', false],
      ['小样GRID_WORKER', false],
      ['小样SECRETARY', false],
    ]);
  });

  it('is refused early, out of stage, with a gap, without a worker, at the wrong version, and by others', async () => {
    const approved = await f.draft(MOVES, 'APPROVED');
    expect(await refusalOf(activate(approved, TUESDAY, '2026-07-07'))).toBe('PLAN_DAY_OUT_OF_RANGE input.on');
    expect(await refusalOf(activate({ ...approved, version: 4 }))).toBe('STALE input.version');
    expect(await refusalOf(activate(await f.draft(MOVES, 'STREET_APPROVED')))).toBe('PLAN_NOT_AT_STAGE input.plan');
    expect(await refusalOf(activate(await f.draft({ '1-1': null }, 'APPROVED')))).toBe('PLAN_INCOMPLETE input.plan');
    const input = { plan: approved.plan, version: 3, on: '2026-07-08', clientEventId: newId() };
    expect(await refusalOf(f.service.activate(f.as('STREET_REVIEWER'), input))).toBe('FORBIDDEN');
    expect(await refusalOf(f.service.activate(f.as('GRID_WORKER'), input))).toBe('FORBIDDEN');
    await f.write(sql`
      update duties set during = tstzrange(lower(during), ${MIDNIGHT.toISOString()}::timestamptz)
      where community_id = ${f.world.communityId}::uuid and person_id = ${f.world.personIds['worker2']}::uuid`);
    await expect(activate(approved)).rejects.toMatchObject({
      code: 'PLAN_GRID_WITHOUT_WORKER',
      params: { grids: '2' },
    });
    expect(await gridsAt('1-1', MIDNIGHT)).toBe(1);
    expect(await listed('SECRETARY', WEDNESDAY)).toEqual([]);
  });

  it('is scheduled once, answers a repetition, and is not overtaken by an earlier one', async () => {
    const draft = await f.draft({ '1-1': 2 }, 'APPROVED');
    const input = { plan: draft.plan, version: 3, on: '2026-07-09', clientEventId: newId() };
    await f.service.activate(f.as('PLANNER'), input);
    expect(await f.service.activate(f.as('PLANNER'), input)).toMatchObject({ stage: 'SCHEDULED' });
    expect(await listed('SECRETARY', WEDNESDAY)).toHaveLength(1);
    const other = await f.draft({ '3-1': 1 }, 'APPROVED');
    await expect(activate(other)).rejects.toMatchObject({
      code: 'PLAN_LATER_SCHEDULED',
      params: { day: '2026-07-09' },
    });
    // A later one may follow, but not move what is still to be accepted.
    expect(await refusalOf(activate(await f.draft({ '1-1': 3 }, 'APPROVED'), TUESDAY, '2026-07-10'))).toBe(
      'PLAN_HANDOVERS_OPEN input.plan',
    );
  });
});

it('a return to what was before is a plan of its own; each stays to be asked by date', async () => {
  const first = await f.draft({ '1-1': 2 }, 'APPROVED');
  const outcomes = await Promise.all([refusalOf(activate(first)), refusalOf(activate(first))]);
  expect(outcomes.toSorted()).toEqual(['PLAN_NOT_AT_STAGE input.plan', 'done']);
  const items = await listed('SECRETARY', WEDNESDAY);
  expect(items).toHaveLength(1);
  await accept([items[0]!.id], 'SECRETARY', WEDNESDAY);

  const back = await f.draft({ '1-1': 1 }, 'APPROVED', WEDNESDAY);
  await activate(back, WEDNESDAY, '2026-07-09');
  const thursday = new Date('2026-07-09T02:00:00Z');
  const stageOf = async (draft: { plan: string }, at: Date) =>
    (await f.plans.reads.byId(f.as('PLANNER', at), draft.plan)).stage;
  expect([await stageOf(first, TUESDAY), await stageOf(first, WEDNESDAY), await stageOf(first, thursday)]).toEqual([
    'SCHEDULED',
    'IN_FORCE',
    'PAST',
  ]);
  expect([await stageOf(back, WEDNESDAY), await stageOf(back, thursday)]).toEqual(['SCHEDULED', 'IN_FORCE']);
  const days = [JUST_BEFORE, WEDNESDAY, thursday];
  expect(await Promise.all(days.map((at) => gridsAt('1-1', at)))).toEqual([1, 2, 1]);
  expect(await Promise.all(days.map((at) => f.responsible('1-1', at)))).toEqual(['worker1', 'worker2', 'worker2']);
  const [due] = await listed('GRID_WORKER', thursday, 1);
  expect(due).toMatchObject({ fromWorker: '小样worker2', toWorker: '小样worker1', mine: true });
  await accept([due!.id], 'GRID_WORKER', thursday, 1);
  expect(await f.responsible('1-1', thursday)).toBe('worker1');
});

describe('acceptance', () => {
  it('is the receiving worker’s or the secretary’s, from the midnight on, once', async () => {
    await activate(await f.draft({ '1-1': 2 }, 'APPROVED'));
    const [item] = await listed('PLANNER', TUESDAY);
    const ids = [item!.id];
    expect(item).toMatchObject({ mine: false });
    expect(await refusalOf(accept(ids, 'GRID_WORKER', TUESDAY, 2))).toBe('HANDOVER_NOT_YET input.handovers[0]');
    expect(await refusalOf(accept(ids, 'GRID_WORKER', WEDNESDAY, 1))).toBe('HANDOVER_NOT_YOURS input.handovers[0]');
    expect(await refusalOf(accept(ids, 'PLANNER' as never, WEDNESDAY))).toBe('FORBIDDEN');
    expect(await refusalOf(accept([], 'SECRETARY', WEDNESDAY))).toBe('BAD_USER_INPUT input.handovers');
    const unknown = encodeId('Handover', f.world.communityId, newId());
    expect(await refusalOf(accept([...ids, unknown], 'SECRETARY', WEDNESDAY))).toBe('NOT_FOUND input.handovers[1]');
    expect((await listed('GRID_WORKER', WEDNESDAY, 2))[0]).toMatchObject({ mine: true, acceptedAt: null });

    const input = { community: f.world.code, handovers: ids, clientEventId: newId() };
    const first = await f.service.accept(f.as('GRID_WORKER', WEDNESDAY, 2), input);
    expect(first.handovers[0]).toMatchObject({ acceptedAt: WEDNESDAY, acceptedBy: '小样GRID_WORKER' });
    const hourLater = new Date(WEDNESDAY.getTime() + 3_600_000);
    expect(await f.service.accept(f.as('GRID_WORKER', hourLater, 2), input)).toEqual(first);
    expect((await accept(ids, 'SECRETARY', hourLater)).handovers[0]).toMatchObject({ acceptedAt: WEDNESDAY });
    expect(await refusalOf(accept(ids, 'GRID_WORKER', hourLater, 1))).toBe('HANDOVER_NOT_YOURS input.handovers[0]');
  });

  it('leaves the doors in the hands of the old worker until then, and only until then', async () => {
    await activate(await f.draft({ '1-1': 2 }, 'APPROVED'));
    const { communityId, code } = f.world;
    const entrance = encodeId('Entrance', communityId, f.world.entranceIds['1-1']!);
    const dwelling = encodeId('Door', communityId, f.world.dwellingIds['1-1-1-1']!);
    const knock = (now: Date, grid: number) =>
      refusalOf(
        f.visits.service.record(f.as('GRID_WORKER', now, grid), {
          community: code,
          visits: [{ dwelling, outcome: 'NOT_HOME' }],
          clientEventId: newId(),
        }),
      );
    const looks = (now: Date, grid: number) =>
      refusalOf(f.visits.service.floorMatrix(f.as('GRID_WORKER', now, grid), entrance, null));
    const due = async (now: Date, grid: number) => {
      const page = { first: 50, entrance };
      return refusalOf(f.visits.service.doorsDue(f.as('GRID_WORKER', now, grid), code, page));
    };
    const hourLater = new Date(WEDNESDAY.getTime() + 3_600_000);
    const everything = async (now: Date, grid: number) => [
      await knock(now, grid),
      await looks(now, grid),
      await due(now, grid),
    ];
    const absent = ['NOT_FOUND input.visits[0].dwelling', 'NOT_FOUND entrance', 'NOT_FOUND entrance'];
    expect(await everything(WEDNESDAY, 1)).toEqual(['done', 'done', 'done']);
    expect(await everything(WEDNESDAY, 3)).toEqual(absent);
    const list = await f.visits.service.doorsDue(f.as('GRID_WORKER', WEDNESDAY, 1), code, { first: 50 });
    const [item] = await listed('SECRETARY', WEDNESDAY);
    await accept([item!.id], 'GRID_WORKER', WEDNESDAY, 2);
    expect(await everything(hourLater, 1)).toEqual(absent);
    expect(await everything(hourLater, 2)).toEqual(['done', 'done', 'done']);
    const after = await f.visits.service.doorsDue(f.as('GRID_WORKER', hourLater, 1), code, { first: 50 });
    expect([list.totalCount, after.totalCount]).toEqual([2, 0]);
  });

  it('shows a worker only what they give or receive', async () => {
    await activate(await f.draft({ '1-1': 2, '3-1': 1 }, 'APPROVED'));
    const names = async (grid: number) =>
      (await listed('GRID_WORKER', WEDNESDAY, grid)).map(({ entranceName }) => entranceName);
    expect(await names(1)).toEqual(['1栋1单元', '3栋1单元']);
    expect(await names(2)).toEqual(['1栋1单元']);
    expect(await names(3)).toEqual(['3栋1单元']);
    expect(
      await refusalOf(f.service.handovers(f.as('PROPERTY_MANAGER'), { community: f.world.code, mine: false })),
    ).toBe('FORBIDDEN');
    const screen = f.world.access('SECRETARY', { screen: true });
    expect(await refusalOf(f.service.handovers(screen, { community: f.world.code, mine: false }))).toBe(
      'SCREEN_READ_ONLY',
    );
  });

  it('is refused while nobody would answer afterwards', async () => {
    await activate(await f.draft({ '1-1': 2 }, 'APPROVED'));
    await f.write(sql`
      update duties set during = tstzrange(lower(during), ${MIDNIGHT.toISOString()}::timestamptz)
      where community_id = ${f.world.communityId}::uuid and person_id = ${f.world.personIds['worker2']}::uuid`);
    const [item] = await listed('SECRETARY', WEDNESDAY);
    expect(await refusalOf(accept([item!.id], 'SECRETARY', WEDNESDAY))).toBe(
      'PLAN_GRID_WITHOUT_WORKER input.handovers[0]',
    );
    expect(await f.responsible('1-1', WEDNESDAY)).toBe('worker1');
  });
});
