// The use cases of requests behind one face: leave first, then the use case, then the view after it.
// Refuses logic: each use case has its own file. `…As` variants serve the simulator, which has leave already.
import type { Database } from '#platform/database/database';
import { AppError } from '#platform/errors';
import type { RequestContext } from '#platform/graphql/context';
import { decodeId } from '#platform/ids';
import { type Guard, Permission } from '#modules/access';
import { advanceRequest, type AdvanceRequest, type MoveDeps } from './advance-request.ts';
import { type Caller, callerOf } from './caller.ts';
import { createRequest, type CreateRequest } from './create-request.ts';
import { dispatchRequest, type DispatchRequest } from './dispatch-request.ts';
import { joinRequest, type JoinRequest } from './join-request.ts';
import { reopenRequest, type ReopenRequest } from './reopen-request.ts';
import type { RequestReader } from './request.read.ts';
import type { RequestView } from './request-view.ts';

export class RequestService {
  readonly #guard: Guard;
  readonly #deps: MoveDeps & { readonly reader: RequestReader };
  readonly #database: Database;

  constructor(guard: Guard, deps: MoveDeps & { readonly reader: RequestReader }) {
    this.#guard = guard;
    this.#deps = deps;
    this.#database = deps.database;
  }

  /** @throws AppError as {@link createRequest} */
  async create(context: RequestContext, input: CreateRequest): Promise<RequestView> {
    const access = await this.#guard.byCode(context, input.community, Permission.CreateRequest);
    return this.createAs(callerOf(context, access), input);
  }

  async createAs(caller: Caller, input: CreateRequest): Promise<RequestView> {
    return this.#view(caller, await createRequest(this.#deps, caller, input));
  }

  /** @throws AppError as {@link joinRequest} */
  async join(context: RequestContext, input: JoinRequest): Promise<RequestView> {
    const caller = await this.#callerOn(context, input.request, Permission.CreateRequest);
    return this.#view(caller, await joinRequest(this.#database, caller, input));
  }

  /** @throws AppError as {@link advanceRequest} */
  async advance(context: RequestContext, input: AdvanceRequest): Promise<RequestView> {
    return this.advanceAs(await this.#callerOn(context, input.request, Permission.AdvanceRequest), input);
  }

  async advanceAs(caller: Caller, input: AdvanceRequest): Promise<RequestView> {
    return this.#view(caller, await advanceRequest(this.#deps, caller, input));
  }

  /** @throws AppError as {@link dispatchRequest} */
  async dispatch(context: RequestContext, input: DispatchRequest): Promise<RequestView> {
    return this.dispatchAs(await this.#callerOn(context, input.request, Permission.DispatchRequest), input);
  }

  async dispatchAs(caller: Caller, input: DispatchRequest): Promise<RequestView> {
    return this.#view(caller, await dispatchRequest(this.#deps, caller, input));
  }

  /** @throws AppError as {@link reopenRequest} */
  async reopen(context: RequestContext, input: ReopenRequest): Promise<RequestView> {
    const caller = await this.#callerOn(context, input.request, Permission.AdvanceRequest);
    return this.#view(caller, await reopenRequest(this.#deps, caller, input));
  }

  /** What a repetition comes back to may be out of sight by now: a firm that lost its order. @throws AppError NOT_FOUND */
  async #view(caller: Caller, id: string): Promise<RequestView> {
    const view = await this.#deps.reader.byId(caller, id);
    if (!view) throw new AppError('NOT_FOUND', {}, 'input.request');
    return view;
  }

  async #callerOn(context: RequestContext, request: string, permission: Permission): Promise<Caller> {
    const { communityId } = decodeId(request, 'ServiceRequest', 'input.request');
    return callerOf(context, await this.#guard.byId(context, communityId, permission));
  }
}
