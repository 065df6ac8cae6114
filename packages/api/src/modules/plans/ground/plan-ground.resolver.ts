// The ground of plans over GraphQL: translation only.
import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import { Allow, Permission } from '#modules/access';
import type { RequestContext } from '#platform/graphql/context';
import type { PlanGroundService } from './plan-ground.service.ts';
import { PlanGroundType } from './plan-ground.types.ts';

@Resolver()
export class PlanGroundResolver {
  readonly #service: PlanGroundService;

  constructor(service: PlanGroundService) {
    this.#service = service;
  }

  @Allow(Permission.ReadPlans)
  @Query(() => PlanGroundType, { nullable: true })
  planGround(@Arg('community', () => String) community: string, @Ctx() context: RequestContext) {
    return this.#service.ground(context, community);
  }
}
