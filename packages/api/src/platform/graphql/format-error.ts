// What leaves the server when something throws: a published code, a sentence, a path; the rest is masked with its request id.
import { ERRORS, type ErrorCode, type Language, errorText, httpStatusOf, type TextParams } from '@qinghe/schema';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { AppError } from '../errors.ts';
import { log } from '../log.ts';

interface Described {
  readonly code: ErrorCode;
  readonly params: TextParams;
  readonly path?: string | undefined;
}

/** SQLSTATE classes, socket errors and the embedded engine's codes that mean: away or too busy, a repetition may succeed. */
const DATABASE_AWAY =
  /^(08|57P0|57014$|55P03$|40001$|40P01$|53[0-9A-Z]{3}$|ECONN|EPIPE|ETIMEDOUT|DATABASE_(RESTARTED|UNAVAILABLE|BUSY|CLOSED)$)/;
const CONNECTION_LOST =
  /timeout exceeded when trying to connect|Connection terminated|connection error and is not queryable|Query read timeout/;

/** Finds the published meaning of whatever was thrown. */
export function describeError(error: unknown): Described {
  const cause = rootCause(error);
  if (cause instanceof AppError) return { code: cause.code, params: cause.params, path: cause.path };
  if (cause instanceof GraphQLError && isErrorCode(cause.extensions['code'])) {
    return { code: cause.extensions['code'], params: (cause.extensions['params'] ?? {}) as TextParams };
  }
  const ofDatabase = describeDatabaseError(cause);
  if (ofDatabase) return { code: ofDatabase, params: {} };
  // With a path it arose while running: a resolver's fault, not the document's.
  const running = error instanceof GraphQLError && error.path !== undefined;
  if (cause instanceof GraphQLError && !running)
    return { code: 'GRAPHQL_VALIDATION_FAILED', params: { detail: cause.message.replace(/ Did you mean .*$/s, '') } };
  return { code: 'INTERNAL', params: {} };
}

/** @param formatted what Apollo made of it: location and path are taken over, its wording is not */
export function formatError(
  error: unknown,
  language: Language,
  requestId: string,
  formatted?: GraphQLFormattedError,
): GraphQLFormattedError {
  const { code, params, path } = describeError(error);
  if (code === 'INTERNAL') log.error({ requestId, err: rootCause(error) }, 'unexpected error');
  const { detail } = params;
  return {
    message:
      errorText(code, language, { ...params, requestId }) +
      (typeof detail === 'string' && EXPLAINED.has(code) ? ` ${detail}` : ''),
    ...(formatted?.locations ? { locations: formatted.locations } : {}),
    ...(formatted?.path ? { path: formatted.path } : {}),
    extensions: { code, status: httpStatusOf(code), requestId, ...(path ? { field: path } : {}) },
  };
}

/** Codes whose sentence is followed by the place and the type asked for, or by what validation said. */
const EXPLAINED: ReadonlySet<ErrorCode> = new Set(['GRAPHQL_VALIDATION_FAILED', 'BAD_USER_INPUT']);

function rootCause(error: unknown): unknown {
  let current = error;
  for (let depth = 0; depth < 8; depth++) {
    const inner: unknown = current instanceof GraphQLError ? current.originalError : undefined;
    if (!inner) return current;
    current = inner;
  }
  return current;
}

function describeDatabaseError(cause: unknown): ErrorCode | undefined {
  const sqlState = databaseCode(cause);
  if (sqlState === '22021' || sqlState === '22P05') return 'INVALID_TEXT';
  const lost = cause instanceof Error && CONNECTION_LOST.test(cause.message);
  return lost || DATABASE_AWAY.test(sqlState) ? 'UNAVAILABLE' : undefined;
}

function databaseCode(error: unknown): string {
  const code: unknown = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : '';
}

function isErrorCode(code: unknown): code is ErrorCode {
  return typeof code === 'string' && code in ERRORS;
}
