// Owns requests as views: by ids in the order asked for, masked for their reader.
// Refuses filters and pages: request-list.read.ts finds the ids.
import type { Database } from '#platform/database/database';
import type { Caller } from './caller.ts';
import { viewerOf } from './caller.ts';
import type { RequestNeighbours } from './request-neighbours.ts';
import { readRequestFacts } from './request-facts.read.ts';
import { requestView, type RequestView } from './request-view.ts';

export class RequestReader {
  readonly #database: Database;
  readonly #neighbours: RequestNeighbours;

  constructor(database: Database, neighbours: RequestNeighbours) {
    this.#database = database;
    this.#neighbours = neighbours;
  }

  /**
   * Views in the order of `ids`, masked for the caller. Requests that do not exist, or not for this caller, are left out.
   * @param asOf what came after it is not shown; the caller's now unless given
   */
  async byIds(caller: Caller, ids: readonly string[], asOf: Date = caller.now): Promise<RequestView[]> {
    const { access, language } = caller;
    const found = await readRequestFacts(this.#database, access.scope, access.community.id, ids);
    const facts = ids.flatMap((id) => found.get(id) ?? []);
    if (facts.length === 0) return [];
    const { norms } = await this.#neighbours.clockRules(access, caller.now);
    const context = {
      communityId: access.community.id,
      timeZone: access.community.timeZone,
      language,
      viewer: viewerOf(caller),
      norms,
      asOf,
    };
    return facts.flatMap((each) => requestView(each, context) ?? []);
  }

  /** @returns null when it does not exist, or not for this caller */
  async byId(caller: Caller, id: string): Promise<RequestView | null> {
    return (await this.byIds(caller, [id]))[0] ?? null;
  }
}
