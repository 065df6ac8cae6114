// A thread's one answer, whoever else talks through its port.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { inThread, ThreadOverrun } from './one-shot-thread.ts';

const LIMITS = { timeMs: 10_000, memoryMebibytes: 64 };
let folder: string;
const file = async (name: string, source: string): Promise<URL> => {
  const path = join(folder, name);
  await writeFile(path, source);
  return pathToFileURL(path);
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'qinghe-thread-'));
});
afterAll(() => rm(folder, { recursive: true }));
afterEach(() => {
  delete process.env['WATCH_REPORT_DEPENDENCIES'];
});

const ECHO = `import { parentPort, workerData } from 'node:worker_threads'; import { sep } from 'node:path'; parentPort.postMessage(workerData + sep);`;

it('hands back what the file posts', async () => {
  expect(await inThread(await file('echo.mjs', ECHO), '15网格', LIMITS)).toMatch(/^15网格/);
});

it('takes no file name of `node --watch` for the answer', async () => {
  process.env['WATCH_REPORT_DEPENDENCIES'] = '1';
  expect(await inThread(await file('watched.mjs', ECHO), 'answer', LIMITS)).toMatch(/^answer/);
});

it('says which limit a thread ran over, and hands on what it threw', async () => {
  const endless = await file('endless.mjs', 'setInterval(() => {}, 1000);');
  await expect(inThread(endless, null, { ...LIMITS, timeMs: 300 })).rejects.toBeInstanceOf(ThreadOverrun);
  await expect(inThread(await file('thrown.mjs', `throw new RangeError('too many')`), null, LIMITS)).rejects.toThrow(
    'too many',
  );
});
