// Brings a database to this code's schema: forward only, statement by statement, under a lock.
import { createHash } from 'node:crypto';
import { CompiledQuery } from 'kysely';
import type { Engine } from './engine.ts';
import { MIGRATIONS, type SchemaMigration } from './migrations/index.ts';
import { sql } from './sql.ts';

/** The database was written by a newer version, or an applied migration was edited. Never repaired silently. */
export class SchemaMismatch extends Error {
  readonly code: 'DATABASE_NEWER' | 'MIGRATION_EDITED';

  constructor(code: 'DATABASE_NEWER' | 'MIGRATION_EDITED', message: string) {
    super(message);
    this.name = 'SchemaMismatch';
    this.code = code;
  }
}

const LOCK_KEY = 7_246_091;

/**
 * Each migration runs in one transaction with its record, so a kill leaves it applied whole or not at all.
 *
 * Our own 60 lines, not MikroORM's Migrator: that neither refuses a database newer than the code nor notices an
 * edited migration (see docs/decisions/0003).
 * @returns names applied now
 * @throws SchemaMismatch
 */
export async function migrate(engine: Engine, migrations: readonly SchemaMigration[] = MIGRATIONS): Promise<string[]> {
  await engine.asOwner(sql`create table if not exists schema_migrations (
    name text primary key, checksum text not null, applied_at timestamptz not null default now())`);
  const appliedNow: string[] = [];
  for (const migration of migrations) {
    if (await applyOnce(engine, migration, migrations)) appliedNow.push(migration.name);
  }
  return appliedNow;
}

async function applyOnce(
  engine: Engine,
  migration: SchemaMigration,
  all: readonly SchemaMigration[],
): Promise<boolean> {
  return engine.orm.em.fork().transactional(async (em) => {
    const run = async (text: string, values: unknown[] = []) =>
      (await em.getKysely().executeQuery(CompiledQuery.raw(text, values))).rows as { name: string; checksum: string }[];
    await run('select pg_advisory_xact_lock($1)', [LOCK_KEY]);
    const applied = await run('select name, checksum from schema_migrations');
    refuseMismatch(applied, all);
    if (applied.some((row) => row.name === migration.name)) return false;
    for (const statement of migration.statements) await run(statement);
    await run('insert into schema_migrations (name, checksum) values ($1, $2)', [migration.name, checksum(migration)]);
    return true;
  });
}

function refuseMismatch(
  applied: readonly { name: string; checksum: string }[],
  known: readonly SchemaMigration[],
): void {
  const byName = new Map(known.map((migration) => [migration.name, migration]));
  for (const row of applied) {
    const migration = byName.get(row.name);
    if (!migration) {
      throw new SchemaMismatch(
        'DATABASE_NEWER',
        `The database holds migration ${row.name}, which this version does not know. Start the newer version; nothing was changed.`,
      );
    }
    if (checksum(migration) !== row.checksum) {
      throw new SchemaMismatch(
        'MIGRATION_EDITED',
        `Migration ${row.name} was edited after it had been applied. Nothing was changed.`,
      );
    }
  }
}

function checksum(migration: SchemaMigration): string {
  return createHash('sha256').update(migration.statements.join(';\n')).digest('hex');
}
