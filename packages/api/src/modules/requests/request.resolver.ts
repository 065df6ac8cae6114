// Requests over GraphQL: translation only.
import { Arg, Ctx, ID, Int, Mutation, Query, Resolver } from 'type-graphql';
import { Allow, Permission } from '#modules/access';
import type { RequestContext } from '#platform/graphql/context';
import { outcome } from '#platform/graphql/outcome';
import type { RequestQueries } from './request.queries.ts';
import type { RequestService } from './request.service.ts';
import { MessageReadingType, RequestConnectionType, RequestResult, ServiceRequestType } from './request.types.ts';
import {
  AdvanceRequestInput,
  CreateRequestInput,
  DispatchRequestInput,
  JoinRequestInput,
  ReopenRequestInput,
  RequestFilterInput,
} from './request.inputs.ts';

@Resolver()
export class RequestResolver {
  readonly #service: RequestService;
  readonly #queries: RequestQueries;

  constructor(service: RequestService, queries: RequestQueries) {
    this.#service = service;
    this.#queries = queries;
  }

  @Allow(Permission.ReadRequests)
  @Query(() => RequestConnectionType)
  requests(
    @Arg('community', () => String) community: string,
    @Arg('first', () => Int) first: number,
    @Arg('after', () => String, { nullable: true }) after: string | undefined,
    @Arg('filter', () => RequestFilterInput, { nullable: true }) filter: RequestFilterInput | undefined,
    @Arg('asOf', () => Date, { nullable: true }) asOf: Date | undefined,
    @Ctx() context: RequestContext,
  ) {
    return this.#queries.list(context, { community, first, after, filter, asOf });
  }

  @Allow(Permission.ReadRequests)
  @Query(() => [ServiceRequestType])
  similarRequests(
    @Arg('entrance', () => ID) entrance: string,
    @Arg('category', () => String) category: string,
    @Ctx() context: RequestContext,
  ) {
    return this.#queries.similar(context, entrance, category);
  }

  @Allow(Permission.CreateRequest)
  @Query(() => MessageReadingType)
  readMessage(
    @Arg('community', () => String) community: string,
    @Arg('text', () => String) text: string,
    @Ctx() context: RequestContext,
  ) {
    return this.#queries.readMessage(context, community, text);
  }

  @Allow(Permission.CreateRequest)
  @Mutation(() => RequestResult)
  createRequest(@Arg('input', () => CreateRequestInput) input: CreateRequestInput, @Ctx() context: RequestContext) {
    return outcome(context.language, () => this.#service.create(context, input));
  }

  @Allow(Permission.CreateRequest)
  @Mutation(() => RequestResult)
  joinRequest(@Arg('input', () => JoinRequestInput) input: JoinRequestInput, @Ctx() context: RequestContext) {
    return outcome(context.language, () => this.#service.join(context, input));
  }

  @Allow(Permission.AdvanceRequest)
  @Mutation(() => RequestResult)
  advanceRequest(@Arg('input', () => AdvanceRequestInput) input: AdvanceRequestInput, @Ctx() context: RequestContext) {
    return outcome(context.language, () => this.#service.advance(context, input));
  }

  @Allow(Permission.DispatchRequest)
  @Mutation(() => RequestResult)
  dispatchRequest(
    @Arg('input', () => DispatchRequestInput) input: DispatchRequestInput,
    @Ctx() context: RequestContext,
  ) {
    return outcome(context.language, () => this.#service.dispatch(context, input));
  }

  @Allow(Permission.AdvanceRequest)
  @Mutation(() => RequestResult)
  reopenRequest(@Arg('input', () => ReopenRequestInput) input: ReopenRequestInput, @Ctx() context: RequestContext) {
    return outcome(context.language, () => this.#service.reopen(context, input));
  }
}
