// Owns running the dry run off the main thread, one at a time, within limits of time and memory: a hostile or huge file
// costs its sender an answer, never the server its breath. Refuses to interpret the result.
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { log } from '#platform/log';
import { AppError } from '#platform/errors';
import type { ImportPreview, PreviewInput } from './preview.ts';

export interface DryRunLimits {
  readonly timeMs: number;
  readonly memoryMebibytes: number;
}

/** Everything a dry run needs that a thread can be given. */
export type DryRunInput = Pick<PreviewInput, 'files' | 'answers' | 'outline'>;

const LIMITS: DryRunLimits = { timeMs: 60_000, memoryMebibytes: 1024 };

// `new URL` strings are not rewritten by the compiler: beside .ts sources lies .ts, in dist .js.
const workerFile = new URL(`./preview.worker${path.extname(import.meta.url)}`, import.meta.url);

/** Reads imports one after another; a second one waits its turn. */
export class DryRun {
  readonly #limits: DryRunLimits;
  #last: Promise<unknown> = Promise.resolve();

  constructor(limits: DryRunLimits = LIMITS) {
    this.#limits = limits;
  }

  /** @throws AppError IMPORT_TOO_HEAVY when it takes longer or more memory than the limits, by default a minute and 1 GiB */
  run(input: DryRunInput): Promise<ImportPreview> {
    const turn = this.#last.then(() => inThread(input, this.#limits));
    this.#last = turn.catch(() => undefined);
    return turn;
  }
}

async function inThread(workerData: DryRunInput, { timeMs, memoryMebibytes }: DryRunLimits): Promise<ImportPreview> {
  const tooHeavy = () => new AppError('IMPORT_TOO_HEAVY', { seconds: timeMs / 1000 }, 'input.uploads');
  const worker = new Worker(workerFile, {
    workerData,
    name: 'import',
    resourceLimits: { maxOldGenerationSizeMb: memoryMebibytes },
  });
  const limit = setTimeout(() => void worker.terminate(), timeMs);
  try {
    return await new Promise<ImportPreview>((resolve, reject) => {
      worker.once('message', resolve);
      worker.once('error', reject);
      worker.once('exit', () => reject(tooHeavy()));
    });
  } catch (error) {
    if (error instanceof AppError) throw error;
    if (error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY') throw tooHeavy();
    log.error({ err: error }, 'reading an import failed');
    throw error;
  } finally {
    clearTimeout(limit);
    void worker.terminate();
  }
}
