// Accounts and one-time password links: made by an administrator or, for the first one, by whoever starts the server.
import type { Language } from '@qinghe/schema';
import type { Actor, Role } from '#platform/actor';
import type { Database, Transaction } from '#platform/database/database';
import { SYSTEM } from '#platform/database/scope';
import { sql } from '#platform/database/sql';
import { AppError } from '#platform/errors';
import type { RequestContext } from '#platform/graphql/context';
import { newId } from '#platform/ids';
import { Account, PasswordLink } from './access.entity.ts';
import { hashPassword, PASSWORD_MIN_CHARACTERS } from './passwords.ts';
import { hashToken, newToken } from './secret-token.ts';
import type { SessionService } from './session.service.ts';
import { checkedUsername } from './username.ts';

const LINK_MS = 48 * 3_600_000;

export interface NewAccount {
  readonly username: string;
  readonly name: string;
  /** Demo logins only; everyone else sets a password by a link. */
  readonly password?: string;
  readonly administrator?: boolean;
}

export interface NewMembership {
  readonly accountId: string;
  readonly role: Role;
  readonly personId?: string | null;
  readonly gridId?: string | null;
  readonly organizationId?: string | null;
}

export interface AccountLinkView {
  readonly username: string;
  readonly link: string;
  readonly expiresAt: Date;
}

export class AccountService {
  readonly #database: Database;
  readonly #sessions: SessionService;

  constructor(database: Database, sessions: SessionService) {
    this.#database = database;
    this.#sessions = sessions;
  }

  /** @throws AppError USERNAME_TAKEN, BAD_USER_INPUT */
  async create(account: NewAccount): Promise<string> {
    const username = checkedUsername(account.username, 'input.username');
    const passwordHash = account.password === undefined ? null : await hashPassword(account.password);
    return this.#database.writeGlobal(async (em) => {
      if (await em.findOne(Account, { username })) throw new AppError('USERNAME_TAKEN', { username }, 'input.username');
      const id = newId();
      em.persist(
        em.create(Account, {
          id,
          username,
          name: account.name.trim(),
          passwordHash,
          language: null,
          administrator: account.administrator ?? false,
          disabledAt: null,
          createdAt: new Date(),
        }),
      );
      return id;
    });
  }

  /** Gives an account a role in the transaction's community from now on. */
  async grant(tx: Transaction, membership: NewMembership): Promise<void> {
    await tx.execute(sql`
      insert into memberships (community_id, id, account_id, role, person_id, grid_id, organization_id, during)
      values (${tx.communityId}, ${newId()}, ${membership.accountId}, ${membership.role}, ${membership.personId ?? null},
        ${membership.gridId ?? null}, ${membership.organizationId ?? null}, tstzrange(least(now(), ${tx.now.toISOString()}::timestamptz), null))`);
  }

  /** A new one-time link; earlier ones of the account end. @throws AppError NOT_FOUND */
  async passwordLink(username: string): Promise<AccountLinkView> {
    const token = newToken();
    const expiresAt = new Date(Date.now() + LINK_MS);
    const name = await this.#database.writeGlobal(async (em) => {
      const account = await em.findOne(Account, {
        username: username.normalize('NFKC').trim().toLowerCase(),
        disabledAt: null,
      });
      if (!account) throw new AppError('NOT_FOUND', {}, 'username');
      await em.nativeUpdate(PasswordLink, { accountId: account.id, usedAt: null }, { usedAt: new Date() });
      em.persist(
        em.create(PasswordLink, { tokenHash: hashToken(token), accountId: account.id, expiresAt, usedAt: null }),
      );
      return account.username;
    });
    return { username: name, link: `/?password=${token}`, expiresAt };
  }

  /** Whoever was signed in with the old password no longer is. @throws AppError LINK_EXPIRED, PASSWORD_TOO_WEAK */
  async setPassword(context: RequestContext, token: string, password: string): Promise<Actor> {
    if ([...password].length < PASSWORD_MIN_CHARACTERS)
      throw new AppError('PASSWORD_TOO_WEAK', { min: PASSWORD_MIN_CHARACTERS }, 'password');
    const passwordHash = await hashPassword(password);
    const accountId = await this.#database.writeGlobal(async (em) => {
      const link = await em.findOne(PasswordLink, { tokenHash: hashToken(token), usedAt: null });
      if (!link || link.expiresAt.getTime() < Date.now()) throw new AppError('LINK_EXPIRED', {}, 'token');
      const used = await em.nativeUpdate(
        PasswordLink,
        { tokenHash: link.tokenHash, usedAt: null },
        { usedAt: new Date() },
      );
      if (used !== 1) throw new AppError('LINK_EXPIRED', {}, 'token');
      await em.nativeUpdate(Account, { id: link.accountId }, { passwordHash });
      return link.accountId;
    });
    await this.#sessions.endAll(accountId);
    return this.#sessions.openSession(context, accountId, false);
  }

  /** What its owner chose: the page follows it on every device. @throws AppError SCREEN_READ_ONLY */
  async chooseLanguage({ accountId, screen }: Actor, language: Language): Promise<void> {
    if (screen) throw new AppError('SCREEN_READ_ONLY');
    await this.#database.writeGlobal((em) => em.nativeUpdate(Account, { id: accountId }, { language }));
  }

  /** The link of the first administrator; null once anyone can sign in. */
  async firstAdministratorLink(): Promise<AccountLinkView | null> {
    const [row] = await this.#database.read<{ n: number }>(
      SYSTEM,
      sql`select count(*)::int as n from accounts where password_hash is not null`,
    );
    if ((row?.n ?? 0) > 0) return null;
    const existing = await this.#database.writeGlobal((em) => em.findOne(Account, { username: 'administrator' }));
    if (!existing) await this.create({ username: 'administrator', name: '管理员', administrator: true });
    return this.passwordLink('administrator');
  }
}
