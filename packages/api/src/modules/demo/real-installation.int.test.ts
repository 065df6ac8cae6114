// Proves that a real installation stays one: no demo data, no demo login, no demo mutation, one link for the first administrator.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { SYSTEM } from '#platform/database/scope';
import { sql } from '#platform/database/sql';
import { openTestDatabase, type TestDatabase } from '../../../test/testkit/test-database.ts';
import { wireDemo } from './demo-fixture.ts';

let opened: TestDatabase;
beforeAll(async () => {
  opened = await openTestDatabase();
});
afterAll(() => opened.close());

const wired = (options: Parameters<typeof wireDemo>[2]) =>
  wireDemo(opened.database, opened.location.dataDirectory, options);

it('starts empty, prints a one-time link, and never becomes a demo', async () => {
  const real = wired({ demo: 'no' });
  const { notices } = await real.start();
  expect(notices).toContainEqual(expect.stringMatching(/^ +http:\/\/localhost:4000\/\?password=[\w-]{43}$/));
  expect((await wired({ demo: 'default' }).start()).notices).toContainEqual(expect.stringMatching(/\?password=/));
  for (const options of [
    { demo: 'yes' },
    { demo: 'default', clock: new Date() },
    { demo: 'default', lan: true },
  ] as const) {
    await expect(wired(options).start()).rejects.toThrow('real installation');
  }
  const rows = await opened.database.readOne(
    SYSTEM,
    sql`
    select (select kind from installation) as kind, (select count(*)::int from communities) as communities, (select count(*)::int from accounts) as accounts`,
  );
  expect(rows).toEqual({ kind: 'REAL', communities: 0, accounts: 1 });
  expect(real.service.view({ actor: null, language: 'ZH' } as never)).toBeNull();
  expect(() => real.service.boost(true)).toThrow('DEMO_ONLY');
  await expect(real.service.moveClock(new Date())).rejects.toThrow('DEMO_ONLY');
});
