// Use cases of an administrator: an account with a role in a community, and a new password link for one that lost its
// own. Refuses passwords: whoever holds the link chooses one. Refuses reaching beyond the communities one administers.
import type { Role } from '#platform/actor';
import type { Database, Transaction } from '#platform/database/database';
import { SYSTEM } from '#platform/database/scope';
import { sql } from '#platform/database/sql';
import { AppError } from '#platform/errors';
import { once } from '#platform/events/once';
import type { RequestContext } from '#platform/graphql/context';
import { decodeId, newId } from '#platform/ids';
import type { AccountLinkView, AccountService } from './account.service.ts';
import { type Guard, requireActor } from './guard.ts';
import { Permission } from './permission.ts';
import { checkedUsername } from './username.ts';

export interface CreateAccountDeps {
  readonly database: Database;
  readonly guard: Guard;
  readonly accounts: AccountService;
}

/** The contract's input. */
export interface AccountInput {
  readonly username: string;
  readonly name: string;
  /** Code. */
  readonly community: string;
  readonly role: Role;
  readonly gridNumber?: number | null | undefined;
  /** Opaque id. */
  readonly organization?: string | null | undefined;
  readonly clientEventId: string;
}

const MAX_NAME = 60;
const OF_A_GRID: ReadonlySet<Role> = new Set<Role>(['GRID_WORKER', 'BRANCH_SECRETARY']);

/**
 * Account and role in one unit of work. A repetition with the same clientEventId answers a fresh link for the same account.
 *
 * @throws AppError NOT_FOUND, FORBIDDEN, USERNAME_TAKEN, BAD_USER_INPUT, TOO_LONG, IDEMPOTENCY_MISMATCH
 */
export async function createAccount(
  { database, guard, accounts }: CreateAccountDeps,
  context: RequestContext,
  input: AccountInput,
): Promise<AccountLinkView> {
  const access = await guard.byCode(context, input.community, Permission.Administer);
  const username = checkedUsername(input.username, 'input.username');
  const name = checkedName(input.name);
  const unit = {
    scope: access.scope,
    communityId: access.community.id,
    actorId: access.actor.accountId,
    now: context.clock.now(),
  };
  await database.write(unit, (tx) =>
    once(tx, { clientEventId: input.clientEventId, operation: 'createAccount', body: input }, async () => {
      const gridId = await gridOf(tx, input);
      const organizationId = await organizationOf(tx, input);
      const accountId = newId();
      const made = await tx.execute(sql`
        insert into accounts (id, username, name, created_at) values (${accountId}, ${username}, ${name}, now())
        on conflict (username) do nothing returning 1 as made`);
      if (made.length === 0) throw new AppError('USERNAME_TAKEN', { username }, 'input.username');
      await accounts.grant(tx, { accountId, role: input.role, gridId, organizationId });
      return { accountId };
    }),
  );
  return accounts.passwordLink(username);
}

/**
 * A new link for an account of which the actor administers every community. What is elsewhere, or is an administrator of
 * the installation, is only another one's to reset; it looks absent.
 *
 * @throws AppError NOT_FOUND
 */
export async function resetPassword(
  { database, accounts }: Pick<CreateAccountDeps, 'database' | 'accounts'>,
  context: RequestContext,
  username: string,
): Promise<AccountLinkView> {
  const actor = requireActor(context);
  const own = actor.memberships.flatMap(({ role, communityId }) => (role === 'ADMINISTRATOR' ? [communityId] : []));
  const [found] = await database.read<{ reachable: boolean }>(
    SYSTEM,
    sql`
      select not a.administrator
        and exists (select from memberships m where m.account_id = a.id and m.during @> now())
        and not exists (select from memberships m where m.account_id = a.id and m.during @> now()
          and m.community_id <> all(${own}::uuid[])) as reachable
      from accounts a where a.username = ${username.normalize('NFKC').trim().toLowerCase()} and a.disabled_at is null`,
  );
  if (!found || !(actor.administrator || found.reachable)) throw new AppError('NOT_FOUND', {}, 'username');
  return accounts.passwordLink(username);
}

function checkedName(given: string): string {
  const name = given.normalize('NFC').trim();
  if (name === '') throw new AppError('BAD_USER_INPUT', {}, 'input.name');
  if ([...name].length > MAX_NAME) throw new AppError('TOO_LONG', { max: MAX_NAME }, 'input.name');
  if (/[\p{Cc}\p{Cs}]/u.test(name)) throw new AppError('INVALID_TEXT', {}, 'input.name');
  return name;
}

/** A grid's people without their grid would see nothing of it. */
async function gridOf(tx: Transaction, { role, gridNumber }: AccountInput): Promise<string | null> {
  if (!OF_A_GRID.has(role)) return null;
  const [grid] = await tx.execute<{ id: string }>(sql`
    select id from grids where community_id = ${tx.communityId} and number = ${gridNumber ?? 0}`);
  if (!grid) throw new AppError('BAD_USER_INPUT', {}, 'input.gridNumber');
  return grid.id;
}

/** A firm's manager without a firm would see no order. */
async function organizationOf(tx: Transaction, { role, organization }: AccountInput): Promise<string | null> {
  if (role !== 'PROPERTY_MANAGER') return null;
  if (!organization) throw new AppError('BAD_USER_INPUT', {}, 'input.organization');
  const { communityId, id } = decodeId(organization, 'Organization', 'input.organization');
  const [found] = await tx.execute<{ id: string }>(sql`
    select id from organizations where community_id = ${tx.communityId} and id = ${id}::uuid`);
  if (!found || communityId !== tx.communityId) throw new AppError('BAD_USER_INPUT', {}, 'input.organization');
  return found.id;
}
