// Proves a start on an empty database, the filling of gaps without doubles, the simulator, the clock and the story.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '#platform/database/database';
import { SYSTEM } from '#platform/database/scope';
import { type Sql, sql } from '#platform/database/sql';
import { openTestDatabase, type TestDatabase } from '../../../test/testkit/test-database.ts';
import { Installation } from './installation.entity.ts';
import { contextOf } from './player.ts';
import { readRoster } from './roster.ts';
import { wireDemo, type WiredDemo } from './demo-fixture.ts';

const START = new Date('2026-07-07T17:58:00+08:00');
const HOUR_MS = 3_600_000;
let opened: TestDatabase;
let database: Database;
let demo: WiredDemo;

const one = async <Row extends object>(query: Sql): Promise<Row> => (await database.read<Row>(SYSTEM, query))[0]!;
const counts = () =>
  one<{ requests: number; visits: number; events: number; open: number }>(sql`
  select (select count(*)::int from service_requests) as requests, (select count(*)::int from visits) as visits,
    (select count(*)::int from events where kind <> 'geography.changed') as events,
    (select count(*)::int from service_requests where closed_at is null) as open`);
const running = ({ service }: WiredDemo) => {
  if (!service.running) throw new Error('the demo does not run');
  return service.running;
};
const filledTo = async () => (await one<{ at: number }>(sql`select ms(demo_filled_to) as at from installation`)).at;
const setFilledTo = (at: Date) =>
  database.writeGlobal((em) => em.nativeUpdate(Installation, { id: 1 }, { demoFilledTo: at }));

beforeAll(async () => {
  opened = await openTestDatabase();
  database = opened.database;
  demo = wireDemo(database, opened.location.dataDirectory, { clock: START });
  await demo.start();
});

afterAll(async () => {
  await demo.service.stop();
  await opened.close();
});

describe('a first start', () => {
  it('leaves 90 days behind it and 10 to 60 requests open', async () => {
    const { requests, visits, open } = await counts();
    expect(requests).toBeGreaterThan(900);
    expect(visits).toBeGreaterThan(11_000);
    expect(open).toBeGreaterThanOrEqual(10);
    expect(open).toBeLessThanOrEqual(60);
    const span = await one<{ first: number; last: number }>(
      sql`select ms(min(at)) as first, ms(max(at)) as last from visits`,
    );
    expect(span.first).toBeLessThan(START.getTime() - 89 * 24 * HOUR_MS);
    expect(span.last).toBeGreaterThan(START.getTime() - 3 * HOUR_MS);
    expect(span.last).toBeLessThan(START.getTime() + 60_000);
  });

  it('writes the log in order of time, one event a visit', async () => {
    const log = await one<{ disorder: number; visits: number }>(sql`
      select count(*) filter (where at < before)::int as disorder, count(*) filter (where kind = 'visit.recorded')::int as visits
      from (select kind, at, lag(at) over (order by seq) as before from events) e`);
    expect(log.disorder).toBe(0);
    expect(log.visits).toBe((await counts()).visits);
  });
});

describe('what viewers may do to it', () => {
  it('shows the logins to the signed-out and to whoever may run the demo', async () => {
    const roster = await readRoster(database);
    const seenBy = (username: string | null, screen = false) => {
      const context = contextOf(roster, username ?? 'secretary', { now: () => START });
      return demo.service.view({ ...context, actor: username === null ? null : { ...context.actor!, screen } })?.logins
        .length;
    };
    expect([seenBy(null), seenBy('secretary'), seenBy('administrator')]).toEqual([38, 38, 38]);
    expect([seenBy('secretary', true), seenBy('street'), seenBy('property'), seenBy('branch1')]).toEqual([0, 0, 0, 0]);
  });

  it('plays the story for those who see requests, and for nobody else', async () => {
    const roster = await readRoster(database);
    const before = await counts();
    await expect(
      demo.service.playStory(contextOf(roster, 'administrator', { now: () => START })),
    ).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(
      demo.service.playStory({ ...contextOf(roster, 'secretary', { now: () => START }), actor: null }),
    ).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    expect(await counts()).toEqual(before);
    const { id } = await demo.service.playStory(contextOf(roster, 'planner', { now: () => START }));
    expect(
      await one(sql`select category, entrance_id as entrance from service_requests where id = ${id}::uuid`),
    ).toEqual({
      category: 'SEWAGE',
      entrance: roster.entrances.get('9-2')?.id,
    });
    await running(demo).story.told();
  });

  it('boosts once for ten minutes, and stops at once when asked', () => {
    const { simulator, clock } = running(demo);
    demo.service.boost(true);
    const until = simulator.boostedUntil!;
    demo.service.boost(true);
    expect(simulator.boostedUntil).toEqual(until);
    expect(until.getTime() - clock.now().getTime()).toBeGreaterThan(9 * 60_000);
    demo.service.boost(false);
    expect(simulator.boostedUntil).toBeNull();
  });
});

describe('movement', () => {
  it('plays an hour at sixty times the natural rate through the services, and falls back', async () => {
    const { simulator, clock } = running(demo);
    const played = () =>
      one<{ n: number }>(
        sql`select count(*)::int as n from client_events where operation in ('createRequest', 'recordVisits')`,
      );
    const [before, playedBefore] = [await counts(), await played()];
    for (let minute = 0; minute < 60; minute++) {
      if (simulator.boostedUntil === null) simulator.boost(true);
      clock.moveTo(new Date(clock.now().getTime() + 60_000));
      await simulator.tick();
    }
    const after = await counts();
    expect(after.visits - before.visits).toBeGreaterThan(250);
    expect(after.requests - before.requests).toBeGreaterThan(10);
    expect(await filledTo()).toBeGreaterThan(START.getTime() + 59 * 60_000);
    clock.moveTo(new Date((simulator.boostedUntil ?? clock.now()).getTime() + 1));
    expect(simulator.boostedUntil).toBeNull();
    expect((await played()).n - playedBefore.n).toBe(after.visits - before.visits + after.requests - before.requests);
  });

  it('tells nothing twice after a kill between playing and marking', async () => {
    const { clock } = running(demo);
    const before = await counts();
    await setFilledTo(START);
    const next = wireDemo(database, opened.location.dataDirectory, { clock: clock.now() });
    await next.start();
    await next.service.stop();
    const after = await counts();
    expect(after.visits - before.visits).toBeLessThan(3);
    expect(after.requests - before.requests).toBeLessThan(2);
  });

  it('moves the clock forward only, and fills what lies between', async () => {
    const { clock } = running(demo);
    const before = await counts();
    await expect(demo.service.moveClock(new Date(clock.now().getTime() - 1_000))).rejects.toMatchObject({
      code: 'CLOCK_BACKWARDS',
    });
    await expect(demo.service.moveClock(new Date(clock.now().getTime() + 400 * 24 * HOUR_MS))).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
    });
    expect(await counts()).toEqual(before);
    const to = new Date(clock.now().getTime() + 24 * HOUR_MS);
    await demo.service.moveClock(to);
    expect(clock.now().getTime()).toBeGreaterThanOrEqual(to.getTime());
    const after = await counts();
    expect(after.visits - before.visits).toBeGreaterThan(60);
    expect(after.open).toBeGreaterThanOrEqual(10);
    expect(after.open).toBeLessThanOrEqual(60);
    expect(await filledTo()).toBe(to.getTime());
  });

  it('tells the sewage story to its end, stages in order, with photos and a crew of two', async () => {
    const { story } = running(demo);
    const id = await story.play();
    await story.told();
    const request = await one<{
      stage: string;
      outcome: string;
      crew: number;
      photos: number;
      actions: (string | null)[];
    }>(sql`
      select stage, outcome, (select crew from work_orders where request_id = r.id) as crew,
        (select count(*)::int from request_photos where request_id = r.id) as photos,
        (select array_agg(action order by position) from request_steps where request_id = r.id and action is not null) as actions
      from service_requests r where id = ${id}::uuid`);
    expect(request).toMatchObject({ stage: 'CLOSED', outcome: 'FULL', crew: 2, photos: 2 });
    expect([...new Set(request.actions)]).toEqual(['DISPATCH', 'TAKE', 'ARRIVE', 'FINISH', 'CLOSE']);
  });
});

describe('a second start', () => {
  it('goes on where the first one ended, fills the gap, and doubles nothing', async () => {
    const { clock } = running(demo);
    await demo.service.stop();
    const before = await counts();
    const end = clock.now();
    const later = new Date(end.getTime() + 36 * HOUR_MS);
    const second = wireDemo(database, opened.location.dataDirectory, { clock: later });
    await second.start();
    const filled = await counts();
    expect(filled.visits - before.visits).toBeGreaterThan(100);
    expect(filled.open).toBeGreaterThanOrEqual(10);
    expect(filled.open).toBeLessThanOrEqual(60);
    const stuck = await one<{ n: number }>(sql`
      select count(*)::int as n from service_requests where closed_at is null and created_at < ${new Date(later.getTime() - 20 * 24 * HOUR_MS).toISOString()}::timestamptz`);
    expect(stuck.n).toBe(0);
    await second.service.stop();
  });

  it('refuses a clock before what it has lived through, and whatever belongs to a real installation', async () => {
    const start = (options: Parameters<typeof wireDemo>[2]) =>
      wireDemo(database, opened.location.dataDirectory, options).start();
    await expect(start({ clock: START })).rejects.toThrow('time does not run backwards');
    await expect(start({ demo: 'no' })).rejects.toThrow('holds the demo');
  });

  it('goes on from its own time when the machine is behind it', async () => {
    const ahead = new Date(Date.now() + 48 * HOUR_MS);
    await setFilledTo(ahead);
    const again = wireDemo(database, opened.location.dataDirectory, { demo: 'default' });
    await again.start();
    expect(again.clock!.now().getTime()).toBeGreaterThanOrEqual(ahead.getTime());
    await again.service.stop();
  });
});
