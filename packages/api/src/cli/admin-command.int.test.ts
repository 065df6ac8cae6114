// Password links from the host: on an empty embedded database, for a known account, and never beside a running server.
import 'reflect-metadata';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { testCache } from '../../test/testkit/test-database.ts';
import { openDatabase } from '../platform/database/open-database.ts';
import { adminCommand } from './admin-command.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'qinghe-admin-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function run(...args: string[]): Promise<string[]> {
  const lines: string[] = [];
  await adminCommand(
    args,
    { DATA_DIR: join(folder, 'data'), QINGHE_CACHE: testCache(), PORT: '4123' },
    folder,
    (line) => void lines.push(line),
  );
  return lines;
}

it('prints a link for the first administrator, and another one when asked again', async () => {
  const [first, expiry] = await run();
  expect(first).toMatch(/^http:\/\/localhost:4123\/\?password=[\w-]{43}$/);
  expect(expiry).toMatch(/^有效至 valid until 20/);
  const [second] = await run('administrator');
  expect(second).not.toBe(first);
});

it('knows who is there, and how it is written', async () => {
  await expect(run('nobody')).rejects.toMatchObject({ exitCode: 1, message: 'There is no account "nobody".' });
  await expect(run('--help')).rejects.toMatchObject({ exitCode: 2 });
});

it('is refused while a server holds the embedded database', async () => {
  const database = await openDatabase({
    databaseUrl: null,
    dataDirectory: join(folder, 'data'),
    cacheDirectory: testCache(),
  });
  try {
    await expect(run()).rejects.toMatchObject({ code: 'DATA_DIRECTORY_IN_USE' });
  } finally {
    await database.close();
  }
});
