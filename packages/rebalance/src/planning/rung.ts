// One rung of the ladder: the reduced question with the first measure held within a distance of its target. Refuses to search.

import type { Assignment, PartitionProblem } from '../partition/problem.ts';
import type { ReducedQuestion } from './reduce-question.ts';

/** What the first measure aims at: the question's wish, or the mean over all grids, held ones included. */
export function targetOf({ question }: ReducedQuestion): number {
  const total = question.measures[0].weights.reduce((sum, weight) => sum + weight, 0);
  return question.target ?? total / question.gridCount;
}

/** The problem with the first measure's limits drawn in to `deviation` of the target; Infinity leaves them. */
export function rungProblem(reduced: ReducedQuestion, deviation: number): PartitionProblem {
  const { problem } = reduced;
  const [first, ...others] = problem.measures;
  const target = targetOf(reduced);
  // A load whose deviation was measured must fit the rung of that deviation, whatever the last bit says.
  const rounding = 1e-9 * target;
  const lower = Math.max(first.lower, Math.ceil(target * (1 - deviation) - rounding));
  const upper = Math.min(first.upper, Math.floor(target * (1 + deviation) + rounding));
  return { ...problem, measures: [{ ...first, lower, upper }, ...others] };
}

/** The first measure of each grid that is not held. O(nodes) */
function loadsOf({ gridOf, problem }: ReducedQuestion, labels: Assignment): Float64Array {
  const loads = new Float64Array(gridOf.length);
  labels.forEach((label, node) => (loads[label]! += problem.measures[0].weights[node]!));
  return loads;
}

/** Sum of the squared loads of the grids that are not held: least where they are all alike. O(nodes) */
export function unevennessOf(reduced: ReducedQuestion, labels: Assignment): number {
  return loadsOf(reduced, labels).reduce((sum, load) => sum + load * load, 0);
}

/** Largest distance from the target of a grid that is not held, as a share of it. O(nodes) */
export function deviationOf(reduced: ReducedQuestion, labels: Assignment): number {
  const target = targetOf(reduced);
  return loadsOf(reduced, labels).reduce(
    (most, load) => Math.max(most, Math.abs(load - target) / Math.max(target, Number.MIN_VALUE)),
    0,
  );
}

/** True when the problem's limits hold in every label. O(nodes · measures) */
export function keepsLimits({ measures, gridCount }: PartitionProblem, labels: Assignment): boolean {
  return measures.every(({ weights, lower, upper }) => {
    const loads = new Float64Array(gridCount);
    labels.forEach((label, node) => (loads[label]! += weights[node]!));
    return loads.every((load) => load >= lower && load <= upper);
  });
}
