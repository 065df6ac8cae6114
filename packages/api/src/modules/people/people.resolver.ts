// Organizations and the staff of grids over GraphQL: translation only.
import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Allow, type Guard, Permission } from '#modules/access';
import { GridType, type GridView } from '#modules/geography';
import type { Database } from '#platform/database/database';
import type { RequestContext } from '#platform/graphql/context';
import { outcome } from '#platform/graphql/outcome';
import type { AppointGridWorker } from './appoint-grid-worker.ts';
import type { GridWorkerView } from './grid-workers.read.ts';
import {
  AppointGridWorkerInput,
  AppointGridWorkerResult,
  GridWorkerType,
  OrganizationType,
  PersonType,
} from './people.types.ts';
import { readOrganizations } from './person.read.ts';
import type { Serving } from './serving.ts';

export type ServingOf = (context: RequestContext, communityId: string) => Serving;

export interface PeopleResolverDeps {
  readonly database: Database;
  readonly guard: Guard;
  gridWorkers(context: RequestContext, community: string): Promise<GridWorkerView[]>;
  appointGridWorker(context: RequestContext, input: AppointGridWorker): Promise<GridWorkerView>;
}

@Resolver()
export class PeopleResolver {
  readonly #deps: PeopleResolverDeps;

  constructor(deps: PeopleResolverDeps) {
    this.#deps = deps;
  }

  @Allow(Permission.ViewMap)
  @Query(() => [OrganizationType])
  async organizations(@Arg('community', () => String) community: string, @Ctx() context: RequestContext) {
    const { database, guard } = this.#deps;
    return readOrganizations(database, await guard.byCode(context, community, Permission.ViewMap));
  }

  @Allow(Permission.AppointWorkers)
  @Query(() => [GridWorkerType], { description: 'Those who may be given a grid, who has fewest first.' })
  gridWorkers(@Arg('community', () => String) community: string, @Ctx() context: RequestContext) {
    return this.#deps.gridWorkers(context, community);
  }

  @Allow(Permission.AppointWorkers)
  @Mutation(() => AppointGridWorkerResult, { description: 'From now on they answer for a grid that had no worker.' })
  appointGridWorker(
    @Arg('input', () => AppointGridWorkerInput) input: AppointGridWorkerInput,
    @Ctx() context: RequestContext,
  ) {
    return outcome(context.language, () => this.#deps.appointGridWorker(context, input));
  }
}

@Resolver(() => GridType)
export class GridStaffResolver {
  readonly #servingOf: ServingOf;

  constructor(servingOf: ServingOf) {
    this.#servingOf = servingOf;
  }

  @FieldResolver(() => PersonType, { nullable: true })
  worker(@Root() grid: GridView, @Ctx() context: RequestContext) {
    return this.#servingOf(context, grid.communityId).ofGrid(grid.uuid, 'workerId', grid.validAt);
  }

  @FieldResolver(() => PersonType, { nullable: true })
  branchSecretary(@Root() grid: GridView, @Ctx() context: RequestContext) {
    return this.#servingOf(context, grid.communityId).ofGrid(grid.uuid, 'branchSecretaryId', grid.validAt);
  }
}
