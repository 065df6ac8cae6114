// Accounts by an administrator: made once however often it is asked, with a role that means something; a link for whom
// one administers and nobody else; a new password ends what was signed in with the old one.
import 'reflect-metadata';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type SmallWorld, smallWorld } from '../../../test/testkit/small-world.ts';
import { openTestDatabase, type TestDatabase } from '../../../test/testkit/test-database.ts';
import { systemClock } from '#platform/clock';
import { SYSTEM } from '#platform/database/scope';
import { sql } from '#platform/database/sql';
import { AppError } from '#platform/errors';
import { createFileStore } from '#platform/files/file-store';
import type { RequestContext } from '#platform/graphql/context';
import { encodeId, newId } from '#platform/ids';
import { type AccountInput, createAccount, resetPassword } from './create-account.ts';
import { createAccess } from './index.ts';

let test: TestDatabase;
let folder: string;
let home: SmallWorld;
let other: SmallWorld;
let access: ReturnType<typeof createAccess>;
/** Administers `home` only; the installation's administrator is another. */
let keeper: RequestContext;

beforeAll(async () => {
  test = await openTestDatabase();
  folder = await mkdtemp(join(tmpdir(), 'qinghe-accounts-'));
  const { database } = test;
  access = createAccess({ database, clock: systemClock, files: createFileStore(folder), secure: true });
  home = await smallWorld(database);
  other = await smallWorld(database, { code: '420100000002' });
  keeper = localAdministrator(home);
});
afterAll(async () => {
  await test.close();
  await rm(folder, { recursive: true, force: true });
});

function localAdministrator(world: SmallWorld): RequestContext {
  const context = world.access('ADMINISTRATOR');
  if (!context.actor) throw new Error('no actor');
  return { ...context, actor: { ...context.actor, administrator: false } };
}

const deps = () => ({ database: test.database, guard: access.guard, accounts: access.accounts });
const input = (part: Partial<AccountInput>): AccountInput => ({
  username: 'lin',
  name: '林小样',
  community: home.code,
  role: 'GRID_WORKER',
  gridNumber: 2,
  clientEventId: newId(),
  ...part,
});
const refusal = (asked: Promise<unknown>) =>
  asked.then(
    () => 'allowed',
    (error: unknown) => (error instanceof AppError ? `${error.code} ${error.path ?? ''}`.trim() : String(error)),
  );
const stored = (username: string) =>
  test.database.read<{ role: string; gridId: string | null }>(
    SYSTEM,
    sql`select m.role, m.grid_id as "gridId" from accounts a left join memberships m on m.account_id = a.id
      where a.username = ${username}`,
  );
const tokenOf = (link: string) => new URL(link, 'http://localhost').searchParams.get('password') ?? '';

it('asked twice makes one account with one role, and a link that works', async () => {
  const asked = input({ username: ' Lin ' });
  const first = await createAccount(deps(), keeper, asked);
  const again = await createAccount(deps(), keeper, asked);
  expect([first.username, again.username]).toEqual(['lin', 'lin']);
  expect(await stored('lin')).toEqual([{ role: 'GRID_WORKER', gridId: home.gridIds[2] }]);
  expect(await refusal(access.accounts.setPassword(keeper, tokenOf(first.link), 'a long password'))).toBe(
    'LINK_EXPIRED token',
  );
  expect((await access.accounts.setPassword(keeper, tokenOf(again.link), 'a long password')).memberships).toHaveLength(
    1,
  );
  expect(await refusal(createAccount(deps(), keeper, { ...asked, name: '别人' }))).toBe(
    'IDEMPOTENCY_MISMATCH input.clientEventId',
  );
  expect(await refusal(createAccount(deps(), keeper, input({})))).toBe('USERNAME_TAKEN input.username');
});

it.each<[string, Partial<AccountInput>]>([
  ['BAD_USER_INPUT input.gridNumber', { gridNumber: 99 }],
  ['BAD_USER_INPUT input.gridNumber', { gridNumber: null, role: 'BRANCH_SECRETARY' }],
  ['BAD_USER_INPUT input.organization', { role: 'PROPERTY_MANAGER' }],
  ['BAD_USER_INPUT input.username', { username: '1' }],
  ['BAD_USER_INPUT input.name', { name: '  ' }],
  ['TOO_LONG input.name', { name: '长'.repeat(61) }],
  ['NOT_FOUND', { community: '420100000002' }],
])('%s leaves no account behind: %j', async (expected, part) => {
  expect(await refusal(createAccount(deps(), keeper, input({ username: 'nobody', ...part })))).toBe(expected);
  expect(await stored('nobody')).toEqual([]);
});

it('takes a firm of this community only, and nobody but an administrator', async () => {
  const foreign = encodeId('Organization', other.communityId, other.organizationId);
  const manager = input({ username: 'firm', role: 'PROPERTY_MANAGER' });
  expect(await refusal(createAccount(deps(), keeper, { ...manager, organization: foreign }))).toBe(
    'BAD_USER_INPUT input.organization',
  );
  const own = encodeId('Organization', home.communityId, home.organizationId);
  expect((await createAccount(deps(), keeper, { ...manager, organization: own })).username).toBe('firm');
  expect(await refusal(createAccount(deps(), home.access('SECRETARY'), input({})))).toBe('FORBIDDEN');
});

it('resets whom one administers; people elsewhere and the installation’s administrator look absent', async () => {
  await createAccount(deps(), localAdministrator(other), input({ username: 'far', community: other.code }));
  await access.accounts.create({ username: 'root', name: '总管', administrator: true });
  expect((await resetPassword(deps(), keeper, 'LIN ')).username).toBe('lin');
  expect(await refusal(resetPassword(deps(), keeper, 'far'))).toBe('NOT_FOUND username');
  expect(await refusal(resetPassword(deps(), keeper, 'root'))).toBe('NOT_FOUND username');
  expect(await refusal(resetPassword(deps(), keeper, 'no-such'))).toBe('NOT_FOUND username');
  expect((await resetPassword(deps(), home.access('ADMINISTRATOR'), 'far')).username).toBe('far');
});

it('a new password ends the sessions of the old one', async () => {
  const tokens: string[] = [];
  const browser = { ...keeper, setSessionCookie: (token: string | null) => void tokens.push(token ?? '') };
  const link = async () => tokenOf((await resetPassword(deps(), keeper, 'lin')).link);
  await access.accounts.setPassword(browser, await link(), 'the first password');
  await access.accounts.setPassword(browser, await link(), 'the second password');
  expect(await access.actorOf(tokens[0] ?? '')).toBeNull();
  expect((await access.actorOf(tokens[1] ?? ''))?.username).toBe('lin');
  expect(await refusal(access.sessions.signIn(browser, 'lin', 'the first password', false))).toBe(
    'SIGN_IN_FAILED password',
  );
});
