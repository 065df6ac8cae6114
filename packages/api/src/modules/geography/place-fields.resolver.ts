// Nested fields of places, each through the request's batches.
import { fill, RULE_NOTE_TEXTS } from '@qinghe/schema';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { scopeOf } from '#platform/actor';
import type { RequestContext } from '#platform/graphql/context';
import { inZone } from '#platform/time/zoned-time';
import type { BuildingView } from './building.read.ts';
import type { CommunityView } from './community.read.ts';
import type { EntranceView } from './entrance.read.ts';
import { BuildingType, CommunityType, EntranceType, GridType } from './geography.types.ts';
import type { GridView } from './grid.read.ts';
import type { NormsBook } from './norms-book.ts';
import { creditOf, placeName } from './place-name.ts';
import type { Places } from './places.ts';

/** Places of a request in a community. */
export type PlacesOf = (context: RequestContext, communityId: string) => Places;

@Resolver(() => GridType)
export class GridFieldsResolver {
  readonly #placesOf: PlacesOf;

  constructor(placesOf: PlacesOf) {
    this.#placesOf = placesOf;
  }

  @FieldResolver(() => [EntranceType])
  entrances(@Root() grid: GridView, @Ctx() context: RequestContext) {
    return this.#placesOf(context, grid.communityId).entrancesOfGrid(grid.uuid, grid.validAt);
  }
}

@Resolver(() => BuildingType)
export class BuildingFieldsResolver {
  readonly #placesOf: PlacesOf;

  constructor(placesOf: PlacesOf) {
    this.#placesOf = placesOf;
  }

  @FieldResolver(() => String)
  name(@Root() building: BuildingView, @Ctx() context: RequestContext): string {
    return placeName(building.name, context.language);
  }

  @FieldResolver(() => [EntranceType])
  entrances(@Root() building: BuildingView, @Ctx() context: RequestContext) {
    return this.#placesOf(context, building.communityId).entrancesOfBuilding(building.uuid);
  }
}

@Resolver(() => EntranceType)
export class EntranceFieldsResolver {
  readonly #placesOf: PlacesOf;

  constructor(placesOf: PlacesOf) {
    this.#placesOf = placesOf;
  }

  @FieldResolver(() => String, { description: '9栋2单元; Building 9, entrance 2' })
  name(@Root() entrance: EntranceView, @Ctx() context: RequestContext): string {
    return placeName(entrance.name, context.language);
  }

  @FieldResolver(() => BuildingType)
  building(@Root() entrance: EntranceView, @Ctx() context: RequestContext) {
    return this.#placesOf(context, entrance.communityId).building(entrance.buildingUuid);
  }

  @FieldResolver(() => GridType, { nullable: true })
  async grid(@Root() entrance: EntranceView, @Ctx() context: RequestContext) {
    return (
      (await this.#placesOf(context, entrance.communityId).gridOfEntrance(entrance.uuid, entrance.validAt)) ?? null
    );
  }
}

@Resolver(() => CommunityType)
export class CommunityFieldsResolver {
  readonly #norms: NormsBook;

  constructor(norms: NormsBook) {
    this.#norms = norms;
  }

  @FieldResolver(() => String, { nullable: true })
  attribution(@Root() community: CommunityView, @Ctx() context: RequestContext): string | null {
    return creditOf(community, context.language);
  }

  @FieldResolver(() => [String], {
    description: 'Warnings a person should know, e.g. a working calendar without data for this year.',
  })
  async warnings(@Root() community: CommunityView, @Ctx() context: RequestContext): Promise<string[]> {
    if (!context.actor) return [];
    const now = context.clock.now();
    const { yearsCovered } = await this.#norms.workingCalendar(scopeOf(context.actor), community.uuid, now);
    const { year } = inZone(now, community.timeZone);
    return yearsCovered.has(year) ? [] : [fill(RULE_NOTE_TEXTS.CALENDAR_YEAR_WITHOUT_DATA, context.language, { year })];
  }
}
