// Mends one loose piece of a grid: gives it away, or fetches the units between it and the rest. Refuses a repair that costs a limit,
// a lock or another grid's contiguity; whatever else is wrong with the plan stays as it is.

import { componentCounts } from '../contiguity.ts';
import { type Assignment, cutCost, gridLoads } from '../partition/problem.ts';
import { disruptionOf, type PlanQuestion } from '../planning/question.ts';
import { brokenLocks } from './broken-locks.ts';
import { bridgeToGrid } from './bridge-to-grid.ts';

/** A unit and the grid it goes to. */
export interface RepairMove {
  readonly unit: number;
  readonly grid: number;
}

/**
 * The cheapest of these repairs that puts no load further outside its limits, tears and empties no grid and breaks no lock: all of the
 * piece to one grid beside it; each unit back to its grid of today; the units on a cheapest way to the rest of its grid, through any
 * grids or through one alone. Cheapest: least disruption, then fewest units moved, then shortest borders.
 * @param piece connected units of one grid, or of none; the plan may have been edited since it was found
 * @returns null when no such repair exists, or when nothing is loose
 * O(touching grids · units · log units)
 */
export function repairPiece(
  question: PlanQuestion,
  assignment: Assignment,
  piece: readonly number[],
): RepairMove[] | null {
  const [first] = piece;
  if (first === undefined) return null;
  const before = new Standing(question, assignment);
  let best: { readonly moves: RepairMove[]; readonly rank: readonly number[] } | null = null;
  for (const moves of proposals(question, assignment, piece)) {
    const after = assignment.slice();
    for (const { unit, grid } of moves) after[unit] = grid;
    if (moves.length === 0 || !before.mends(after, assignment[first]!)) continue;
    const rank = [disruptionOf(question, after), moves.length, cutCost(question.graph, after)];
    if (best === null || isLess(rank, best.rank)) best = { moves, rank };
  }
  return best?.moves ?? null;
}

function proposals(question: PlanQuestion, assignment: Assignment, piece: readonly number[]): RepairMove[][] {
  const { offsets, neighbours } = question.graph;
  const home = assignment[piece[0]!]!;
  const beside = new Set<number>();
  for (const unit of piece)
    for (let at = offsets[unit]!; at < offsets[unit + 1]!; at += 1) beside.add(assignment[neighbours[at]!]!);
  beside.delete(home);
  beside.delete(-1);
  const back = piece.filter((unit) => question.current[unit]! >= 0 && question.current[unit] !== home);
  const whole = [...beside].map((grid) => piece.map((unit) => ({ unit, grid })));
  const today = back.map((unit) => ({ unit, grid: question.current[unit]! }));
  if (home < 0) return [...whole, today];
  const bridges = [null, ...beside].map((through) =>
    bridgeToGrid(question, assignment, piece, through).map((unit) => ({ unit, grid: home })),
  );
  return [...whole, today, ...bridges];
}

/** What is wrong with a plan before the repair, to see that nothing else becomes worse. */
class Standing {
  private readonly question: PlanQuestion;
  private readonly pieces: Int32Array;
  private readonly loads: readonly Float64Array[];
  private readonly against: readonly number[];

  constructor(question: PlanQuestion, assignment: Assignment) {
    this.question = question;
    this.pieces = componentCounts(question.graph, assignment, question.gridCount);
    this.loads = loadsOf(question, assignment);
    this.against = brokenLocks(question, assignment).map((units) => units.length);
  }

  /** Whether `home` has fewer pieces (or, for units of no grid, all of them one), and nothing is worse. */
  mends(after: Assignment, home: number): boolean {
    const { question } = this;
    const pieces = componentCounts(question.graph, after, question.gridCount);
    if (home >= 0 && pieces[home]! >= this.pieces[home]!) return false;
    const isTorn = pieces.some(
      (count, grid) => count > Math.max(1, this.pieces[grid]!) || (count === 0 && this.pieces[grid]! > 0),
    );
    if (isTorn) return false;
    const loads = loadsOf(question, after);
    const keepsLimits = question.measures.every(({ lower, upper }, measure) =>
      loads[measure]!.every((load, grid) => {
        const was = this.loads[measure]![grid]!;
        return outside(load, lower, upper) <= outside(was, lower, upper);
      }),
    );
    return keepsLimits && brokenLocks(question, after).every((units, lock) => units.length <= this.against[lock]!);
  }
}

function loadsOf({ measures, gridCount }: PlanQuestion, assignment: Assignment): Float64Array[] {
  return measures.map((measure) => gridLoads(measure, assignment, gridCount));
}

function outside(load: number, lower: number, upper: number): number {
  return Math.max(0, lower - load, load - upper);
}

function isLess(one: readonly number[], two: readonly number[]): boolean {
  const at = one.findIndex((value, index) => value !== two[index]);
  return at >= 0 && one[at]! < two[at]!;
}
