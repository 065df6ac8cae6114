// Nested fields of doors and visits, each through the request's batches.
import { Ctx, FieldResolver, ID, Resolver, Root } from 'type-graphql';
import { EntranceType, GridType, type GridView, type Places } from '#modules/geography';
import { PersonType } from '#modules/people';
import type { RequestContext } from '#platform/graphql/context';
import type { DoorView } from './door.read.ts';
import type { FloorMatrixView } from './floor-matrix.ts';
import type { VisitView } from './visit.read.ts';
import type { VisitsRecordedView, VisitsService } from './visits.service.ts';
import { DoorType, FloorMatrixType, VisitsRecordedType, VisitType } from './visits.types.ts';

type PlacesOf = (context: RequestContext, communityId: string) => Places;

@Resolver(() => DoorType)
export class DoorFieldsResolver {
  readonly #placesOf: PlacesOf;

  constructor(placesOf: PlacesOf) {
    this.#placesOf = placesOf;
  }

  @FieldResolver(() => EntranceType)
  entrance(@Root() door: DoorView, @Ctx() context: RequestContext) {
    return this.#placesOf(context, door.communityId).entrance(door.entranceId);
  }
}

@Resolver(() => FloorMatrixType)
export class FloorMatrixFieldsResolver {
  readonly #placesOf: PlacesOf;

  constructor(placesOf: PlacesOf) {
    this.#placesOf = placesOf;
  }

  @FieldResolver(() => EntranceType)
  entrance(@Root() matrix: FloorMatrixView, @Ctx() context: RequestContext) {
    return this.#placesOf(context, matrix.communityId).entrance(matrix.entranceId);
  }
}

/** People of a request in a community, gathered into one query; names are masked by the people module. */
export type PersonOf = (context: RequestContext, communityId: string, personId: string) => Promise<object | null>;

@Resolver(() => VisitType)
export class VisitFieldsResolver {
  readonly #placesOf: PlacesOf;
  readonly #personOf: PersonOf;

  constructor(placesOf: PlacesOf, personOf: PersonOf) {
    this.#placesOf = placesOf;
    this.#personOf = personOf;
  }

  @FieldResolver(() => EntranceType)
  entrance(@Root() visit: VisitView, @Ctx() context: RequestContext) {
    return this.#placesOf(context, visit.communityId).entrance(visit.entranceId);
  }

  @FieldResolver(() => GridType)
  async grid(@Root() visit: VisitView, @Ctx() context: RequestContext): Promise<GridView | undefined> {
    const places = this.#placesOf(context, visit.communityId);
    // A grid that was dissolved since is shown as it was at the visit.
    return (await places.grid(visit.gridId)) ?? places.grid(visit.gridId, visit.at);
  }

  @FieldResolver(() => [PersonType])
  async visitors(@Root() visit: VisitView, @Ctx() context: RequestContext): Promise<object[]> {
    const people = await Promise.all(visit.visitorIds.map((id) => this.#personOf(context, visit.communityId, id)));
    return people.filter((person) => person !== null);
  }
}

@Resolver(() => VisitsRecordedType)
export class VisitsRecordedFieldsResolver {
  readonly #service: VisitsService;

  constructor(service: VisitsService) {
    this.#service = service;
  }

  @FieldResolver(() => [VisitType])
  visits(@Root() recorded: VisitsRecordedView, @Ctx() context: RequestContext) {
    return this.#service.recordedVisits(context, recorded);
  }

  @FieldResolver(() => [DoorType])
  doors(@Root() recorded: VisitsRecordedView, @Ctx() context: RequestContext) {
    return this.#service.recordedDoors(context, recorded);
  }

  @FieldResolver(() => ID, { nullable: true })
  nextDue(@Root() recorded: VisitsRecordedView, @Ctx() context: RequestContext) {
    return this.#service.nextDue(context, recorded);
  }
}
