// Owns which norms and working calendar hold for a community: its own versions, else the defaults. Kept for some seconds.
// Refuses to apply them: clocks and cadence live with requests and visits.
import { LRUCache } from 'lru-cache';
import type { Database } from '#platform/database/database';
import type { Scope } from '#platform/database/scope';
import { sql } from '#platform/database/sql';
import type { WorkingCalendar } from '#platform/time/working-calendar';
import { type CategoryNorm, DEFAULT_NORMS, type Norms, type RequestKind } from './norms.ts';

/** How long a change made by another process may stay unknown here. */
const KEPT_MS = 10_000;

interface Book {
  /** Latest first. */
  readonly versions: readonly { readonly validFrom: number; readonly norms: Norms }[];
  readonly zone: string;
  readonly days: readonly { readonly day: string; readonly working: boolean }[];
}

/** A category as the contract shows it. */
export interface CategoryView {
  readonly code: string;
  readonly name: string;
  readonly kind: RequestKind;
  readonly respondMinutes: number | null;
  readonly finishMinutes: number;
  /** Whether the time to finish runs in working hours only. */
  readonly workingTime: boolean;
}

export class NormsBook {
  readonly #database: Database;
  readonly #books = new LRUCache<string, Promise<Book>>({ max: 500, ttl: KEPT_MS });

  constructor(database: Database) {
    this.#database = database;
  }

  /** The version whose time had begun at `at`; the defaults (version 1) before the first. */
  async normsInForce(scope: Scope, communityId: string, at: Date): Promise<Norms> {
    const { versions } = await this.#book(scope, communityId);
    return versions.find(({ validFrom }) => validFrom <= at.getTime())?.norms ?? DEFAULT_NORMS;
  }

  /** A version by its number: a clock keeps the one it started under. @throws RangeError when there is none */
  async normsByVersion(scope: Scope, communityId: string, version: number): Promise<Norms> {
    const { versions } = await this.#book(scope, communityId);
    const found =
      versions.find(({ norms }) => norms.version === version)?.norms ??
      (version === DEFAULT_NORMS.version ? DEFAULT_NORMS : undefined);
    if (!found) throw new RangeError(`no norms version ${version}`);
    return found;
  }

  /** Working hours by the norms in force at `at`, with the community's dated exceptions. */
  async workingCalendar(scope: Scope, communityId: string, at: Date): Promise<WorkingCalendar> {
    const { zone, days } = await this.#book(scope, communityId);
    const { workingWeek } = await this.normsInForce(scope, communityId, at);
    return {
      zone,
      weekdays: workingWeek.weekdays,
      hours: workingWeek.hours,
      exceptions: new Map(days.map(({ day, working }) => [day, working ? 'WORKING' : 'OFF'])),
      yearsCovered: new Set(days.map(({ day }) => Number(day.slice(0, 4)))),
    };
  }

  /** After this process wrote norms or days of a community. */
  forget(communityId: string): void {
    this.#books.delete(communityId);
  }

  #book(scope: Scope, communityId: string): Promise<Book> {
    const known = this.#books.get(communityId);
    if (known) return known;
    const book = this.#load(scope, communityId);
    this.#books.set(communityId, book);
    book.catch(() => this.#books.delete(communityId));
    return book;
  }

  async #load(scope: Scope, communityId: string): Promise<Book> {
    const row = await this.#database.readOne<{ zone: string; versions: Book['versions']; days: Book['days'] }>(
      scope,
      sql`
      select c.time_zone as zone,
        (select coalesce(json_agg(json_build_object('validFrom', ms(n.valid_from), 'norms', n.body || jsonb_build_object('version', n.version))
          order by n.valid_from desc, n.version desc), '[]') from norms n where n.community_id = c.id) as versions,
        (select coalesce(json_agg(json_build_object('day', d.day, 'working', d.working) order by d.day), '[]')
          from calendar_days d where d.community_id = c.id) as days
      from communities c where c.id = ${communityId}::uuid`,
    );
    if (!row) throw new RangeError('no such community');
    return row;
  }
}

export function categoryView(norm: CategoryNorm, language: 'ZH' | 'EN'): CategoryView {
  return {
    code: norm.code,
    name: language === 'EN' ? norm.en : norm.zh,
    kind: norm.defaultKind,
    respondMinutes: norm.respond.minutes,
    finishMinutes: norm.finish.minutes,
    workingTime: norm.finish.time === 'WORKING',
  };
}
