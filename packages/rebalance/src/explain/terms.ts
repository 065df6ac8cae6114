// The rules of a question, each of which can be let go, and what is left to keep when some are. Refuses to find plans.

import { components } from '../contiguity.ts';
import { type Assignment, gridLoads } from '../partition/problem.ts';
import { newPieces, piecesByGrid } from '../planning/plan-pieces.ts';
import type { PlanQuestion } from '../planning/question.ts';
import { unitsAgainst } from './broken-locks.ts';

/**
 * One rule of a question. `lock`: by its index. `limit`: one side of one measure. `contiguity`: no grid has a loose piece that it does
 * not have today. `grid-count`: exactly that many grids, none without a unit.
 */
export type Rule =
  | { readonly kind: 'lock'; readonly lock: number }
  | { readonly kind: 'limit'; readonly measure: number; readonly side: 'lower' | 'upper' }
  | { readonly kind: 'contiguity' }
  | { readonly kind: 'grid-count' };

/** What a plan has to keep. */
export interface Terms {
  /** By measure; 0 and Infinity where nothing is asked. */
  readonly lower: readonly number[];
  readonly upper: readonly number[];
  /** Null: any number of grids, at least one. */
  readonly gridCount: number | null;
  readonly contiguous: boolean;
  /** Indexes of the locks to keep, ascending. */
  readonly locks: readonly number[];
}

/** Every rule that says something: a limit that no load could break is none. O(units · measures) */
export function rulesOf({ measures, locks }: PlanQuestion): Rule[] {
  const limits = measures.flatMap(({ weights, lower, upper }, measure): Rule[] => {
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    return [
      ...(upper < total ? [{ kind: 'limit', measure, side: 'upper' } as const] : []),
      ...(lower > 0 ? [{ kind: 'limit', measure, side: 'lower' } as const] : []),
    ];
  });
  return [
    { kind: 'contiguity' },
    ...limits,
    { kind: 'grid-count' },
    ...locks.map((_, lock): Rule => ({ kind: 'lock', lock })),
  ];
}

/** What is to be kept when only these rules hold. */
export function termsOf(question: PlanQuestion, rules: readonly Rule[]): Terms {
  const has = (side: 'lower' | 'upper', measure: number) =>
    rules.some((rule) => rule.kind === 'limit' && rule.measure === measure && rule.side === side);
  return {
    lower: question.measures.map(({ lower }, measure) => (has('lower', measure) ? lower : 0)),
    upper: question.measures.map(({ upper }, measure) => (has('upper', measure) ? upper : Infinity)),
    gridCount: rules.some(({ kind }) => kind === 'grid-count') ? question.gridCount : null,
    contiguous: rules.some(({ kind }) => kind === 'contiguity'),
    locks: rules.flatMap((rule) => (rule.kind === 'lock' ? [rule.lock] : [])).toSorted((a, b) => a - b),
  };
}

/** Whether a plan keeps the terms. Grids beyond those of the question are allowed where their number is free. O(units + edges) */
export function keepsTerms(question: PlanQuestion, terms: Terms, assignment: Assignment): boolean {
  if (assignment.some((grid) => grid < 0)) return false;
  const used = new Set(assignment);
  if (terms.gridCount !== null && used.size !== terms.gridCount) return false;
  const gridCount = assignment.reduce((most, grid) => Math.max(most, grid), 0) + 1;
  const isWithin = question.measures.every((measure, index) => {
    const loads = gridLoads(measure, assignment, gridCount);
    return [...used].every((grid) => loads[grid]! >= terms.lower[index]! && loads[grid]! <= terms.upper[index]!);
  });
  if (!isWithin) return false;
  if (terms.locks.some((lock) => unitsAgainst(question.locks[lock]!, question.current, assignment).length > 0))
    return false;
  return !terms.contiguous || isContiguous({ ...question, gridCount }, assignment);
}

function isContiguous(question: PlanQuestion, assignment: Assignment): boolean {
  const torn = piecesByGrid(question, assignment).filter((pieces) => pieces.length > 1);
  if (torn.length === 0) return true;
  const today = components(question.graph, question.current);
  return torn.every((pieces) => newPieces(question, pieces, today).length === 0);
}
