// Who a session token stands for, with the memberships in force. Kept two seconds, dropped at once when something changes here.
import { LRUCache } from 'lru-cache';
import type { Actor, Membership } from '#platform/actor';
import type { Database } from '#platform/database/database';
import { SYSTEM } from '#platform/database/scope';
import { sql } from '#platform/database/sql';
import { hashToken } from './secret-token.ts';

const KEEP_MS = 2_000;

interface SessionRow {
  sessionId: string;
  accountId: string;
  username: string;
  name: string;
  administrator: boolean;
  screen: boolean;
  readOnly: boolean;
  memberships: Membership[];
}

export class ActorReader {
  readonly #database: Database;
  readonly #actors = new LRUCache<string, Actor>({ max: 2_000, ttl: KEEP_MS });

  constructor(database: Database) {
    this.#database = database;
  }

  /** @returns null when the token is unknown, ended or revoked, or the account disabled */
  async byToken(token: string | null): Promise<Actor | null> {
    if (!token) return null;
    const key = hashToken(token).toString('hex');
    const known = this.#actors.get(key);
    if (known) return known;
    const row = await this.#database.readOne<SessionRow>(SYSTEM, actorQuery(key));
    if (!row) return null;
    const actor: Actor = row;
    this.#actors.set(key, actor);
    return actor;
  }

  forgetAll(): void {
    this.#actors.clear();
  }
}

/** One row by the unique token hash. Sessions live by the machine's clock, not by a demo's. */
function actorQuery(tokenHashHex: string) {
  return sql`
    select s.id as "sessionId", a.id as "accountId", a.username, a.name, a.administrator, s.screen, s.read_only as "readOnly",
      coalesce((select jsonb_agg(jsonb_build_object('communityId', m.community_id, 'communityCode', c.code, 'role', m.role,
          'personId', m.person_id, 'gridId', m.grid_id, 'organizationId', m.organization_id) order by c.code, m.id)
        from memberships m join communities c on c.id = m.community_id
        where m.account_id = a.id and m.during @> now()), '[]') as memberships
    from sessions s join accounts a on a.id = s.account_id
    where s.token_hash = decode(${tokenHashHex}, 'hex') and s.revoked_at is null and s.expires_at > now() and a.disabled_at is null`;
}
