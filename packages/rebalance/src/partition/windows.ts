// Larger problems, a few grids at a time: each window of neighbouring grids is solved as a community of its own and proved.
// A plan that no window improves carries no bound for the whole, and none is claimed: it says how many windows are proved.

import { enumerateGrids } from './enumerate-grids.ts';
import type { LinearSolver } from './linear-solver.ts';
import { type Assignment, cutCost, type PartitionProblem, type UnitGraph } from './problem.ts';
import { provePartition } from './set-partition.ts';

export interface WindowOptions {
  /** Grids in a window; default 3. */
  readonly gridsAWindow?: number;
  /** Lawful grids of a window to stop at: one with more stays as it is, unproved. Default 400,000. */
  readonly maxGrids?: number;
  /** Called after each window; false stops with the plan so far. */
  readonly keepGoing?: (progress: { readonly done: number; readonly windows: number; readonly cut: number }) => boolean;
}

export interface WindowedPlan {
  /** Grids keep their numbers; within a window the parts are new. */
  readonly assignment: Assignment;
  readonly cut: number;
  /** Windows around each grid in turn, of the last sweep. */
  readonly windows: number;
  /** Those that no other plan of the same units betters. All of them: the plan is best under changes of any window. */
  readonly proved: number;
}

/**
 * Sweeps a window over the plan, one around each grid, until a sweep changes nothing. Every step lowers the cut, so it ends.
 * @param start a plan that keeps all limits
 * @throws RangeError as `provePartition` does when `start` breaks a limit
 */
export function polishByWindows(
  problem: PartitionProblem,
  start: Assignment,
  solver: LinearSolver,
  options: WindowOptions = {},
): WindowedPlan {
  const assignment = start.slice();
  /** Windows already proved, by the units they hold in their present parts. */
  const settled = new Set<string>();
  for (;;) {
    let changed = false;
    let proved = 0;
    for (let grid = 0; grid < problem.gridCount; grid += 1) {
      const grids = gridsAround(problem.graph, assignment, grid, options.gridsAWindow ?? 3);
      const outcome = solveWindow(problem, assignment, grids, solver, options, settled);
      if (outcome !== 'unproved') proved += 1;
      changed ||= outcome === 'improved';
      const progress = { done: grid + 1, windows: problem.gridCount, cut: cutCost(problem.graph, assignment) };
      if (options.keepGoing && !options.keepGoing(progress))
        return { assignment, cut: progress.cut, windows: problem.gridCount, proved };
    }
    if (!changed) return { assignment, cut: cutCost(problem.graph, assignment), windows: problem.gridCount, proved };
  }
}

/** The grid and those it shares most border with, by cost: there is the most to gain. Ascending. */
function gridsAround({ offsets, neighbours, costs }: UnitGraph, assignment: Assignment, grid: number, count: number) {
  const border = new Map<number, number>();
  assignment.forEach((own, unit) => {
    if (own !== grid) return;
    for (let at = offsets[unit]!; at < offsets[unit + 1]!; at += 1) {
      const beyond = assignment[neighbours[at]!]!;
      if (beyond !== grid) border.set(beyond, (border.get(beyond) ?? 0) + costs[at]!);
    }
  });
  const nearest = [...border].toSorted((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, count - 1);
  return [grid, ...nearest.map(([beyond]) => beyond)].toSorted((a, b) => a - b);
}

function solveWindow(
  problem: PartitionProblem,
  assignment: Assignment,
  grids: readonly number[],
  solver: LinearSolver,
  { maxGrids = 400_000 }: WindowOptions,
  settled: Set<string>,
): 'improved' | 'proved' | 'unproved' {
  const units = unitsOf(assignment, grids);
  const key = `${grids.join()}:${units.map((unit) => assignment[unit]).join()}:${units.join()}`;
  if (settled.has(key)) return 'proved';
  const window = windowProblem(problem, units, grids.length);
  const columns = enumerateGrids(window, { maxGrids });
  if (!columns.complete) return 'unproved';
  const incumbent = Int32Array.from(units, (unit) => grids.indexOf(assignment[unit]!));
  const before = cutCost(window.graph, incumbent);
  const proof = provePartition(window, columns, solver, { incumbent });
  if (proof.assignment === null || proof.status !== 'proved') return 'unproved';
  const improved = proof.cut! < before;
  if (improved) units.forEach((unit, place) => (assignment[unit] = grids[proof.assignment![place]!]!));
  settled.add(`${grids.join()}:${units.map((unit) => assignment[unit]).join()}:${units.join()}`);
  return improved ? 'improved' : 'proved';
}

function unitsOf(assignment: Assignment, grids: readonly number[]): number[] {
  const inside: number[] = [];
  assignment.forEach((grid, unit) => {
    if (grids.includes(grid)) inside.push(unit);
  });
  return inside;
}

/** The window as a problem of its own: borders to the outside are the same whatever happens within. */
function windowProblem({ graph, measures }: PartitionProblem, units: readonly number[], gridCount: number) {
  const place = new Map(units.map((unit, index) => [unit, index]));
  const offsets = new Int32Array(units.length + 1);
  const neighbours: number[] = [];
  const costs: number[] = [];
  units.forEach((unit, index) => {
    for (let at = graph.offsets[unit]!; at < graph.offsets[unit + 1]!; at += 1) {
      const beside = place.get(graph.neighbours[at]!);
      if (beside === undefined) continue;
      neighbours.push(beside);
      costs.push(graph.costs[at]!);
    }
    offsets[index + 1] = neighbours.length;
  });
  const [first, ...others] = measures.map((measure) => ({
    ...measure,
    weights: Int32Array.from(units, (unit) => measure.weights[unit]!),
  }));
  return {
    graph: { offsets, neighbours: Int32Array.from(neighbours), costs: Int32Array.from(costs) },
    measures: [first!, ...others] as const,
    gridCount,
  };
}
