// Starts the server from the environment and the command line; ends it on SIGINT and SIGTERM.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createApp } from './app.ts';
import { ConfigError, readConfig } from './platform/config.ts';

const REPOSITORY = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..');

try {
  const app = await createApp(readConfig(process.env, process.argv.slice(2), REPOSITORY));
  for (const line of app.notices) process.stdout.write(`${line}\n`);
  process.stdout.write(`\n  网格一张图  ${app.url}\n\n`);
  let ending = false;
  const end = (): void => {
    if (ending) return;
    ending = true;
    void app.close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on('SIGINT', end);
  process.on('SIGTERM', end);
} catch (error) {
  process.stderr.write(`${explain(error)}\n`);
  process.exit(1);
}

/** A sentence for expected failures; the stack only for what nobody foresaw. */
function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = 'code' in error ? String(error.code) : '';
  if (error instanceof ConfigError) return error.message;
  if (code === 'EADDRINUSE') return 'The port is in use. Set another: PORT=4001 npm start';
  if (['DATABASE_NEWER', 'MIGRATION_EDITED', 'DATA_DIRECTORY_IN_USE', 'DATA_DIRECTORY_FORMAT'].includes(code))
    return error.message;
  if (/^(ECONN|ENOTFOUND|28|3D)/.test(code)) return `The database of DATABASE_URL does not answer: ${error.message}`;
  return error.stack ?? error.message;
}
