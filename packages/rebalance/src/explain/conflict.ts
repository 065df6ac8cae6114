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

/** Decisions left open after which the rest is not asked: they would be left open too, and take long. */
const MOST_UNANSWERED = 4;

/**
 * Deletion filter, from the locks and one more rule where those conflict already. Rules about all grids are tried first, so that a conflict names places rather than principles where it can; locks are
 * let go by the half, the quarter and so on, because a conflict usually needs few of them. At most about
 * rules + 2 · conflict · log rules decisions.
 * @param onStep after each decision, with the number of rules that are left
 */
export function smallestConflict(
  question: PlanQuestion,
  feasibility: Feasibility,
  onStep: (rulesLeft: number) => void,
): Conflict {
  let kept = simplest(question, feasibility) ?? rulesOf(question);
  const started = kept.length;
  const open = new Set<Rule>();
  let unanswered = 0;
  const tryWithout = (left: readonly Rule[]): void => {
    if (unanswered === MOST_UNANSWERED) {
      if (left.length === 1) open.add(left[0]!);
      return;
    }
    const trial = kept.filter((rule) => !left.includes(rule));
    const { status } = feasibility.decide(termsOf(question, trial));
    if (status === 'infeasible') kept = trial;
    if (status === 'unknown') unanswered += 1;
    if (left.length === 1 && status === 'unknown') open.add(left[0]!);
    onStep(kept.length);
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
  if (open.size === 0 || kept.length === started) return { rules: kept, provedMinimal: open.size === 0 };
  unanswered = 0;
  const again = [...open];
  open.clear();
  for (const rule of again) if (kept.includes(rule)) tryWithout([rule]);
  return { rules: kept, provedMinimal: open.size === 0 };
}

/** Locks that conflict by themselves, or with one more rule; null when it takes more. */
function simplest(question: PlanQuestion, feasibility: Feasibility): Rule[] | null {
  const rules = rulesOf(question);
  const locks = rules.filter(({ kind }) => kind === 'lock');
  if (locks.length === 0) return null;
  for (const extra of [[], ...rules.filter(({ kind }) => kind !== 'lock').map((rule) => [rule])]) {
    const trial = [...extra, ...locks];
    if (feasibility.decide(termsOf(question, trial), 'light').status === 'infeasible') return trial;
  }
  return null;
}
