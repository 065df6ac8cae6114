// Owns one life of the database worker: start, one request at a time with its limit, end.
// It refuses to come back to life: the database opens a new one.
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { EmbeddedDatabaseError, PostgresError, poisonsEngine, type Outcome } from './embedded-errors.ts';
import type { RestartReason } from './embedded-database.types.ts';
import type { WorkerCommand, WorkerData, WorkerMessage } from './worker-protocol.types.ts';
import { threadEnvironment } from '#platform/thread-environment';

/** Longest time from starting the thread to a database that answers, with the log replayed. */
const OPEN_LIMIT_MS = 120_000;

export interface RunLimits {
  timeoutMs: number;
  /** What is known of the command's effect when the worker ends under it. */
  outcomeWhenEnded: Outcome;
}

interface PendingRequest {
  id: number;
  limits: RunLimits;
  watchdog: NodeJS.Timeout;
  resolve(value: unknown): void;
  reject(error: Error): void;
}

// `new URL` strings are not rewritten by the compiler: beside .ts sources lies .ts, in dist .js.
const workerFile = new URL(`./embedded.worker${path.extname(import.meta.url)}`, import.meta.url);

export class WorkerConnection {
  readonly #worker: Worker;
  readonly #onEnded: (reason: RestartReason, detail: string) => void;
  readonly #opened = Promise.withResolvers<void>();
  readonly #terminated: Promise<unknown>;
  #pending: PendingRequest | undefined;
  #lastId = 0;
  #ended = false;
  #wasOpen = false;

  /** `onEnded` is called once, when the worker ends after it was open and not by `terminate`. */
  constructor(data: WorkerData, onEnded: (reason: RestartReason, detail: string) => void) {
    this.#onEnded = onEnded;
    this.#worker = new Worker(workerFile, { workerData: data, name: 'embedded-database', env: threadEnvironment() });
    this.#terminated = new Promise((resolve) => this.#worker.once('exit', resolve));
    const openLimit = setTimeout(() => this.#end('worker-ended', `not open within ${OPEN_LIMIT_MS} ms`), OPEN_LIMIT_MS);
    this.#opened.promise.then(
      () => clearTimeout(openLimit),
      () => clearTimeout(openLimit),
    );
    this.#worker.on('message', (message: WorkerMessage) => this.#receive(message));
    this.#worker.on('error', (error) => this.#end('worker-ended', `${error.name}: ${error.message.slice(0, 200)}`));
    this.#worker.on('exit', (code) => this.#end('worker-ended', `exit ${code}`));
  }

  /** Settles when the database answers, or rejects when it cannot be opened. */
  get opened(): Promise<void> {
    return this.#opened.promise;
  }

  /** The caller sees to it that nothing else runs. */
  run(command: WorkerCommand, limits: RunLimits): Promise<unknown> {
    if (this.#ended) return Promise.reject(restarted('not-executed'));
    const { promise, resolve, reject } = Promise.withResolvers<unknown>();
    const id = ++this.#lastId;
    try {
      this.#worker.postMessage({ ...command, id });
    } catch {
      return Promise.reject(
        new PostgresError({ message: 'A parameter cannot be sent to the database', code: '22023' }),
      );
    }
    const watchdog = setTimeout(() => this.#end('overrun', `over ${limits.timeoutMs} ms`), limits.timeoutMs);
    this.#pending = { id, limits, watchdog, resolve, reject };
    return promise;
  }

  /** Ends the thread whatever it does; settles when it is gone and its files are closed. */
  async terminate(): Promise<void> {
    this.#ended = true;
    await this.#worker.terminate();
    await this.#terminated;
  }

  #receive(message: WorkerMessage): void {
    if (message.kind === 'ready') {
      this.#wasOpen = true;
      return this.#opened.resolve();
    }
    const pending = this.#pending;
    if (pending === undefined || pending.id !== message.id) return;
    this.#pending = undefined;
    clearTimeout(pending.watchdog);
    if (message.kind === 'answer') return pending.resolve(message.value);
    if (!message.survived && poisonsEngine(message.error)) {
      pending.reject(restarted(pending.limits.outcomeWhenEnded));
      return this.#end('poisoned', message.error.code ?? 'no SQLSTATE');
    }
    pending.reject(new PostgresError(message.error));
  }

  #end(reason: RestartReason, detail: string): void {
    const wasEnded = this.#ended;
    this.#ended = true;
    const pending = this.#pending;
    this.#pending = undefined;
    if (pending) {
      clearTimeout(pending.watchdog);
      pending.reject(restarted(pending.limits.outcomeWhenEnded));
    }
    this.#opened.reject(
      new EmbeddedDatabaseError(
        'DATABASE_UNAVAILABLE',
        'not-executed',
        `The embedded database did not open: ${detail}`,
      ),
    );
    if (this.#wasOpen && !wasEnded) this.#onEnded(reason, detail);
  }
}

function restarted(outcome: Outcome): EmbeddedDatabaseError {
  return new EmbeddedDatabaseError(
    'DATABASE_RESTARTED',
    outcome,
    `The embedded database was restarted under a statement; its outcome: ${outcome}`,
  );
}
