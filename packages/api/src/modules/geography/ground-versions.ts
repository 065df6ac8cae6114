// Which version of a community's ground, and which plan, holds at an instant: what a kept layer depends on besides the rows.
// Kept in memory until something is committed here; another process's commit is seen within a second.
import { LRUCache } from 'lru-cache';
import type { Database } from '#platform/database/database';
import type { Scope } from '#platform/database/scope';
import { sql } from '#platform/database/sql';

const KEEP_MS = 1_000;

interface Ground {
  readonly version: number;
  /** Plans known now; `from` and `to` in epoch milliseconds, null for an open end. */
  readonly plans: readonly { readonly id: string; readonly from: number | null; readonly to: number | null }[];
}

export class GroundVersions {
  readonly #database: Database;
  readonly #grounds = new LRUCache<string, Ground>({ max: 5_000, ttl: KEEP_MS });
  /** Commits seen: what was read before one of them is not kept. */
  #commits = 0;

  constructor(database: Database) {
    this.#database = database;
    database.onCommit((communityId) => {
      this.#commits++;
      this.#grounds.delete(communityId);
    });
  }

  /** @returns text that changes whenever the ground, or the plan in force at `validAt`, does. O(plans) when kept, else one query. */
  async key(scope: Scope, communityId: string, validAt: Date): Promise<string> {
    const { version, plans } = this.#grounds.get(communityId) ?? (await this.#read(scope, communityId));
    const at = validAt.getTime();
    const plan = plans.find(({ from, to }) => (from === null || from <= at) && (to === null || at < to));
    return `${version}|${plan?.id ?? ''}`;
  }

  async #read(scope: Scope, communityId: string): Promise<Ground> {
    const commits = this.#commits;
    const ground = await this.#database.readOne<Ground>(
      scope,
      sql`
      select c.geography_version as version, coalesce((
        select jsonb_agg(jsonb_build_object('id', p.id, 'from', ms(lower(p.valid)), 'to', ms(upper(p.valid))))
        from grid_plans p where p.community_id = c.id and upper_inf(p.recorded)), '[]') as plans
      from communities c where c.id = ${communityId}::uuid`,
    );
    if (!ground) return { version: 0, plans: [] };
    if (commits === this.#commits) this.#grounds.set(communityId, ground);
    return ground;
  }
}
