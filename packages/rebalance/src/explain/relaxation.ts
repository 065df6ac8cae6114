// What a planner could let go so that a plan exists, and how such ways compare. Holds no search.

import { type Assignment, gridLoads } from '../partition/problem.ts';
import { disruptionOf, type PlanQuestion } from '../planning/question.ts';
import type { Terms } from './terms.ts';

/** One rule let go or eased. `free-lock`: without that lock. `limit`: that side set to `value`. `grid-count`: `value` grids. */
export type Change =
  | { readonly kind: 'free-lock'; readonly lock: number }
  | { readonly kind: 'limit'; readonly measure: number; readonly side: 'lower' | 'upper'; readonly value: number }
  | { readonly kind: 'grid-count'; readonly value: number };

/** Changes that together suffice, and a plan that they allow. */
export interface Relaxation {
  readonly changes: readonly Change[];
  /** Keeps everything of the question but the changes. Grids are those of the question, or more where `grid-count` says so. */
  readonly assignment: Assignment;
  /**
   * Nothing less of the same kind suffices: none of these locks can be kept, and no limit, or both by the same amount, can be nearer.
   * False: nothing less was found.
   */
  readonly provedLeast: boolean;
  /** How many locks are freed, or grids of the plan lie outside a limit of the question, or grids come or go. */
  readonly count: number;
  /** Disruption of the plan. */
  readonly disruption: number;
}

/** Completes a relaxation from its plan. */
export function relaxationOf(
  question: PlanQuestion,
  changes: readonly Change[],
  assignment: Assignment,
  provedLeast: boolean,
): Relaxation {
  const freed = changes.filter(({ kind }) => kind === 'free-lock').length;
  const eased = changes.some(({ kind }) => kind === 'limit') ? gridsOutside(question, assignment) : 0;
  const counts = changes.map((change) =>
    change.kind === 'grid-count' ? Math.abs(change.value - question.gridCount) : 0,
  );
  const count = freed + eased + counts.reduce((sum, each) => sum + each, 0);
  return { changes, assignment, provedLeast, count, disruption: disruptionOf(question, assignment) };
}

/** Cheapest first: a grid is a person, so their number comes last; else by what is let go, then by whom it disturbs. */
export function byCost(one: Relaxation, two: Relaxation): number {
  return (
    Number(changesCount(one)) - Number(changesCount(two)) ||
    one.count - two.count ||
    one.disruption - two.disruption ||
    one.changes.length - two.changes.length
  );
}

function changesCount({ changes }: Relaxation): boolean {
  return changes.some(({ kind }) => kind === 'grid-count');
}

function gridsOutside({ measures }: PlanQuestion, assignment: Assignment): number {
  const gridCount = assignment.reduce((most, grid) => Math.max(most, grid), 0) + 1;
  const used = new Set(assignment);
  const loads = measures.map((measure) => gridLoads(measure, assignment, gridCount));
  return [...used].filter((grid) =>
    measures.some(({ lower, upper }, index) => loads[index]![grid]! < lower || loads[index]![grid]! > upper),
  ).length;
}

/** What is left to keep after the changes. */
export function easedTerms(terms: Terms, changes: readonly Change[]): Terms {
  return changes.reduce((so: Terms, change): Terms => {
    if (change.kind === 'grid-count') return { ...so, gridCount: change.value };
    if (change.kind === 'free-lock') return { ...so, locks: so.locks.filter((lock) => lock !== change.lock) };
    return { ...so, [change.side]: so[change.side].with(change.measure, change.value) };
  }, terms);
}
