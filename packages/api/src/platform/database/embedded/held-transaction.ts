// Owns one open transaction: its statements one after another, its idle limit, its end.
// It refuses to outlive its worker: after an abandonment every statement is answered with the cause.
import { EmbeddedDatabaseError } from './embedded-errors.ts';
import type { EmbeddedTransaction, QueryOptions, QueryResult } from './embedded-database.types.ts';
import type { RunLimits } from './worker-connection.ts';
import type { WorkerCommand } from './worker-protocol.types.ts';

export interface TransactionSettings {
  run(command: WorkerCommand, limits: RunLimits): Promise<unknown>;
  /** For a statement without its own limit, and for idling between statements. */
  timeoutMs: number;
  /** The connection is free again. Called once. */
  onReleased(): void;
}

export class HeldTransaction implements EmbeddedTransaction {
  readonly #settings: TransactionSettings;
  #tail: Promise<unknown> = Promise.resolve();
  #failure: Error | undefined;
  #rolledBackEarly = false;
  #released = false;
  #idleLimit: NodeJS.Timeout | undefined;

  constructor(settings: TransactionSettings) {
    this.#settings = settings;
  }

  query<Row>(
    text: string,
    params: readonly unknown[] = [],
    { timeoutMs, ...options }: QueryOptions = {},
  ): Promise<QueryResult<Row>> {
    return this.#statement({ kind: 'query', text, params, options }, timeoutMs) as Promise<QueryResult<Row>>;
  }

  exec(text: string, { timeoutMs, ...options }: QueryOptions = {}): Promise<QueryResult[]> {
    return this.#statement({ kind: 'exec', text, options }, timeoutMs) as Promise<QueryResult[]>;
  }

  async rollback(): Promise<void> {
    await this.#statement(command('rollback'));
    this.#rolledBackEarly = true;
    this.#failure = closed();
    this.#release();
  }

  /** Rejections are kept, not thrown: the callback must run in any case. */
  async begin(): Promise<void> {
    await this.#statement(command('begin')).catch((error: Error) => this.abandon(error));
  }

  /** Rejects with what the database said, or with what ended the transaction before. */
  async commit(): Promise<void> {
    if (this.#rolledBackEarly) return;
    try {
      await this.#statement(command('commit'), undefined, 'unknown');
    } finally {
      this.abandon(closed());
    }
  }

  /** Ends without keeping anything; never rejects. */
  async discard(): Promise<void> {
    if (!this.#failure) await this.#statement(command('rollback')).catch(() => undefined);
    this.abandon(closed());
  }

  /** The connection is gone or given up: later statements get `cause`, the next in the queue may go on. */
  abandon(cause: Error): void {
    this.#failure ??= cause;
    this.#release();
  }

  #statement(
    wanted: WorkerCommand,
    timeoutMs = this.#settings.timeoutMs,
    outcomeWhenEnded: RunLimits['outcomeWhenEnded'] = 'rolled-back',
  ): Promise<unknown> {
    const answer = this.#tail.then(async () => {
      clearTimeout(this.#idleLimit);
      if (this.#failure) throw this.#failure;
      try {
        return await this.#settings.run(wanted, { timeoutMs, outcomeWhenEnded });
      } finally {
        this.#watchIdling();
      }
    });
    this.#tail = answer.catch(() => undefined);
    return answer;
  }

  #watchIdling(): void {
    if (this.#released) return;
    const { timeoutMs } = this.#settings;
    this.#idleLimit = setTimeout(() => void this.#endIdling(timeoutMs), timeoutMs);
  }

  async #endIdling(timeoutMs: number): Promise<void> {
    // The usual cause: inside the transaction, a query through another EntityManager, which waits for this one.
    this.#failure ??= new EmbeddedDatabaseError(
      'TRANSACTION_IDLE',
      'rolled-back',
      `The transaction idled for ${timeoutMs} ms and was rolled back`,
    );
    await this.#settings
      .run(command('rollback'), { timeoutMs, outcomeWhenEnded: 'rolled-back' })
      .catch(() => undefined);
    this.#release();
  }

  #release(): void {
    clearTimeout(this.#idleLimit);
    if (this.#released) return;
    this.#released = true;
    this.#settings.onReleased();
  }
}

const command = (text: string): WorkerCommand => ({ kind: 'exec', text, options: {} });
const closed = (): Error =>
  new EmbeddedDatabaseError('TRANSACTION_CLOSED', 'not-executed', 'The transaction has ended');
