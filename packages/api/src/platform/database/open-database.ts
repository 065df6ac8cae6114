// Opens storage for a configuration and brings it to this code's schema.
import { join } from 'node:path';
import type { Config } from '../config.ts';
import { log } from '../log.ts';
import { Database } from './database.ts';
import { openEmbeddedEngine } from './embedded-engine.ts';
import { migrate } from './migrate.ts';
import { openServerEngine } from './server-engine.ts';

/** @throws SchemaMismatch, DATA_DIRECTORY_IN_USE, DATA_DIRECTORY_FORMAT; a server that is away */
export async function openDatabase(
  config: Pick<Config, 'databaseUrl' | 'dataDirectory' | 'cacheDirectory'>,
): Promise<Database> {
  const engine = config.databaseUrl
    ? await openServerEngine(config.databaseUrl)
    : await openEmbeddedEngine(join(config.dataDirectory, 'database'), {
        cacheDirectory: config.cacheDirectory,
        log,
      });
  try {
    await migrate(engine);
  } catch (error) {
    await engine.close();
    throw error;
  }
  return new Database(engine);
}
