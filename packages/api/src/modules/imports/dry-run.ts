// Owns running the dry run off the main thread, one at a time, within limits of time and memory: a hostile or huge file
// costs its sender an answer, never the server its breath. Refuses to interpret the result.
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { log } from '#platform/log';
import { AppError } from '#platform/errors';
import type { ImportPreview, PreviewInput } from './preview.ts';

/** Everything a dry run needs that a thread can be given. */
export type DryRunInput = Pick<PreviewInput, 'files' | 'answers' | 'outline'>;

const LIMIT_MS = 60_000;
const MEMORY_MEBIBYTES = 1024;

// `new URL` strings are not rewritten by the compiler: beside .ts sources lies .ts, in dist .js.
const workerFile = new URL(`./preview.worker${path.extname(import.meta.url)}`, import.meta.url);

/** Reads imports one after another; a second one waits its turn. */
export class DryRun {
  #last: Promise<unknown> = Promise.resolve();

  /** @throws AppError IMPORT_TOO_HEAVY when it takes over a minute or over 1 GiB */
  run(input: DryRunInput): Promise<ImportPreview> {
    const turn = this.#last.then(() => inThread(input));
    this.#last = turn.catch(() => undefined);
    return turn;
  }
}

async function inThread(workerData: DryRunInput): Promise<ImportPreview> {
  const worker = new Worker(workerFile, { workerData, name: 'import', resourceLimits: { maxOldGenerationSizeMb: MEMORY_MEBIBYTES } });
  const limit = setTimeout(() => void worker.terminate(), LIMIT_MS);
  try {
    return await new Promise<ImportPreview>((resolve, reject) => {
      worker.once('message', resolve);
      worker.once('error', reject);
      worker.once('exit', () => reject(new AppError('IMPORT_TOO_HEAVY', { seconds: LIMIT_MS / 1000 }, 'input.uploads')));
    });
  } catch (error) {
    if (error instanceof AppError) throw error;
    if (error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY') {
      throw new AppError('IMPORT_TOO_HEAVY', { seconds: LIMIT_MS / 1000 }, 'input.uploads');
    }
    log.error({ err: error }, 'reading an import failed');
    throw error;
  } finally {
    clearTimeout(limit);
    void worker.terminate();
  }
}
