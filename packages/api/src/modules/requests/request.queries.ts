// The questions about requests behind one face: leave first, then the read model.
// Refuses SQL: each read model has its own file.
import { type Guard, Permission } from '#modules/access';
import { AppError } from '#platform/errors';
import type { RequestContext } from '#platform/graphql/context';
import { readPage } from '#platform/graphql/page';
import { type DecodedId, decodeId } from '#platform/ids';
import type { MoveDeps } from './advance-request.ts';
import { callerOf } from './caller.ts';
import { readMessage } from './message-reading.read.ts';
import { listRequests, type RequestFilter, similarRequests } from './request-list.read.ts';
import type { RequestReader } from './request.read.ts';

export interface RequestsQuery {
  readonly community: string;
  readonly first: number;
  readonly after?: string | null | undefined;
  readonly filter?: RequestFilter | null | undefined;
  readonly asOf?: Date | null | undefined;
}

export class RequestQueries {
  readonly #guard: Guard;
  readonly #deps: Pick<MoveDeps, 'database' | 'neighbours'> & { readonly reader: RequestReader };

  constructor(guard: Guard, deps: Pick<MoveDeps, 'database' | 'neighbours'> & { readonly reader: RequestReader }) {
    this.#guard = guard;
    this.#deps = deps;
  }

  /** @throws AppError BAD_PAGE_SIZE, BAD_CURSOR, BAD_ID, INVALID_TIME */
  async list(context: RequestContext, { community, first, after, filter, asOf }: RequestsQuery) {
    const caller = callerOf(context, await this.#guard.byCode(context, community, Permission.ReadRequests));
    return listRequests(this.#deps, caller, readPage(first, after), filter ?? {}, asOf ?? caller.now);
  }

  async similar(context: RequestContext, entrance: string, category: string) {
    const { communityId, id } = decodeId(entrance, 'Entrance', 'entrance');
    const caller = callerOf(context, await this.#guard.byId(context, communityId, Permission.ReadRequests));
    return similarRequests(this.#deps, caller, id, category);
  }

  /** @throws AppError TOO_LONG */
  async readMessage(context: RequestContext, community: string, text: string) {
    const caller = callerOf(context, await this.#guard.byCode(context, community, Permission.CreateRequest));
    return readMessage(this.#deps, caller, text);
  }

  /** For `node(id)`: null where it is absent or not the viewer's. */
  async node(context: RequestContext, { communityId, id }: DecodedId) {
    try {
      const caller = callerOf(context, await this.#guard.byId(context, communityId, Permission.ReadRequests));
      return await this.#deps.reader.byId(caller, id);
    } catch (error) {
      if (error instanceof AppError && (error.code === 'NOT_FOUND' || error.code === 'FORBIDDEN')) return null;
      throw error;
    }
  }
}
