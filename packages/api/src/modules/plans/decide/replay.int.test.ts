// The past counted twice: the grids as they were reproduce density's observed counts, and no assignment loses an event.
// Also what a plan changes, door by door.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDensity } from '#modules/density';
import { sql } from '#platform/database/sql';
import { encodeId, newId } from '#platform/ids';
import { askSchema } from '../../../../test/testkit/ask-schema.ts';
import { decideFixture, type DecideFixture, TUESDAY } from '../../../../test/testkit/decide-fixture.ts';
import { refusalOf } from '../../../../test/testkit/refusals.ts';

const HOUR_MS = 3_600_000;
let f: DecideFixture;
beforeAll(async () => {
  f = await decideFixture();
  await invent();
}, 180_000);
afterAll(() => f.close());

/** Requests and knocks every few hours over a hundred days, in all entrances, both plans, and today. */
async function invent(): Promise<void> {
  const entrances = Object.entries(f.world.entranceIds);
  const doors = Object.entries(f.world.dwellingIds);
  const requests = Array.from({ length: 400 }, (_, index) => ({
    id: newId(),
    number: 1_000 + index,
    entrance: entrances[(index * 5 + (index % 3)) % entrances.length]![1],
    at: new Date(TUESDAY.getTime() - index * 6 * HOUR_MS),
  }));
  await f.write(sql`
    insert into service_requests (community_id, id, number, entrance_id, category, kind, stage, norms_version, created_at, due_at)
    select ${f.world.communityId}::uuid, r.id, r.number, r.entrance, 'SEWAGE', 'URGENT', 'REPORTED', 1, r.at, r.at
    from jsonb_to_recordset(${JSON.stringify(requests)}::jsonb) as r (id uuid, number int, entrance uuid, at timestamptz)`);
  const visits = Array.from({ length: 900 }, (_, index) => {
    const [key, dwelling] = doors[(index * 7) % doors.length]!;
    return {
      id: newId(),
      dwelling,
      entrance: f.world.entranceIds[key.slice(0, 3)],
      outcome: ['MET', 'NOT_HOME', 'REFUSED', 'FOLLOW_UP'][index % 4],
      at: new Date(TUESDAY.getTime() - index * 2.7 * HOUR_MS),
    };
  });
  await f.write(sql`
    insert into visits (community_id, id, dwelling_id, entrance_id, grid_id, outcome, at)
    select ${f.world.communityId}::uuid, r.id, r.dwelling, r.entrance, ${f.world.gridIds[1]}::uuid, r.outcome, r.at
    from jsonb_to_recordset(${JSON.stringify(visits)}::jsonb) as r (id uuid, dwelling uuid, entrance uuid, outcome text, at timestamptz)`);
}

/** New requests and visits by grid, day by day as density plays the past back. */
async function observed(from: string, to: string): Promise<Record<number, [requests: number, visits: number]>> {
  const { database, access, geography, people, requests } = f;
  const clock = { now: () => TUESDAY };
  const { guard, directory } = access;
  const density = createDensity({ database, clock, guard, directory, geography, people, requests });
  const ask = await askSchema([access.parts, geography.parts, people.parts, requests.parts, density.parts]);
  const { data, errors } = await ask(
    `query ($community: String!, $from: Date!, $to: Date!) {
      densityDays(community: $community, by: GRID, metrics: [NEW_REQUESTS, VISITS], normalise: NONE, from: $from, to: $to) {
        days { cells { id figures { metric value } } } } }`,
    f.as('SECRETARY'),
    { community: f.world.code, from, to },
  );
  await density.parts.stop?.();
  expect(errors).toEqual([]);
  const numbers = new Map(
    Object.entries(f.world.gridIds).map(([number, id]) => [encodeId('Grid', f.world.communityId, id), Number(number)]),
  );
  const sums: Record<number, [number, number]> = {};
  const { days } = data!['densityDays'] as { days: { cells: { id: string; figures: { value: number }[] }[] }[] };
  for (const { id, figures } of days.flatMap(({ cells }) => cells)) {
    const own = (sums[numbers.get(id)!] ??= [0, 0]);
    own[0] += figures[0]!.value;
    own[1] += figures[1]!.value;
  }
  return sums;
}

type Replay = Awaited<ReturnType<DecideFixture['service']['replay']>>;
const byGrid = ({ weeks }: Replay, side: 'Before' | 'After') => {
  const sums: Record<number, [number, number]> = {};
  for (const week of weeks) {
    const own = (sums[week.grid] ??= [0, 0]);
    own[0] += week[`requests${side}`];
    own[1] += week[`visits${side}`];
  }
  return Object.fromEntries(Object.entries(sums).filter(([, [requests, visits]]) => requests + visits > 0));
};

describe('a replay', () => {
  it('reproduces the observed counts with the grids of each day, to the unit', async () => {
    const { plan } = await f.draft({ '1-1': 2 });
    const replay = await f.service.replay(f.as('PLANNER'), plan, 90);
    const seen = await observed('2026-04-08', '2026-07-06');
    expect(byGrid(replay, 'Before')).toEqual(seen);
    expect(Object.values(seen).every(([requests, visits]) => requests > 20 && visits > 50)).toBe(true);
    // Both plans of the span count: the entrance that changed its grid 44 days ago is in either.
    const [first, last] = [replay.weeks[0]!, replay.weeks.at(-1)!];
    expect([first.from, last.to]).toEqual(['2026-04-08', '2026-07-06']);
    expect(replay).toMatchObject({
      from: new Date('2026-04-07T16:00:00Z'),
      to: new Date('2026-07-06T16:00:00Z'),
      requestsBefore: 360,
      requestsAfter: 360,
    });
  });

  it('counts the same events whatever the assignment, and what has no grid under none', async () => {
    const drafts: Readonly<Record<string, number | null>>[] = [
      {},
      { '1-1': 3, '1-2': 2, '4-1': 1 },
      { '2-1': null, '3-2': null },
      Object.fromEntries(Object.keys(f.world.entranceIds).map((key) => [key, null])),
    ];
    const replays = await Promise.all(
      drafts.map(async (moves) => f.service.replay(f.as('PLANNER'), (await f.draft(moves)).plan, 90)),
    );
    for (const replay of replays) {
      expect(replay.requestsAfter).toBe(replay.requestsBefore);
      expect(replay.visitsAfter).toBe(replay.visitsBefore);
      expect(replay).toMatchObject({
        requestsBefore: replays[0]!.requestsBefore,
        visitsBefore: replays[0]!.visitsBefore,
      });
    }
    expect(Object.keys(byGrid(replays[3]!, 'After'))).toEqual(['0']);
    expect(Object.keys(byGrid(replays[2]!, 'After'))).toEqual(['0', '1', '2', '3']);
    expect(byGrid(replays[1]!, 'After')).not.toEqual(byGrid(replays[0]!, 'After'));
  });

  it('looks at 1 to 90 closed days, for those who read plans', async () => {
    const { plan } = await f.draft({});
    const day = await f.service.replay(f.as('STREET_REVIEWER'), plan, 1);
    expect(new Set(day.weeks.map(({ from, to }) => `${from} ${to}`))).toEqual(new Set(['2026-07-06 2026-07-06']));
    for (const days of [0, 91])
      expect(await refusalOf(f.service.replay(f.as('PLANNER'), plan, days))).toBe('BAD_USER_INPUT days');
    expect(await refusalOf(f.service.replay(f.as('GRID_WORKER'), plan, 7))).toBe('FORBIDDEN');
    const absent = encodeId('Plan', f.world.communityId, newId());
    expect(await refusalOf(f.service.replay(f.as('PLANNER'), absent, 7))).toBe('NOT_FOUND plan');
  });
});

describe('what a plan changes', () => {
  it('stands in door order with workers and counts, against where it came from', async () => {
    const { plan } = await f.draft({ '4-2': 3, '1-1': 2, '3-2': null });
    const diff = await f.service.diff(f.as('PLANNER'), plan, null);
    expect(diff.moves.map((move) => [move.name, move.fromGrid, move.toGrid, move.fromWorker, move.toWorker])).toEqual([
      ['1栋1单元', 1, 2, '小样worker1', '小样worker2'],
      ['3栋2单元', 3, null, '小样worker3', null],
      ['4栋2单元', 2, 3, '小样worker2', '小样worker3'],
    ]);
    expect(diff).toMatchObject({ households: 11, dailyCareDoors: 2, openRequests: 0 });
    expect(diff.moves[0]).toMatchObject({ buildingName: '1栋', households: 4, dailyCareDoors: 1 });
    const said = await f.service.diff({ ...f.as('PLANNER'), language: 'EN' }, plan, null);
    expect(said.moves[0]!.name).toBe('Building 1, entrance 1');
  });

  it('is against another plan too, and the other way round', async () => {
    const one = await f.draft({ '1-1': 2 });
    const other = await f.draft({ '1-1': 2, '2-2': 1 });
    const ways = await Promise.all([
      f.service.diff(f.as('STREET_REVIEWER'), one.plan, other.plan),
      f.service.diff(f.as('STREET_REVIEWER'), other.plan, one.plan),
    ]);
    expect(ways.map(({ moves }) => moves.map(({ name, fromGrid, toGrid }) => [name, fromGrid, toGrid]))).toEqual([
      [['2栋2单元', 1, 2]],
      [['2栋2单元', 2, 1]],
    ]);
    const absent = encodeId('Plan', f.world.communityId, newId());
    expect(await refusalOf(f.service.diff(f.as('PLANNER'), one.plan, absent))).toBe('NOT_FOUND against');
    expect(await refusalOf(f.service.diff(f.as('GRID_WORKER'), one.plan, null))).toBe('FORBIDDEN');
  });
});
