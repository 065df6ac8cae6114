// The surveyor on the engine under test. PostGIS judges the coverage; the plans are asked for on both axes of time.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import 'reflect-metadata';
import type { Transaction } from '#platform/database/database';
import { SYSTEM } from '#platform/database/scope';
import { sql } from '#platform/database/sql';
import { SMALL_WORLD_INPUTS, type SmallWorld, smallWorld } from '../../../../test/testkit/small-world.ts';
import { openTestDatabase, type TestDatabase } from '../../../../test/testkit/test-database.ts';
import { Grid, GridPlan } from './grid-plan.entity.ts';
import { surveyor } from './surveyor.ts';

let test: TestDatabase;
let world: SmallWorld;

beforeAll(async () => {
  test = await openTestDatabase();
  world = await smallWorld(test.database);
}, 180_000);
afterAll(() => test.close());

const write = <Result>(work: (tx: Transaction) => Promise<Result>, now = world.now) =>
  test.database.write({ scope: SYSTEM, communityId: world.communityId, actorId: null, now }, work);
const one = async <Row extends object>(query: ReturnType<typeof sql>) =>
  (await test.database.readOne<Row>(SYSTEM, query))!;

describe('units', () => {
  it('tile the outline: valid cells, one part each, no overlap, no gap', async () => {
    const verdict = await one(sql`
      with cell as (select id, cell from entrances where community_id = ${world.communityId}::uuid)
      select (select count(*)::int from cell) as cells,
        (select count(*)::int from cell where not st_isvalid(cell) or st_numgeometries(cell) <> 1) as bad,
        (select coalesce(sum(st_area(st_intersection(a.cell, b.cell)::geography)), 0)::float8 < 0.01 from cell a join cell b on a.id < b.id) as apart,
        (select st_area(st_symdifference(st_union(c.cell), o.outline)::geography) < 0.1 from cell c cross join communities o where o.id = ${world.communityId}::uuid group by o.outline) as whole`);
    expect(verdict).toEqual({ cells: 8, bad: 0, apart: true, whole: true });
  });

  it('keep given slices, cut the others in two equal halves, and mark the outline as derived', async () => {
    const rows = await test.database.read<{ name: string; derived: boolean; area: number }>(
      SYSTEM,
      sql`
      select b.number || '-' || e.number as name, slice_derived as derived, round(st_area(slice::geography))::int as area
      from entrances e join buildings b on b.community_id = e.community_id and b.id = e.building_id
      where e.community_id = ${world.communityId}::uuid order by 1`,
    );
    expect(rows.map((row) => row.area)).toEqual([420, 420, 420, 420, 420, 420, 420, 420]);
    expect(rows.map((row) => row.derived)).toEqual([false, false, false, false, true, true, true, true]);
    expect(
      await one(sql`select outline_derived as derived from communities where id = ${world.communityId}::uuid`),
    ).toEqual({ derived: true });
  });

  it('know their neighbours', async () => {
    const rows = await test.database.read<{ pair: string }>(
      SYSTEM,
      sql`
      select least(a.n, b.n) || ' ' || greatest(a.n, b.n) as pair from entrance_adjacency x
      join (select e.id, b.number || '-' || e.number as n from entrances e join buildings b on b.community_id = e.community_id and b.id = e.building_id) a on a.id = x.entrance_a
      join (select e.id, b.number || '-' || e.number as n from entrances e join buildings b on b.community_id = e.community_id and b.id = e.building_id) b on b.id = x.entrance_b
      where x.community_id = ${world.communityId}::uuid order by 1`,
    );
    const pairs = rows.map((row) => row.pair);
    expect(pairs).toEqual(expect.arrayContaining(['1-1 1-2', '1-1 3-1', '1-2 2-1', '2-2 4-2', '3-2 4-1', '4-1 4-2']));
    expect(pairs).not.toContain('1-1 2-2');
  });
});

describe('plans', () => {
  it('give grids that are valid, in one piece, apart, and fill the outline', async () => {
    const verdict = await one(sql`
      with grid as (select id, boundary from grid_versions where community_id = ${world.communityId}::uuid and upper_inf(recorded) and upper_inf(valid))
      select (select count(*)::int from grid) as grids,
        (select count(*)::int from grid where not st_isvalid(boundary) or st_numgeometries(boundary) <> 1) as bad,
        (select coalesce(sum(st_area(st_intersection(a.boundary, b.boundary)::geography)), 0) < 0.01 from grid a join grid b on a.id < b.id) as apart,
        (select st_area(st_symdifference(st_union(g.boundary), o.outline)::geography) < 0.1 from grid g cross join communities o where o.id = ${world.communityId}::uuid group by o.outline) as whole`);
    expect(verdict).toEqual({ grids: 3, bad: 0, apart: true, whole: true });
  });

  it('are bitemporal: what was known before stays known, what holds from now on is added', async () => {
    const grids = (validAt: string, asOf: string) =>
      one<{ households: string }>(sql`
      select string_agg(n::text, ' ' order by number) as households from (
        select g.number, sum(e.households)::int as n from grid_plans p
        join grid_assignments a on a.community_id = p.community_id and a.plan_id = p.id
        join grids g on g.community_id = a.community_id and g.id = a.grid_id
        join entrances e on e.community_id = a.community_id and e.id = a.entrance_id
        where p.community_id = ${world.communityId}::uuid and p.valid @> ${validAt}::timestamptz and p.recorded @> ${asOf}::timestamptz
        group by g.number) s`);
    const now = world.now.toISOString();
    const daysAgo = (days: number) => new Date(world.now.getTime() - days * 86_400_000).toISOString();
    expect(await grids(now, now)).toEqual({ households: '8 11 12' });
    expect(await grids(daysAgo(60), now)).toEqual({ households: '8 8 15' });
    // Fifty days ago nobody knew of the change that was to come.
    expect(await grids(now, daysAgo(50))).toEqual({ households: '8 8 15' });
  });

  it('replace a plan of the same instant without a trace, and take entrances that the plan forgot', async () => {
    const failed = write(async (tx) => {
      const all = Object.values(world.entranceIds);
      const plan = { validFrom: tx.now, assignment: new Map(all.slice(1).map((id) => [id, 1])) };
      const first = await surveyor.putPlanInForce(tx, { name: 'a', ...plan });
      const second = await surveyor.putPlanInForce(tx, { name: 'b', ...plan });
      const rows = await tx.execute<{ name: string; open: boolean }>(sql`
        select name, upper_inf(valid) as open from grid_plans where community_id = ${world.communityId}::uuid and upper_inf(recorded) order by lower(valid)`);
      expect(rows).toEqual([
        { name: '2025年方案', open: false },
        { name: '2026年方案', open: false },
        { name: 'b', open: true },
      ]);
      expect([first.addedEntranceIds, second.addedEntranceIds, second.severalParts]).toEqual([[all[0]], [all[0]], []]);
      throw new Error('undo');
    });
    await expect(failed).rejects.toThrow('undo');
  });

  it('correct the past: what was wrong stays known as of then', async () => {
    const failed = write(async (tx) => {
      const from = new Date(world.now.getTime() - 100 * 86_400_000);
      const everything = new Map(Object.values(world.entranceIds).map((id) => [id, 1]));
      await surveyor.putPlanInForce(tx, { name: '更正', validFrom: from, assignment: everything });
      const known = (asOf: Date) =>
        tx.execute<{ name: string; days: number }>(sql`
        select name, round(extract(epoch from ${world.now.toISOString()}::timestamptz - lower(valid)) / 86400)::int as days from grid_plans
        where community_id = ${world.communityId}::uuid and recorded @> ${asOf.toISOString()}::timestamptz order by lower(valid)`);
      expect(await known(tx.now)).toEqual([
        { name: '2025年方案', days: 200 },
        { name: '更正', days: 100 },
      ]);
      const before = await known(new Date(tx.now.getTime() - 1));
      expect(before.map((plan) => plan.name)).toEqual(['2025年方案', '2026年方案']);
      throw new Error('undo');
    });
    await expect(failed).rejects.toThrow('undo');
  });

  it('grow by themselves: connected, balanced, numbered', async () => {
    const failed = write(async (tx) => {
      const plan = await surveyor.growFirstPlan(tx, 4);
      expect([...plan.grids.keys()]).toEqual([1, 2, 3, 4]);
      expect(plan.severalParts).toEqual([]);
      const loads = await tx.execute<{ n: number }>(sql`
        select count(*)::int as n from grid_assignments where community_id = ${world.communityId}::uuid and plan_id = ${plan.planId}::uuid group by grid_id`);
      expect(loads.map((row) => row.n)).toEqual([2, 2, 2, 2]);
      throw new Error('undo');
    });
    await expect(failed).rejects.toThrow('undo');
  });
});

describe('storing again', () => {
  it('changes nothing when nothing changed', async () => {
    const fingerprint = () =>
      one(sql`
      select (select md5(string_agg(b::text, '|' order by b.id)) from buildings b where community_id = ${world.communityId}::uuid) as buildings,
        (select md5(string_agg(e::text, '|' order by e.id)) from entrances e where community_id = ${world.communityId}::uuid) as entrances,
        (select md5(string_agg(d::text, '|' order by d.id)) from dwellings d where community_id = ${world.communityId}::uuid) as dwellings,
        (select count(*)::int from entrance_adjacency where community_id = ${world.communityId}::uuid) as neighbours,
        (select map_id from community_counters where community_id = ${world.communityId}::uuid) as "mapIds"`);
    const before = await fingerprint();
    await write(async (tx) => {
      expect(await surveyor.storeBuildings(tx, SMALL_WORLD_INPUTS.buildings)).toMatchObject({
        created: 0,
        changed: 0,
        same: 4,
      });
      expect(await surveyor.storeEntrances(tx, SMALL_WORLD_INPUTS.entrances)).toMatchObject({ created: 0 });
      await surveyor.storeDwellings(tx, SMALL_WORLD_INPUTS.dwellings);
      await surveyor.deriveUnits(tx);
    });
    expect(await fingerprint()).toEqual(before);
  });

  it('tells new, changed and same apart; a bare building is one unit until its entrances come', async () => {
    const failed = write(async (tx) => {
      const [first, second, third, fourth] = SMALL_WORLD_INPUTS.buildings;
      const fifth = { ...first!, key: 'no:5', number: '5', name: '5栋', footprint: shifted(first!.footprint, 0.003) };
      const stored = await surveyor.storeBuildings(tx, [
        { ...first!, name: '一号楼' },
        second!,
        third!,
        fourth!,
        fifth,
      ]);
      expect(stored).toMatchObject({ created: 1, changed: 1, same: 3 });
      await surveyor.storeOutline(tx, wide());
      const derived = await surveyor.deriveUnits(tx);
      expect(derived).toMatchObject({ units: 9, implicitEntrances: 1, outlineDerived: false, exceptions: [] });
      await surveyor.storeCounts(tx, [{ buildingKey: 'no:5', households: 9, residents: 20 }]);
      const before = await surveyor.entranceIds(tx);
      const { created, ids } = await surveyor.storeEntrances(
        tx,
        [1, 2].map((number) => ({ buildingKey: 'no:5', number: `${number}甲` })),
      );
      expect(created).toBe(1);
      expect(ids.get('no:5\n1甲')).toBe(before.get('no:5\n1'));
      throw new Error('undo');
    });
    await expect(failed).rejects.toThrow('undo');
  });
});

it('maps every entity to columns that exist', async () => {
  for (const entity of [Grid, GridPlan]) {
    const { tableName, properties } = test.database.engine.orm.getMetadata().get(entity as typeof Grid);
    const columns = await test.database.engine.asOwner<{ name: string }>(sql`
      select column_name as name from information_schema.columns where table_schema = 'public' and table_name = ${tableName}`);
    const names = new Set(columns.map((column) => column.name));
    const mapped = Object.values(properties).flatMap((property) => property.fieldNames);
    expect(mapped.length).toBeGreaterThan(3);
    expect(mapped.filter((name) => !names.has(name))).toEqual([]);
  }
});

function shifted(shape: (typeof SMALL_WORLD_INPUTS.buildings)[number]['footprint'], byLongitude: number) {
  return {
    ...shape,
    coordinates: shape.coordinates.map((polygon) =>
      polygon.map((ring) => ring.map(([x, y]) => [x! + byLongitude, y!])),
    ),
  };
}

function wide() {
  return {
    type: 'MultiPolygon',
    coordinates: [
      [
        [
          [114.418, 30.629],
          [114.424, 30.629],
          [114.424, 30.632],
          [114.418, 30.632],
          [114.418, 30.629],
        ],
      ],
    ],
  } as const;
}
