// `qinghe admin`: a one-time password link from whoever has the host, also for the first administrator.
// Refuses to run beside a server on the embedded database: one process owns the directory, and the lock says so.
import { createAccess } from '#modules/access';
import { systemClock } from '../platform/clock.ts';
import { readConfig } from '../platform/config.ts';
import { openDatabase } from '../platform/database/open-database.ts';
import { AppError } from '../platform/errors.ts';
import { createFileStore } from '../platform/files/file-store.ts';
import { CliFault } from './cli-fault.ts';
import type { Print } from './import-command.ts';

export const ADMIN_USAGE = `qinghe admin [USERNAME]
  Prints a one-time link to set the password of USERNAME (default: administrator, made when there is none).
  With the embedded database, stop the server first.`;

/** @throws CliFault */
export async function adminCommand(
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  repository: string,
  print: Print,
): Promise<void> {
  const [username = 'administrator', ...rest] = args;
  if (rest.length > 0 || username.startsWith('-')) throw new CliFault(ADMIN_USAGE, 2);
  const config = readConfig(env, [], repository);
  const database = await openDatabase(config);
  try {
    const files = createFileStore(config.dataDirectory);
    const { accounts } = createAccess({ database, clock: systemClock, files, secure: true });
    const first = username === 'administrator' ? await accounts.firstAdministratorLink() : null;
    const { link, expiresAt } = first ?? (await accounts.passwordLink(username));
    print(`${config.publicUrl ?? `http://localhost:${config.port}`}${link}`);
    print(`有效至 valid until ${expiresAt.toISOString()}`);
  } catch (error) {
    if (error instanceof AppError && error.code === 'NOT_FOUND')
      throw new CliFault(`There is no account "${username}".`, 1);
    throw error;
  } finally {
    await database.close();
  }
}
