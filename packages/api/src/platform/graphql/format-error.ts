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

/** SQLSTATE classes and socket errors that mean: the database is away, nothing was changed. */
const DATABASE_AWAY = /^(08|57P0|53[0-9A-Z]{3}$|ECONN|EPIPE|ETIMEDOUT|DATABASE_RESTARTED)/;

/** Finds the published meaning of whatever was thrown. */
export function describeError(error: unknown): Described {
  const cause = rootCause(error);
  if (cause instanceof AppError) return { code: cause.code, params: cause.params, path: cause.path };
  if (cause instanceof GraphQLError && isErrorCode(cause.extensions['code'])) {
    return { code: cause.extensions['code'], params: (cause.extensions['params'] ?? {}) as TextParams };
  }
  const sqlState = databaseCode(cause);
  if (sqlState === '22021' || sqlState === '22P05') return { code: 'INVALID_TEXT', params: {} };
  if (DATABASE_AWAY.test(sqlState) || (cause instanceof Error && /timeout exceeded when trying to connect|Connection terminated/.test(cause.message))) {
    return { code: 'UNAVAILABLE', params: {} };
  }
  if (cause instanceof GraphQLError && !cause.originalError) return { code: 'GRAPHQL_VALIDATION_FAILED', params: {} };
  return { code: 'INTERNAL', params: {} };
}

export function formatError(error: unknown, language: Language, requestId: string, formatted?: GraphQLFormattedError): GraphQLFormattedError {
  const { code, params, path } = describeError(error);
  if (code === 'INTERNAL') log.error({ requestId, err: rootCause(error) }, 'unexpected error');
  const explains = code === 'GRAPHQL_VALIDATION_FAILED' || code === 'GRAPHQL_PARSE_FAILED' || code === 'BAD_USER_INPUT';
  const detail = explains && formatted ? ` ${formatted.message.replace(/ Did you mean .*$/s, '')}` : '';
  return {
    message: errorText(code, language, { ...params, requestId }) + detail,
    ...(formatted?.locations ? { locations: formatted.locations } : {}),
    ...(formatted?.path ? { path: formatted.path } : {}),
    extensions: { code, status: httpStatusOf(code), requestId, ...(path ? { field: path } : {}) },
  };
}

function rootCause(error: unknown): unknown {
  let current = error;
  for (let depth = 0; depth < 8; depth++) {
    const inner: unknown = current instanceof GraphQLError ? current.originalError : undefined;
    if (!inner) return current;
    current = inner;
  }
  return current;
}

function databaseCode(error: unknown): string {
  const code: unknown = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : '';
}

function isErrorCode(code: unknown): code is ErrorCode {
  return typeof code === 'string' && code in ERRORS;
}
