// Codes, names and time zones of all communities, kept in memory: every request asks for one of them.
import type { Database } from '#platform/database/database';
import { SYSTEM } from '#platform/database/scope';
import { sql } from '#platform/database/sql';

export interface CommunityEntry {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly nameEn: string | null;
  readonly timeZone: string;
  readonly synthetic: boolean;
}

/** How long a community made by another process may stay unknown here. */
const STALE_AFTER_MS = 10_000;

/** Unknown codes cost a query each, but not more than ten a second. */
const REFRESH_AT_MOST_MS = 100;

export class CommunityDirectory {
  readonly #database: Database;
  #entries: readonly CommunityEntry[] = [];
  #loadedAt = Number.NEGATIVE_INFINITY;

  constructor(database: Database) {
    this.#database = database;
  }

  async byCode(code: string): Promise<CommunityEntry | undefined> {
    return (await this.#find((entry) => entry.code === code)) ?? undefined;
  }

  async byId(id: string): Promise<CommunityEntry | undefined> {
    return (await this.#find((entry) => entry.id === id)) ?? undefined;
  }

  async all(): Promise<readonly CommunityEntry[]> {
    await this.#refresh();
    return this.#entries;
  }

  /** After a community was made or renamed. */
  forget(): void {
    this.#loadedAt = Number.NEGATIVE_INFINITY;
  }

  async #find(matches: (entry: CommunityEntry) => boolean): Promise<CommunityEntry | undefined> {
    const known = this.#entries.find(matches);
    if (known && performance.now() - this.#loadedAt < STALE_AFTER_MS) return known;
    await this.#refresh();
    return this.#entries.find(matches);
  }

  async #refresh(): Promise<void> {
    if (performance.now() - this.#loadedAt < REFRESH_AT_MOST_MS) return;
    this.#entries = await this.#database.read<CommunityEntry>(
      SYSTEM,
      sql`select id, code, name, name_en as "nameEn", time_zone as "timeZone", synthetic from communities order by code`,
    );
    this.#loadedAt = performance.now();
  }
}
