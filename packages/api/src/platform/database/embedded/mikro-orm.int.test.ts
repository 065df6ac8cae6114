// MikroORM's PGlite driver over the embedded database: entities, transactions, errors, row-level security, a restart.
import { defineEntity, p, UniqueConstraintViolationException } from '@mikro-orm/core';
import { MikroORM } from '@mikro-orm/pglite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freshDirectory, openForTest, removeDirectory } from './testing/test-bed.ts';
import type { EmbeddedDatabase } from './embedded-database.types.ts';

const Building = defineEntity({
  name: 'Building',
  tableName: 'building',
  properties: {
    id: p.integer().primary(),
    community: p.string(),
    number: p.string().unique('building_number_unique'),
    dwellings: p.bigint('bigint'),
    surveyedAt: p.datetime(),
    aliases: p.array(),
  },
});

const directory = freshDirectory();
let database: EmbeddedDatabase;
let orm: MikroORM;

beforeAll(async () => {
  database = await openForTest(directory, { queryTimeoutMs: 3_000 });
  orm = await MikroORM.init({ entities: [Building], driverOptions: { pglite: () => database } });
  await orm.schema.create();
  await database.exec(`
    create role tenant nosuperuser nobypassrls;
    grant select on building to tenant;
    alter table building enable row level security;
    create policy own on building using (community = current_setting('app.community', true));
  `);
});

afterAll(async () => {
  await orm.close();
  await database.close();
  removeDirectory(directory);
});

const surveyedAt = new Date('2026-07-07T17:58:00+08:00');
const building = (id: number, community = 'a') => ({
  id,
  community,
  number: `${id}栋`,
  dwellings: 9_007_199_254_740_993n,
  surveyedAt,
  aliases: ['东1', '"x"'],
});

test('an entity comes back as it was written', async () => {
  const em = orm.em.fork();
  em.create(Building, building(1));
  await em.flush();
  const found = await orm.em.fork().findOneOrFail(Building, { number: '1栋' });
  expect({ ...found }).toMatchObject(building(1));
  expect(await orm.em.fork().count(Building)).toBe(1);
  expect(await orm.em.fork().nativeUpdate(Building, { id: 1 }, { community: 'a' })).toBe(1);
});

test('a rejected transaction leaves nothing, a kept one is whole, a savepoint can fail alone', async () => {
  const em = orm.em.fork();
  await expect(
    em.transactional(async (inner) => {
      inner.create(Building, building(2));
      await inner.flush();
      throw new Error('no');
    }),
  ).rejects.toThrow('no');
  await em.fork().transactional(async (inner) => {
    inner.create(Building, building(3));
    await inner.flush();
    const nested = inner.transactional((innermost) => innermost.execute('select 1 / 0'));
    await expect(nested).rejects.toMatchObject({ code: '22012' });
  });
  expect((await orm.em.fork().find(Building, {}, { orderBy: { id: 'asc' } })).map(({ id }) => id)).toEqual([1, 3]);
});

test('a unique violation is the ORM’s exception and carries code, detail and constraint', async () => {
  const em = orm.em.fork();
  em.create(Building, { ...building(4), number: '1栋' });
  const error = await em.flush().catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(UniqueConstraintViolationException);
  expect(error).toMatchObject({
    code: '23505',
    constraint: 'building_number_unique',
    detail: 'Key (number)=(1栋) already exists.',
  });
});

test('row-level security holds in the ORM’s session', async () => {
  await orm.em.fork().insert(Building, building(5, 'b'));
  const seen = async (community: string): Promise<number[]> => {
    const em = orm.em.fork({ session: { role: 'tenant', variables: { 'app.community': community } } });
    return (await em.find(Building, {}, { orderBy: { id: 'asc' } })).map(({ id }) => id);
  };
  const [a, b, none] = await Promise.all([seen('a'), seen('b'), seen('c')]);
  expect({ a, b, none }).toEqual({ a: [1, 3], b: [5], none: [] });
});

test('a restart under a transaction fails that one and nothing after it', async () => {
  const em = orm.em.fork();
  const error = await em
    .transactional(async (inner) => {
      inner.create(Building, building(6));
      await inner.flush();
      await inner.execute('select count(*) from generate_series(1, 1e12::bigint) where random() < 0');
    })
    .catch((reason: unknown) => reason);
  expect(error).toMatchObject({ code: 'DATABASE_RESTARTED', outcome: 'rolled-back' });
  while (!database.ready) await new Promise((resolve) => setTimeout(resolve, 50));
  expect(await orm.em.fork().count(Building, { id: 6 })).toBe(0);
  await orm.em.fork().transactional((inner) => inner.insert(Building, building(7)));
  expect(await orm.em.fork().count(Building, { id: 7 })).toBe(1);
});
