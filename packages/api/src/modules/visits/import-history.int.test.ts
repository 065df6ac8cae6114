// Past visits in bulk on the engine under test: household and grid of their time, events in order, all or nothing.
import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Transaction } from '#platform/database/database';
import { SYSTEM } from '#platform/database/scope';
import { sql } from '#platform/database/sql';
import { newId } from '#platform/ids';
import { importHistory, type HistoricVisit } from './import-history.ts';
import { VISIT_OUTCOMES } from './visit-cadence.ts';
import { MORNING, visitsFixture, type VisitsFixture } from '../../../test/testkit/visits-fixture.ts';
import { refusalOf } from '../../../test/testkit/refusals.ts';

const DAY_MS = 86_400_000;
let fixture: VisitsFixture;
beforeAll(async () => {
  fixture = await visitsFixture();
}, 180_000);
afterAll(() => fixture.close());

const unit = <Result>(work: (tx: Transaction) => Promise<Result>) =>
  fixture.database.write({ scope: SYSTEM, communityId: fixture.world.communityId, actorId: null, now: MORNING }, work);
const visit = (key: string, daysAgo: number, overrides: Partial<HistoricVisit> = {}): HistoricVisit => ({
  dwellingId: fixture.world.dwellingIds[key]!,
  outcome: 'MET',
  at: new Date(MORNING.getTime() - daysAgo * DAY_MS),
  visitorIds: [fixture.world.personIds['worker2']!, fixture.world.personIds['branch2']!],
  recordedBy: null,
  note: null,
  ...overrides,
});
const log = () =>
  fixture.database.read<{ at: number; outcome: string; entranceId: string }>(
    SYSTEM,
    sql`
  select ms(at) as at, data ->> 'outcome' as outcome, entrance_id as "entranceId" from events
  where community_id = ${fixture.world.communityId}::uuid and kind = 'visit.recorded' order by seq`,
  );

describe('importing', () => {
  it('places each visit in the grid of its time and logs them in order of time', async () => {
    const { world } = fixture;
    const id = newId();
    await unit((tx) =>
      importHistory(tx, [
        visit('4-2-1-1', 1, { note: '旧账' }),
        visit('4-2-1-1', 60, { id, outcome: 'NOT_HOME' }),
        visit('4-2-2-2', 30),
      ]),
    );
    const rows = await fixture.database.read(
      SYSTEM,
      sql`
      select v.id, g.number as grid, v.household_id as "householdId", v.outcome, count(w.person_id)::int as visitors
      from visits v join grids g on g.community_id = v.community_id and g.id = v.grid_id
      left join visit_visitors w on w.community_id = v.community_id and w.visit_id = v.id
      where v.community_id = ${world.communityId}::uuid group by v.community_id, v.id, g.number order by v.at`,
    );
    expect(rows).toEqual([
      { id, grid: 3, householdId: world.householdIds['4-2-1-1'], outcome: 'NOT_HOME', visitors: 2 },
      { id: expect.any(String), grid: 2, householdId: null, outcome: 'MET', visitors: 2 },
      { id: expect.any(String), grid: 2, householdId: world.householdIds['4-2-1-1'], outcome: 'MET', visitors: 2 },
    ]);
    expect((await log()).map((event) => event.outcome)).toEqual(['NOT_HOME', 'MET', 'MET']);
    expect((await fixture.counts())!.notes).toBe(1);
  });

  it('leaves the events to the caller when asked to', async () => {
    const before = await log();
    const events = await unit((tx) => importHistory(tx, [visit('1-1-1-1', 2), visit('1-1-1-1', 3)], { defer: true }));
    expect(events.map(({ at, kind, data }) => ({ at, kind, data }))).toEqual(
      [3, 2].map((daysAgo) => ({
        at: new Date(MORNING.getTime() - daysAgo * DAY_MS),
        kind: 'visit.recorded',
        data: { outcome: 'MET' },
      })),
    );
    expect(await log()).toEqual(before);
  });

  it('writes nothing when a door does not exist, or no plan was in force', async () => {
    const before = await fixture.counts();
    await expect(
      refusalOf(unit((tx) => importHistory(tx, [visit('1-1-1-1', 1), visit('1-1-1-1', 1, { dwellingId: newId() })]))),
    ).rejects.toThrow(RangeError);
    await expect(
      refusalOf(unit((tx) => importHistory(tx, [visit('1-1-1-1', 1), visit('1-1-1-1', 300)]))),
    ).rejects.toThrow(RangeError);
    expect(await fixture.counts()).toEqual(before);
  });

  it('takes thousands of visits, in order over all batches', async () => {
    const keys = Object.keys(fixture.world.dwellingIds);
    const before = (await log()).length;
    const many = Array.from({ length: 5_000 }, (_, index) =>
      visit(keys[index % keys.length]!, ((index * 7_919) % 90_000) / 1_000, { outcome: VISIT_OUTCOMES[index % 5]! }),
    );
    await unit((tx) => importHistory(tx, many));
    const times = (await log()).slice(before).map((event) => event.at);
    expect(times).toHaveLength(5_000);
    expect(times).toEqual(times.toSorted((a, b) => a - b));
  });
});
