// Files by content hash under the data directory. Who may read one is decided by the module that references it.
import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { AppError } from '../errors.ts';

export interface StoredFile {
  /** Lower-case hex of the SHA-256 of the content: its name. */
  readonly sha256: string;
  readonly bytes: number;
}

export interface FileStore {
  /** Streams to disk, synced before it is acknowledged. @throws AppError PAYLOAD_TOO_LARGE; nothing is kept then */
  put(content: Readable, maxBytes: number): Promise<StoredFile>;
  putBytes(content: Uint8Array): Promise<StoredFile>;
  read(sha256: string): Promise<Buffer>;
  /** @returns null when there is no such file */
  stream(sha256: string): Promise<Readable | null>;
}

const HASH = /^[0-9a-f]{64}$/;

export function createFileStore(dataDirectory: string): FileStore {
  const directory = join(dataDirectory, 'files');
  const pathOf = (sha256: string): string => {
    if (!HASH.test(sha256)) throw new AppError('NOT_FOUND');
    return join(directory, sha256.slice(0, 2), sha256);
  };
  const keep = async (temporary: string, sha256: string): Promise<void> => {
    await mkdir(join(directory, sha256.slice(0, 2)), { recursive: true });
    const handle = await open(temporary, 'r+');
    await handle.sync();
    await handle.close();
    await rename(temporary, pathOf(sha256));
    // The name is as much worth keeping as the content.
    const folder = await open(join(directory, sha256.slice(0, 2)), 'r');
    await folder.sync();
    await folder.close();
  };
  const put = async (content: Readable, maxBytes: number): Promise<StoredFile> => {
    await mkdir(directory, { recursive: true });
    const temporary = join(directory, `.incoming-${randomUUID()}`);
    const hash = createHash('sha256');
    let bytes = 0;
    const measure = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        bytes += chunk.length;
        hash.update(chunk);
        done(
          bytes > maxBytes
            ? new AppError('PAYLOAD_TOO_LARGE', { max: `${Math.floor(maxBytes / 1024 / 1024)} MB` })
            : null,
          chunk,
        );
      },
    });
    try {
      await pipeline(content, measure, createWriteStream(temporary, { flags: 'wx' }));
      const sha256 = hash.digest('hex');
      await keep(temporary, sha256);
      return { sha256, bytes };
    } catch (error) {
      await rm(temporary, { force: true });
      throw error;
    }
  };
  return {
    put,
    putBytes: async (content) =>
      put((await import('node:stream')).Readable.from([Buffer.from(content)]), Number.MAX_SAFE_INTEGER),
    read: (sha256) => readFile(pathOf(sha256)),
    stream: async (sha256) =>
      (await stat(pathOf(sha256)).catch(() => null)) ? createReadStream(pathOf(sha256)) : null,
  };
}
