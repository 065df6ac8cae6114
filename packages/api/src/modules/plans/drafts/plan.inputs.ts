// The inputs of a draft's mutations. Refuses rules: the use cases judge what is asked.
import { Field, Float, ID, InputType, Int } from 'type-graphql';
import type { ChangeSource, LockKind, OpKind } from './plan-ops.ts';
import { PlanChangeSourceEnum, PlanLockKindEnum, PlanOpKindEnum } from './plan.types.ts';

@InputType('PlanRulesInput')
export class PlanRulesInput {
  @Field(() => Int) minHouseholds!: number;
  @Field(() => Int) targetHouseholds!: number;
  @Field(() => Int) maxHouseholds!: number;
  @Field(() => Int) maxResidents!: number;
  @Field(() => Int) maxSpanMetres!: number;
  @Field(() => Float) minutesPerRequest!: number;
  @Field(() => Float) minutesPerDoor!: number;
  @Field(() => Float) minutesPerFloor!: number;
}

@InputType('CreatePlanInput')
export class CreatePlanInput {
  @Field(() => String) community!: string;
  @Field(() => String) name!: string;
  @Field(() => ID, {
    nullable: true,
    description: 'Branch from this plan instead of the one in force: a return to it, or a copy.',
  })
  from?: string | null;
  @Field(() => ID) clientEventId!: string;
}

@InputType('PlanOpInput', {
  description:
    'The fields that a kind needs: MOVE entrances + grid (null: none). ADD_GRID grid: a former number, or the next that no grid ever had. CLOSE_GRID grid, once nothing is in it. LOCK lock + entrances, or grid. UNLOCK, UNEXEMPT id. EXEMPT check, grid or entrances, text. SET_RULES rules. RENAME text. UNDO, REDO version.',
})
export class PlanOpInput {
  @Field(() => PlanOpKindEnum) kind!: OpKind;
  @Field(() => [ID], { nullable: true }) entrances?: string[] | null;
  @Field(() => Int, { nullable: true }) grid?: number | null;
  @Field(() => PlanLockKindEnum, { nullable: true }) lock?: LockKind | null;
  @Field(() => ID, { nullable: true }) id?: string | null;
  @Field(() => String, { nullable: true }) check?: string | null;
  @Field(() => String, { nullable: true }) text?: string | null;
  @Field(() => PlanRulesInput, { nullable: true }) rules?: PlanRulesInput | null;
  @Field(() => Int, { nullable: true }) version?: number | null;
}

@InputType('ApplyPlanOpsInput')
export class ApplyPlanOpsInput {
  @Field(() => ID) plan!: string;
  @Field(() => Int, { description: 'The version that was edited; changes by others since are merged by unit.' })
  baseVersion!: number;
  @Field(() => [PlanOpInput]) ops!: PlanOpInput[];
  @Field(() => PlanChangeSourceEnum, { defaultValue: 'HAND' }) source!: ChangeSource;
  @Field(() => ID) clientEventId!: string;
}

@InputType('AbandonPlanInput')
export class AbandonPlanInput {
  @Field(() => ID) plan!: string;
  @Field(() => Int) version!: number;
  @Field(() => ID) clientEventId!: string;
}
