// The face of geography: the surveyor that writes it, and what other modules may ask of places and norms.
import { type Guard, Permission } from '#modules/access';
import { scopeOf } from '#platform/actor';
import type { Clock } from '#platform/clock';
import type { Database } from '#platform/database/database';
import { registerEntities } from '#platform/database/entities';
import type { Scope } from '#platform/database/scope';
import { perRequest } from '#platform/graphql/batch-loader';
import type { RequestContext } from '#platform/graphql/context';
import type { DecodedId } from '#platform/ids';
import type { ModuleParts } from '#platform/module';
import { communityById } from './community.read.ts';
import { entrancesById } from './entrance.read.ts';
import { GeographyResolver } from './geography.resolver.ts';
import { GeographyService } from './geography.service.ts';
import { gridOfEntrances, gridsById } from './grid.read.ts';
import { NormsBook } from './norms-book.ts';
import {
  BuildingFieldsResolver,
  CommunityFieldsResolver,
  EntranceFieldsResolver,
  GridFieldsResolver,
} from './place-fields.resolver.ts';
import { Places } from './places.ts';
import { GEOGRAPHY_ENTITIES } from './survey/grid-plan.entity.ts';
import { KeptGrounds } from './survey/kept-grounds.ts';
import { surveyor } from './survey/surveyor.ts';

registerEntities(...GEOGRAPHY_ENTITIES);

export type { BuildingView } from './building.read.ts';
export { CareLevelEnum } from './care-level.types.ts';
export { RequestCategoryType, RequestKindEnum } from './category.types.ts';
export type { CommunityView } from './community.read.ts';
export type { EntranceView } from './entrance.read.ts';
export { BuildingType, CommunityType, EntranceType, GridType, PointInput } from './geography.types.ts';
export { gridLabel } from './grid-label.ts';
export type { GridOfEntrance, GridView } from './grid.read.ts';
export {
  CATEGORY_CODES,
  categoryNorm,
  type CareLevel,
  type CategoryCode,
  type CategoryNorm,
  type ClockNorm,
  type ClockPair,
  DEFAULT_NORMS,
  type Norms,
  type RequestKind,
} from './norms.ts';
export { type CategoryView, categoryView } from './norms-book.ts';
export { ENTRANCE_NAME } from './entrance.read.ts';
export { placeName } from './place-name.ts';
export { inForce } from './plan-at.sql.ts';
export type { Places } from './places.ts';
export type { SurveyException, UnitsDerived } from './survey/derive-units.ts';
export { type Ground, GROUND_ORDER } from './survey/survey-ground.ts';
export type { GridIdentity } from './survey/grid-numbers.ts';
export type { PlanInForce } from './survey/put-plan-in-force.ts';
export type { VersionedGround } from './survey/kept-grounds.ts';
export { entranceKey } from './survey/store-entrances.ts';
export type {
  BaseFeatureInput,
  BuildingInput,
  CountInput,
  DwellingInput,
  EntranceInput,
  HouseholdInput,
  MultiPolygonShape,
  PlanInput,
  PointShape,
} from './survey/survey-inputs.types.ts';
export { SURVEYED_TABLES, type Surveyor, surveyor } from './survey/surveyor.ts';

export interface GeographyDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly guard: Guard;
}

/** What other modules get. */
export type GeographyFace = ReturnType<typeof createGeography>;

export function createGeography({ database, guard }: GeographyDeps) {
  const norms = new NormsBook(database);
  const grounds = new KeptGrounds(database);
  const service = new GeographyService(database, guard, norms);
  const placesOf = perRequest((context, communityId: string) => new Places(database, context, communityId));
  /** After the guard; null for what is not there. */
  const guarded =
    (load: (places: Places, id: string) => Promise<object | undefined>) =>
    async (context: RequestContext, id: DecodedId) => {
      await guard.byId(context, id.communityId, Permission.ViewMap);
      return (await load(placesOf(context, id.communityId), id.id)) ?? null;
    };
  const parts: ModuleParts = {
    resolvers: [
      new GeographyResolver(service),
      new GridFieldsResolver(placesOf),
      new BuildingFieldsResolver(placesOf),
      new EntranceFieldsResolver(placesOf),
      new CommunityFieldsResolver(norms),
    ],
    nodes: {
      Community: (context, id) => service.communityById(context, id),
      Grid: guarded((places, id) => places.grid(id)),
      Building: guarded((places, id) => places.building(id)),
      Entrance: guarded((places, id) => places.entrance(id)),
    },
  };
  return {
    parts,
    surveyor,
    norms,
    /** Batches of one request: for nested fields of other modules' types. */
    placesOf,
    communityView: (context: RequestContext, communityId: string) =>
      communityById(
        database,
        context.actor ? scopeOf(context.actor) : { communities: [], personal: false },
        communityId,
        context.clock.now(),
      ),
    /** Cells, neighbours and border pieces as a plan in force is drawn with; null without buildings. Derived in a thread, kept. */
    groundOf: (scope: Scope, communityId: string) => grounds.ground(scope, communityId),
    entrancesById: (scope: Scope, communityId: string, ids: readonly string[], validAt: Date | null = null) =>
      entrancesById(database, scope, communityId, ids, validAt),
    gridsById: (scope: Scope, communityId: string, ids: readonly string[], validAt: Date) =>
      gridsById(database, scope, { communityId, validAt }, ids),
    gridOfEntrances: (scope: Scope, communityId: string, entranceIds: readonly string[], validAt: Date) =>
      gridOfEntrances(database, scope, { communityId, validAt }, entranceIds),
    normsInForce: (scope: Scope, communityId: string, at: Date) => norms.normsInForce(scope, communityId, at),
    normsByVersion: (scope: Scope, communityId: string, version: number) =>
      norms.normsByVersion(scope, communityId, version),
    workingCalendar: (scope: Scope, communityId: string, at: Date) => norms.workingCalendar(scope, communityId, at),
  };
}
