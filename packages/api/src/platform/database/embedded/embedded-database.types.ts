// Owns the shapes that callers of the embedded database see.
// It refuses behaviour: no code that runs lives here.

/** One result set, in the shape PGlite gives (Kysely's PGlite dialect reads `rows` and `affectedRows`). */
export interface QueryResult<Row = Record<string, unknown>> {
  rows: Row[];
  fields: { name: string; dataTypeID: number }[];
  /** Rows inserted, updated, deleted or merged; 0 for a SELECT. */
  affectedRows?: number;
  command?: string;
  rowCount?: number;
}

export interface QueryOptions {
  rowMode?: 'array' | 'object';
  /** Type oids of the parameters, where PostgreSQL cannot infer them. */
  paramTypes?: number[];
  /** Replaces the watchdog's limit for this statement (a migration, an import), in milliseconds. */
  timeoutMs?: number;
}

/** What a statement may be sent through: the database itself or an open transaction. */
export interface StatementRunner {
  query<Row = Record<string, unknown>>(
    text: string,
    params?: readonly unknown[],
    options?: QueryOptions,
  ): Promise<QueryResult<Row>>;
  /** Several statements in one text, without parameters. */
  exec(text: string, options?: QueryOptions): Promise<QueryResult[]>;
}

export interface EmbeddedTransaction extends StatementRunner {
  /** Ends the transaction early; every later use of this handle is refused. */
  rollback(): Promise<void>;
}

export interface SessionSettings {
  /** Role for `SET LOCAL ROLE`; without it the statement runs as the superuser and row-level security does not hold. */
  role?: string;
  /** Names (with a dot, `app.community_id`) and values for `set_config(name, value, true)`. */
  variables: Readonly<Record<string, string>>;
}

export interface ReopenedEvent {
  /** Why the worker was ended: a watchdog limit, a poisoning SQLSTATE, or the thread's own end. */
  reason: RestartReason;
  /** From noticing the fault to the first statement that can run again, in milliseconds. */
  durationMs: number;
}

export type RestartReason = 'overrun' | 'poisoned' | 'worker-ended';

export interface EmbeddedDatabaseStats {
  /** fsync calls of the engine on its files since this process opened the directory, over all restarts. */
  fsyncs: number;
  restarts: number;
  /** Statements and transactions waiting for their turn now. */
  waiting: number;
}

/**
 * The embedded PostgreSQL, reached from the main thread. One connection: statements run one after another in order of
 * arrival, a transaction holds the connection until it ends.
 */
export interface EmbeddedDatabase extends StatementRunner {
  /**
   * Runs `callback` between BEGIN and COMMIT (ROLLBACK when it rejects). The callback always runs, even when BEGIN
   * failed: its statements then reject with the cause, and so does the returned promise.
   */
  transaction<Result>(callback: (transaction: EmbeddedTransaction) => Promise<Result>): Promise<Result>;
  /** One statement in its own transaction under the given variables and role, sent as one message. */
  session<Row = Record<string, unknown>>(
    settings: SessionSettings,
    text: string,
    params?: readonly unknown[],
    options?: QueryOptions,
  ): Promise<QueryResult<Row>>;
  readonly ready: boolean;
  readonly closed: boolean;
  /** Settles with the first opening. */
  readonly waitReady: Promise<void>;
  /** Waits for what is running, writes a checkpoint, ends the worker and gives the directory free. Safe to repeat. */
  close(): Promise<void>;
  stats(): EmbeddedDatabaseStats;
  /** Called after each reopening; session state (LISTEN, temporary tables, advisory locks) is gone then. Returns the way to stop. */
  onReopened(listener: (event: ReopenedEvent) => void): () => void;
}

/** The part of pino's logger that is used here. Never given SQL, parameters or rows. */
export interface EmbeddedLog {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

export interface EmbeddedDatabaseOptions {
  /** Made when absent. Holds the lock, the format marker and the cluster; nothing else belongs in it. */
  directory: string;
  /** Where the prepared template lies, shared by all databases of this machine; it may be deleted at any time. */
  cacheDirectory: string;
  /** Longest time a statement may run or a transaction may idle; for a turn one waits `reopenGraceMs` longer. */
  queryTimeoutMs?: number;
  /** Longest time a caller waits through a reopening before it gets an error. */
  reopenGraceMs?: number;
  log: EmbeddedLog;
}
