// The foundation on the engine under test: migrations, row-level security, event order, idempotency, keys.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../../../test/testkit/test-database.ts';
import { once } from '../events/once.ts';
import { newId } from '../ids.ts';
import { migrate, SchemaMismatch } from './migrate.ts';
import { MIGRATIONS } from './migrations/index.ts';
import { type Scope, SYSTEM } from './scope.ts';
import { sql } from './sql.ts';

let test: TestDatabase;
const A = newId();
const B = newId();
const ACTOR = newId();
const scopeOf = (communityId: string): Scope => ({ communities: [communityId], personal: false });
const write = (communityId: string, actorId: string | null = ACTOR) => ({
  scope: scopeOf(communityId),
  communityId,
  actorId,
  now: new Date(),
});

beforeAll(async () => {
  test = await openTestDatabase();
  for (const [id, code] of [
    [A, '420000000001'],
    [B, '420000000002'],
  ] as const) {
    await test.database.write({ scope: SYSTEM, communityId: id, actorId: null, now: new Date() }, async (tx) => {
      await tx.execute(
        sql`insert into communities (id, code, name, time_zone, created_at) values (${id}, ${code}, ${code}, 'Asia/Shanghai', now())`,
      );
      await tx.execute(sql`insert into community_counters (community_id) values (${id})`);
    });
  }
}, 180_000);
afterAll(() => test.close());

describe('migrations', () => {
  it('apply once', async () => {
    expect(await migrate(test.database.engine)).toEqual([]);
  });

  it('refuse a database newer than the code, and an edited migration', async () => {
    await expect(migrate(test.database.engine, MIGRATIONS.slice(0, 2))).rejects.toMatchObject({
      code: 'DATABASE_NEWER',
    });
    const edited = MIGRATIONS.map((migration, index) =>
      index === 1 ? { ...migration, statements: ['select 1'] } : migration,
    );
    await expect(migrate(test.database.engine, edited)).rejects.toBeInstanceOf(SchemaMismatch);
  });
});

describe('row-level security', () => {
  it('shows each scope its own rows and none without a scope', async () => {
    const count = async (scope: Scope) =>
      (await test.database.readOne<{ n: number }>(scope, sql`select count(*)::int as n from community_counters`))?.n;
    expect(await count(scopeOf(A))).toBe(1);
    expect(await count(scopeOf(B))).toBe(1);
    expect(await count({ communities: [], personal: false })).toBe(0);
    expect(await count(SYSTEM)).toBe(2);
  });

  it('refuses a row of another community and an update of the log', async () => {
    await expect(
      test.database.write(write(A), (tx) =>
        tx.execute(sql`insert into norms (community_id, version, valid_from, body) values (${B}, 1, now(), '{}')`),
      ),
    ).rejects.toThrow(/row-level security/);
    await test.database.write(write(A), async (tx) => tx.record({ kind: 'geography.changed', at: tx.now }));
    await expect(test.database.write(write(A), (tx) => tx.execute(sql`update events set kind = 'x'`))).rejects.toThrow(
      /permission denied/,
    );
  });

  it('opens personal tables only to a personal session', async () => {
    const read = (personal: boolean) =>
      test.database.read(
        { communities: [A], personal },
        sql`select relname from pg_class where relname = 'household_contacts' and relforcerowsecurity`,
      );
    expect(await read(true)).toHaveLength(1);
    const policies = await test.database.read<{ n: number }>(
      SYSTEM,
      sql`select count(*)::int as n from pg_policies where qual like '%qinghe.personal%' and with_check like '%qinghe.personal%'`,
    );
    expect(policies[0]?.n).toBe(6);
  });

  it('turns the session into uuids once a query, not once a row', async () => {
    const policies = await test.database.read<{ table: string; once: boolean }>(
      SYSTEM,
      sql`select tablename as table, qual like '%::uuid[] AS %' and with_check like '%::uuid[] AS %' as once from pg_policies`,
    );
    expect(policies.length).toBeGreaterThanOrEqual(34);
    expect(policies.filter((policy) => !policy.once)).toEqual([]);
  });
});

describe('event log', () => {
  it('numbers events in commit order without gaps under concurrency, and wakes once a commit', async () => {
    const woken: string[] = [];
    const stop = test.database.onCommit((communityId) => void woken.push(communityId));
    const before = await lastSeq(B);
    await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        test.database.write(write(B), async (tx) => {
          for (let n = 0; n <= index % 3; n++) tx.record({ kind: 'visit.recorded', at: tx.now, data: { index } });
        }),
      ),
    );
    stop();
    const rows = await test.database.read<{ seq: number }>(
      scopeOf(B),
      sql`select seq::int from events where seq > ${before} order by seq`,
    );
    expect(rows.map((row) => row.seq)).toEqual(rows.map((_, index) => before + index + 1));
    expect(rows).toHaveLength(39);
    expect(woken).toHaveLength(20);
  });

  it('writes nothing and wakes nobody when the work fails', async () => {
    const before = await lastSeq(A);
    let woken = 0;
    const stop = test.database.onCommit(() => void woken++);
    await expect(
      test.database.write(write(A), async (tx) => {
        tx.record({ kind: 'geography.changed', at: tx.now });
        throw new Error('no');
      }),
    ).rejects.toThrow('no');
    stop();
    expect(await lastSeq(A)).toBe(before);
    expect(woken).toBe(0);
  });
});

describe('once', () => {
  it('answers a repetition with the first result, refuses another body, and survives a race', async () => {
    const clientEventId = newId();
    let runs = 0;
    const send = (body: object) =>
      test.database.write(write(A), (tx) =>
        once(tx, { clientEventId, operation: 'test', body }, async () => ({ run: ++runs })),
      );
    const results = await Promise.all([send({ a: 1, b: 2 }), send({ b: 2, a: 1 }), send({ a: 1, b: 2 })]);
    expect(results).toEqual([{ run: 1 }, { run: 1 }, { run: 1 }]);
    await expect(send({ a: 2 })).rejects.toMatchObject({ code: 'IDEMPOTENCY_MISMATCH' });
  });
});

describe('keys', () => {
  const WITHOUT_COMMUNITY = [
    'accounts',
    'communities',
    'installation',
    'password_links',
    'schema_migrations',
    'sessions',
    'spatial_ref_sys',
    'uploads',
  ];

  it('lead with community_id in every tenant table', async () => {
    const tables = await test.database.engine.asOwner<{ name: string; tenant: boolean }>(sql`
      select c.relname as name, exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'community_id') as tenant
      from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind = 'r' and n.nspname = 'public' order by 1`);
    expect(tables.filter((table) => !table.tenant).map((table) => table.name)).toEqual(WITHOUT_COMMUNITY);
    expect(tables.filter((table) => table.tenant).length).toBeGreaterThan(25);

    const keys = await test.database.engine.asOwner<{
      name: string;
      first: string;
      deletes: string;
      updates: string;
    }>(sql`
      select con.conname as name, att.attname as first, con.confdeltype::text as deletes, con.confupdtype::text as updates
      from pg_constraint con
      join pg_class c on c.oid = con.conrelid join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
      join pg_attribute att on att.attrelid = c.oid and att.attnum = con.conkey[1]
      where con.contype in ('p', 'u', 'x', 'f')
        and exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'community_id')
        and not (con.contype = 'f' and con.confrelid = 'accounts'::regclass)`);
    expect(keys.length).toBeGreaterThan(70);
    expect(keys.filter((key) => key.first !== 'community_id')).toEqual([]);
    expect(keys.filter((key) => !['a', 'r', ' '].includes(key.deletes) || !['a', ' '].includes(key.updates))).toEqual(
      [],
    );
  });

  it('have no second community column, no trigger, and row-level security on every tenant table', async () => {
    const [odd] = await test.database.engine.asOwner<{ columns: number; triggers: number; open: number }>(sql`
      select (select count(*)::int from information_schema.columns where table_schema = 'public' and column_name like '%\_community\_id') as columns,
        (select count(*)::int from pg_trigger where not tgisinternal) as triggers,
        (select count(*)::int from pg_class c join pg_namespace n on n.oid = c.relnamespace
          where c.relkind = 'r' and n.nspname = 'public' and not (c.relrowsecurity and c.relforcerowsecurity)
            and exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'community_id')) as open`);
    expect(odd).toEqual({ columns: 0, triggers: 0, open: 0 });
  });
});

async function lastSeq(communityId: string): Promise<number> {
  const row = await test.database.readOne<{ seq: number }>(
    SYSTEM,
    sql`select event_seq::int as seq from community_counters where community_id = ${communityId}`,
  );
  return row?.seq ?? -1;
}
