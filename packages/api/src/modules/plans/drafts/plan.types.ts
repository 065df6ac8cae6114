// The contract of a plan: its stage, its units, its rules, locks, exemptions and history. Inputs stand in plan.inputs.ts.
// Refuses reviews and comments: whoever decides adds those fields.
import { Field, Float, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { NodeType } from '#platform/graphql/node-types';
import { resultUnion } from '#platform/graphql/outcome';
import { CHANGE_SOURCES, LOCK_KINDS, OP_KINDS } from './plan-ops.ts';
import { PLAN_ACTS, PLAN_STAGES } from './plan-stage.ts';

/** A TypeScript enum object for TypeGraphQL: names are values. */
const named = <Name extends string>(names: readonly Name[]): { [Key in Name]: Key } =>
  Object.fromEntries(names.map((name) => [name, name])) as { [Key in Name]: Key };

export const PlanStageEnum = named(PLAN_STAGES);
registerEnumType(PlanStageEnum, { name: 'PlanStage' });
export const PlanActEnum = named(PLAN_ACTS);
registerEnumType(PlanActEnum, { name: 'PlanAct', description: 'What the viewer may do with a plan now.' });
export const PlanLockKindEnum = named(LOCK_KINDS);
registerEnumType(PlanLockKindEnum, { name: 'PlanLockKind' });
export const PlanOpKindEnum = named(OP_KINDS);
registerEnumType(PlanOpKindEnum, { name: 'PlanOpKind' });
export const PlanChangeSourceEnum = named(CHANGE_SOURCES);
registerEnumType(PlanChangeSourceEnum, {
  name: 'PlanChangeSource',
  description: 'What a change came from; it names the step in the history.',
});

@ObjectType('PlanRules')
export class PlanRulesType {
  @Field(() => Int) minHouseholds!: number;
  @Field(() => Int) targetHouseholds!: number;
  @Field(() => Int) maxHouseholds!: number;
  @Field(() => Int) maxResidents!: number;
  @Field(() => Int, { description: 'Greatest distance between two units of a grid.' }) maxSpanMetres!: number;
  @Field(() => Float) minutesPerRequest!: number;
  @Field(() => Float) minutesPerDoor!: number;
  @Field(() => Float) minutesPerFloor!: number;
}

@ObjectType('PlanLock', {
  description:
    'UNIT: stays in `grid`. TOGETHER: share one grid. WORKER: stays with the worker of `grid`. GRID: `grid` keeps exactly its units.',
})
export class PlanLockType {
  @Field(() => ID) id!: string;
  @Field(() => PlanLockKindEnum) kind!: string;
  @Field(() => [ID]) entrances!: string[];
  @Field(() => Int, { nullable: true }) grid!: number | null;
  @Field(() => String) by!: string;
}

@ObjectType('PlanExemption', { description: 'A finding of the checks that someone accepts, with a reason.' })
export class PlanExemptionType {
  @Field(() => ID) id!: string;
  @Field(() => String) check!: string;
  @Field(() => Int, { nullable: true }) grid!: number | null;
  @Field(() => [ID]) entrances!: string[];
  @Field(() => String) reason!: string;
  @Field(() => String) by!: string;
}

@ObjectType('PlanChange', { description: "One step of a plan's history: what a version changed." })
export class PlanChangeType {
  @Field(() => Int) version!: number;
  @Field(() => Date) at!: Date;
  @Field(() => String) by!: string;
  @Field(() => Boolean) mine!: boolean;
  @Field(() => PlanChangeSourceEnum) source!: string;
  @Field(() => [PlanOpKindEnum]) kinds!: string[];
  @Field(() => Int) movedUnits!: number;
  @Field(() => Boolean, { description: 'Taken back by a later step.' }) undone!: boolean;
  @Field(() => Int, {
    nullable: true,
    description: 'This step takes back (UNDO) or does again (REDO) the step of that version.',
  })
  of!: number | null;
}

@ObjectType('Plan', {
  implements: NodeType,
  description:
    'A proposal for the grids of a community: every unit in a grid, or in none yet. Nothing of it holds before it is in force.',
})
export class PlanType extends NodeType {
  @Field(() => String) community!: string;
  @Field(() => String) name!: string;
  @Field(() => PlanStageEnum) stage!: string;
  @Field(() => Int, { description: 'Counts up with every change; name it when changing the plan.' }) version!: number;
  @Field(() => [Int], { description: 'Numbers of its grids, ascending, also of those that have no unit yet.' })
  grids!: number[];
  @Field(() => Date, { description: 'The instant whose plan in force it was branched from.' }) basedOn!: Date;
  @Field(() => Boolean, { description: 'Another plan has come in force since it was branched.' }) outdated!: boolean;
  @Field(() => String) createdBy!: string;
  @Field(() => Date) createdAt!: Date;
  @Field(() => Date) savedAt!: Date;
  @Field(() => Date, { nullable: true, description: 'In force from this midnight; null before activation.' })
  effectiveFrom!: Date | null;
  @Field(() => PlanRulesType) rules!: PlanRulesType;
}

@ObjectType('PlanApplied')
export class PlanAppliedType {
  @Field(() => PlanType) plan!: object;
  @Field(() => Boolean, { description: 'Others changed it since baseVersion; their steps are in it.' })
  merged!: boolean;
}

@ObjectType('PlanConflictUnit')
export class PlanConflictUnitType {
  @Field(() => ID) entrance!: string;
  @Field(() => String) name!: string;
  @Field(() => Int, { nullable: true }) yours!: number | null;
  @Field(() => Int, { nullable: true }) theirs!: number | null;
  @Field(() => String) theirName!: string;
  @Field(() => Date) theirAt!: Date;
  @Field(() => String) yourName!: string;
}

@ObjectType('PlanConflict', {
  description: 'The same units were moved elsewhere by someone else: nothing was changed.',
})
export class PlanConflictType {
  @Field(() => PlanType) plan!: object;
  @Field(() => [PlanConflictUnitType]) units!: object[];
}

export const PlanResult = resultUnion('PlanResult', () => PlanType);
