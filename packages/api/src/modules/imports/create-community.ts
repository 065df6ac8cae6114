// Use case: a new community, with its counters, norms and first administrator. Whoever administers may make one; they become
// its administrator. In a demo installation everything is labelled synthetic, this one too.
import type { AccountService, CommunityDirectory } from '#modules/access';
import { requireActor } from '#modules/access';
import { DEFAULT_NORMS } from '#modules/geography';
import type { Actor } from '#platform/actor';
import type { Database, Transaction } from '#platform/database/database';
import { SYSTEM } from '#platform/database/scope';
import { sql } from '#platform/database/sql';
import { AppError } from '#platform/errors';
import { once } from '#platform/events/once';
import type { RequestContext } from '#platform/graphql/context';
import { newId } from '#platform/ids';

export interface NewCommunity {
  /** Twelve digits. */
  readonly code: string;
  readonly name: string;
  readonly nameEn?: string | null;
  /** A name of the tz database, e.g. Asia/Shanghai. */
  readonly timeZone: string;
  readonly clientEventId: string;
}

export interface CreateCommunityDeps {
  readonly database: Database;
  readonly directory: CommunityDirectory;
  readonly accounts: Pick<AccountService, 'grant'>;
  /** The maker's own session learns of the new membership at once. */
  forgetActors(): void;
}

const MAX_NAME = 60;

/**
 * @returns uuid of the community, the same one for a repetition with the same clientEventId
 * @throws AppError UNAUTHENTICATED, FORBIDDEN, SCREEN_READ_ONLY, BAD_USER_INPUT, TOO_LONG, INVALID_TEXT, CODE_TAKEN, IDEMPOTENCY_MISMATCH
 */
export async function createCommunity(
  deps: CreateCommunityDeps,
  context: RequestContext,
  input: NewCommunity,
): Promise<string> {
  const actor = requireAdministrator(context);
  const community = checked(input);
  const [existing] = await deps.database.read<{ id: string }>(
    SYSTEM,
    sql`select id from communities where code = ${community.code}`,
  );
  const communityId = existing?.id ?? newId();
  const unit = { scope: SYSTEM, communityId, actorId: actor.accountId, now: context.clock.now() };
  await deps.database.write(unit, async (tx) => {
    if (!existing) await insertCommunity(tx, community);
    await once(tx, { clientEventId: input.clientEventId, operation: 'createCommunity', body: input }, async () => {
      if (existing) throw new AppError('CODE_TAKEN', { code: community.code }, 'input.code');
      await deps.accounts.grant(tx, { accountId: actor.accountId, role: 'ADMINISTRATOR' });
      return { communityId };
    });
  });
  deps.directory.forget();
  deps.forgetActors();
  return communityId;
}

function requireAdministrator(context: RequestContext): Actor {
  const actor = requireActor(context);
  if (actor.screen) throw new AppError('SCREEN_READ_ONLY');
  if (!actor.administrator && !actor.memberships.some(({ role }) => role === 'ADMINISTRATOR'))
    throw new AppError('FORBIDDEN');
  return actor;
}

type CheckedCommunity = Required<Omit<NewCommunity, 'clientEventId'>>;

function checked({ code, name, nameEn, timeZone }: NewCommunity): CheckedCommunity {
  if (!/^[0-9]{12}$/.test(code)) throw new AppError('BAD_USER_INPUT', {}, 'input.code');
  if (!isTimeZone(timeZone)) throw new AppError('BAD_USER_INPUT', {}, 'input.timeZone');
  const english = text(nameEn ?? '', 'input.nameEn');
  const own = text(name, 'input.name');
  if (own === '') throw new AppError('BAD_USER_INPUT', {}, 'input.name');
  return { code, name: own, nameEn: english === '' ? null : english, timeZone };
}

function text(value: string, path: string): string {
  const trimmed = value.normalize('NFC').trim();
  if ([...trimmed].length > MAX_NAME) throw new AppError('TOO_LONG', { max: MAX_NAME }, path);
  if (/[\p{Cc}\p{Cs}\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/u.test(trimmed))
    throw new AppError('INVALID_TEXT', {}, path);
  return trimmed;
}

function isTimeZone(zone: string): boolean {
  try {
    return Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '' && /^[A-Z]/.test(zone);
  } catch {
    return false;
  }
}

/** Two at the same instant: the unique code lets one in. */
async function insertCommunity(tx: Transaction, { code, name, nameEn, timeZone }: CheckedCommunity): Promise<void> {
  const now = tx.now.toISOString();
  const inserted = await tx.execute(sql`
    insert into communities (id, code, name, name_en, time_zone, synthetic, created_at)
    values (${tx.communityId}::uuid, ${code}, ${name}, ${nameEn}, ${timeZone},
      exists (select from installation where kind = 'DEMO'), ${now}::timestamptz)
    on conflict (code) do nothing returning 1 as made`);
  if (inserted.length === 0) throw new AppError('CODE_TAKEN', { code }, 'input.code');
  await tx.execute(sql`insert into community_counters (community_id) values (${tx.communityId}::uuid)`);
  await tx.execute(sql`
    insert into norms (community_id, version, valid_from, body)
    values (${tx.communityId}::uuid, ${DEFAULT_NORMS.version}::int, ${now}::timestamptz, ${JSON.stringify(DEFAULT_NORMS)}::jsonb)`);
}
