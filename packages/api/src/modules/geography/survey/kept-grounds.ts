// Owns the derived grounds of a few communities for reading: one derivation per geography version, whoever asks first.
// Refuses to write and to serve an older version: the version is read with every ask.
import { LRUCache } from 'lru-cache';
import type { Database } from '#platform/database/database';
import type { Scope } from '#platform/database/scope';
import { sql } from '#platform/database/sql';
import { type Ground, surveyGround } from './survey-ground.ts';

/** A ground of 10,000 units takes some 30 MB. */
const KEPT = 4;

/** A ground and the version of the geography that it was derived of. */
export interface VersionedGround {
  readonly version: number;
  readonly ground: Ground | null;
}

export class KeptGrounds {
  readonly #database: Database;
  readonly #grounds = new LRUCache<string, Promise<Ground | null>>({ max: KEPT });

  constructor(database: Database) {
    this.#database = database;
  }

  /** @throws RangeError for ground that no coverage can be derived of; ThreadOverrun */
  async ground(scope: Scope, communityId: string): Promise<VersionedGround> {
    const row = await this.#database.readOne<{ version: number }>(
      scope,
      sql`select geography_version as version from communities where id = ${communityId}::uuid`,
    );
    const version = row?.version ?? 0;
    const key = `${communityId}|${version}`;
    const known = this.#grounds.get(key) ?? this.#derive(scope, communityId);
    this.#grounds.set(key, known);
    // What failed once may succeed once the machine is less busy: it is not kept.
    known.catch(() => this.#grounds.delete(key));
    return { version, ground: await known };
  }

  #derive(scope: Scope, communityId: string): Promise<Ground | null> {
    return surveyGround({ communityId, execute: (query) => this.#database.read(scope, query) });
  }
}
