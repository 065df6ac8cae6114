// What the two engines have in common. Everything above this file is one code path.
import type { MikroORM } from '@mikro-orm/sql';
import type { Scope } from './scope.ts';
import type { Sql } from './sql.ts';

/** PGlite in a worker ('embedded') or a PostgreSQL server ('server'). */
export interface Engine {
  readonly kind: 'embedded' | 'server';
  readonly orm: MikroORM;
  /** One read in its own short transaction under row-level security. */
  read<Row extends object>(scope: Scope, query: Sql): Promise<Row[]>;
  /** One statement as owner, for migrations and their lock; never for requests. */
  asOwner<Row extends object>(query: Sql): Promise<Row[]>;
  close(): Promise<void>;
}
