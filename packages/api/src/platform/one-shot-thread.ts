// Owns heavy pure work off the main thread: one thread for one answer, within limits of time and memory, then it ends.
// Refuses to know the work: what is asked and what comes back is the caller's, and both must survive a structured clone.
import { Worker } from 'node:worker_threads';
import { threadEnvironment } from './thread-environment.ts';

export interface ThreadLimits {
  readonly timeMs: number;
  readonly memoryMebibytes: number;
}

/** The work took longer, or more memory, than it was given. */
export class ThreadOverrun extends Error {
  readonly limits: ThreadLimits;

  constructor(limits: ThreadLimits) {
    super(`a thread was ended after ${limits.timeMs} ms or at ${limits.memoryMebibytes} MiB`);
    this.name = 'ThreadOverrun';
    this.limits = limits;
  }
}

/**
 * Runs a file that posts one message, made of its `workerData`.
 * @throws ThreadOverrun; what the file threw, a RangeError as a RangeError
 */
export async function inThread<Result>(file: URL, workerData: unknown, limits: ThreadLimits): Promise<Result> {
  const worker = new Worker(file, {
    workerData,
    env: threadEnvironment(),
    resourceLimits: { maxOldGenerationSizeMb: limits.memoryMebibytes },
  });
  const limit = setTimeout(() => void worker.terminate(), limits.timeMs);
  try {
    return await new Promise<Result>((resolve, reject) => {
      worker.once('message', resolve);
      worker.once('error', reject);
      worker.once('exit', () => reject(new ThreadOverrun(limits)));
    });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY')
      throw new ThreadOverrun(limits);
    throw error;
  } finally {
    clearTimeout(limit);
    void worker.terminate();
  }
}
