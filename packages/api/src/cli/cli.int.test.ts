// The command line against a listening server on the engine under test: sign-in, upload, preview, import, exit codes.
import 'reflect-metadata';
import { createServer } from 'node:http';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createAccess } from '#modules/access';
import { createGeography } from '#modules/geography';
import { createImports } from '#modules/imports';
import { openTestDatabase, type TestDatabase } from '../../test/testkit/test-database.ts';
import { systemClock } from '../platform/clock.ts';
import { readConfig } from '../platform/config.ts';
import { SYSTEM } from '../platform/database/scope.ts';
import { sql } from '../platform/database/sql.ts';
import { createFileStore } from '../platform/files/file-store.ts';
import { OperationGate } from '../platform/graphql/operation.ts';
import { type HttpService, serveHttp } from '../platform/http/serve-http.ts';
import { buildApiSchema } from '../schema.ts';
import { CliFault } from './cli-fault.ts';
import { importCommand } from './import-command.ts';

// The data lies beside the repository. A test that needs it fails when it is absent.
const data = (name: string) => fileURLToPath(new URL(`../../../../../shared/data/buildings/${name}`, import.meta.url));
const FILES = [
  data('standin_gongchengda_buildings.geojson'),
  data('standin_households_SYNTHETIC.csv'),
  data('standin_gongchengda_roads.geojson'),
];
const CODE = '420111009101';

let test: TestDatabase;
let folder: string;
let server: HttpService;

beforeAll(async () => {
  test = await openTestDatabase();
  folder = await mkdtemp(join(tmpdir(), 'qinghe-cli-'));
  const { database } = test;
  const files = createFileStore(join(folder, 'data'));
  const access = createAccess({ database, clock: systemClock, files, secure: true });
  const geography = createGeography({ database, clock: systemClock, guard: access.guard });
  const { parts } = createImports({ database, access, geography, files });
  const schema = await buildApiSchema([access.parts, geography.parts, parts]);
  const config = readConfig({ PORT: '0', DATA_DIR: join(folder, 'data') }, [], folder);
  server = await serveHttp(createServer(), {
    config,
    clock: systemClock,
    database,
    schema,
    gate: new OperationGate(schema),
    actorOf: access.actorOf,
    routes: access.parts.routes ?? [],
  });
  await access.accounts.create({
    username: 'keeper',
    name: '管理员',
    password: 'keeper-of-the-keys',
    administrator: true,
  });
});
afterAll(async () => {
  await server.close();
  await test.close();
  await rm(folder, { recursive: true, force: true });
});

/** Exit code and everything printed. */
async function run(args: readonly string[], env: Record<string, string> = {}): Promise<{ code: number; text: string }> {
  const lines: string[] = [];
  const signedIn = { QINGHE_URL: server.url, QINGHE_USER: 'keeper', QINGHE_PASSWORD: 'keeper-of-the-keys', ...env };
  try {
    await importCommand(args, signedIn, (line) => void lines.push(line));
    return { code: 0, text: lines.join('\n') };
  } catch (error) {
    if (!(error instanceof CliFault)) throw error;
    return { code: error.exitCode, text: [...lines, error.message].join('\n') };
  }
}

const buildings = async () =>
  (await test.database.readOne<{ n: number }>(SYSTEM, sql`select count(*)::int as n from buildings`))?.n;

it('makes the community, asks for the datum and writes nothing: exit code 3', async () => {
  const { code, text } = await run([...FILES, '--community', CODE, '--create', '工程大社区']);
  expect(code).toBe(3);
  expect(text).toContain('待回答 needs DATUM');
  expect(text).toContain('楼栋 buildings 85 · 单元 entrances 0 · 户 households 5235');
  expect(await buildings()).toBe(0);
});

it('shows without --yes, and does not take a proposed outline for granted', async () => {
  const shown = await run([...FILES, '--community', CODE, '--datum', 'wgs84']);
  expect([shown.code, shown.text.includes('Nothing was written')]).toEqual([0, true]);
  const unaccepted = await run([...FILES, '--community', CODE, '--datum', 'WGS84', '--yes']);
  expect([unaccepted.code, unaccepted.text.includes('--accept-outline')]).toEqual([3, true]);
  expect(await buildings()).toBe(0);
});

it('imports 15 grids, and the same files again change nothing', async () => {
  const args = [...FILES, '--community', CODE, '--datum', 'WGS84', '--grids', '15', '--accept-outline', '--yes'];
  const first = await run(args);
  expect([first.code, first.text]).toEqual([0, expect.stringContaining('楼栋 buildings: +85 ~0 =0')]);
  expect(first.text).toContain('户 households 5235 · 网格 grids 15');
  expect((await run(args)).text).toContain('楼栋 buildings: +0 ~0 =85');
});

it('tells faults with their place, in English when asked', async () => {
  const bad = join(folder, 'bad.geojson');
  await writeFile(
    bad,
    '{"type":"FeatureCollection","features":[{"type":"Feature","properties":{},"geometry":{"type":"Polygon","coordinates":[[[114,30],[114,30]]]}}]}',
  );
  const { code, text } = await run([bad, '--community', CODE, '--datum', 'WGS84', '--yes', '--language', 'en']);
  expect(code).toBe(3);
  expect(text).toMatch(
    /ERROR [A-Z_]+ bad\.geojson features\[0\]\.geometry\.coordinates\[0\] A ring needs at least 4 positions/,
  );
});

it('says who is refused, what is written wrongly, and that no server answers', async () => {
  const wrong = await run([FILES[0]!, '--community', CODE], { QINGHE_PASSWORD: 'wrong' });
  expect(wrong).toEqual({ code: 1, text: '用户名或密码不正确。' });
  expect((await run([FILES[0]!, '--community', '420111009199'])).text).toBe('没有找到,或您无权查看。');
  expect((await run(['--community', CODE])).code).toBe(2);
  expect((await run([FILES[0]!, '--communty', CODE])).code).toBe(2);
  expect((await run([FILES[0]!, '--community', CODE], { QINGHE_URL: 'http://127.0.0.1:9' })).code).toBe(1);
});
