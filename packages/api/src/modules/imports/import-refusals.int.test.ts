// Who may import and make communities, and what is refused: allowed, denied, conflicting, repeated.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type ImportBed, type Json, openImportBed } from '../../../test/testkit/import-bed.ts';
import type { Actor } from '#platform/actor';
import { sql } from '#platform/database/sql';
import { AppError } from '#platform/errors';
import { newId } from '#platform/ids';
import { buildingFeature, collection, jsonFile } from './import-fixtures.ts';

let bed: ImportBed;
let keeper: Actor;
const WGS84 = { datum: 'WGS84' };
const HOME = '420111009001';
const OTHER = '420111009002';

beforeAll(async () => {
  bed = await openImportBed();
  keeper = await bed.member(HOME, '本社区');
  await bed.member(OTHER, '别的社区');
});
afterAll(() => bed.close());

it('a whole town is no community', async () => {
  const town = collection(
    ...Array.from({ length: 5_001 }, (_, index) =>
      buildingFeature(index % 50, Math.floor(index / 50), { name: `${index + 1}栋` }),
    ),
  );
  const uploads = await bed.upload(keeper, [jsonFile('town.geojson', town)]);
  expect(await bed.ask(keeper, 'previewImport', { community: HOME, uploads, answers: WGS84 })).toMatchObject({
    __typename: 'Refusal',
    code: 'IMPORT_TOO_MANY_BUILDINGS',
    message: '社区将有 5001 栋楼,最多 5000 栋。请按社区拆分文件。',
  });
});

const refused = (actor: Actor | null, field: string, input: Json) =>
  bed.ask(actor, field, input).then(
    () => 'allowed',
    (error: unknown) => (error instanceof AppError ? `${error.code} ${error.path ?? ''}`.trim() : String(error)),
  );

it('a grid worker, a screen, a stranger and the signed-out may not import', async () => {
  const uploads = await bed.upload(keeper, [jsonFile('a.geojson', collection(buildingFeature(0, 0, {})))]);
  const input = { community: HOME, uploads };
  const worker = { ...keeper, memberships: [await bed.membership(HOME, 'GRID_WORKER')] };
  expect(await refused(worker, 'previewImport', input)).toBe('FORBIDDEN');
  expect(await refused({ ...keeper, screen: true }, 'previewImport', input)).toBe('SCREEN_READ_ONLY');
  expect(await refused(null, 'previewImport', input)).toBe('UNAUTHENTICATED');
  expect(await refused(keeper, 'previewImport', { ...input, community: OTHER })).toBe('NOT_FOUND');
  const change = { ...input, answers: WGS84, fingerprint: 'x', clientEventId: randomUUID() };
  expect(await refused(worker, 'importBuildings', change)).toBe('FORBIDDEN');
  const other = { ...keeper, accountId: newId() };
  expect(await refused(other, 'previewImport', input)).toBe('UPLOAD_NOT_FOUND input.uploads[0]');
});

it('answers that mean nothing are refused with their path', async () => {
  const uploads = await bed.upload(keeper, [jsonFile('a.geojson', collection(buildingFeature(0, 0, {})))]);
  const answer = (answers: Json) => refused(keeper, 'previewImport', { community: HOME, uploads, answers });
  expect(await answer({ mapping: '{' })).toBe('BAD_USER_INPUT input.answers.mapping');
  expect(await answer({ mapping: '{"a.geojson":{"role":"HOUSES"}}' })).toBe(
    'BAD_USER_INPUT input.answers.mapping.a.geojson.role',
  );
  expect(await answer({ gridCount: 0 })).toBe('BAD_USER_INPUT input.answers.gridCount');
  expect(await answer({ datum: 'WGS84', epsg: 4547 })).toBe('BAD_USER_INPUT input.answers.epsg');
  expect(await refused(keeper, 'previewImport', { community: HOME, uploads: [] })).toBe('BAD_USER_INPUT input.uploads');
});

it('a community is made once by its code; repeating the call answers the same', async () => {
  const input = { code: '420111009009', name: '新社区', timeZone: 'Asia/Shanghai', clientEventId: randomUUID() };
  const made = await bed.ask(bed.administrator, 'createCommunity', input);
  expect(await bed.ask(bed.administrator, 'createCommunity', input)).toEqual(made);
  expect(await bed.ask(bed.administrator, 'createCommunity', { ...input, clientEventId: randomUUID() })).toMatchObject({
    code: 'CODE_TAKEN',
    path: 'input.code',
  });
  expect(
    await bed.one(sql`select count(*)::int as n from memberships where account_id = ${bed.administrator.accountId}::uuid and community_id =
    (select id from communities where code = ${input.code})`),
  ).toEqual({ n: 1 });
  expect(
    await refused(bed.administrator, 'createCommunity', { ...input, code: '12', clientEventId: randomUUID() }),
  ).toBe('BAD_USER_INPUT input.code');
  expect(await refused(bed.administrator, 'createCommunity', { ...input, timeZone: 'Mars/Olympus' })).toBe(
    'BAD_USER_INPUT input.timeZone',
  );
  const planner = { ...keeper, memberships: [await bed.membership(HOME, 'PLANNER')] };
  expect(await refused(planner, 'createCommunity', { ...input, code: '420111009010' })).toBe('FORBIDDEN');
});

it('other ground waits for a plan that is agreed for a later day; what changes no ground does not', async () => {
  const code = '420111009003';
  const member = await bed.member(code, '待生效社区');
  const file = (name: string, ...features: readonly object[]) =>
    bed.upload(member, [jsonFile(name, collection(...features))]);
  const [one, two] = [buildingFeature(0, 0, { name: '1栋' }), buildingFeature(2, 0, { name: '2栋' })];
  const first = await bed.bring(member, code, await file('a.geojson', one, two), { ...WGS84, gridCount: 1 });
  expect(first.done).toMatchObject({ __typename: 'ImportDone', buildingsNew: 2 });
  await bed.schedule(code, '远期方案', new Date('2090-01-01T00:00:00+08:00'));
  const before = await bed.state(code);
  const more = await bed.bring(member, code, await file('b.geojson', buildingFeature(0, 2, { name: '3栋' })), WGS84);
  expect(more.done).toMatchObject({
    code: 'IMPORT_PLAN_SCHEDULED',
    path: 'input.uploads',
    message: expect.stringContaining('方案“远期方案”定于 2090-01-01 零时生效'),
  });
  expect(await bed.state(code)).toEqual(before);
  const same = await bed.bring(member, code, await file('a.geojson', one, two), WGS84, { acceptOutline: false });
  expect(same.done).toMatchObject({ __typename: 'ImportDone', buildingsSame: 2 });
});
