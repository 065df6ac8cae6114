// PostgreSQL + PostGIS through pg and MikroORM.
import { MikroORM } from '@mikro-orm/postgresql';
import type { MikroORM as SqlMikroORM } from '@mikro-orm/sql';
import { CompiledQuery } from 'kysely';
import type { Pool } from 'pg';
import type { Engine } from './engine.ts';
import { ormOptions } from './orm-options.ts';
import { APP_ROLE, type Scope, scopeVariables } from './scope.ts';
import type { Sql } from './sql.ts';

/**
 * Connects lazily: a server that is away at start or goes away later is an error of each query, not of the process.
 * @param url postgres:// connection URL
 */
export async function openServerEngine(url: string, options: { poolSize?: number } = {}): Promise<Engine> {
  const orm = await MikroORM.init({
    ...ormOptions(),
    clientUrl: url,
    pool: { min: 0, max: options.poolSize ?? 8 },
    // The last limit is for a network that swallows answers: PostgreSQL's own comes first wherever it can speak.
    driverOptions: {
      connectionTimeoutMillis: 1_500,
      query_timeout: 25_000,
      options: '-c statement_timeout=20000 -c lock_timeout=5000',
    },
  });
  const pool = async (): Promise<Pool> => orm.em.getDriver().getConnection().getNativeClient();
  return {
    kind: 'server',
    orm: orm as unknown as SqlMikroORM,
    async read<Row extends object>(scope: Scope, query: Sql) {
      const client = await (await pool()).connect();
      let broken: Error | undefined;
      try {
        await client.query(`begin read only; ${openSession(scope)}`);
        const result = await client.query({ ...named(query.text), values: query.values });
        await client.query('commit');
        return result.rows as Row[];
      } catch (error) {
        // Without an answer from PostgreSQL there is nobody to roll back: waiting for it would take as long again.
        broken = isAnswer(error)
          ? await client.query('rollback').then(
              () => undefined,
              (cause: Error) => cause,
            )
          : (error as Error);
        throw error;
      } finally {
        client.release(broken);
      }
    },
    async asOwner<Row extends object>(query: Sql) {
      const result = await orm.em
        .fork()
        .getKysely()
        .executeQuery(CompiledQuery.raw(query.text, query.values as unknown[]));
      return result.rows as Row[];
    },
    close: () => orm.close(true),
  };
}

/** Read models are some hundred fixed texts; one that is put together differently each time must not fill the backends. */
const MOST_STATEMENTS = 500;
const statements = new Map<string, string>();

/** A name has each backend plan the text once: planning was a third of the database's work for a map. */
function named(text: string): { readonly text: string; readonly name?: string } {
  const known = statements.get(text);
  if (known !== undefined) return { text, name: known };
  if (statements.size >= MOST_STATEMENTS) return { text };
  const name = `read_${statements.size}`;
  statements.set(text, name);
  return { text, name };
}

/** Variables and role in one round trip; the values are ours (uuids and flags), checked before they are quoted. */
function openSession(scope: Scope): string {
  const settings = Object.entries(scopeVariables(scope)).map(([name, value]) => {
    if (!/^[0-9a-z,-]*$/.test(value)) throw new Error(`not a session value: ${name}`);
    return `set_config('${name}', '${value}', true)`;
  });
  return `set local role ${APP_ROLE}; select ${settings.join(', ')}`;
}

function isAnswer(error: unknown): boolean {
  return error instanceof Error && 'code' in error && /^[0-9A-Z]{5}$/.test(String(error.code));
}
