// Places, people and organizations of a request, each through the batches of its own module.
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { BuildingType, EntranceType, type GeographyFace, GridType } from '#modules/geography';
import { OrganizationType, type PeopleFace, PersonType } from '#modules/people';
import type { RequestContext } from '#platform/graphql/context';
import type { readMessage } from './message-reading.read.ts';
import type { RequestView } from './request-view.ts';
import type { RequestQueries } from './request.queries.ts';
import { MessageReadingType, ServiceRequestType, WorkOrderType } from './request.types.ts';

type MessageReading = Awaited<ReturnType<typeof readMessage>>;
type OrderView = RequestView['workOrders'][number];

@Resolver(() => ServiceRequestType)
export class RequestFieldsResolver {
  readonly #geography: GeographyFace;
  readonly #people: PeopleFace;
  readonly #queries: RequestQueries;

  constructor(geography: GeographyFace, people: PeopleFace, queries: RequestQueries) {
    this.#geography = geography;
    this.#people = people;
    this.#queries = queries;
  }

  @FieldResolver(() => EntranceType)
  entrance(@Root() request: RequestView, @Ctx() context: RequestContext) {
    return this.#geography.placesOf(context, request.communityId).entrance(request.entranceId);
  }

  /** A grid that the plan in force no longer has is shown as it was when the request came. */
  @FieldResolver(() => GridType)
  async grid(@Root() request: RequestView, @Ctx() context: RequestContext) {
    if (request.gridId === null) return null;
    const places = this.#geography.placesOf(context, request.communityId);
    return (await places.grid(request.gridId)) ?? (await places.grid(request.gridId, request.createdAt)) ?? null;
  }

  /** Its closing names the other, which may be another grid's. */
  @FieldResolver(() => ServiceRequestType, { nullable: true })
  duplicateOf(@Root() { communityId, duplicateOfId }: RequestView, @Ctx() context: RequestContext) {
    if (duplicateOfId === null) return null;
    return this.#queries.node(context, { type: 'ServiceRequest', communityId, id: duplicateOfId });
  }

  @FieldResolver(() => PersonType, { nullable: true })
  responsible(@Root() request: RequestView, @Ctx() context: RequestContext) {
    return request.responsibleId === null
      ? null
      : this.#people.servingOf(context, request.communityId).person(request.responsibleId);
  }

  @FieldResolver(() => PersonType, { nullable: true })
  onCall(@Root() request: RequestView, @Ctx() context: RequestContext) {
    return request.onCallId === null
      ? null
      : this.#people.servingOf(context, request.communityId).person(request.onCallId);
  }
}

@Resolver(() => WorkOrderType)
export class WorkOrderFieldsResolver {
  readonly #people: PeopleFace;

  constructor(people: PeopleFace) {
    this.#people = people;
  }

  @FieldResolver(() => OrganizationType)
  organization(@Root() order: OrderView, @Ctx() context: RequestContext) {
    return this.#people.servingOf(context, order.communityId).organization(order.organizationId);
  }
}

@Resolver(() => MessageReadingType)
export class MessageReadingFieldsResolver {
  readonly #geography: GeographyFace;

  constructor(geography: GeographyFace) {
    this.#geography = geography;
  }

  @FieldResolver(() => EntranceType, { nullable: true })
  entrance(@Root() reading: MessageReading, @Ctx() context: RequestContext) {
    return reading.entranceId === null
      ? null
      : this.#geography.placesOf(context, reading.communityId).entrance(reading.entranceId);
  }

  @FieldResolver(() => BuildingType, { nullable: true })
  building(@Root() reading: MessageReading, @Ctx() context: RequestContext) {
    return reading.buildingId === null
      ? null
      : this.#geography.placesOf(context, reading.communityId).building(reading.buildingId);
  }
}
