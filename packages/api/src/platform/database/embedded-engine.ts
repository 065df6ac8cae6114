// PGlite in its worker, through MikroORM's driver and through one-message reads.
import { MikroORM } from '@mikro-orm/pglite';
import type { MikroORM as SqlMikroORM } from '@mikro-orm/sql';
import type { EmbeddedDatabase, EmbeddedLog } from './embedded/embedded-database.types.ts';
import { openEmbeddedDatabase } from './embedded/open-embedded-database.ts';
import type { Engine } from './engine.ts';
import { ormOptions } from './orm-options.ts';
import { APP_ROLE, type Scope, scopeVariables } from './scope.ts';
import type { Sql } from './sql.ts';

export interface EmbeddedEngine extends Engine {
  readonly kind: 'embedded';
  readonly database: EmbeddedDatabase;
}

/**
 * @param directory data directory; created when missing, locked while open
 * @throws DATA_DIRECTORY_IN_USE, DATA_DIRECTORY_FORMAT
 */
export async function openEmbeddedEngine(
  directory: string,
  options: { cacheDirectory: string; log: EmbeddedLog },
): Promise<EmbeddedEngine> {
  const database = await openEmbeddedDatabase({ directory, ...options });
  const orm = await MikroORM.init({ ...ormOptions(), driverOptions: { pglite: () => database } });
  return {
    kind: 'embedded',
    database,
    orm: orm as unknown as SqlMikroORM,
    async read<Row extends object>(scope: Scope, query: Sql) {
      const session = { role: APP_ROLE, variables: scopeVariables(scope) };
      const result = await database.session(session, query.text, query.values);
      return result.rows as Row[];
    },
    async asOwner<Row extends object>(query: Sql) {
      const result = await database.query(query.text, query.values);
      return result.rows as Row[];
    },
    async close() {
      await orm.close(true);
      await database.close();
    },
  };
}
