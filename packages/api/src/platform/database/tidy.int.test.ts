// What no autovacuum does in the embedded database: changed tables get statistics and lose their dead rows, unchanged ones rest.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../../../test/testkit/test-database.ts';
import { SYSTEM } from './scope.ts';
import { sql } from './sql.ts';
import { tidy } from './tidy.ts';

let test: TestDatabase;
beforeAll(async () => {
  test = await openTestDatabase();
});
afterAll(() => test.close());

const write = (statement: string) => test.database.writeGlobal((em) => em.execute(statement));
const rowsKnown = async () =>
  (
    await test.database.readOne<{ rows: number }>(
      SYSTEM,
      sql`select reltuples::int as rows from pg_class where relname = 'accounts'`,
    )
  )?.rows;

it('tends what changed, once, and leaves alone what failed before', async () => {
  const { engine } = test.database;
  await tidy(engine, new Set());
  await write(`insert into accounts (id, username, name, created_at)
    select gen_random_uuid(), 'u' || i, 'u', now() from generate_series(1, 400) i`);
  await write(`delete from accounts where username < 'u3'`);
  // The counters are written out a second after the last time at the latest.
  await expect.poll(() => tidy(engine, new Set(['public.accounts'])), { timeout: 5_000 }).toEqual([]);
  await expect
    .poll(
      async () => {
        await tidy(engine, new Set());
        return rowsKnown();
      },
      { timeout: 10_000, interval: 300 },
    )
    .toBe((await test.database.readOne<{ n: number }>(SYSTEM, sql`select count(*)::int as n from accounts`))?.n);
  await expect.poll(() => tidy(engine, new Set()), { timeout: 10_000, interval: 500 }).toEqual([]);
});
