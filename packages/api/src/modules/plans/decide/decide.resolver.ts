// Deciding about plans over GraphQL: translation only.
import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Allow, Permission } from '#modules/access';
import type { RequestContext } from '#platform/graphql/context';
import { outcome } from '#platform/graphql/outcome';
import type { PlanView } from '../drafts/plan.read.ts';
import { PlanResult, PlanType } from '../drafts/plan.types.ts';
import {
  AcceptHandoversInput,
  ActivatePlanInput,
  CommentPlanInput,
  ResolvePlanCommentInput,
  ReviewPlanInput,
  SubmitPlanInput,
  WithdrawPlanInput,
} from './decide.inputs.ts';
import type { DecideService } from './decide.service.ts';
import {
  AcceptHandoversResult,
  HandoverType,
  PlanCommentType,
  PlanDiffType,
  PlanReplayType,
  PlanReviewType,
} from './decide.types.ts';

@ArgsType()
class HandoversArgs {
  @Field(() => String) community!: string;
  @Field(() => ID, { nullable: true }) plan?: string;
  @Field(() => Boolean, { defaultValue: false }) mine!: boolean;
}

@Resolver()
export class DecideResolver {
  readonly #service: DecideService;

  constructor(service: DecideService) {
    this.#service = service;
  }

  @Allow(Permission.ReadPlans)
  @Query(() => PlanDiffType, {
    description: 'against: another plan; the one it was branched from where left out.',
  })
  planDiff(
    @Arg('plan', () => ID) plan: string,
    @Arg('against', () => ID, { nullable: true }) against: string | undefined,
    @Ctx() context: RequestContext,
  ) {
    return this.#service.diff(context, plan, against ?? null);
  }

  @Allow(Permission.ReadPlans)
  @Query(() => PlanReplayType)
  planReplay(
    @Arg('plan', () => ID) plan: string,
    @Arg('days', () => Int, { defaultValue: 90 }) days: number,
    @Ctx() context: RequestContext,
  ) {
    return this.#service.replay(context, plan, days);
  }

  // Workers and planners ask this, with different permissions: the service takes either.
  @Allow(Permission.ViewMap)
  @Query(() => [HandoverType], {
    description: 'Of plans scheduled or in force; mine: only what the viewer gives or receives.',
  })
  handovers(@Args(() => HandoversArgs) args: HandoversArgs, @Ctx() context: RequestContext) {
    return this.#service.handovers(context, args);
  }

  @Allow(Permission.EditPlans)
  @Mutation(() => PlanResult)
  submitPlan(@Arg('input', () => SubmitPlanInput) input: SubmitPlanInput, @Ctx() context: RequestContext) {
    return outcome(context.language, () => this.#service.reviews.submit(context, input));
  }

  @Allow(Permission.ReviewPlans)
  @Mutation(() => PlanResult)
  reviewPlan(@Arg('input', () => ReviewPlanInput) input: ReviewPlanInput, @Ctx() context: RequestContext) {
    return outcome(context.language, () => this.#service.reviews.review(context, input));
  }

  @Allow(Permission.ActivatePlans)
  @Mutation(() => PlanResult)
  activatePlan(@Arg('input', () => ActivatePlanInput) input: ActivatePlanInput, @Ctx() context: RequestContext) {
    return outcome(context.language, () => this.#service.activate(context, input));
  }

  @Allow(Permission.ActivatePlans)
  @Mutation(() => PlanResult, {
    description:
      'Takes back the day of a scheduled plan, before it has come: grids, duties and hand-overs are as if it had never been set.',
  })
  withdrawPlan(@Arg('input', () => WithdrawPlanInput) input: WithdrawPlanInput, @Ctx() context: RequestContext) {
    return outcome(context.language, () => this.#service.withdraw(context, input));
  }

  @Allow(Permission.ReadPlans)
  @Mutation(() => PlanResult)
  commentPlan(@Arg('input', () => CommentPlanInput) input: CommentPlanInput, @Ctx() context: RequestContext) {
    return outcome(context.language, () => this.#service.comments.comment(context, input));
  }

  @Allow(Permission.ReadPlans)
  @Mutation(() => PlanResult)
  resolvePlanComment(
    @Arg('input', () => ResolvePlanCommentInput) input: ResolvePlanCommentInput,
    @Ctx() context: RequestContext,
  ) {
    return outcome(context.language, () => this.#service.comments.resolve(context, input));
  }

  @Allow(Permission.AcceptHandovers)
  @Mutation(() => AcceptHandoversResult)
  acceptHandovers(
    @Arg('input', () => AcceptHandoversInput) input: AcceptHandoversInput,
    @Ctx() context: RequestContext,
  ) {
    return outcome(context.language, () => this.#service.accept(context, input));
  }
}

/** What others have said about a plan. */
@Resolver(() => PlanType)
export class PlanActsResolver {
  readonly #service: DecideService;

  constructor(service: DecideService) {
    this.#service = service;
  }

  @FieldResolver(() => [PlanReviewType])
  reviews(@Root() plan: PlanView, @Ctx() context: RequestContext) {
    return this.#service.reviewsOf(context, plan);
  }

  @FieldResolver(() => [PlanCommentType])
  comments(@Root() plan: PlanView, @Ctx() context: RequestContext) {
    return this.#service.commentsOf(context, plan);
  }
}
