// What a planner asks: today's grids, what must not change, and what a change costs people. Typed arrays and plain objects, so
// that a question travels to a worker as it is. Knows units and grids as indexes; names stay with the caller.

import type { Assignment, PartitionProblem } from '../partition/problem.ts';

/**
 * Something that a plan must leave as it is.
 * `stay`: these units belong to `grid` (a unit held, or a worker kept with a building). `together`: these units share one grid,
 * whichever. `grid`: the grid keeps exactly the units it has in `current`.
 */
export type Lock =
  | { readonly kind: 'stay'; readonly units: readonly number[]; readonly grid: number }
  | { readonly kind: 'together'; readonly units: readonly number[] }
  | { readonly kind: 'grid'; readonly grid: number };

/** A partition problem with labels: grid `g` here is grid `g` of `current`, and has its worker. */
export interface PlanQuestion extends PartitionProblem {
  /** The grids to start from, 0 to gridCount - 1 per unit; -1 where a unit has none. Pieces it has may stay, none may be added. */
  readonly current: Assignment;
  /** What it costs that a unit leaves its grid: households, daily-care doors weighing ten. Integer, 0 or more; 0 leaves free. */
  readonly disruption: Int32Array;
  readonly locks: readonly Lock[];
  /** What the first measure aims at in a grid; the mean where left out. */
  readonly target?: number;
}

/** Cost of all units that are not in their grid of `current`; a unit that had none costs nothing. O(units) */
export function disruptionOf(question: Pick<PlanQuestion, 'current' | 'disruption'>, assignment: Assignment): number {
  let sum = 0;
  question.current.forEach((grid, unit) => {
    if (grid >= 0 && grid !== assignment[unit]) sum += question.disruption[unit]!;
  });
  return sum;
}
