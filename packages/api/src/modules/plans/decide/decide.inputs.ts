// The inputs of deciding. Refuses rules: the use cases judge what is asked.
import { Field, ID, InputType, Int } from 'type-graphql';
import { PointInput } from '#modules/geography';
import { DateScalar } from '#platform/graphql/scalars';
import { PlanDecisionEnum } from './decide.types.ts';
import type { PlanDecision } from './review-chain.ts';

@InputType('SubmitPlanInput')
export class SubmitPlanInput {
  @Field(() => ID) plan!: string;
  @Field(() => Int) version!: number;
  @Field(() => String, { nullable: true }) note?: string;
  @Field(() => ID) clientEventId!: string;
}

@InputType('ReviewPlanInput')
export class ReviewPlanInput {
  @Field(() => ID) plan!: string;
  @Field(() => Int) version!: number;
  @Field(() => PlanDecisionEnum) decision!: PlanDecision;
  @Field(() => String, { nullable: true }) note?: string;
  @Field(() => ID) clientEventId!: string;
}

@InputType('ActivatePlanInput')
export class ActivatePlanInput {
  @Field(() => ID) plan!: string;
  @Field(() => Int) version!: number;
  @Field(() => DateScalar, { description: "The community's day at whose 00:00 it comes in force." }) on!: string;
  @Field(() => ID) clientEventId!: string;
}

@InputType('WithdrawPlanInput')
export class WithdrawPlanInput {
  @Field(() => ID) plan!: string;
  @Field(() => Int) version!: number;
  @Field(() => String, { description: 'Why.' }) note!: string;
  @Field(() => ID) clientEventId!: string;
}

@InputType('CommentPlanInput')
export class CommentPlanInput {
  @Field(() => ID) plan!: string;
  @Field(() => String) text!: string;
  @Field(() => ID, { nullable: true }) entrance?: string;
  @Field(() => Int, { nullable: true }) grid?: number;
  @Field(() => PointInput, { nullable: true }) point?: PointInput;
  @Field(() => ID) clientEventId!: string;
}

@InputType('ResolvePlanCommentInput')
export class ResolvePlanCommentInput {
  @Field(() => ID) plan!: string;
  @Field(() => ID) comment!: string;
  @Field(() => Boolean) resolved!: boolean;
  @Field(() => ID) clientEventId!: string;
}

@InputType('AcceptHandoversInput')
export class AcceptHandoversInput {
  @Field(() => String) community!: string;
  @Field(() => [ID]) handovers!: string[];
  @Field(() => ID) clientEventId!: string;
}
