// Sign-in and sessions: opaque tokens, failures counted by account and by address, big screens marked and revocable.
import { RateLimiterMemory } from 'rate-limiter-flexible';
import type { Actor } from '#platform/actor';
import type { Database } from '#platform/database/database';
import { SYSTEM } from '#platform/database/scope';
import { sql } from '#platform/database/sql';
import { AppError } from '#platform/errors';
import type { RequestContext } from '#platform/graphql/context';
import { encodeId, newId } from '#platform/ids';
import { Account, Session } from './access.entity.ts';
import type { ActorReader } from './actor.read.ts';
import { requireActor } from './guard.ts';
import { passwordMatches } from './passwords.ts';
import { hashToken, newToken } from './secret-token.ts';

const HOUR_MS = 3_600_000;
/** A person signs in once a working day; a screen stays all day and a night. */
const SESSION_MS = 12 * HOUR_MS;
const SCREEN_MS = 24 * HOUR_MS;
const FAILURES = { perAccount: 5, perAddress: 20, windowSeconds: 900 } as const;

export interface SessionView {
  readonly id: string;
  readonly label: string;
  readonly screen: boolean;
  readonly current: boolean;
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
}

export class SessionService {
  readonly #database: Database;
  readonly #actors: ActorReader;
  readonly #byAccount = new RateLimiterMemory({ points: FAILURES.perAccount, duration: FAILURES.windowSeconds });
  readonly #byAddress = new RateLimiterMemory({ points: FAILURES.perAddress, duration: FAILURES.windowSeconds });

  constructor(database: Database, actors: ActorReader) {
    this.#database = database;
    this.#actors = actors;
  }

  /**
   * @param screen "this is the big screen": read-only, personal data withheld, stays signed in
   * @throws AppError SIGN_IN_FAILED, TOO_MANY_ATTEMPTS
   */
  async signIn(context: RequestContext, username: string, password: string, screen: boolean): Promise<Actor> {
    const name = username.normalize('NFKC').trim().toLowerCase();
    await this.#refuseFlood(name, context.address);
    const account = await this.#database.writeGlobal((em) => em.findOne(Account, { username: name, disabledAt: null }));
    if (!(await passwordMatches(account?.passwordHash ?? null, password)) || !account) {
      await Promise.all([this.#byAccount.penalty(name, 1), this.#byAddress.penalty(context.address, 1)]);
      throw new AppError('SIGN_IN_FAILED', {}, 'password');
    }
    await this.#byAccount.delete(name);
    return this.openSession(context, account.id, screen);
  }

  /** Starts a session for a proven account and sets its cookie. */
  async openSession(context: RequestContext, accountId: string, screen: boolean): Promise<Actor> {
    const token = newToken();
    const now = new Date();
    const expiresAt = new Date(now.getTime() + (screen ? SCREEN_MS : SESSION_MS));
    await this.#database.writeGlobal(async (em) => {
      em.persist(
        em.create(Session, {
          id: newId(),
          tokenHash: hashToken(token),
          accountId,
          label: screen ? 'SCREEN' : 'BROWSER',
          screen,
          readOnly: screen,
          createdAt: now,
          lastSeenAt: now,
          expiresAt,
          revokedAt: null,
        }),
      );
    });
    const actor = await this.#actors.byToken(token);
    if (!actor) throw new AppError('SIGN_IN_FAILED');
    context.setSessionCookie(token, expiresAt);
    return actor;
  }

  async signOut(context: RequestContext): Promise<void> {
    if (context.actor) await this.#end(context.actor.sessionId, context.actor.accountId);
    context.setSessionCookie(null, new Date(0));
  }

  /** One deliberate click. Leaving a session that was signed in as a screen ends it: whoever stands there signs in. */
  async setScreenMode(context: RequestContext, on: boolean): Promise<Actor | null> {
    const actor = requireActor(context);
    if (!on && actor.readOnly) {
      await this.signOut(context);
      return null;
    }
    await this.#database.writeGlobal((em) => em.nativeUpdate(Session, { id: actor.sessionId }, { screen: on }));
    this.#actors.forgetAll();
    return { ...actor, screen: on };
  }

  /** The viewer's own sessions, e.g. to end the big screen's from the phone. */
  async list(context: RequestContext): Promise<SessionView[]> {
    const actor = requireActor(context);
    const rows = await this.#database.read<{
      id: string;
      label: string;
      screen: boolean;
      createdAt: number;
      lastSeenAt: number;
    }>(
      SYSTEM,
      sql`select id, label, screen, ms(created_at) as "createdAt", ms(last_seen_at) as "lastSeenAt" from sessions
        where account_id = ${actor.accountId} and revoked_at is null and expires_at > now() order by created_at desc limit 50`,
    );
    return rows.map((row) => ({
      id: encodeId('Session', null, row.id),
      label: row.label,
      screen: row.screen,
      current: row.id === actor.sessionId,
      createdAt: new Date(row.createdAt),
      lastSeenAt: new Date(row.lastSeenAt),
    }));
  }

  /** @throws AppError NOT_FOUND for a session that is not the viewer's own */
  async revoke(context: RequestContext, sessionId: string): Promise<void> {
    const actor = requireActor(context);
    if ((await this.#end(sessionId, actor.accountId)) === 0) throw new AppError('NOT_FOUND', {}, 'id');
  }

  /** Ends every session of an account, e.g. when its password changes. */
  async endAll(accountId: string): Promise<void> {
    await this.#database.writeGlobal((em) =>
      em.nativeUpdate(Session, { accountId, revokedAt: null }, { revokedAt: new Date() }),
    );
    this.#actors.forgetAll();
  }

  async #end(sessionId: string, accountId: string): Promise<number> {
    const ended = await this.#database.writeGlobal((em) =>
      em.nativeUpdate(Session, { id: sessionId, accountId, revokedAt: null }, { revokedAt: new Date() }),
    );
    this.#actors.forgetAll();
    return ended;
  }

  async #refuseFlood(username: string, address: string): Promise<void> {
    const [account, from] = await Promise.all([this.#byAccount.get(username), this.#byAddress.get(address)]);
    const blocked = [account, from].find(
      (entry, index) => entry && entry.consumedPoints >= (index === 0 ? FAILURES.perAccount : FAILURES.perAddress),
    );
    if (blocked) throw new AppError('TOO_MANY_ATTEMPTS', { minutes: Math.ceil(blocked.msBeforeNext / 60_000) });
  }
}
