// Whenever the worker dies, every caller gets an answer within 5 s and the database is there again.
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import type * as WorkerThreads from 'node:worker_threads';
import { freshDirectory, openForTest, removeDirectory } from './testing/test-bed.ts';
import type { EmbeddedDatabase } from './embedded-database.types.ts';

const ANSWER_LIMIT_MS = 5_000;

/** The real worker, ended by the test at a chosen request. */
const knife = vi.hoisted(() => ({
  latest: undefined as WorkerThreads.Worker | undefined,
  killAt: undefined as string | undefined,
}));

vi.mock('node:worker_threads', async (importOriginal) => {
  const original = await importOriginal<typeof WorkerThreads>();
  class Watched extends original.Worker {
    constructor(...parameters: ConstructorParameters<typeof original.Worker>) {
      super(...parameters);
      knife.latest = this;
    }
    override postMessage(message: { text?: string }): void {
      super.postMessage(message);
      if (knife.killAt === undefined || !message.text?.includes(knife.killAt)) return;
      knife.killAt = undefined;
      void this.terminate();
    }
  }
  return { ...original, Worker: Watched };
});

const directory = freshDirectory();
let database: EmbeddedDatabase;

beforeAll(async () => {
  database = await openForTest(directory);
  await database.exec('create table marks (id int primary key)');
});

/** On a busy machine a reopening outlasts the grace of the callers; they are answered all the same. */
afterEach(async () => {
  knife.killAt = undefined;
  await opened();
});

afterAll(async () => {
  await database.close();
  removeDirectory(directory);
});

/** The outcome of each call, or 'no answer' after the promised limit. */
function answers(...calls: Promise<unknown>[]): Promise<unknown[]> {
  const limit = new Promise((resolve) => setTimeout(resolve, ANSWER_LIMIT_MS, 'no answer'));
  return Promise.all(
    calls.map((call) =>
      Promise.race([
        call.then(
          () => 'done',
          (error: unknown) => error,
        ),
        limit,
      ]),
    ),
  );
}

/** Served after the reopening, or told in time that it was not executed. */
const served = expect.toSatisfy((answer: unknown) => {
  if (answer === 'done') return true;
  const { code, outcome } = answer as { code?: string; outcome?: string };
  return code === 'DATABASE_RESTARTED' && outcome === 'not-executed';
}) as unknown;

const opened = async (): Promise<void> => {
  while (!database.ready) await new Promise((resolve) => setTimeout(resolve, 50));
};

const marks = async (): Promise<unknown[]> =>
  (await database.query<{ id: number }>('select id from marks order by id')).rows.map(({ id }) => id);
const restarted = { code: 'DATABASE_RESTARTED' };

test('killed while idle: the next statements are answered', async () => {
  const before = database.stats().restarts;
  await knife.latest?.terminate();
  expect(await answers(database.query('select 1'), database.query('select 2'))).toEqual([served, served]);
  await opened();
  await database.query('insert into marks values (1)');
  expect(database.stats().restarts).toBe(before + 1);
});

test('killed in BEGIN: the callback runs, its statements are refused, nothing hangs', async () => {
  knife.killAt = 'begin';
  let ran = false;
  const transaction = database.transaction(async (handle) => {
    ran = true;
    await handle.query('insert into marks values (2)');
  });
  const [first, second] = await answers(transaction, database.query('select 1'));
  expect([ran, second]).toEqual([true, served]);
  expect(first).toMatchObject(restarted);
  await opened();
  // Kysely waits in the callback until COMMIT is asked for, without a statement in between.
  knife.killAt = 'begin';
  expect(await answers(database.transaction(() => Promise.resolve()))).toMatchObject([restarted]);
  await opened();
  expect(await marks()).toEqual([1]);
});

test('killed in a query: it is refused as unknown, those behind it run', async () => {
  knife.killAt = 'pg_sleep';
  const [slow, ...others] = await answers(
    database.query('select pg_sleep(60)'),
    database.query('select 1'),
    database.session({ variables: {} }, 'select 1'),
  );
  expect(slow).toMatchObject({ ...restarted, outcome: 'unknown' });
  expect(others).toEqual([served, served]);
});

test('killed in a query of a transaction: it is rolled back and the handle stays refused', async () => {
  knife.killAt = 'values (5)';
  const later: unknown[] = [];
  const transaction = database.transaction(async (handle) => {
    await handle.query('insert into marks values (4)');
    await handle.query('insert into marks values (5)').catch((error: unknown) => later.push(error));
    // A caller that swallows the error must not go on outside its transaction.
    await handle.query('insert into marks values (6)').catch((error: unknown) => later.push(error));
  });
  expect(await answers(transaction)).toMatchObject([{ ...restarted, outcome: 'rolled-back' }]);
  expect(later).toMatchObject([restarted, restarted]);
  await opened();
  expect(await marks()).toEqual([1]);
});

test('killed in COMMIT: the caller learns that the outcome is unknown', async () => {
  knife.killAt = 'commit';
  const transaction = database.transaction((handle) => handle.query('insert into marks values (7)'));
  const [first, second] = await answers(transaction, database.query('select 1'));
  expect(first).toMatchObject({ ...restarted, outcome: 'unknown' });
  expect(second).toEqual(served);
});

test('closing answers those who wait, and later callers', async () => {
  const own = freshDirectory();
  const other = await openForTest(own);
  const running = other.query('select 1 as one');
  const waiting = other.query('select 2').catch((error: unknown) => error);
  const closing = other.close();
  expect((await running).rows).toEqual([{ one: 1 }]);
  expect(await waiting).toMatchObject({ code: 'DATABASE_CLOSED' });
  await closing;
  await expect(other.query('select 3')).rejects.toMatchObject({ code: 'DATABASE_CLOSED' });
  expect(other.closed).toBe(true);
  removeDirectory(own);
});
