// Checks on a real folder: files by content, a cap that keeps nothing, names that cannot lead elsewhere.
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createFileStore, type FileStore } from './file-store.ts';

let folder: string;
let files: FileStore;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'qinghe-files-'));
  files = createFileStore(folder);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

it('keeps a file once, under the hash of its content', async () => {
  const stored = await files.put(Readable.from([Buffer.from('a'), Buffer.from('bc')]), 3);
  expect(stored).toEqual({ sha256: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad', bytes: 3 });
  expect(await files.putBytes(Buffer.from('abc'))).toEqual(stored);
  expect((await files.read(stored.sha256)).toString()).toBe('abc');
});

it('refuses one byte too many and leaves nothing behind', async () => {
  const before = await readdir(folder, { recursive: true });
  await expect(files.put(Readable.from([Buffer.alloc(4)]), 3)).rejects.toThrow('PAYLOAD_TOO_LARGE');
  expect(await readdir(folder, { recursive: true })).toEqual(before);
});

it('reads by hash only', async () => {
  await expect(files.stream('../../etc/passwd')).rejects.toThrow('NOT_FOUND');
  expect(await files.stream('0'.repeat(64))).toBeNull();
});
