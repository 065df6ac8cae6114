// The contract of suggestions: a search, the plans it found, and why there are none.
import { Field, Float, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { resultUnion } from '#platform/graphql/outcome';
import { PlanOpKindEnum, PlanRulesType } from '../drafts/plan.types.ts';

const SuggestionStateEnum = Object.fromEntries(['RUNNING', 'DONE', 'CANCELLED', 'FAILED'].map((name) => [name, name]));
registerEnumType(SuggestionStateEnum, { name: 'SuggestionState' });

@ObjectType('PlanSuggestion')
export class PlanSuggestionType {
  @Field(() => [String]) roles!: string[];
  @Field(() => [Int]) assignment!: number[];
  @Field(() => Int) movedUnits!: number;
  @Field(() => Int) movedHouseholds!: number;
  @Field(() => Int) disruption!: number;
  @Field(() => Int, { description: 'No plan as balanced disrupts less.' }) disruptionBound!: number;
  @Field(() => Float) cv!: number;
  @Field(() => Float) maxDeviation!: number;
  @Field(() => Float) borderMetres!: number;
  @Field(() => String, { description: 'proved, within or none' }) proof!: string;
  @Field(() => Float, {
    nullable: true,
    description: 'Ratio by which a better plan may at most be better, where proof is within.',
  })
  within!: number | null;
}

@ObjectType('PlanRuleText')
export class PlanRuleTextType {
  @Field(() => String) text!: string;
  @Field(() => ID, { nullable: true }) lock!: string | null;
  @Field(() => [Int]) grids!: number[];
  @Field(() => [ID]) entrances!: string[];
}

@ObjectType('PlanRelaxationOp')
export class PlanRelaxationOpType {
  @Field(() => PlanOpKindEnum) kind!: string;
  @Field(() => ID, { nullable: true }) lock!: string | null;
  @Field(() => PlanRulesType, { nullable: true }) rules!: PlanRulesType | null;
  @Field(() => [ID], { nullable: true }) entrances!: string[] | null;
}

@ObjectType('PlanRelaxation')
export class PlanRelaxationType {
  @Field(() => String) text!: string;
  @Field(() => [PlanRelaxationOpType]) ops!: PlanRelaxationOpType[];
}

@ObjectType('PlanInfeasible')
export class PlanInfeasibleType {
  @Field(() => [PlanRuleTextType]) core!: PlanRuleTextType[];
  @Field(() => [PlanRelaxationType]) relaxations!: PlanRelaxationType[];
  @Field(() => Int, { nullable: true }) leastGridsOut!: number | null;
}

@ObjectType('PlanSuggestions', {
  description: 'Plans that the engine found for a draft, non-dominated in balance and disruption.',
})
export class PlanSuggestionsType {
  @Field(() => ID) job!: string;
  @Field(() => ID) plan!: string;
  @Field(() => Int) version!: number;
  @Field(() => SuggestionStateEnum) state!: string;
  @Field(() => Float) progress!: number;
  @Field(() => [PlanSuggestionType]) suggestions!: PlanSuggestionType[];
  @Field(() => PlanInfeasibleType, { nullable: true }) infeasible!: PlanInfeasibleType | null;
}
export const SuggestPlansResult = resultUnion('SuggestPlansResult', () => PlanSuggestionsType);

@InputType('SuggestPlansInput')
export class SuggestPlansInput {
  @Field(() => ID) plan!: string;
  @Field(() => Int, { defaultValue: 1 }) seed!: number;
  @Field(() => Boolean, { defaultValue: false }) wholeBuildings!: boolean;
  @Field(() => ID) clientEventId!: string;
}
