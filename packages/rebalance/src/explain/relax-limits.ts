// How far a limit has to give: the nearest value that allows a plan, for one side, or for both by the same amount. Refuses to free locks.

import { type Assignment, gridLoads } from '../partition/problem.ts';
import type { PlanQuestion } from '../planning/question.ts';
import type { Feasibility, Verdict } from './feasibility.ts';
import { type Change, type Relaxation, relaxationOf } from './relaxation.ts';
import type { Rule, Terms } from './terms.ts';

type LimitRule = Extract<Rule, { kind: 'limit' }>;

/** One relaxation for each limit of the conflict that is enough alone; where none is, both sides of a measure. */
export function relaxLimits(
  question: PlanQuestion,
  feasibility: Feasibility,
  terms: Terms,
  limits: readonly LimitRule[],
): Relaxation[] {
  const alone = limits.flatMap(({ measure, side }) => widen(question, feasibility, terms, measure, [side]) ?? []);
  if (alone.length > 0) return alone;
  return [...new Set(limits.map(({ measure }) => measure))].flatMap(
    (measure) => widen(question, feasibility, terms, measure, ['lower', 'upper']) ?? [],
  );
}

/** Doubles the amount until it suffices, then halves what lies between the last that does not and the first that does. */
function widen(
  question: PlanQuestion,
  feasibility: Feasibility,
  terms: Terms,
  measure: number,
  sides: readonly LimitRule['side'][],
): Relaxation | null {
  const { weights, lower, upper } = question.measures[measure]!;
  const most = Math.max(
    lower,
    weights.reduce((sum, weight) => sum + weight, 0),
  );
  const decide = (amount: number): Verdict =>
    feasibility.decide(
      {
        ...terms,
        lower: terms.lower.with(measure, sides.includes('lower') ? Math.max(0, lower - amount) : terms.lower[measure]!),
        upper: terms.upper.with(measure, sides.includes('upper') ? upper + amount : terms.upper[measure]!),
      },
      'light',
    );
  // Without the limits first: where that is impossible no amount need be tried.
  const first = decide(most);
  if (first.status === 'infeasible') return null;
  let assignment = first.status === 'feasible' ? first.assignment : null;
  let short = 0;
  let provedLeast = true;
  const isEnough = (amount: number): boolean => {
    const verdict = decide(amount);
    if (verdict.status === 'feasible') ({ assignment } = verdict);
    else provedLeast &&= verdict.status === 'infeasible';
    if (verdict.status !== 'feasible') short = amount;
    return verdict.status === 'feasible';
  };
  for (let amount = Math.max(1, Math.ceil(upper / FIRST_SHARE)); amount < most; amount *= 2)
    if (isEnough(amount)) break;
  if (assignment === null) return null;
  for (;;) {
    const enough = amountOf(question, measure, assignment);
    if (enough - short <= 1) break;
    // A plan that was found for an amount may need less of it.
    isEnough((short + enough) >> 1);
  }
  return relaxationOf(question, changesFor(question, measure, assignment), assignment, provedLeast);
}

/** The amount that is tried first, as a part of the upper limit. */
const FIRST_SHARE = 64;

/** How far the plan's loads lie outside the limits of the question. */
function amountOf(question: PlanQuestion, measure: number, assignment: Assignment): number {
  const { lower, upper } = question.measures[measure]!;
  const [least, most] = extremes(question, measure, assignment);
  return Math.max(lower - least, most - upper, 0);
}

/** Only what this plan needs of either side. */
function changesFor(question: PlanQuestion, measure: number, assignment: Assignment): Change[] {
  const { lower, upper } = question.measures[measure]!;
  const [least, most] = extremes(question, measure, assignment);
  return [
    ...(least < lower ? [{ kind: 'limit', measure, side: 'lower', value: least } as const] : []),
    ...(most > upper ? [{ kind: 'limit', measure, side: 'upper', value: most } as const] : []),
  ];
}

function extremes({ measures }: PlanQuestion, measure: number, assignment: Assignment): readonly [number, number] {
  const used = new Set(assignment);
  const loads = gridLoads(measures[measure]!, assignment, Math.max(...used) + 1);
  const present = [...used].map((grid) => loads[grid]!);
  return [Math.min(...present), Math.max(...present)];
}
