// Owns the demo logins: user name and password are the role's name, and they exist in a demo database only.
// Refuses to hash one after the other: a password costs about 30 ms of a core on purpose.
import type { AccountService } from '#modules/access';
import type { Role } from '#platform/actor';
import type { Database, Transaction } from '#platform/database/database';
import { SYSTEM } from '#platform/database/scope';
import { sql } from '#platform/database/sql';
import type { SeededPeople } from './seed-people.ts';
import { PEOPLE } from './world/people.ts';

/** argon2 runs on the thread pool of four. */
const AT_ONCE = 4;

const LOGINS = PEOPLE.filter(({ hasLogin }) => hasLogin);

/** Makes the logins that are missing; a start that was killed may have left some. @returns account ids by user name */
export async function seedAccounts(database: Database, accounts: AccountService): Promise<ReadonlyMap<string, string>> {
  const rows = await database.read<{ id: string; username: string }>(SYSTEM, sql`select id, username from accounts`);
  const ids = new Map(rows.map(({ id, username }) => [username, id]));
  const missing = LOGINS.filter(({ username }) => !ids.has(username));
  const makeNext = async (): Promise<void> => {
    for (let next = missing.shift(); next; next = missing.shift()) {
      const { username, name, role } = next;
      ids.set(
        username,
        await accounts.create({ username, name, password: username, administrator: role === 'ADMINISTRATOR' }),
      );
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, makeNext));
  return ids;
}

/** Gives every login its role in the transaction's community. */
export async function seedMemberships(
  tx: Transaction,
  accounts: AccountService,
  accountIds: ReadonlyMap<string, string>,
  { personIds, organizationIds, gridIds }: SeededPeople,
): Promise<void> {
  for (const { username, role, grid, organization } of LOGINS) {
    await accounts.grant(tx, {
      accountId: accountIds.get(username) ?? '',
      role: role as Role,
      personId: personIds.get(username) ?? null,
      gridId: grid === null ? null : (gridIds.get(grid) ?? null),
      organizationId: organization === null ? null : (organizationIds.get(organization) ?? null),
    });
  }
}
