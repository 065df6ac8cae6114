// Proves the seeded community against the published totals and against PostGIS, and that plans differ by date.
import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAccess } from '#modules/access';
import type { Database } from '#platform/database/database';
import { SYSTEM } from '#platform/database/scope';
import { sql } from '#platform/database/sql';
import { openTestDatabase, type TestDatabase } from '../../../test/testkit/test-database.ts';
import { createFileStore } from '#platform/files/file-store';
import { keepInstallation } from './installation.ts';
import { seedWorld } from './seed-world.ts';

const createdAt = new Date('2026-07-07T17:58:00+08:00');
let opened: TestDatabase;
let database: Database;

beforeAll(async () => {
  opened = await openTestDatabase();
  database = opened.database;
  const files = createFileStore(opened.location.dataDirectory);
  const { accounts } = createAccess({ database, clock: { now: () => createdAt }, files, secure: true });
  const began = performance.now();
  const state = await keepInstallation(database, { kind: 'DEMO', seed: 13, createdAt });
  await seedWorld({ database, accounts }, state, (phase) =>
    process.stdout.write(`${Math.round(performance.now() - began)} ${phase}\n`),
  );
  process.stdout.write(`${Math.round(performance.now() - began)} done\n`);
});

afterAll(() => opened.close());

const one = async <Row extends object>(query: ReturnType<typeof sql>) => (await database.read<Row>(SYSTEM, query))[0];

describe('the seeded community', () => {
  it('honours the published totals exactly', async () => {
    const totals = await one(sql`
      select (select count(*)::int from dwellings) as dwellings, (select sum(residents)::int from households) as residents,
        (select count(*)::int from entrances where not implicit) as entrances, (select count(*)::int from grids) as grids,
        (select count(*)::int from buildings where kind = 'RESIDENTIAL') as buildings, (select sum(residents)::int from entrances) as at_entrances`);
    expect(totals).toEqual({
      dwellings: 5_235,
      residents: 8_234,
      entrances: 76,
      grids: 15,
      buildings: 19,
      at_entrances: 8_234,
    });
  });

  it.each([['2026-07-07T10:00:00Z'], ['2026-05-08T10:00:00Z']])('is tiled by 15 single polygons at %s', async (at) => {
    const grids = await one(sql`
      with v as (select boundary, number from grid_versions v join grids g on g.community_id = v.community_id and g.id = v.grid_id
        where valid @> ${at}::timestamptz and upper_inf(recorded))
      select count(*)::int as n, max(st_numgeometries(boundary))::int as parts,
        (select count(*)::int from v a join v b on a.number < b.number and st_overlaps(a.boundary, b.boundary)) as overlapping,
        (select st_numinteriorrings(st_geometryn(st_union(boundary), 1)) from v)::int as holes,
        round((sum(st_area(boundary::geography)) - (select st_area(st_union(boundary)::geography) from v))::numeric, 1)::float8 as double_square_metres,
        (select st_area(st_symdifference((select st_union(boundary) from v), outline)::geography) < 5 from communities) as fills_outline
      from v`);
    // The outline's straight sides carry the cells' rounded vertices (1 cm): some square metres of 16 hectares.
    expect(grids).toEqual({ n: 15, parts: 1, overlapping: 0, holes: 0, double_square_metres: 0, fills_outline: true });
  });

  it('has grids for a planner to mend, and had others 60 days before', async () => {
    const sizes = (at: string) =>
      database.read<{ n: number }>(
        SYSTEM,
        sql`
      select sum(e.households)::int as n from grid_plans p join grid_assignments a on a.community_id = p.community_id and a.plan_id = p.id
      join entrances e on e.community_id = a.community_id and e.id = a.entrance_id join grids g on g.community_id = a.community_id and g.id = a.grid_id
      where p.valid @> ${at}::timestamptz and upper_inf(p.recorded) group by g.number order by g.number`,
      );
    const now = (await sizes('2026-07-07T10:00:00Z')).map(({ n }) => n);
    const before = (await sizes('2026-05-08T10:00:00Z')).map(({ n }) => n);
    expect(now.filter((n) => n > 500)).toHaveLength(2);
    expect(now.filter((n) => n < 300).length).toBeGreaterThanOrEqual(2);
    expect(before).not.toEqual(now);
    expect(before.reduce((sum, n) => sum + n, 0)).toBe(5_235);
  });

  it('keeps levels of care apart from the households, in the numbers of the world', async () => {
    const rows = await database.read<{ level: string; n: number }>(
      SYSTEM,
      sql`
      select level, count(*)::int as n from care_levels group by level order by n`,
    );
    expect(rows).toEqual([
      { level: 'DAILY', n: 76 },
      { level: 'WEEKLY', n: 236 },
      { level: 'MONTHLY', n: 700 },
    ]);
  });

  it('gives every demo role its login and membership, grid workers their grid', async () => {
    const logins = await one(sql`
      select (select count(*)::int from accounts) as accounts, (select count(*)::int from memberships) as memberships,
        (select count(*)::int from memberships where role = 'GRID_WORKER' and grid_id is not null) as workers,
        (select g.number from memberships m join accounts a on a.id = m.account_id join grids g on g.community_id = m.community_id and g.id = m.grid_id
          where a.username = 'worker15') as own`);
    expect(logins).toEqual({ accounts: 38, memberships: 38, workers: 15, own: 15 });
  });
});
