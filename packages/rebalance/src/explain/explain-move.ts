// Why a unit is moved: the same plan once more, with this one move left out. Refuses to search for a better plan without it.

import { componentCounts } from '../contiguity.ts';
import { type Assignment, gridLoads } from '../partition/problem.ts';
import { disruptionOf, type PlanQuestion } from '../planning/question.ts';
import { brokenLocks } from './broken-locks.ts';

/** What a grid has in one measure, and what it may have. */
export interface GridLoad {
  readonly grid: number;
  readonly measure: number;
  readonly load: number;
  readonly lower: number;
  readonly upper: number;
}

/** What leaving a move out does to the plan. */
export interface MoveEffect {
  /** Units that would be back in their grid of today; the others asked about are not moved. */
  readonly units: readonly number[];
  /** Loads of the grids that the units leave and join, by grid and measure: with the moves as planned. */
  readonly with: readonly GridLoad[];
  /** The same, without them. */
  readonly without: readonly GridLoad[];
  /** Entries of `without` that lie outside their limits and are within them, or less far outside, with the move. */
  readonly breaks: readonly GridLoad[];
  /** Grids that would be in more pieces. */
  readonly fallApart: readonly { readonly grid: number; readonly pieces: number; readonly piecesWith: number }[];
  /** Grids that would be empty. */
  readonly empties: readonly number[];
  /** Locks that hold with the move and would not without. */
  readonly locks: readonly number[];
  /** What people are spared: the disruption of the plan less that without the move. */
  readonly disruptionSaved: number;
  /** The plan without the move. */
  readonly assignment: Assignment;
}

/**
 * Leave-one-out: the moved ones among `units` (a unit, or a building's entrances) stay in their grid of `current`, all else as planned.
 * Null when none of them is moved; a unit that has no grid today was not moved. O(units + edges)
 */
export function explainMove(
  question: PlanQuestion,
  assignment: Assignment,
  units: number | readonly number[],
): MoveEffect | null {
  const { current } = question;
  const asked = typeof units === 'number' ? [units] : units;
  const moved = asked.filter((unit) => current[unit]! >= 0 && current[unit] !== assignment[unit]);
  if (moved.length === 0) return null;
  const back = assignment.slice();
  for (const unit of moved) back[unit] = current[unit]!;
  const touched = [...new Set(moved.flatMap((unit) => [current[unit]!, assignment[unit]!]))]
    .filter((grid) => grid >= 0)
    .toSorted((a, b) => a - b);
  const [planned, without] = [loadsOf(question, assignment, touched), loadsOf(question, back, touched)];
  return {
    units: moved,
    with: planned,
    without,
    breaks: without.filter((load, index) => outside(load) > outside(planned[index]!)),
    ...shapes(question, assignment, back, touched),
    locks: newlyBroken(question, assignment, back),
    disruptionSaved: disruptionOf(question, assignment) - disruptionOf(question, back),
    assignment: back,
  };
}

function loadsOf({ measures, gridCount }: PlanQuestion, assignment: Assignment, grids: readonly number[]): GridLoad[] {
  const loads = measures.map((measure) => gridLoads(measure, assignment, gridCount));
  return grids.flatMap((grid) =>
    measures.map(({ lower, upper }, measure) => ({ grid, measure, load: loads[measure]![grid]!, lower, upper })),
  );
}

function outside({ load, lower, upper }: GridLoad): number {
  return Math.max(0, lower - load, load - upper);
}

function shapes({ graph, gridCount }: PlanQuestion, planned: Assignment, back: Assignment, grids: readonly number[]) {
  const [before, after] = [componentCounts(graph, planned, gridCount), componentCounts(graph, back, gridCount)];
  return {
    fallApart: grids
      .filter((grid) => after[grid]! > Math.max(1, before[grid]!))
      .map((grid) => ({ grid, pieces: after[grid]!, piecesWith: before[grid]! })),
    empties: grids.filter((grid) => after[grid] === 0 && before[grid]! > 0),
  };
}

function newlyBroken(question: PlanQuestion, planned: Assignment, back: Assignment): number[] {
  const held = brokenLocks(question, planned);
  return brokenLocks(question, back).flatMap((units, lock) =>
    units.length > 0 && held[lock]!.length === 0 ? [lock] : [],
  );
}
