// Imports through the API on the engine under test, with real files made by others. PostGIS judges what came of them.
import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAccess } from '#modules/access';
import { createGeography } from '#modules/geography';
import type { Actor, Role } from '#platform/actor';
import { systemClock } from '#platform/clock';
import { SYSTEM } from '#platform/database/scope';
import { type Sql, sql } from '#platform/database/sql';
import { AppError } from '#platform/errors';
import { createFileStore, type FileStore } from '#platform/files/file-store';
import type { RequestContext } from '#platform/graphql/context';
import { encodeId, newId } from '#platform/ids';
import { type Ask, askSchema } from '../../../test/testkit/ask-schema.ts';
import { openTestDatabase, type TestDatabase } from '../../../test/testkit/test-database.ts';
import type { InputFile } from './archive.ts';
import { buildingFeature, collection, jsonFile, sharedFile, textFile } from './import-fixtures.ts';
import { createImports } from './index.ts';

let test: TestDatabase;
let folder: string;
let files: FileStore;
let call: Ask;
let administrator: Actor;
const communityIds: Record<string, string> = {};

beforeAll(async () => {
  test = await openTestDatabase();
  folder = await mkdtemp(join(tmpdir(), 'qinghe-import-'));
  files = createFileStore(join(folder, 'data'));
  const { database } = test;
  const access = createAccess({ database, clock: systemClock, files, secure: true });
  const geography = createGeography({ database, clock: systemClock, guard: access.guard });
  const imports = createImports({ database, access, geography, files });
  call = await askSchema([access.parts, geography.parts, imports.parts]);
  const accountId = await access.accounts.create({ username: 'keeper', name: '管理员', administrator: true });
  administrator = {
    accountId, username: 'keeper', name: '管理员', sessionId: newId(), screen: false, readOnly: false, administrator: true, memberships: [],
  };
});
afterAll(async () => {
  await test.close();
  await rm(folder, { recursive: true, force: true });
});

type Json = Record<string, unknown>;

async function ask(actor: Actor | null, field: string, input: Json, selection: string): Promise<Json> {
  const type = `${field[0]?.toUpperCase()}${field.slice(1)}Input`;
  const context: RequestContext = { actor, language: 'ZH', requestId: newId(), clock: systemClock, address: '127.0.0.1', setSessionCookie: () => undefined };
  const source = `mutation($input: ${type}!) { ${field}(input: $input) { __typename ... on Refusal { code message path } ${selection} } }`;
  const { data, errors, cause } = await call(source, context, { input });
  if (errors.length > 0) throw cause ?? new Error(errors[0]?.message);
  return data?.[field] as Json;
}

const PREVIEW = `... on ImportPreview { fingerprint needs ready buildings entrances households attribution datumProposed datumReason outline outlineProposed
  faultCount faults { code severity path message } shapes shapesLeftOut
  tables { name role count fields sample encoding encodingReason mapping needs } }`;
const DONE = `... on ImportDone { buildingsNew buildingsChanged buildingsSame entrances households grids exceptions
  community { id code gridCount households outlineDerived geographyVersion attribution synthetic } }`;

async function member(code: string, name: string, role: Role = 'ADMINISTRATOR'): Promise<Actor> {
  const made = await ask(administrator, 'createCommunity', { code, name, timeZone: 'Asia/Shanghai', clientEventId: randomUUID() }, '... on Community { code name }');
  expect(made).toEqual({ __typename: 'Community', code, name });
  return { ...administrator, administrator: false, memberships: [await membership(code, role)] };
}

async function membership(code: string, role: Role) {
  const row = await test.database.readOne<{ id: string }>(SYSTEM, sql`select id from communities where code = ${code}`);
  communityIds[code] = row!.id;
  return { communityId: row!.id, communityCode: code, role, personId: null, gridId: null, organizationId: null };
}

async function upload(actor: Actor, inputs: readonly InputFile[]): Promise<string[]> {
  return Promise.all(inputs.map(async ({ name, bytes }) => {
    const stored = await files.putBytes(bytes);
    const id = newId();
    await test.database.writeGlobal((em) => em.execute(
      'insert into uploads (id, account_id, name, bytes, sha256, created_at) values (?, ?, ?, ?, ?, now())',
      [id, actor.accountId, name, stored.bytes, stored.sha256],
    ));
    return encodeId('Upload', null, id);
  }));
}

const one = async <Row extends object>(query: Sql): Promise<Row> => (await test.database.readOne<Row>(SYSTEM, query))!;

/** Previews and, with the fingerprint that was seen, imports. */
async function bring(actor: Actor, code: string, uploads: string[], answers: Json = {}, more: Json = {}) {
  const seen = await ask(actor, 'previewImport', { community: code, uploads, answers }, PREVIEW);
  const input = { community: code, uploads, answers, fingerprint: seen['fingerprint'], acceptOutline: true, clientEventId: randomUUID(), ...more };
  return { seen, input, done: await ask(actor, 'importBuildings', input, DONE) };
}

const state = (code: string) => one<{ version: number; seq: string; content: string }>(sql`
  select geography_version as version, k.event_seq::text as seq,
    (select md5(coalesce(string_agg(b::text, '|' order by b.id), '')) from buildings b where b.community_id = c.id)
      || (select md5(coalesce(string_agg(e::text, '|' order by e.id), '')) from entrances e where e.community_id = c.id)
      || (select md5(coalesce(string_agg(f::text, '|' order by f.id), '')) from base_features f where f.community_id = c.id)
      || (select md5(coalesce(string_agg(v::text, '|' order by v.id), '')) from grid_versions v where v.community_id = c.id) as content
  from communities c join community_counters k on k.community_id = c.id where c.code = ${code}`);

const standIn = () => [
  sharedFile('buildings/standin_gongchengda_buildings.geojson'),
  sharedFile('buildings/standin_households_SYNTHETIC.csv'),
  sharedFile('buildings/standin_gongchengda_roads.geojson'),
];
const WGS84 = { datum: 'WGS84' };
const STAND_IN = '420111009001';
let keeper: Actor;

describe('the stand-in compound as a second community', () => {
  let uploads: string[];
  let first: Awaited<ReturnType<typeof bring>>;

  beforeAll(async () => {
    keeper = await member(STAND_IN, '工程大社区(替身)');
    uploads = await upload(keeper, standIn());
  });

  it('asks for the datum and shows what it read before anything is written', async () => {
    const seen = await ask(keeper, 'previewImport', { community: STAND_IN, uploads }, PREVIEW);
    expect(seen).toMatchObject({
      __typename: 'ImportPreview', needs: ['DATUM'], ready: false, datumProposed: 'WGS84', buildings: 85, households: 5235,
      outlineProposed: true, faultCount: 0, attribution: '© OpenStreetMap contributors', shapesLeftOut: 0,
    });
    expect(seen['datumReason']).toContain('没有写明坐标基准');
    const tables = seen['tables'] as { name: string; role: string; sample: string[][]; needs: string[]; mapping: string }[];
    expect(tables.map(({ role, needs }) => [role, needs])).toEqual([['BUILDINGS', ['DATUM']], ['BARRIERS', ['DATUM']], ['HOUSEHOLDS', []]]);
    expect(tables[2]!.sample[0]).toEqual(['108434055', '商务公寓', '', '84']);
    expect(JSON.parse(tables[2]!.mapping)).toMatchObject({ households: 'households_synthetic' });
    const shapes = seen['shapes'] as { features: { id: number; properties: Json }[] };
    expect(shapes.features.map(({ id }) => id)).toEqual(Array.from({ length: 135 }, (_, index) => index + 1));
    expect(shapes.features.filter(({ properties }) => properties['name'] === '学生公寓9栋')).toHaveLength(4);
    expect(await state(STAND_IN)).toMatchObject({ version: 0, seq: '0' });
  });

  it('refuses what nobody settled: open questions, an outline nobody accepted, another fingerprint', async () => {
    const open = await bring(keeper, STAND_IN, uploads);
    expect(open.done).toMatchObject({ __typename: 'Refusal', code: 'IMPORT_NOT_READY', path: 'input.uploads' });
    const unaccepted = await bring(keeper, STAND_IN, uploads, WGS84, { acceptOutline: false });
    expect(unaccepted.done).toMatchObject({ code: 'IMPORT_OUTLINE_NOT_ACCEPTED', path: 'input.acceptOutline' });
    const other = await bring(keeper, STAND_IN, uploads, WGS84, { fingerprint: open.seen['fingerprint'] });
    expect(other.done).toMatchObject({ code: 'STALE', path: 'input.fingerprint' });
    const many = await bring(keeper, STAND_IN, uploads, { ...WGS84, gridCount: 86 });
    expect(many.done).toMatchObject({ code: 'GRID_COUNT_TOO_LARGE', message: '只有 85 个单元,不能分成 86 个网格。' });
    expect(await state(STAND_IN)).toMatchObject({ version: 0, seq: '0', content: expect.any(String) });
    expect(await one(sql`select count(*)::int as n from buildings where community_id = ${communityIds[STAND_IN]}::uuid`)).toEqual({ n: 0 });
  });

  it('becomes 15 grids of 5,235 households', async () => {
    first = await bring(keeper, STAND_IN, uploads, WGS84);
    expect(first.done).toMatchObject({
      __typename: 'ImportDone', buildingsNew: 85, buildingsChanged: 0, buildingsSame: 0, entrances: 85, households: 5235, grids: 15,
      community: { code: STAND_IN, gridCount: 15, households: 5235, outlineDerived: true, geographyVersion: 1, attribution: '© OpenStreetMap contributors' },
    });
    expect((first.done['exceptions'] as string[]).filter((text) => text.includes('网格'))).toEqual([]);
  });

  it('has grids in one piece each, apart, and without gaps, says PostGIS', async () => {
    const verdict = await one(sql`
      with grid as (select v.id, v.boundary from grid_versions v where v.community_id = ${communityIds[STAND_IN]}::uuid and upper_inf(v.recorded) and upper_inf(v.valid)),
        whole as (select st_union(boundary) as geom from grid)
      select (select count(*)::int from grid) as grids,
        (select count(*)::int from grid where not st_isvalid(boundary) or st_numgeometries(boundary) <> 1) as bad,
        (select coalesce(sum(st_area(st_intersection(a.boundary, b.boundary)::geography)), 0) < 0.01 from grid a join grid b on a.id < b.id) as apart,
        (select st_numgeometries(st_multi(whole.geom)) + st_numinteriorrings(st_geometryn(st_multi(whole.geom), 1)) from whole)::int as pieces,
        (select st_hausdorffdistance(st_transform(st_boundary(whole.geom), 4547), st_transform(st_boundary(o.outline), 4547)) < 0.02
          from whole cross join communities o where o.id = ${communityIds[STAND_IN]}::uuid) as fills`);
    // Seven decimals are a centimetre: along the outline the grids may stray from it by that much.
    expect(verdict).toEqual({ grids: 15, bad: 0, apart: true, pieces: 1, fills: true });
  });

  it('saved the outline that was shown, and the roads as barriers', async () => {
    const { outline } = await one<{ outline: string }>(sql`select outline_geojson as outline from communities where code = ${STAND_IN}`);
    expect(JSON.parse(outline)).toEqual(first.seen['outline']);
    expect(await one(sql`
      select count(*)::int as lines, count(*) filter (where barrier)::int as barriers, count(*) filter (where kind = 'PATH' and not barrier)::int as paths
      from base_features where community_id = ${communityIds[STAND_IN]}::uuid`)).toEqual({ lines: 47, barriers: 47 - 13, paths: 13 });
  });

  it('answers a repeated clientEventId with the first result, and refuses it with another body', async () => {
    const before = await state(STAND_IN);
    expect(await ask(keeper, 'importBuildings', first.input, DONE)).toMatchObject({ buildingsNew: 85, buildingsSame: 0, grids: 15 });
    expect(await ask(keeper, 'importBuildings', { ...first.input, acceptOutline: false }, DONE)).toMatchObject({ code: 'IDEMPOTENCY_MISMATCH' });
    expect(await state(STAND_IN)).toEqual(before);
  });

  it('changes nothing when the same files come again', async () => {
    const before = await state(STAND_IN);
    const stale = await ask(keeper, 'importBuildings', { ...first.input, clientEventId: randomUUID() }, DONE);
    expect(stale).toMatchObject({ code: 'STALE' });
    const again = await bring(keeper, STAND_IN, uploads, WGS84, { acceptOutline: false });
    expect(again.seen).toMatchObject({ ready: true, outlineProposed: false });
    expect(again.done).toMatchObject({ buildingsNew: 0, buildingsChanged: 0, buildingsSame: 85, entrances: 85, households: 5235, grids: 15, exceptions: [] });
    expect(await state(STAND_IN)).toEqual(before);
  });

  it('keeps every grid when a building is added: it joins a neighbour', async () => {
    const grids = sql`select string_agg(id::text || number, ',' order by number) as ids from grids where community_id = ${communityIds[STAND_IN]}::uuid`;
    const before = await one(grids);
    const [west, south] = [114.3868, 30.5075];
    const extra = { type: 'Feature', properties: { name: '新1栋', households: 20 }, geometry: { type: 'Polygon', coordinates: [
      [[west, south], [west + 0.0002, south], [west + 0.0002, south + 0.0001], [west, south + 0.0001], [west, south]]] } };
    const { done } = await bring(keeper, STAND_IN, await upload(keeper, [jsonFile('new.geojson', collection(extra))]), WGS84);
    expect(done).toMatchObject({ buildingsNew: 1, entrances: 86, grids: 15, community: { geographyVersion: 2 } });
    expect(done['exceptions']).toContain('1 个新单元并入了相邻网格。');
    expect(await one(grids)).toEqual(before);
  });
});

describe('other sources', () => {
  const SHAPES = '420111009002';
  const GCJ = '420111009003';

  it('a zipped GBK shapefile without .cpg needs no answer', async () => {
    const actor = await member(SHAPES, '压缩包社区');
    const parts = ['shp', 'dbf', 'prj', 'shx'].map((part) => sharedFile(`ugly/gbk_nocpg_noldid_epsg4547/建筑.${part}`));
    const bytes = zipSync(Object.fromEntries(parts.map(({ name, bytes: content }) => [name, content])));
    const { seen, done } = await bring(actor, SHAPES, await upload(actor, [{ name: '楼栋.zip', bytes }]));
    expect(seen).toMatchObject({ needs: [], ready: true, datumProposed: 'PROJECTED' });
    expect((seen['tables'] as Json[])[0]).toMatchObject({ encoding: 'GB18030', count: 88 });
    expect(seen['datumReason']).toMatch(/\.prj 文件写明/);
    expect(done).toMatchObject({ buildingsNew: 85, grids: 1 });
    expect(await one(sql`select count(*)::int as n from buildings where community_id = ${communityIds[SHAPES]}::uuid and name = '商务公寓'`)).toEqual({ n: 1 });
  });

  it('the GCJ-02 file asks for its datum and, answered, lies on the same spot', async () => {
    const actor = await member(GCJ, '火星坐标社区');
    const uploads = await upload(actor, [sharedFile('ugly/standin_gcj02_nocrs.geojson')]);
    const { seen } = await bring(actor, GCJ, uploads);
    expect(seen).toMatchObject({ needs: ['DATUM'], ready: false });
    const { done } = await bring(actor, GCJ, uploads, { datum: 'GCJ02', gridCount: 15 });
    expect(done).toMatchObject({ buildingsNew: 85, grids: 15 });
    expect(await one(sql`
      select count(*)::int as pairs, bool_and(st_hausdorffdistance(st_transform(a.footprint, 4547), st_transform(b.footprint, 4547)) < 2) as near
      from buildings a join buildings b on b.community_id = ${communityIds[SHAPES]}::uuid and b.source_key = a.source_key
      where a.community_id = ${communityIds[GCJ]}::uuid`)).toEqual({ pairs: 85, near: true });
  });

  it('entrances and their counts by table; parts that share a wall are united, and said', async () => {
    const code = '420111009004';
    const actor = await member(code, '单元社区');
    const buildings = collection(
      buildingFeature(0, 0, { name: '1栋' }), buildingFeature(0.4, 0, { name: '1栋' }), buildingFeature(3, 0, { name: '2栋' }),
    );
    const rows = 'building,entrance,households,residents\n1栋,1单元,30,70\n1栋,2单元,20,50\n2栋,1单元,24,60\n';
    const uploads = await upload(actor, [jsonFile('楼栋.geojson', buildings), textFile('单元.csv', rows)]);
    const { seen, done } = await bring(actor, code, uploads, { ...WGS84, gridCount: 2 });
    expect(seen).toMatchObject({ buildings: 2, entrances: 3, households: 74 });
    expect(done).toMatchObject({ buildingsNew: 2, entrances: 3, households: 74, grids: 2 });
    expect(done['exceptions']).toContain('1栋的几块轮廓相接,已合并为一。');
    expect(await one(sql`
      select string_agg(b.number || '-' || e.number || ':' || e.households || '/' || e.residents, ' ' order by b.number, e.number) as doors,
        bool_and(st_isvalid(b.footprint)) as valid
      from entrances e join buildings b on b.community_id = e.community_id and b.id = e.building_id where e.community_id = ${communityIds[code]}::uuid`))
      .toEqual({ doors: '1-1:30/70 1-2:20/50 2-1:24/60', valid: true });
    const again = await bring(actor, code, uploads, { ...WGS84, gridCount: 2 });
    expect(again.done).toMatchObject({ buildingsChanged: 0, buildingsSame: 2, community: { geographyVersion: 1 } });
  });

  it('a file with faults tells path and reason, and changes nothing', async () => {
    const bad = collection(buildingFeature(0, 0, { name: '1栋' }), { type: 'Feature', properties: {}, geometry: { type: 'Polygon', coordinates: [[[114, 30], [115, 31], [115, 30], [114, 31], [114, 30]]] } });
    const before = await state(STAND_IN);
    const { seen, done } = await bring(keeper, STAND_IN, await upload(keeper, [jsonFile('bad.geojson', bad)]), WGS84);
    const faults = seen['faults'] as Json[];
    expect(seen).toMatchObject({ ready: false, faultCount: faults.length });
    expect(faults[0]).toMatchObject({ severity: 'ERROR', path: expect.stringMatching(/^bad\.geojson features\[1\]\.geometry\.coordinates\[0\]/) as string });
    expect(done).toMatchObject({ code: 'IMPORT_NOT_READY' });
    expect(await state(STAND_IN)).toEqual(before);
  });
});

describe('who may, and what is refused', () => {
  const refused = (actor: Actor | null, field: string, input: Json) =>
    ask(actor, field, input, '').then(() => 'allowed', (error: unknown) => (error instanceof AppError ? `${error.code} ${error.path ?? ''}`.trim() : String(error)));

  it('a grid worker, a screen, a stranger and the signed-out may not import', async () => {
    const uploads = await upload(keeper, [jsonFile('a.geojson', collection(buildingFeature(0, 0, {})))]);
    const input = { community: STAND_IN, uploads };
    const worker = { ...keeper, memberships: [await membership(STAND_IN, 'GRID_WORKER')] };
    expect(await refused(worker, 'previewImport', input)).toBe('FORBIDDEN');
    expect(await refused({ ...keeper, screen: true }, 'previewImport', input)).toBe('SCREEN_READ_ONLY');
    expect(await refused(null, 'previewImport', input)).toBe('UNAUTHENTICATED');
    expect(await refused(keeper, 'previewImport', { ...input, community: '420111009002' })).toBe('NOT_FOUND');
    const change = { ...input, answers: WGS84, fingerprint: 'x', clientEventId: randomUUID() };
    expect(await refused(worker, 'importBuildings', change)).toBe('FORBIDDEN');
    const other = { ...keeper, accountId: newId() };
    expect(await refused(other, 'previewImport', input)).toBe('UPLOAD_NOT_FOUND input.uploads[0]');
  });

  it('answers that mean nothing are refused with their path', async () => {
    const uploads = await upload(keeper, [jsonFile('a.geojson', collection(buildingFeature(0, 0, {})))]);
    const answer = (answers: Json) => refused(keeper, 'previewImport', { community: STAND_IN, uploads, answers });
    expect(await answer({ mapping: '{' })).toBe('BAD_USER_INPUT input.answers.mapping');
    expect(await answer({ mapping: '{"a.geojson":{"role":"HOUSES"}}' })).toBe('BAD_USER_INPUT input.answers.mapping.a.geojson.role');
    expect(await answer({ gridCount: 0 })).toBe('BAD_USER_INPUT input.answers.gridCount');
    expect(await answer({ datum: 'WGS84', epsg: 4547 })).toBe('BAD_USER_INPUT input.answers.epsg');
    expect(await refused(keeper, 'previewImport', { community: STAND_IN, uploads: [] })).toBe('BAD_USER_INPUT input.uploads');
  });

  it('a community is made once by its code; repeating the call answers the same', async () => {
    const input = { code: '420111009009', name: '新社区', timeZone: 'Asia/Shanghai', clientEventId: randomUUID() };
    const made = await ask(administrator, 'createCommunity', input, '... on Community { id }');
    expect(await ask(administrator, 'createCommunity', input, '... on Community { id }')).toEqual(made);
    expect(await ask(administrator, 'createCommunity', { ...input, clientEventId: randomUUID() }, '')).toMatchObject({ code: 'CODE_TAKEN', path: 'input.code' });
    expect(await one(sql`select count(*)::int as n from memberships where account_id = ${administrator.accountId}::uuid and community_id =
      (select id from communities where code = ${input.code})`)).toEqual({ n: 1 });
    expect(await refused(administrator, 'createCommunity', { ...input, code: '12', clientEventId: randomUUID() })).toBe('BAD_USER_INPUT input.code');
    expect(await refused(administrator, 'createCommunity', { ...input, timeZone: 'Mars/Olympus' })).toBe('BAD_USER_INPUT input.timeZone');
    const planner = { ...keeper, memberships: [await membership(STAND_IN, 'PLANNER')] };
    expect(await refused(planner, 'createCommunity', { ...input, code: '420111009010' })).toBe('FORBIDDEN');
  });
});
