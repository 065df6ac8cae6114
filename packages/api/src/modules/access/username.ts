// How a user name is written: the same letters whatever keyboard typed them. Pure.
import { AppError } from '#platform/errors';

const USERNAME = /^[a-z][a-z0-9._-]{1,31}$/;

/** @throws AppError BAD_USER_INPUT */
export function checkedUsername(given: string, path: string): string {
  const username = given.normalize('NFKC').trim().toLowerCase();
  if (!USERNAME.test(username)) throw new AppError('BAD_USER_INPUT', {}, path);
  return username;
}
