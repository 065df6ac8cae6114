// Owns letters and counts of plans found: A is the least change. Pure.
import { MOST_PLANS, type SuggestedPlan } from '@qinghe/rebalance';
import type { Suggestion } from './suggestion.types.ts';

/** What counting needs. */
export interface CountedGround {
  readonly units: readonly { readonly households: number }[];
  readonly before: Int32Array;
}

/** Plans from the least change on, lettered. O(plans · units) */
export function nameSuggestions(plans: readonly SuggestedPlan[], { units, before }: CountedGround): Suggestion[] {
  return plans
    .map((plan) => ({
      ...plan,
      movedHouseholds: units.reduce(
        (sum, { households }, unit) =>
          sum + ((before[unit] ?? -1) >= 0 && before[unit] !== plan.assignment[unit] ? households : 0),
        0,
      ),
    }))
    .toSorted((one, other) => one.movedHouseholds - other.movedHouseholds || one.cv - other.cv)
    .map((plan, index) => ({ ...plan, label: String.fromCodePoint(65 + index) }));
}

/** A plan that is there for its short borders alone: how little it changes is not what it is judged by. */
export function isCompactOnly({ roles }: Pick<Suggestion, 'roles'>): boolean {
  return roles.length === 1 && roles[0] === 'most-compact';
}

/** The plans so far with one more: those that it beats in both balance and change are gone, and of too many the least telling. */
export function withPlan(plans: readonly SuggestedPlan[], plan: SuggestedPlan): SuggestedPlan[] {
  const beaten = (each: SuggestedPlan) => each.disruption >= plan.disruption && each.cv >= plan.cv;
  const beats = plans.some((each) => each.disruption <= plan.disruption && each.cv <= plan.cv);
  return beats ? [...plans] : thinned([...plans.filter((each) => !beaten(each)), plan]);
}

/** The first and the last stay; of the others goes who is nearest in balance to the one before. */
function thinned(plans: readonly SuggestedPlan[]): SuggestedPlan[] {
  if (plans.length <= MOST_PLANS) return [...plans];
  const front = plans.toSorted((one, other) => one.disruption - other.disruption);
  const gains = front.slice(1, -1).map((each, before) => (front[before]?.cv ?? 0) - each.cv);
  return thinned(front.toSpliced(gains.indexOf(Math.min(...gains)) + 1, 1));
}
