// The smallest set of rules that cannot all be kept: rules are let go one after another for as long as what is left is still impossible.
// Refuses to call a rule needless, or needed, without an exact answer.

import type { PlanQuestion } from '../planning/question.ts';
import type { Feasibility } from './feasibility.ts';
import { type Rule, rulesOf, termsOf } from './terms.ts';

/** `rules` conflict. `provedMinimal`: without any one of them, whichever, a plan exists. */
export interface Conflict {
  readonly rules: readonly Rule[];
  readonly provedMinimal: boolean;
}

/**
 * Deletion filter. Rules about all grids are tried first, so that a conflict names places rather than principles where it can; locks are
 * let go by the half, the quarter and so on, because a conflict usually needs few of them. At most about
 * rules + 2 · conflict · log rules decisions.
 * @param onStep after each decision, with the number of rules that are left
 */
export function smallestConflict(
  question: PlanQuestion,
  feasibility: Feasibility,
  onStep: (rulesLeft: number) => void,
): Conflict {
  let kept = rulesOf(question);
  const open = new Set<Rule>();
  const tryWithout = (left: readonly Rule[]): boolean => {
    const trial = kept.filter((rule) => !left.includes(rule));
    const { status } = feasibility.decide(termsOf(question, trial));
    if (status === 'infeasible') kept = trial;
    if (left.length === 1 && status === 'unknown') open.add(left[0]!);
    onStep(kept.length);
    return status === 'infeasible';
  };
  for (const rule of kept.filter(({ kind }) => kind !== 'lock')) tryWithout([rule]);
  const locks = kept.filter(({ kind }) => kind === 'lock');
  for (let size = locks.length >> 1; size > 1; size >>= 1)
    for (let at = 0; at < locks.length; at += size) {
      const chunk = locks.slice(at, at + size).filter((rule) => kept.includes(rule));
      if (chunk.length > 1) tryWithout(chunk);
    }
  for (const rule of locks) if (kept.includes(rule)) tryWithout([rule]);
  // What was left open among many rules may be plain among few.
  const again = [...open];
  open.clear();
  for (const rule of again) if (kept.includes(rule)) tryWithout([rule]);
  return { rules: kept, provedMinimal: open.size === 0 };
}
