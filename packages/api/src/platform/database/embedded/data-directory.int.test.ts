// The lock is taken from the dead only, by one taker only; a directory of another format is left alone.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { lockDataDirectory } from './data-directory-lock.ts';
import { openDataDirectory } from './data-directory.ts';
import { ownIdentity, type ProcessIdentity } from './process-identity.ts';
import { freshDirectory, removeDirectory, silentLog, testCacheDirectory } from './testing/test-bed.ts';

let directory: string;
beforeEach(() => void (directory = freshDirectory()));
afterEach(() => removeDirectory(directory));

function leaveLock(holder: ProcessIdentity, generation = 1): void {
  fs.writeFileSync(path.join(directory, `lock.${generation}`), JSON.stringify({ ...holder, released: false }));
}

const open = (): ReturnType<typeof openDataDirectory> =>
  openDataDirectory({ directory, cacheDirectory: testCacheDirectory, log: silentLog });
const refusal = { code: 'DATA_DIRECTORY_FORMAT' };

test('a held lock is refused, a released one is free', () => {
  const lock = lockDataDirectory(directory);
  expect(() => lockDataDirectory(directory)).toThrow(
    expect.objectContaining({ code: 'DATA_DIRECTORY_IN_USE', pid: process.pid }),
  );
  lock.release();
  lock.release();
  lockDataDirectory(directory).release();
  expect(fs.readdirSync(directory)).toEqual(['lock.2']);
});

test('a lock of a dead process, of a reused pid or of an earlier start of the machine is taken over', async () => {
  const child = spawn(process.execPath, ['-e', '']);
  await once(child, 'exit');
  const dead = { ...ownIdentity(), pid: child.pid ?? 0 };
  for (const holder of [dead, { ...ownIdentity(), startTicks: '1' }, { ...ownIdentity(), bootId: 'another' }]) {
    leaveLock(holder);
    lockDataDirectory(directory).release();
    expect(fs.readdirSync(directory)).toEqual(['lock.2']);
    fs.rmSync(path.join(directory, 'lock.2'));
  }
});

test('a live process keeps its lock even where the host tells nothing but the pid', () => {
  leaveLock({ pid: process.ppid, bootId: null, startTicks: null });
  expect(() => lockDataDirectory(directory)).toThrow(`in use by process ${process.ppid}`);
});

test('a damaged lock file is that of a dead process', () => {
  fs.writeFileSync(path.join(directory, 'lock.1'), '');
  expect(() => lockDataDirectory(directory)).not.toThrow();
});

test('of many takers of one stale lock exactly one wins', async () => {
  leaveLock({ ...ownIdentity(), bootId: 'another' }, 7);
  const program = `
    import { lockDataDirectory } from ${JSON.stringify(new URL('data-directory-lock.ts', import.meta.url).href)};
    process.stdin.once('data', () => {
      try { lockDataDirectory(process.argv[1]); console.log('won'); } catch (error) { console.log(error.code); }
    });
    process.stdin.once('end', () => process.exit());
    console.log('ready');`;
  const takers = Array.from({ length: 6 }, () =>
    spawn(process.execPath, ['--input-type=module', '-e', program, directory], { stdio: ['pipe', 'pipe', 'ignore'] }),
  );
  const said = async (taker: (typeof takers)[number]): Promise<string> =>
    String((await once(taker.stdout, 'data'))[0]).trim();
  expect(new Set(await Promise.all(takers.map(said)))).toEqual(new Set(['ready']));
  const answers = takers.map(said);
  for (const taker of takers) taker.stdin.write('go');
  expect((await Promise.all(answers)).sort()).toEqual([...Array<string>(5).fill('DATA_DIRECTORY_IN_USE'), 'won']);
  for (const taker of takers) taker.stdin.end();
  expect(fs.readdirSync(directory)).toEqual(['lock.8']);
});

test('a new directory gets a marker and a cluster; a newer, foreign or unmarked one is refused and untouched', async () => {
  await (await open()).release();
  const marker = path.join(directory, 'format.json');
  const written = JSON.parse(fs.readFileSync(marker, 'utf8')) as object;
  expect(written).toMatchObject({ format: 1, engine: 'pglite', postgres: '18', madeWith: { pglite: '0.5.8' } });
  expect(fs.readFileSync(path.join(directory, 'cluster', 'PG_VERSION'), 'utf8').trim()).toBe('18');
  for (const other of [
    { ...written, format: 2 },
    { ...written, engine: 'other' },
    { ...written, postgres: '19' },
    'nonsense',
  ]) {
    fs.writeFileSync(marker, JSON.stringify(other));
    await expect(open()).rejects.toMatchObject(refusal);
    expect(JSON.parse(fs.readFileSync(marker, 'utf8'))).toEqual(other);
  }
  fs.rmSync(marker);
  await expect(open()).rejects.toMatchObject(refusal);
  expect(fs.existsSync(marker)).toBe(false);
});

test('an interrupted first start is begun again', async () => {
  await (await open()).release();
  // As if the power went while the template was being copied: the marker is there, the cluster has no name yet.
  fs.renameSync(path.join(directory, 'cluster'), path.join(directory, 'cluster.new-1-half'));
  fs.rmSync(path.join(directory, 'cluster.new-1-half', 'PG_VERSION'));
  const opened = await open();
  expect(fs.existsSync(path.join(opened.clusterDirectory, 'PG_VERSION'))).toBe(true);
  expect(fs.readdirSync(directory).filter((name) => name.includes('.new-'))).toEqual([]);
  await opened.release();
});
