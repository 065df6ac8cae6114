// The face of people: who serves, who answers for a place, and writing both.
import { type Access, type Guard, Permission } from '#modules/access';
import type { GeographyFace } from '#modules/geography';
import type { Clock } from '#platform/clock';
import type { Database } from '#platform/database/database';
import { registerEntities } from '#platform/database/entities';
import type { Scope } from '#platform/database/scope';
import { perRequest } from '#platform/graphql/batch-loader';
import type { RequestContext } from '#platform/graphql/context';
import type { ModuleParts } from '#platform/module';
import { PEOPLE_ENTITIES } from './people.entity.ts';
import { type AppointGridWorker, appointGridWorker } from './appoint-grid-worker.ts';
import { readGridWorkers } from './grid-workers.read.ts';
import { GridStaffResolver, PeopleResolver } from './people.resolver.ts';
import { gridStaff, organizationsById, peopleById } from './person.read.ts';
import { type Route, type RouteAsk, routes } from './route.read.ts';
import { Serving } from './serving.ts';
import { staff } from './staff.service.ts';

registerEntities(...PEOPLE_ENTITIES);

export { OrganizationType, PersonType } from './people.types.ts';
export { heldByName } from './held-by-name.sql.ts';
export type { OrganizationView, PersonView } from './person.read.ts';
export type { RoutingReason, RoutingReasonCode } from './responsibility.ts';
export type { Route, RouteAsk } from './route.read.ts';
export type { Serving } from './serving.ts';
export { type DutyInput, type OnCallInput, type OrganizationInput, type PersonInput, staff } from './staff.service.ts';

export interface PeopleDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly guard: Guard;
  readonly geography: GeographyFace;
}

/** What other modules get. */
export type PeopleFace = ReturnType<typeof createPeople>;

export function createPeople({ database, guard, geography }: PeopleDeps) {
  const servingOf = perRequest(
    (context, communityId: string) => new Serving(database, () => guard.byId(context, communityId, Permission.ViewMap)),
  );
  const gridWorkers = async (context: RequestContext, community: string) =>
    readGridWorkers(database, await guard.byCode(context, community, Permission.AppointWorkers), context.clock.now());
  const appoint = (context: RequestContext, input: AppointGridWorker) =>
    appointGridWorker({ database, guard }, context, input);
  const parts: ModuleParts = {
    resolvers: [
      new PeopleResolver({ database, guard, gridWorkers, appointGridWorker: appoint }),
      new GridStaffResolver(servingOf),
    ],
    nodes: {
      Person: async (context, { communityId, id }) => (await servingOf(context, communityId).person(id)) ?? null,
      Organization: async (context, { communityId, id }) =>
        (await servingOf(context, communityId).organization(id)) ?? null,
    },
  };
  const routesOf = (scope: Scope, communityId: string, asks: readonly RouteAsk[]) =>
    routes(database, scope, communityId, asks, (at) => geography.workingCalendar(scope, communityId, at));
  return {
    parts,
    /** Batches of one request: for nested fields of other modules' types. */
    servingOf,
    personOf: async (context: RequestContext, communityId: string, id: string) =>
      (await servingOf(context, communityId).person(id)) ?? null,
    organizationOf: async (context: RequestContext, communityId: string, id: string) =>
      (await servingOf(context, communityId).organization(id)) ?? null,
    /** Those who may be given a grid. */
    gridWorkers,
    appointGridWorker: appoint,
    peopleById: (access: Access, ids: readonly string[]) => peopleById(database, access, ids),
    organizationsById: (access: Access, ids: readonly string[]) => organizationsById(database, access, ids),
    /** Who holds the duties of whole grids at an instant. */
    gridStaff: (access: Access, gridIds: readonly string[], at: Date) => gridStaff(database, access, gridIds, at),
    /** Who answers for an entrance at an instant; call it before a unit of work, never inside. */
    route: async (scope: Scope, communityId: string, entranceId: string, at: Date): Promise<Route | null> =>
      (await routesOf(scope, communityId, [{ entranceId, at }]))[0] ?? null,
    /** The same for many at once, in their order. */
    routes: routesOf,
    ...staff,
  };
}
