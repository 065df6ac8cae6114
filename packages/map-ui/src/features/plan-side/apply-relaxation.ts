// Owns what a relaxation's button does: let buildings be split, take locks off, ease a limit of the draft. Pure: it says what,
// the caller does it. Refuses another number of grids: a grid is a person, and no button makes one.
import type { WhyNot } from '@qinghe/rebalance';
import type { PlanRulesModel } from '#plan/plan-session.types';
import type { LockOrigin, QuestionWish } from '#plan/plan-wish';

type Relaxation = Extract<WhyNot, { status: 'infeasible' }>['relaxations'][number];

/** What to change, and then to ask again with `wish`. */
export interface RelaxationSteps {
  readonly wish: QuestionWish;
  readonly unlock: readonly string[];
  /** Null: rules stay. */
  readonly rules: PlanRulesModel | null;
}

/** Null where a button cannot do it. */
export function relaxationSteps(
  { changes }: Pick<Relaxation, 'changes'>,
  given: { readonly wish: QuestionWish; readonly rules: PlanRulesModel; readonly origins: readonly LockOrigin[] },
): RelaxationSteps | null {
  const splitAllowed = new Set(given.wish.splitAllowed);
  const unlock: string[] = [];
  let rules: PlanRulesModel | null = null;
  for (const change of changes) {
    if (change.kind === 'grid-count') return null;
    if (change.kind === 'limit') {
      rules = { ...(rules ?? given.rules), [limitName(change.measure, change.side)]: change.value };
      continue;
    }
    const origin = given.origins[change.lock];
    if (origin?.kind === 'building') splitAllowed.add(origin.building);
    else if (origin) unlock.push(origin.lock.id);
  }
  return { wish: { ...given.wish, splitAllowed: [...splitAllowed] }, unlock, rules };
}

function limitName(measure: number, side: 'lower' | 'upper'): keyof PlanRulesModel {
  if (measure > 0) return 'maxResidents';
  return side === 'lower' ? 'minHouseholds' : 'maxHouseholds';
}
