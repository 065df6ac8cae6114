// One number, two ways: the live model folded from the log equals the SQL of the rows, for every metric, cell and window.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEFAULT_NORMS } from '#modules/geography';
import { CommunityDirectory, Guard, Permission } from '#modules/access';
import { smallWorld, type SmallWorld } from '../../../test/testkit/small-world.ts';
import { openTestDatabase, type TestDatabase } from '../../../test/testkit/test-database.ts';
import { systemClock } from '#platform/clock';
import { SYSTEM } from '#platform/database/scope';
import { sql } from '#platform/database/sql';
import { newId } from '#platform/ids';
import { type Window, WINDOWS, windowStart } from '#platform/time/zoned-time';
import { readCellGeography } from './cells.ts';
import { readFigures } from './figures.read.ts';
import { FiguresService } from './figures.service.ts';
import { LiveHub } from './live-hub.ts';
import { type By, type Counts, noCounts } from './metric.ts';

const HOUR_MS = 3_600_000;
let test: TestDatabase;
let world: SmallWorld;
let hub: LiveHub;
let figures: FiguresService;
let guard: Guard;

beforeAll(async () => {
  test = await openTestDatabase();
  world = await smallWorld(test.database);
  await invent(7);
  const directory = new CommunityDirectory(test.database);
  guard = new Guard(directory);
  const normsInForce = async () => DEFAULT_NORMS;
  hub = new LiveHub({ database: test.database, clock: systemClock, normsInForce }, directory);
  figures = new FiguresService({ database: test.database, clock: systemClock, hub, normsInForce });
}, 180_000);

afterAll(async () => {
  hub.stop();
  await test.close();
});

describe('figures', () => {
  it.each(WINDOWS)('in memory equal SQL to the unit, window %s', async (window) => {
    for (const by of ['ENTRANCE', 'BUILDING', 'GRID'] as const)
      expect(await fromMemory(by, window)).toEqual(await fromSql(by, window));
  });

  it('count something of every kind', async () => {
    const sum = noCounts();
    for (const counts of Object.values(await fromMemory('GRID', 'D90')))
      for (const key of Object.keys(sum) as (keyof Counts)[]) sum[key] += counts[key];
    for (const [key, value] of Object.entries(sum)) expect([key, value > 0]).toEqual([key, true]);
  });

  it('follow new events, and stay what they were for an instant already named', async () => {
    const asOf = new Date();
    const before = await at(asOf);
    await visit('1-1-1-1', 'MET', new Date());
    expect(await at(asOf)).toEqual(before);
    expect(await fromMemory('ENTRANCE', 'H1')).toEqual(await fromSql('ENTRANCE', 'H1'));
  });

  it('refuse an instant that has not come', async () => {
    await expect(at(new Date(Date.now() + HOUR_MS))).rejects.toMatchObject({ code: 'INVALID_TIME' });
  });
});

async function at(asOf: Date) {
  const context = world.access('SECRETARY');
  const access = await guard.byCode(context, world.code, Permission.ViewMap);
  const answer = await figures.figures(access, { by: 'GRID', window: 'D7', asOf, validAt: null });
  return answer.cells.map(({ cell, counts }) => [cell.name, counts]);
}

async function fromMemory(by: By, window: Window): Promise<Record<string, Counts>> {
  const { model, asOf } = await hub.current(world.communityId);
  const start = windowStart(window, asOf, 'Asia/Shanghai').getTime();
  return Object.fromEntries(
    model.geography.cells(by).map((cell) => [cell.name, model.count(cell.entrances, start, asOf.getTime())]),
  );
}

async function fromSql(by: By, window: Window): Promise<Record<string, Counts>> {
  const { asOf } = await hub.current(world.communityId);
  const geography = await readCellGeography(test.database, SYSTEM, world.communityId, asOf);
  const rows = await readFigures(test.database, {
    communityId: world.communityId,
    timeZone: 'Asia/Shanghai',
    norms: DEFAULT_NORMS,
    asOf,
    windowStart: windowStart(window, asOf, 'Asia/Shanghai'),
  });
  const byEntrance = new Map(rows.map(({ entranceId, ...counts }) => [entranceId, counts]));
  return Object.fromEntries(
    geography.cells(by).map((cell) => {
      const sum = noCounts();
      for (const index of cell.entrances) {
        const counts = byEntrance.get(geography.entrances[index]?.id ?? '') ?? noCounts();
        for (const key of Object.keys(sum) as (keyof Counts)[]) sum[key] += counts[key];
      }
      return [cell.name, sum];
    }),
  );
}

/** Visits and requests at fixed pseudo-random instants of the last 95 days, with their events. */
async function invent(seed: number): Promise<void> {
  let state = seed;
  const random = (below: number): number => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
  const households = Object.keys(world.householdIds);
  const entrances = Object.values(world.entranceIds);
  const outcomes = ['MET', 'MET', 'NOT_HOME', 'REFUSED', 'FOLLOW_UP', 'MOVED_AWAY'] as const;
  const now = Date.now();
  for (let n = 0; n < 150; n++) {
    const key = households[random(households.length)] as string;
    // Nobody with a care level leaves for good, or soon no door would be due.
    const outcome = outcomes[random(n % 10 === 0 ? 6 : 5)] as (typeof outcomes)[number];
    await visit(key, outcome, new Date(now - random(n % 3 === 0 ? 20 : 2_200) * HOUR_MS - random(3_600) * 1000));
  }
  // Whatever the hour: a door due today was met today.
  await visit('1-1-1-1', 'MET', new Date(now));
  for (let n = 0; n < 60; n++)
    await request(
      entrances[random(entrances.length)] as string,
      now - random(n % 2 === 0 ? 30 : 2_200) * HOUR_MS - 60_000,
      random(4),
    );
}

async function visit(key: string, outcome: string, when: Date): Promise<void> {
  const householdId = world.householdIds[key] as string;
  const entranceId = world.entranceIds[key.split('-').slice(0, 2).join('-')] as string;
  await test.database.write(
    { scope: SYSTEM, communityId: world.communityId, actorId: null, now: new Date() },
    async (tx) => {
      await tx.execute(sql`insert into visits (community_id, id, dwelling_id, household_id, entrance_id, grid_id, outcome, at)
      values (${world.communityId}, ${newId()}, ${world.dwellingIds[key]}, ${householdId}, ${entranceId}, ${world.gridIds[1]}, ${outcome}, ${when.toISOString()})`);
      tx.record({ kind: 'visit.recorded', at: when, entranceId, householdId, data: { outcome } });
    },
  );
}

/** fate 0: open and late, 1: open, 2: closed, 3: closed and open again. */
async function request(entranceId: string, openedAt: number, fate: number): Promise<void> {
  const id = newId();
  const dueAt = fate === 0 ? openedAt + 30_000 : Date.now() + HOUR_MS;
  const closedAt = fate >= 2 ? openedAt + 20_000 : null;
  const iso = (at: number) => new Date(at).toISOString();
  await test.database.write(
    { scope: SYSTEM, communityId: world.communityId, actorId: null, now: new Date() },
    async (tx) => {
      const { communityId } = tx;
      const [counter] = await tx.execute<{
        number: number;
      }>(sql`update community_counters set request_number = request_number + 1
      where community_id = ${communityId} returning request_number as number`);
      await tx.execute(sql`insert into service_requests (community_id, id, number, entrance_id, category, kind, stage, norms_version, created_at, due_at)
      values (${communityId}, ${id}, ${counter?.number}, ${entranceId}, 'OTHER', 'WORRY', ${closedAt ? 'CLOSED' : 'REPORTED'}, 1, ${iso(openedAt)}, ${iso(dueAt)})`);
      const span = (from: number, to: number | null) =>
        tx.execute(sql`insert into request_spans (community_id, request_id, entrance_id, opened_at, closed_at, due_at)
      values (${communityId}, ${id}, ${entranceId}, ${iso(from)}, ${to === null ? null : iso(to)}, ${iso(dueAt)})`);
      tx.record({
        kind: 'request.created',
        at: new Date(openedAt),
        entranceId,
        requestId: id,
        data: { category: 'OTHER', kind: 'WORRY', stage: 'REPORTED', openedAt, dueAt },
      });
      await span(openedAt, closedAt);
      if (closedAt === null) return;
      await tx.execute(sql`insert into request_steps (community_id, id, request_id, position, action, to_stage, at)
      values (${communityId}, ${newId()}, ${id}, 1, 'CLOSE', 'CLOSED', ${iso(closedAt)})`);
      tx.record({
        kind: 'request.closed',
        at: new Date(closedAt),
        entranceId,
        requestId: id,
        data: { outcome: 'FULL' },
      });
      if (fate < 3) return;
      await span(closedAt + 10_000, null);
      tx.record({
        kind: 'request.reopened',
        at: new Date(closedAt + 10_000),
        entranceId,
        requestId: id,
        data: { stage: 'ACCEPTED', dueAt },
      });
    },
  );
}
