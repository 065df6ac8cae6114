// How many grids stay outside a limit whatever the plan, when units are kept together: plain counting, so it is quick and certain.
// Refuses to say which grids: the numbering is the planner's.

import { type Assignment, gridLoads } from '../partition/problem.ts';
import { searchPlan } from '../partition/search.ts';
import type { PlanQuestion } from '../planning/question.ts';
import { fillable, isConnected, isOverfull, reachOf } from './certain.ts';
import { contract, type Contracted } from './contract.ts';
import { labelPlan } from './label-plan.ts';

/** At least `count` of the grids are outside `side` of `measure` in every plan that keeps units together as asked. */
export interface GridsOut {
  readonly count: number;
  readonly measure: number;
  readonly side: 'lower' | 'upper';
  /** Groups of units that cannot be within the limit alone: too light for the lower, too heavy for the upper one. */
  readonly groups: readonly (readonly number[])[];
  /** A plan with no more such grids, limits aside: every grid connected and no unit group split. Null when none was found. */
  readonly assignment: Assignment | null;
  /** The grids outside in that plan; empty without one. */
  readonly grids: readonly number[];
}

const PROPOSALS = 60_000;

/**
 * The measure and side where most grids are certain to be outside; null when counting finds none. A grid without weight in the measure
 * counts as no grid. O(units log units · measures), and a short search for the plan.
 */
export function leastGridsOut(question: PlanQuestion, seed: number): GridsOut | null {
  const together = question.locks.flatMap(({ kind }, lock) => (kind === 'together' ? [lock] : []));
  const none = question.measures.map(() => 0);
  const all = question.measures.map(() => Infinity);
  const { gridCount } = question;
  const contracted = contract(question, { lower: none, upper: all, gridCount, contiguous: true, locks: together });
  if (contracted === null) return null;
  const found = question.measures.flatMap(({ lower, upper }, measure) => {
    const { weights, total } = reachOf(contracted.weights[measure]!, 0, Infinity, gridCount);
    const groupsWhere = (isOut: (weight: number) => boolean) =>
      contracted.groups.filter((_, group) => weights[group]! > 0 && isOut(weights[group]!));
    const heavy = groupsWhere((weight) => weight > upper);
    return [
      {
        count: gridCount - fillable({ weights, total, lower, upper }, gridCount),
        measure,
        side: 'lower' as const,
        groups: groupsWhere((weight) => weight < lower),
      },
      {
        count: total > gridCount * upper || isOverfull(weights, upper, gridCount) ? 1 : 0,
        measure,
        side: 'upper' as const,
        groups: heavy,
      },
    ];
  });
  const worst = found.reduce((most, each) => (each.count > most.count ? each : most));
  if (worst.count === 0) return null;
  const assignment = worst.side === 'lower' ? exampleOf(question, contracted, worst, seed) : null;
  const grids = assignment === null ? [] : gridsUnder(question, worst.measure, assignment);
  return { ...worst, assignment, grids };
}

/** The search spreads what is missing over as few grids as it can; taken only when they are as few as counting allows. */
function exampleOf(
  question: PlanQuestion,
  contracted: Contracted,
  { count, measure }: Pick<GridsOut, 'count' | 'measure'>,
  seed: number,
): Assignment | null {
  const { graph, groups } = contracted;
  if (graph === null || groups.length < question.gridCount || !isConnected(graph)) return null;
  const weights = contracted.weights[measure]!;
  const { lower } = question.measures[measure]!;
  const upper = weights.reduce((sum, weight) => sum + weight, 0);
  const problem = { graph, measures: [{ weights, lower, upper }] as const, gridCount: question.gridCount };
  const parts = searchPlan(problem, { seed, proposals: PROPOSALS }).assignment;
  const assignment = labelPlan(question, { ...contracted, finished: [] }, parts);
  return gridsUnder(question, measure, assignment).length === count ? assignment : null;
}

function gridsUnder({ measures, gridCount }: PlanQuestion, measure: number, assignment: Assignment): number[] {
  const loads = gridLoads(measures[measure]!, assignment, gridCount);
  return [...loads.keys()].filter((grid) => loads[grid]! < measures[measure]!.lower);
}
