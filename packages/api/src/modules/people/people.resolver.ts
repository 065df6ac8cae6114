// Organizations and the staff of grids over GraphQL: translation only.
import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { Allow, type Guard, Permission } from '#modules/access';
import { GridType, type GridView } from '#modules/geography';
import type { Database } from '#platform/database/database';
import type { RequestContext } from '#platform/graphql/context';
import { OrganizationType, PersonType } from './people.types.ts';
import { readOrganizations } from './person.read.ts';
import type { Serving } from './serving.ts';

export type ServingOf = (context: RequestContext, communityId: string) => Serving;

@Resolver()
export class PeopleResolver {
  readonly #database: Database;
  readonly #guard: Guard;

  constructor(database: Database, guard: Guard) {
    this.#database = database;
    this.#guard = guard;
  }

  @Allow(Permission.ViewMap)
  @Query(() => [OrganizationType])
  async organizations(@Arg('community', () => String) community: string, @Ctx() context: RequestContext) {
    return readOrganizations(this.#database, await this.#guard.byCode(context, community, Permission.ViewMap));
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
