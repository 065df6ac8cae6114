// Owns running the dry run off the main thread, one at a time, within limits of time and memory: a hostile or huge file
// costs its sender an answer, never the server its breath. Refuses to interpret the result.
import path from 'node:path';
import { AppError } from '#platform/errors';
import { log } from '#platform/log';
import { inThread, type ThreadLimits, ThreadOverrun } from '#platform/one-shot-thread';
import type { ImportPreview, PreviewInput } from './preview.ts';

/** Everything a dry run needs that a thread can be given. */
export type DryRunInput = Pick<PreviewInput, 'files' | 'answers' | 'outline'>;

const LIMITS: ThreadLimits = { timeMs: 60_000, memoryMebibytes: 1024 };

// `new URL` strings are not rewritten by the compiler: beside .ts sources lies .ts, in dist .js.
const workerFile = new URL(`./preview.worker${path.extname(import.meta.url)}`, import.meta.url);

/** Reads imports one after another; a second one waits its turn. */
export class DryRun {
  readonly #limits: ThreadLimits;
  #last: Promise<unknown> = Promise.resolve();

  constructor(limits: ThreadLimits = LIMITS) {
    this.#limits = limits;
  }

  /** @throws AppError IMPORT_TOO_HEAVY when it takes longer or more memory than the limits, by default a minute and 1 GiB */
  run(input: DryRunInput): Promise<ImportPreview> {
    const turn = this.#last.then(() => this.#read(input));
    this.#last = turn.catch(() => undefined);
    return turn;
  }

  async #read(input: DryRunInput): Promise<ImportPreview> {
    try {
      return await inThread<ImportPreview>(workerFile, input, this.#limits);
    } catch (error) {
      if (error instanceof ThreadOverrun)
        throw new AppError('IMPORT_TOO_HEAVY', { seconds: this.#limits.timeMs / 1000 }, 'input.uploads');
      log.error({ err: error }, 'reading an import failed');
      throw error;
    }
  }
}
