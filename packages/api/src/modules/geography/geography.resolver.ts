// Queries of places over GraphQL: translation only.
import { Arg, Ctx, ID, Int, Query, Resolver } from 'type-graphql';
import { Allow, Permission } from '#modules/access';
import { AppError } from '#platform/errors';
import type { RequestContext } from '#platform/graphql/context';
import { FeatureCollectionScalar } from '#platform/graphql/scalars';
import { RequestCategoryType } from './category.types.ts';
import type { MapLayer } from './feature-collection.read.ts';
import type { GeographyService } from './geography.service.ts';
import {
  BoundingBoxInput,
  BuildingConnectionType,
  CommunityConnectionType,
  CommunityType,
  GridType,
  MapLayerEnum,
  PointInput,
  PolygonInput,
} from './geography.types.ts';

@Resolver()
export class GeographyResolver {
  readonly #service: GeographyService;

  constructor(service: GeographyService) {
    this.#service = service;
  }

  @Allow(Permission.ViewMap)
  @Query(() => CommunityType, { nullable: true })
  async community(@Arg('code', () => String) code: string, @Ctx() context: RequestContext) {
    return this.#service.community(context, code).catch(nullWhenAbsent);
  }

  @Allow(Permission.ViewMap)
  @Query(() => CommunityConnectionType)
  communities(
    @Arg('first', () => Int) first: number,
    @Arg('after', () => String, { nullable: true }) after: string | undefined,
    @Ctx() context: RequestContext,
  ) {
    return this.#service.communities(context, first, after);
  }

  @Allow(Permission.ViewMap)
  @Query(() => [GridType])
  grids(
    @Arg('community', () => String) community: string,
    @Arg('validAt', () => Date, { nullable: true }) validAt: Date | undefined,
    @Arg('asOf', () => Date, { nullable: true }) asOf: Date | undefined,
    @Ctx() context: RequestContext,
  ) {
    return this.#service.grids(context, community, validAt, asOf);
  }

  @Allow(Permission.ViewMap)
  @Query(() => GridType, { nullable: true })
  gridAt(
    @Arg('community', () => String) community: string,
    @Arg('point', () => PointInput) point: PointInput,
    @Arg('validAt', () => Date, { nullable: true }) validAt: Date | undefined,
    @Ctx() context: RequestContext,
  ) {
    return this.#service.gridAt(context, community, point, validAt);
  }

  @Allow(Permission.ViewMap)
  @Query(() => BuildingConnectionType)
  buildings(
    @Arg('community', () => String) community: string,
    @Arg('first', () => Int) first: number,
    @Arg('after', () => String, { nullable: true }) after: string | undefined,
    @Arg('bbox', () => BoundingBoxInput, { nullable: true }) bbox: BoundingBoxInput | undefined,
    @Arg('within', () => PolygonInput, { nullable: true }) within: PolygonInput | undefined,
    @Arg('grid', () => ID, { nullable: true }) grid: string | undefined,
    @Ctx() context: RequestContext,
  ) {
    return this.#service.buildings(context, community, { first, after, bbox, within, grid });
  }

  @Allow(Permission.ViewMap)
  @Query(() => FeatureCollectionScalar)
  featureCollection(
    @Arg('community', () => String) community: string,
    @Arg('layer', () => MapLayerEnum) layer: MapLayer,
    @Arg('bbox', () => BoundingBoxInput, { nullable: true }) bbox: BoundingBoxInput | undefined,
    @Arg('validAt', () => Date, { nullable: true }) validAt: Date | undefined,
    @Ctx() context: RequestContext,
  ) {
    return this.#service.featureCollection(context, community, layer, bbox, validAt);
  }

  @Allow(Permission.ViewMap)
  @Query(() => [RequestCategoryType])
  categories(@Arg('community', () => String) community: string, @Ctx() context: RequestContext) {
    return this.#service.categories(context, community);
  }
}

/** The contract answers null for a community that is absent or not the viewer's. */
function nullWhenAbsent(error: unknown): null {
  if (error instanceof AppError && error.code === 'NOT_FOUND') return null;
  throw error;
}
