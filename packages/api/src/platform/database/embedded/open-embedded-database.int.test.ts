// The embedded database in its normal life: durability calls, values, errors, sessions, recovery from poison.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freshDirectory, openForTest, removeDirectory } from './testing/test-bed.ts';
import type { EmbeddedDatabaseError } from './embedded-errors.ts';
import type { EmbeddedDatabase, ReopenedEvent } from './embedded-database.types.ts';

const QUERY_TIMEOUT_MS = 2_000;
/** Over any limit here, unless the watchdog ends it. */
const ENDLESS = 'select count(*) from generate_series(1, 1e12::bigint) where random() < 0';

const directory = freshDirectory();
let database: EmbeddedDatabase;
const reopenings: ReopenedEvent[] = [];

const opened = async (): Promise<void> => {
  while (!database.ready) await new Promise((resolve) => setTimeout(resolve, 50));
};

beforeAll(async () => {
  database = await openForTest(directory, { queryTimeoutMs: QUERY_TIMEOUT_MS });
  database.onReopened((event) => reopenings.push(event));
  await database.exec(`
    create table doors (id int primary key, community text not null, label text constraint doors_label_unique unique);
    create role requests_role nosuperuser nobypassrls;
    grant select, insert on doors to requests_role;
    alter table doors enable row level security;
    alter table doors force row level security;
    create policy own on doors using (community = current_setting('app.community', true));
  `);
});

afterAll(async () => {
  await database.close();
  removeDirectory(directory);
});

test('each commit is synced: 50 single-row inserts cost at least 50 fsyncs', async () => {
  const before = database.stats().fsyncs;
  for (let id = 1; id <= 50; id += 1)
    await database.query('insert into doors values ($1, $2)', [id, id % 2 ? 'a' : 'b']);
  expect(database.stats().fsyncs - before).toBeGreaterThanOrEqual(50);
  const settings = await database.query(
    "select current_setting('fsync') as fsync, current_setting('wal_sync_method') as method",
  );
  expect(settings.rows).toEqual([{ fsync: 'on', method: 'fsync' }]);
});

test('values have the shapes that node-postgres gives under MikroORM', async () => {
  const { rows } = await database.query(
    `select 9007199254740993::int8 as big, '{1,2}'::int8[] as bigs, 1.50::numeric as exact, 2::int4 as small, true as flag,
       '2026-07-07'::date as day, '2026-07-07T17:58:00Z'::timestamptz as instant, '{"a":[1]}'::jsonb as document,
       array['2026-07-07'::date] as days, $1::text as echo, null::int as nothing`,
    ['网格'],
  );
  expect(rows).toEqual([
    {
      big: '9007199254740993',
      bigs: ['1', '2'],
      exact: '1.50',
      small: 2,
      flag: true,
      day: '2026-07-07',
      instant: '2026-07-07 17:58:00+00',
      document: { a: [1] },
      days: ['2026-07-07'],
      echo: '网格',
      nothing: null,
    },
  ]);
  const arrays = await database.query('select 1 as one, 2 as two', [], { rowMode: 'array' });
  expect(arrays.rows).toEqual([[1, 2]]);
});

test('PostGIS and btree_gist are there, raster is not', async () => {
  const { rows } = await database.query('select extname from pg_extension order by extname');
  expect(rows.map((row) => row['extname'])).toEqual(['btree_gist', 'plpgsql', 'postgis']);
  const area = await database.query<{ area: number }>(
    'select st_area(st_transform(st_setsrid(st_makeenvelope(114.3, 30.5, 114.301, 30.501), 4326), 4547)) as area',
  );
  expect(area.rows[0]?.area).toBeGreaterThan(10_000);
});

test('an error keeps code, constraint, table and detail, and no query or parameters', async () => {
  await database.query("insert into doors values (900, 'a', 'north')");
  const error = await database
    .query('insert into doors values ($1, $2, $3)', [901, 'a', 'north'])
    .catch((reason: unknown) => reason);
  expect(error).toMatchObject({
    code: '23505',
    constraint: 'doors_label_unique',
    table: 'doors',
    schema: 'public',
    detail: 'Key (label)=(north) already exists.',
  });
  expect(Object.keys(error as object)).not.toContain('params');
  await expect(database.query('select nonsense')).rejects.toMatchObject({ code: '42703', position: '8' });
  await expect(database.query('select $1::boolean', ['perhaps'])).rejects.toMatchObject({ code: '22023' });
  expect(reopenings).toHaveLength(0);
});

test('a transaction commits whole or not at all, and one left open by a plain statement is refused', async () => {
  await expect(
    database.transaction(async (transaction) => {
      await transaction.query("insert into doors values (910, 'a')");
      throw new Error('no');
    }),
  ).rejects.toThrow('no');
  const kept = await database.transaction(async (transaction) => {
    await Promise.all([
      transaction.query("insert into doors values (911, 'a')"),
      transaction.query("insert into doors values (912, 'a')"),
    ]);
    return 'kept';
  });
  expect(kept).toBe('kept');
  await expect(database.exec("begin; insert into doors values (913, 'a')")).rejects.toMatchObject({ code: '25001' });
  const { rows } = await database.query('select id from doors where id between 910 and 913 order by id');
  expect(rows).toEqual([{ id: 911 }, { id: 912 }]);
});

test('100 interleaved sessions each see only their own community', async () => {
  const answers = await Promise.all(
    Array.from({ length: 100 }, (_, index) => {
      const community = index % 2 ? 'a' : 'b';
      return database
        .session<{ community: string }>(
          { role: 'requests_role', variables: { 'app.community': community } },
          'select distinct community from doors',
        )
        .then(({ rows }) => rows.length === 1 && rows[0]?.community === community);
    }),
  );
  expect(answers.filter(Boolean)).toHaveLength(100);
  const role = { role: 'requests_role', variables: {} };
  expect((await database.session(role, 'select 1 from doors')).rows).toEqual([]);
  const strange = database.session(
    { ...role, variables: { 'app.community': 'b' } },
    "insert into doors values (950, 'a')",
  );
  await expect(strange).rejects.toMatchObject({ code: '42501' });
  expect((await database.query('select current_user::text as name')).rows).toEqual([{ name: 'postgres' }]);
});

test('a statement that overruns is ended, the main loop ticking on, and the next one succeeds', async () => {
  let ticks = 0;
  const ticking = setInterval(() => (ticks += 1), 20);
  const waiting = database.query(ENDLESS).catch((reason: unknown) => reason);
  const outsider = database.query('select 7 as seven').then(
    ({ rows }) => ({ rows }),
    ({ code, outcome }: EmbeddedDatabaseError) => ({ code, outcome }),
  );
  expect(await waiting).toMatchObject({ code: 'DATABASE_RESTARTED', outcome: 'unknown' });
  clearInterval(ticking);
  expect(ticks).toBeGreaterThan(20);
  await opened();
  expect([{ rows: [{ seven: 7 }] }, { code: 'DATABASE_RESTARTED', outcome: 'not-executed' }]).toContainEqual(
    await outsider,
  );
  expect(reopenings.at(-1)?.reason).toBe('overrun');
});

test.each([
  ['an exhausted stack', 'select dive()'],
  ['a document nested too deep', "select repeat('[', 100000)::jsonb"],
])('%s is answered with an error and does not poison what follows', async (_, text) => {
  await database.exec(
    'create or replace function dive() returns int language plpgsql as $$ begin return dive(); end $$',
  );
  await expect(database.query(text)).rejects.toMatchObject({ code: 'DATABASE_RESTARTED' });
  expect(reopenings.length).toBeLessThan(database.stats().restarts);
  await opened();
  expect(reopenings.at(-1)?.reason).toBe('poisoned');
  await expect(database.query('select 1 / 0')).rejects.toMatchObject({ code: '22012' });
  expect((await database.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
});

test('a bad geometry is an error of its statement only, inside a transaction too', async () => {
  const before = database.stats().restarts;
  const bad = "select st_geomfromtext('POLYGON((0 0,1 1')";
  for (let attempt = 0; attempt < 20; attempt += 1)
    await expect(database.query(bad)).rejects.toMatchObject({ code: 'XX000' });
  const inside = database.transaction(async (transaction) => {
    await transaction.query(bad).catch(() => undefined);
    await transaction.query('select 1');
  });
  await expect(inside).rejects.toMatchObject({ code: '25P02' });
  expect((await database.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
  expect(database.stats().restarts).toBe(before);
});

test('the log is bounded: after 60 MB of it a checkpoint has been written without being asked for', async () => {
  const checkpointed = async (): Promise<unknown> =>
    (await database.query('select checkpoint_lsn::text as at from pg_control_checkpoint()')).rows[0]?.['at'];
  await database.exec('create table ballast (body text); alter table ballast alter column body set storage plain');
  const before = await checkpointed();
  for (let part = 0; part < 6; part += 1) {
    await database.query("insert into ballast select repeat('x', 1000) from generate_series(1, 10000)", [], {
      timeoutMs: 20_000,
    });
  }
  expect(await checkpointed()).not.toBe(before);
});

test('a transaction that idles gives the connection back, and its caller learns of it', async () => {
  const outsiders: Promise<unknown>[] = [];
  const idle = database.transaction(async (transaction) => {
    await transaction.query("insert into doors values (970, 'a')");
    // A query outside the transaction, awaited inside: it can only be answered once the transaction is given up.
    outsiders.push(database.query('select 1').catch((reason: unknown) => reason));
    await Promise.all(outsiders);
    await transaction.query('select 1');
  });
  await expect(idle).rejects.toMatchObject({ code: 'TRANSACTION_IDLE' });
  expect((await database.query('select id from doors where id = 970')).rows).toEqual([]);
});
