// Owns the exclusive lock on a data directory: PGlite has none, and two processes lose acknowledged rows silently.
// It refuses to take a lock from a process that may be alive.
//
// Locks are numbered files, the highest number counts. To take over a dead or released lock n one creates n + 1, which
// only one process can; the file appears with its content (link of a finished file) and the highest is never removed.
import fs from 'node:fs';
import path from 'node:path';
import { DataDirectoryInUseError } from './embedded-errors.ts';
import { temporaryBeside } from './durable-copy.ts';
import { mayBeAlive, ownIdentity, type ProcessIdentity } from './process-identity.ts';

export interface DataDirectoryLock {
  /** Safe to repeat. */
  release(): void;
}

type LockContent = (ProcessIdentity & { released: false }) | { released: true };

const LOCK_NAME = /^lock\.(\d+)$/;
const lockFile = (directory: string, generation: number): string => path.join(directory, `lock.${generation}`);

function generations(directory: string): number[] {
  return fs
    .readdirSync(directory)
    .flatMap((name) => LOCK_NAME.exec(name)?.[1] ?? [])
    .map(Number)
    .sort((one, other) => other - one);
}

function readLock(file: string): LockContent | undefined {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8')) as LockContent;
  } catch (error) {
    // Removed by a taker meanwhile, or damaged by a power cut (then nobody lives who wrote it).
    if (error instanceof SyntaxError) return { released: true };
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Creates the file with its whole content; false when another was first. */
function createWhole(file: string, content: LockContent): boolean {
  const temporary = temporaryBeside(file);
  fs.writeFileSync(temporary, JSON.stringify(content), { flag: 'wx' });
  try {
    fs.linkSync(temporary, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    fs.unlinkSync(temporary);
  }
}

/** One attempt; undefined when another process moved in between and one must look again. */
function tryLock(directory: string): number | undefined {
  const [highest = 0] = generations(directory);
  if (highest > 0) {
    const held = readLock(lockFile(directory, highest));
    if (!held) return undefined;
    if (!held.released && mayBeAlive(held)) throw new DataDirectoryInUseError(held.pid, directory);
  }
  const own = highest + 1;
  if (!createWhole(lockFile(directory, own), { ...ownIdentity(), released: false })) return undefined;
  const [now, ...older] = generations(directory);
  if (now !== own) {
    fs.rmSync(lockFile(directory, own), { force: true });
    return undefined;
  }
  for (const generation of older) fs.rmSync(lockFile(directory, generation), { force: true });
  return own;
}

/**
 * Takes the lock of an existing directory, over from a process that has certainly ended if need be.
 *
 * @throws DataDirectoryInUseError when its holder may be alive
 */
export function lockDataDirectory(directory: string): DataDirectoryLock {
  let own: number | undefined;
  while (own === undefined) own = tryLock(directory);
  const file = lockFile(directory, own);
  let released = false;
  return {
    release: () => {
      if (released) return;
      released = true;
      const temporary = temporaryBeside(file);
      fs.writeFileSync(temporary, JSON.stringify({ released: true } satisfies LockContent));
      fs.renameSync(temporary, file);
    },
  };
}
