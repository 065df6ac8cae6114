// Owns when a knock that did not arrive is sent again. Pure. Refuses what the server understood and said no to.
import { ApiError } from '#api/api-error';

const UNREACHED = new Set(['OFFLINE', 'UNAVAILABLE']);

/** Nobody answered, or something that is not this server did: worth another attempt with the same id. */
export function isUnreached(error: Error): boolean {
  return error instanceof ApiError && UNREACHED.has(error.code);
}

/** Milliseconds before the next attempt: 1 s, 2 s, 4 s … 30 s. */
export function pauseBeforeAttempt(failures: number): number {
  return Math.min(30_000, 1_000 * 2 ** failures);
}
