// The contract of deciding: reviews, comments, what a plan changes, the replay, and hand-over items. Inputs stand in decide.inputs.ts.
// Refuses the plan itself: its type is the drafts'.
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { RoleEnum } from '#modules/access';
import { resultUnion } from '#platform/graphql/outcome';
import { DateScalar, GeometryScalar } from '#platform/graphql/scalars';
import { PlanStageEnum } from '../drafts/plan.types.ts';
import { PLAN_DECISIONS } from './review-chain.ts';

const enumOf = (...names: readonly string[]): Record<string, string> =>
  Object.fromEntries(names.map((name) => [name, name]));

export const PlanDecisionEnum = enumOf(...PLAN_DECISIONS);
registerEnumType(PlanDecisionEnum, { name: 'PlanDecision' });
const HandoverKindEnum = enumOf('DOORS', 'REQUEST');
registerEnumType(HandoverKindEnum, { name: 'HandoverKind' });

@ObjectType('PlanReview', {
  description:
    'One act. Without a decision it is what its stage says: SUBMITTED handed in, SCHEDULED dated, APPROVED a date taken back.',
})
export class PlanReviewType {
  @Field(() => Date) at!: Date;
  @Field(() => String) by!: string;
  @Field(() => RoleEnum) role!: string;
  @Field(() => PlanDecisionEnum, { nullable: true }) decision!: string | null;
  @Field(() => String, { nullable: true }) note!: string | null;
  @Field(() => Int) version!: number;
  @Field(() => PlanStageEnum) stage!: string;
}

@ObjectType('PlanComment')
export class PlanCommentType {
  @Field(() => ID) id!: string;
  @Field(() => Date) at!: Date;
  @Field(() => String) by!: string;
  @Field(() => String) text!: string;
  @Field(() => ID, { nullable: true }) entrance!: string | null;
  @Field(() => Int, { nullable: true }) grid!: number | null;
  @Field(() => GeometryScalar, { nullable: true }) point!: string | null;
  @Field(() => Boolean) resolved!: boolean;
}

@ObjectType('PlanMove')
export class PlanMoveType {
  @Field(() => ID) entrance!: string;
  @Field(() => String) name!: string;
  @Field(() => String) buildingName!: string;
  @Field(() => Int, { nullable: true }) fromGrid!: number | null;
  @Field(() => Int, { nullable: true }) toGrid!: number | null;
  @Field(() => String, { nullable: true }) fromWorker!: string | null;
  @Field(() => String, { nullable: true }) toWorker!: string | null;
  @Field(() => Int) households!: number;
  @Field(() => Int) dailyCareDoors!: number;
  @Field(() => Int) openRequests!: number;
}

@ObjectType('PlanDiff', { description: 'What one plan changes against another, in door order.' })
export class PlanDiffType {
  @Field(() => [PlanMoveType]) moves!: object[];
  @Field(() => Int) households!: number;
  @Field(() => Int) dailyCareDoors!: number;
  @Field(() => Int) openRequests!: number;
}

@ObjectType('PlanReplayWeek')
export class PlanReplayWeekType {
  @Field(() => DateScalar) from!: string;
  @Field(() => DateScalar) to!: string;
  @Field(() => Int) grid!: number;
  @Field(() => Int) requestsBefore!: number;
  @Field(() => Int) requestsAfter!: number;
  @Field(() => Int) visitsBefore!: number;
  @Field(() => Int) visitsAfter!: number;
}

@ObjectType('PlanReplay', {
  description:
    "The last closed days' events, counted twice. Before: each day by the grids in force on it, as they were observed. After: all days by this plan's grids. The totals are equal.",
})
export class PlanReplayType {
  @Field(() => Date) from!: Date;
  @Field(() => Date) to!: Date;
  @Field(() => [PlanReplayWeekType]) weeks!: object[];
  @Field(() => Int) requestsBefore!: number;
  @Field(() => Int) requestsAfter!: number;
  @Field(() => Int) visitsBefore!: number;
  @Field(() => Int) visitsAfter!: number;
}

@ObjectType('Handover', {
  description:
    'What passes from one worker to another when a plan comes in force. Until it is accepted the old worker answers for it.',
})
export class HandoverType {
  @Field(() => ID) id!: string;
  @Field(() => HandoverKindEnum) kind!: string;
  @Field(() => ID) plan!: string;
  @Field(() => ID) entrance!: string;
  @Field(() => String) entranceName!: string;
  @Field(() => ID, { nullable: true }) request!: string | null;
  @Field(() => String, {
    nullable: true,
    description: "The request's category, for those who may read requests.",
  })
  requestTitle!: string | null;
  @Field(() => Int) fromGrid!: number;
  @Field(() => Int) toGrid!: number;
  @Field(() => String) fromWorker!: string;
  @Field(() => String) toWorker!: string;
  @Field(() => Int) households!: number;
  @Field(() => Int, {
    description: 'Number of daily-care doors; the receiving worker alone sees which, in the floor matrix.',
  })
  dailyCareDoors!: number;
  @Field(() => Date) effectiveFrom!: Date;
  @Field(() => Date, { nullable: true }) acceptedAt!: Date | null;
  @Field(() => String, { nullable: true }) acceptedBy!: string | null;
  @Field(() => Boolean, { description: 'The viewer may accept it.' }) mine!: boolean;
}

@ObjectType('HandoversAccepted')
export class HandoversAcceptedType {
  @Field(() => [HandoverType]) handovers!: object[];
}
export const AcceptHandoversResult = resultUnion('AcceptHandoversResult', () => HandoversAcceptedType);
