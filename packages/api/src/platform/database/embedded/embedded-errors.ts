// Owns the errors of the embedded database and their way across the thread border.
// It refuses SQL text and parameters: PGlite hangs both on its errors, and they hold personal data.

/** `unknown`: may or may not have been committed; `not-executed`: never reached the engine; `rolled-back`: certainly gone. */
export type Outcome = 'unknown' | 'not-executed' | 'rolled-back';

export type EmbeddedErrorCode =
  | 'DATABASE_RESTARTED'
  | 'DATABASE_UNAVAILABLE'
  | 'DATABASE_BUSY'
  | 'DATABASE_CLOSED'
  | 'TRANSACTION_CLOSED'
  | 'TRANSACTION_IDLE';

/** The engine could not answer; `outcome` says what is known of the statement. Retry only what is safe to repeat. */
export class EmbeddedDatabaseError extends Error {
  override readonly name = 'EmbeddedDatabaseError';
  readonly code: EmbeddedErrorCode;
  readonly outcome: Outcome;
  constructor(code: EmbeddedErrorCode, outcome: Outcome, message: string) {
    super(message);
    this.code = code;
    this.outcome = outcome;
  }
}

/** Another live process holds the data directory. */
export class DataDirectoryInUseError extends Error {
  override readonly name = 'DataDirectoryInUseError';
  readonly code = 'DATA_DIRECTORY_IN_USE';
  readonly pid: number;
  readonly directory: string;
  constructor(pid: number, directory: string) {
    super(
      `The data directory ${directory} is in use by process ${pid}. Two processes on one directory lose data: stop that one first, or choose another DATA_DIR.`,
    );
    this.pid = pid;
    this.directory = directory;
  }
}

/** The directory was written by another engine or by a newer version; it is left as it is. */
export class DataDirectoryFormatError extends Error {
  override readonly name = 'DataDirectoryFormatError';
  readonly code = 'DATA_DIRECTORY_FORMAT';
  readonly directory: string;
  readonly found: string;
  constructor(directory: string, found: string, expected: string) {
    super(
      `The data directory ${directory} holds ${found}, this version reads ${expected}. Nothing was changed. Open it with the version that wrote it and move the data by backup.`,
    );
    this.directory = directory;
    this.found = found;
  }
}

const DIAGNOSTIC_FIELDS = [
  'code',
  'severity',
  'detail',
  'hint',
  'position',
  'where',
  'schema',
  'table',
  'column',
  'dataType',
  'constraint',
  'routine',
] as const;

/** A PostgreSQL error as plain data; without `code` the engine itself failed, not the statement. */
export type SerialisedError = { message: string } & Partial<Record<(typeof DIAGNOSTIC_FIELDS)[number], string>>;

/** An error answered by PostgreSQL, with the fields that node-postgres gives (`code`, `detail`, `constraint`, …). */
export class PostgresError extends Error {
  declare readonly code: string;
  declare readonly detail?: string;
  declare readonly constraint?: string;
  declare readonly table?: string;
  declare readonly schema?: string;
  declare readonly position?: string;
  constructor({ message, ...diagnostics }: SerialisedError) {
    super(message);
    this.name = 'error';
    Object.assign(this, diagnostics);
  }
}

export function serialiseError(error: unknown): SerialisedError {
  if (!(error instanceof Error)) return { message: String(error) };
  const serialised: SerialisedError = { message: error.message };
  for (const field of DIAGNOSTIC_FIELDS) {
    const value: unknown = Reflect.get(error, field);
    if (typeof value === 'string') serialised[field] = value;
  }
  return serialised;
}

const SQLSTATE = /^[0-9A-Z]{5}$/;

/**
 * Whether the engine must be thrown away after this error, unless it was tried and still answers: no SQLSTATE (a trap
 * in WASM), XX000 (internal error, among them an exhausted error stack), 53100 (disk full: the next query would hang), or a severity that ends a backend.
 */
export function poisonsEngine({ code, severity }: SerialisedError): boolean {
  if (code === undefined || !SQLSTATE.test(code)) return true;
  return code === 'XX000' || code === '53100' || severity === 'FATAL' || severity === 'PANIC';
}
