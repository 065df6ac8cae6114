// Imports through the API on the engine under test, with real files made by others. PostGIS judges what came of them.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ImportBed, type Json, openImportBed } from '../../../test/testkit/import-bed.ts';
import type { Actor } from '#platform/actor';
import { sql } from '#platform/database/sql';
import { collection, jsonFile, sharedFile } from './import-fixtures.ts';

let bed: ImportBed;
let keeper: Actor;
const WGS84 = { datum: 'WGS84' };
const STAND_IN = '420111009001';

beforeAll(async () => {
  bed = await openImportBed();
  keeper = await bed.member(STAND_IN, '工程大社区(替身)');
});
afterAll(() => bed.close());

const standIn = () => [
  sharedFile('buildings/standin_gongchengda_buildings.geojson'),
  sharedFile('buildings/standin_households_SYNTHETIC.csv'),
  sharedFile('buildings/standin_gongchengda_roads.geojson'),
];

describe('the stand-in compound as a second community', () => {
  let uploads: string[];
  let first: Awaited<ReturnType<ImportBed['bring']>>;

  beforeAll(async () => {
    uploads = await bed.upload(keeper, standIn());
  });

  it('asks for the datum and shows what it read before anything is written', async () => {
    const seen = await bed.ask(keeper, 'previewImport', { community: STAND_IN, uploads });
    expect(seen).toMatchObject({
      __typename: 'ImportPreview',
      needs: ['DATUM'],
      ready: false,
      datumProposed: 'WGS84',
      buildings: 85,
      households: 5235,
      outlineProposed: true,
      faultCount: 0,
      attribution: '© OpenStreetMap contributors',
      shapesLeftOut: 0,
    });
    expect(seen['datumReason']).toContain('没有写明坐标基准');
    const tables = seen['tables'] as {
      name: string;
      role: string;
      sample: string[][];
      needs: string[];
      mapping: string;
    }[];
    expect(tables.map(({ role, needs }) => [role, needs])).toEqual([
      ['BUILDINGS', ['DATUM']],
      ['BARRIERS', ['DATUM']],
      ['HOUSEHOLDS', []],
    ]);
    expect(tables[2]!.sample[0]).toEqual(['108434055', '商务公寓', '', '84']);
    expect(JSON.parse(tables[2]!.mapping)).toMatchObject({ households: 'households_synthetic' });
    const shapes = seen['shapes'] as { features: { id: number; properties: Json }[] };
    expect(shapes.features.map(({ id }) => id)).toEqual(Array.from({ length: 135 }, (_, index) => index + 1));
    expect(shapes.features.filter(({ properties }) => properties['name'] === '学生公寓9栋')).toHaveLength(4);
    expect(await bed.state(STAND_IN)).toMatchObject({ version: 0, seq: '0' });
  });

  it('refuses what nobody settled: open questions, an outline nobody accepted, another fingerprint', async () => {
    const open = await bed.bring(keeper, STAND_IN, uploads);
    expect(open.done).toMatchObject({ __typename: 'Refusal', code: 'IMPORT_NOT_READY', path: 'input.uploads' });
    const unaccepted = await bed.bring(keeper, STAND_IN, uploads, WGS84, { acceptOutline: false });
    expect(unaccepted.done).toMatchObject({ code: 'IMPORT_OUTLINE_NOT_ACCEPTED', path: 'input.acceptOutline' });
    const other = await bed.bring(keeper, STAND_IN, uploads, WGS84, { fingerprint: open.seen['fingerprint'] });
    expect(other.done).toMatchObject({ code: 'STALE', path: 'input.fingerprint' });
    const many = await bed.bring(keeper, STAND_IN, uploads, { ...WGS84, gridCount: 86 });
    expect(many.done).toMatchObject({ code: 'GRID_COUNT_TOO_LARGE', message: '只有 85 个单元,不能分成 86 个网格。' });
    expect(await bed.state(STAND_IN)).toMatchObject({ version: 0, seq: '0', buildings: 0 });
  });

  it('becomes 15 grids of 5,235 households', async () => {
    first = await bed.bring(keeper, STAND_IN, uploads, WGS84);
    expect(first.done).toMatchObject({
      __typename: 'ImportDone',
      buildingsNew: 85,
      buildingsChanged: 0,
      buildingsSame: 0,
      entrances: 85,
      households: 5235,
      grids: 15,
      community: {
        code: STAND_IN,
        gridCount: 15,
        households: 5235,
        residents: null,
        outlineDerived: true,
        geographyVersion: 1,
        attribution: '© OpenStreetMap contributors',
      },
    });
    expect((first.done['exceptions'] as string[]).filter((text) => text.includes('网格'))).toEqual([]);
  });

  it('has grids in one piece each, apart, and without gaps, says PostGIS', async () => {
    const verdict = await bed.one(sql`
      with grid as (select v.id, v.boundary from grid_versions v where v.community_id = (select id from communities where code = ${STAND_IN}) and upper_inf(v.recorded) and upper_inf(v.valid)),
        whole as (select st_union(boundary) as geom from grid)
      select (select count(*)::int from grid) as grids,
        (select count(*)::int from grid where not st_isvalid(boundary) or st_numgeometries(boundary) <> 1) as bad,
        (select coalesce(sum(st_area(st_intersection(a.boundary, b.boundary)::geography)), 0) < 0.01 from grid a join grid b on a.id < b.id) as apart,
        (select st_numgeometries(st_multi(whole.geom)) + st_numinteriorrings(st_geometryn(st_multi(whole.geom), 1)) from whole)::int as pieces,
        (select st_area(st_symdifference(whole.geom, o.outline)::geography) / st_perimeter(o.outline::geography) < 0.01
          from whole cross join communities o where o.id = (select id from communities where code = ${STAND_IN})) as fills`);
    // Seven decimals are a centimetre: along the outline the grids may stray from it by that much.
    expect(verdict).toEqual({ grids: 15, bad: 0, apart: true, pieces: 1, fills: true });
  });

  it('is known to the planner of queries at once: on old statistics those for 2,000 buildings took over 30 s', async () => {
    const tables = ['buildings', 'entrances', 'grid_assignments'];
    const counted = sql`select (select count(*)::int from buildings) as buildings, (select count(*)::int from entrances) as entrances,
      (select count(*)::int from grid_assignments) as grid_assignments`;
    const known = sql`select json_object_agg(relname, reltuples::int) as rows from pg_class where relname = any(${tables})`;
    expect((await bed.one<{ rows: Json }>(known)).rows).toEqual(await bed.one(counted));
  });

  it('saved the outline that was shown, and the roads as barriers', async () => {
    const { outline } = await bed.one<{ outline: string }>(
      sql`select outline_geojson as outline from communities where code = ${STAND_IN}`,
    );
    expect(JSON.parse(outline)).toEqual(first.seen['outline']);
    expect(
      await bed.one(sql`
      select count(*)::int as lines, count(*) filter (where barrier)::int as barriers, count(*) filter (where kind = 'PATH' and not barrier)::int as paths
      from base_features where community_id = (select id from communities where code = ${STAND_IN})`),
    ).toEqual({ lines: 47, barriers: 47 - 13, paths: 13 });
  });

  it('answers a repeated clientEventId with the first result, and refuses it with another body', async () => {
    const before = await bed.state(STAND_IN);
    expect(await bed.ask(keeper, 'importBuildings', first.input)).toMatchObject({
      buildingsNew: 85,
      buildingsSame: 0,
      grids: 15,
    });
    expect(await bed.ask(keeper, 'importBuildings', { ...first.input, acceptOutline: false })).toMatchObject({
      code: 'IDEMPOTENCY_MISMATCH',
    });
    expect(await bed.state(STAND_IN)).toEqual(before);
  });

  it('changes nothing when the same files come again', async () => {
    const before = await bed.state(STAND_IN);
    const stale = await bed.ask(keeper, 'importBuildings', { ...first.input, clientEventId: randomUUID() });
    expect(stale).toMatchObject({ code: 'STALE' });
    const again = await bed.bring(keeper, STAND_IN, uploads, WGS84, { acceptOutline: false });
    expect(again.seen).toMatchObject({ ready: true, outlineProposed: false });
    expect(again.done).toMatchObject({
      buildingsNew: 0,
      buildingsChanged: 0,
      buildingsSame: 85,
      entrances: 85,
      households: 5235,
      grids: 15,
      exceptions: [],
    });
    expect(await bed.state(STAND_IN)).toEqual(before);
  });

  it('keeps every grid when a building is added: it joins a neighbour', async () => {
    const grids = sql`select string_agg(id::text || number, ',' order by number) as ids from grids where community_id = (select id from communities where code = ${STAND_IN})`;
    const before = await bed.one(grids);
    const [west, south] = [114.3868, 30.5075];
    const extra = {
      type: 'Feature',
      properties: { name: '新1栋', households: 20 },
      geometry: {
        type: 'Polygon',
        coordinates: [
          [
            [west, south],
            [west + 0.0002, south],
            [west + 0.0002, south + 0.0001],
            [west, south + 0.0001],
            [west, south],
          ],
        ],
      },
    };
    const { done } = await bed.bring(
      keeper,
      STAND_IN,
      await bed.upload(keeper, [jsonFile('new.geojson', collection(extra))]),
      WGS84,
    );
    expect(done).toMatchObject({ buildingsNew: 1, entrances: 86, grids: 15, community: { geographyVersion: 2 } });
    expect(done['exceptions']).toContain('1 个新单元并入了相邻网格。');
    expect(await bed.one(grids)).toEqual(before);
  });
});
