// Owns the embedded database as the rest of the server sees it: the turn-taking, the transactions, the reopening.
// It refuses two processes on one directory and a directory of another format.
import { setTimeout as delay } from 'node:timers/promises';
import { openDataDirectory, type OpenedDataDirectory } from './data-directory.ts';
import { compileEngine, type CompiledEngine } from './engine.ts';
import { EmbeddedDatabaseError } from './embedded-errors.ts';
import { HeldTransaction } from './held-transaction.ts';
import { Turns, type Release } from './turns.ts';
import { WorkerConnection } from './worker-connection.ts';
import type {
  EmbeddedDatabase,
  EmbeddedDatabaseOptions,
  EmbeddedDatabaseStats,
  EmbeddedTransaction,
  QueryOptions,
  QueryResult,
  ReopenedEvent,
  RestartReason,
  SessionSettings,
} from './embedded-database.types.ts';
import type { WorkerCommand, WorkerData } from './worker-protocol.types.ts';

const CLOSE_LIMIT_MS = 30_000;
/** Waits between attempts to reopen; the last one repeats. */
const REOPEN_PAUSES_MS = [0, 250, 1_000, 5_000, 15_000];

type Settings = Required<EmbeddedDatabaseOptions>;

class WorkerDatabase implements EmbeddedDatabase {
  readonly #settings: Settings;
  readonly #home: OpenedDataDirectory;
  readonly #workerData: WorkerData;
  readonly #turns = new Turns();
  readonly #listeners = new Set<(event: ReopenedEvent) => void>();
  #connection: WorkerConnection;
  #held: HeldTransaction | undefined;
  #reopening: Promise<void> | undefined;
  #closing: Promise<void> | undefined;
  #restarts = 0;
  closed = false;

  constructor(settings: Settings, home: OpenedDataDirectory, engineModule: CompiledEngine) {
    this.#settings = settings;
    this.#home = home;
    const { clusterDirectory, postgisBundle } = home;
    const fsyncCounter = new BigInt64Array(new SharedArrayBuffer(8));
    this.#workerData = { clusterDirectory, postgisBundle, fsyncCounter, engineModule };
    this.#connection = this.#connect();
  }

  /** Longer than a statement may run, so that who waits behind an overrun is served after it and not refused with it. */
  get #waitLimitMs(): number {
    return this.#settings.queryTimeoutMs + this.#settings.reopenGraceMs;
  }

  get waitReady(): Promise<void> {
    return this.#connection.opened;
  }

  get ready(): boolean {
    return !this.closed && !this.#closing && !this.#reopening;
  }

  query<Row>(
    text: string,
    params: readonly unknown[] = [],
    { timeoutMs, ...options }: QueryOptions = {},
  ): Promise<QueryResult<Row>> {
    return this.#alone({ kind: 'query', text, params, options, alone: true }, timeoutMs) as Promise<QueryResult<Row>>;
  }

  exec(text: string, { timeoutMs, ...options }: QueryOptions = {}): Promise<QueryResult[]> {
    return this.#alone({ kind: 'exec', text, options, alone: true }, timeoutMs) as Promise<QueryResult[]>;
  }

  session<Row>(
    settings: SessionSettings,
    text: string,
    params: readonly unknown[] = [],
    { timeoutMs, ...options }: QueryOptions = {},
  ): Promise<QueryResult<Row>> {
    return this.#alone({ kind: 'session', settings, text, params, options }, timeoutMs) as Promise<QueryResult<Row>>;
  }

  async transaction<Result>(callback: (transaction: EmbeddedTransaction) => Promise<Result>): Promise<Result> {
    const transaction = await this.#begin();
    let result: Result;
    try {
      result = await callback(transaction);
    } catch (error) {
      await transaction.discard();
      throw error;
    }
    await transaction.commit();
    return result;
  }

  stats(): EmbeddedDatabaseStats {
    const fsyncs = Number(Atomics.load(this.#workerData.fsyncCounter, 0));
    return { fsyncs, restarts: this.#restarts, waiting: this.#turns.waiting };
  }

  onReopened(listener: (event: ReopenedEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  async #alone(command: WorkerCommand, timeoutMs = this.#settings.queryTimeoutMs): Promise<unknown> {
    const release = await this.#turns.acquire(this.#waitLimitMs);
    try {
      return await this.#connection.run(command, { timeoutMs, outcomeWhenEnded: 'unknown' });
    } finally {
      release();
    }
  }

  /** Never rejects: Kysely learns of the beginning only through the callback, so a failure travels in the handle. */
  async #begin(): Promise<HeldTransaction> {
    let release: Release | undefined;
    let refusal: Error | undefined;
    try {
      release = await this.#turns.acquire(this.#waitLimitMs);
    } catch (error) {
      refusal = error as Error;
    }
    const connection = this.#connection;
    const transaction: HeldTransaction = new HeldTransaction({
      run: (command, limits) => connection.run(command, limits),
      timeoutMs: this.#settings.queryTimeoutMs,
      onReleased: () => {
        if (this.#held === transaction) this.#held = undefined;
        release?.();
      },
    });
    if (refusal) transaction.abandon(refusal);
    else this.#held = transaction;
    await transaction.begin();
    return transaction;
  }

  #connect(): WorkerConnection {
    const connection: WorkerConnection = new WorkerConnection(this.#workerData, (reason, detail) => {
      if (connection === this.#connection && !this.closed) this.#reopening ??= this.#reopen(reason, detail);
    });
    // A failed opening is reported through `opened` to whoever waits; nobody may be waiting.
    connection.opened.catch(() => undefined);
    return connection;
  }

  async #reopen(reason: RestartReason, detail: string): Promise<void> {
    const startedAt = performance.now();
    this.#turns.pause(this.#settings.reopenGraceMs);
    this.#restarts += 1;
    this.#held?.abandon(
      new EmbeddedDatabaseError(
        'DATABASE_RESTARTED',
        'rolled-back',
        'The embedded database was restarted under the transaction',
      ),
    );
    this.#settings.log.warn({ reason, detail, restarts: this.#restarts }, 'embedded database is being reopened');
    for (let attempt = 0; !(await this.#reconnect(attempt)); attempt += 1);
    this.#reopening = undefined;
    if (this.closed) return;
    const event: ReopenedEvent = { reason, durationMs: Math.round(performance.now() - startedAt) };
    this.#settings.log.info({ ...event }, 'embedded database is open again');
    this.#turns.resume();
    for (const listener of this.#listeners) listener(event);
  }

  async #reconnect(attempt: number): Promise<boolean> {
    await this.#connection.terminate();
    await delay(REOPEN_PAUSES_MS[Math.min(attempt, REOPEN_PAUSES_MS.length - 1)]);
    if (this.closed) return true;
    this.#connection = this.#connect();
    try {
      await this.#connection.opened;
      return true;
    } catch {
      if (this.closed) return true;
      this.#settings.log.error({ attempt }, 'embedded database did not reopen');
      return false;
    }
  }

  async #close(): Promise<void> {
    const quiet = this.#turns.close();
    await Promise.race([quiet, delay(CLOSE_LIMIT_MS, undefined, { ref: false })]);
    const usable = !this.#reopening;
    this.closed = true;
    if (usable)
      await this.#connection
        .run({ kind: 'close' }, { timeoutMs: CLOSE_LIMIT_MS, outcomeWhenEnded: 'unknown' })
        .catch(() => undefined);
    await this.#connection.terminate();
    await this.#home.release();
  }
}

/**
 * Opens the embedded database in a worker thread: makes the directory from the prepared template when it is new, takes
 * its lock, replays its log. Everything acknowledged by the returned object is on the disk.
 *
 * @throws DataDirectoryInUseError, DataDirectoryFormatError, EmbeddedDatabaseError (`DATABASE_UNAVAILABLE`)
 */
export async function openEmbeddedDatabase(options: EmbeddedDatabaseOptions): Promise<EmbeddedDatabase> {
  const settings: Settings = { queryTimeoutMs: 30_000, reopenGraceMs: 4_000, ...options };
  const home = await openDataDirectory(settings);
  try {
    const database = new WorkerDatabase(settings, home, await compileEngine());
    await database.waitReady.catch(async (error: unknown) => {
      await database.close();
      throw error;
    });
    return database;
  } catch (error) {
    await home.release();
    throw error;
  }
}
