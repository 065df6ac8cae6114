// Drafts over GraphQL: translation only.
import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Allow, Permission } from '#modules/access';
import { AppError } from '#platform/errors';
import type { RequestContext } from '#platform/graphql/context';
import { outcome } from '#platform/graphql/outcome';
import { decodeId } from '#platform/ids';
import { ApplyPlanOpsResult } from './apply-ops-result.types.ts';
import { AbandonPlanInput, ApplyPlanOpsInput, CreatePlanInput } from './plan.inputs.ts';
import type { PlanReads, PlanView } from './plan.read.ts';
import type { PlanService } from './plan.service.ts';
import { PlanActEnum, PlanChangeType, PlanExemptionType, PlanLockType, PlanResult, PlanType } from './plan.types.ts';

@Resolver()
export class PlanResolver {
  readonly #service: PlanService;
  readonly #reads: PlanReads;

  constructor(service: PlanService, reads: PlanReads) {
    this.#service = service;
    this.#reads = reads;
  }

  @Allow(Permission.ReadPlans)
  @Query(() => [PlanType])
  plans(@Arg('community', () => String) community: string, @Ctx() context: RequestContext) {
    return this.#reads.list(context, community);
  }

  @Allow(Permission.ReadPlans)
  @Query(() => PlanType, { nullable: true })
  plan(@Arg('id', () => ID) id: string, @Ctx() context: RequestContext) {
    return this.#reads.byDecoded(context, decodeId(id, 'Plan', 'id'));
  }

  @Allow(Permission.EditPlans)
  @Mutation(() => PlanResult)
  createPlan(@Arg('input', () => CreatePlanInput) input: CreatePlanInput, @Ctx() context: RequestContext) {
    return outcome(context.language, () => this.#service.create(context, input));
  }

  @Allow(Permission.EditPlans)
  @Mutation(() => ApplyPlanOpsResult)
  applyPlanOps(@Arg('input', () => ApplyPlanOpsInput) input: ApplyPlanOpsInput, @Ctx() context: RequestContext) {
    return outcome(context.language, () => this.#service.apply(context, input));
  }

  @Allow(Permission.EditPlans)
  @Mutation(() => PlanResult)
  abandonPlan(@Arg('input', () => AbandonPlanInput) input: AbandonPlanInput, @Ctx() context: RequestContext) {
    return outcome(context.language, () => this.#service.abandon(context, input));
  }
}

const MAX_HISTORY = 1_000;

/** What hangs on a plan; each is read only when asked for, for all plans of an answer at once. */
@Resolver(() => PlanType)
export class PlanFieldsResolver {
  @FieldResolver(() => [PlanActEnum])
  acts(@Root() plan: PlanView) {
    return plan.acts;
  }

  @FieldResolver(() => [Int], {
    nullable: 'items',
    description: 'Number of the grid of each unit, in the order of planGround.units; null where a unit has none.',
  })
  async assignment(@Root() plan: PlanView) {
    return (await plan.details.units(plan.uuid)).assignment;
  }

  @FieldResolver(() => [Int], { nullable: 'items', description: 'The same of the plan it was branched from.' })
  async before(@Root() plan: PlanView) {
    return (await plan.details.units(plan.uuid)).before;
  }

  @FieldResolver(() => [PlanLockType])
  locks(@Root() plan: PlanView) {
    return plan.details.locks(plan.uuid);
  }

  @FieldResolver(() => [PlanExemptionType])
  exemptions(@Root() plan: PlanView) {
    return plan.details.exemptions(plan.uuid);
  }

  @FieldResolver(() => [PlanChangeType])
  history(@Root() plan: PlanView, @Arg('last', () => Int, { defaultValue: 200 }) last: number) {
    if (last < 1 || last > MAX_HISTORY) throw new AppError('BAD_USER_INPUT', {}, 'last');
    return plan.details.history(plan.uuid, last);
  }
}
