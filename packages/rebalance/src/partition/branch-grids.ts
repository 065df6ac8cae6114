// The integer program over a list of grids: which of them make the cheapest plan. Refuses to know where the list comes from; that
// no better plan lies outside it is for the caller to have proved.

import type { GridList } from './grid-columns.ts';
import { checkpoint, type LinearSolver, MIP_CHECKPOINT } from './linear-solver.ts';
import { coverMatrix } from './master-program.ts';
import type { Assignment } from './problem.ts';

/** `best`: nothing in the list is cheaper; `none`: the list holds no plan; `stopped`: the caller or the node budget ended it. */
export interface Branched {
  readonly verdict: 'best' | 'none' | 'stopped';
  /** The cheapest plan met, grids numbered in the order of the list. */
  readonly assignment: Assignment | null;
}

/** What the program is about and how long it may take. */
export interface BranchOptions {
  readonly unitCount: number;
  readonly gridCount: number;
  readonly maxNodes: number;
  readonly keepGoing: () => boolean;
}

/**
 * Sums of borders are even, each edge of the cut being on two of them: an optimum is proved when less than 2 is left. The solver's
 * default, a share of the value, would end too early on borders in decimetres.
 */
const PROVED_GAP = 1.5;

/** Exponential at worst; a few thousand grids take a second. */
export function branchGrids(solver: LinearSolver, grids: GridList, options: BranchOptions): Branched {
  const { unitCount, gridCount, maxNodes, keepGoing } = options;
  const count = grids.borders.length;
  const rows = new Float64Array(unitCount + 1).fill(1);
  rows[unitCount] = gridCount;
  const model = solver.createModel({
    numRows: unitCount + 1,
    numCols: count,
    colCost: Float64Array.from(grids.borders),
    colLower: new Float64Array(count),
    colUpper: new Float64Array(count).fill(1),
    rowLower: rows,
    rowUpper: rows,
    matrix: coverMatrix(grids, unitCount),
    integrality: new Int32Array(count).fill(1),
  });
  try {
    model.options.set({ output_flag: false, mip_rel_gap: 0, mip_abs_gap: PROVED_GAP, mip_max_nodes: maxNodes });
    model.run({ [MIP_CHECKPOINT]: checkpoint(keepGoing) });
    const { optimal, infeasible } = solver.constants.modelStatus;
    const status = model.getModelStatus();
    if (status === infeasible) return { verdict: 'none', assignment: null };
    const assignment = planOf(model.getSolution().colValue, grids, unitCount);
    if (status === optimal && assignment === null) throw new Error('the solver calls a plan optimal that is none');
    return { verdict: status === optimal ? 'best' : 'stopped', assignment };
  } finally {
    model.dispose();
  }
}

/** The plan made of the grids of share 1; null when they leave a unit out or take one twice, as where no plan was found. */
export function planOf(shares: Float64Array, { starts, members }: GridList, unitCount: number): Assignment | null {
  const assignment = new Int32Array(unitCount).fill(-1);
  let next = 0;
  let covered = 0;
  for (let grid = 0; grid < shares.length; grid += 1) {
    if (shares[grid]! < 0.5) continue;
    for (let at = starts[grid]!; at < starts[grid + 1]!; at += 1) {
      if (assignment[members[at]!] !== -1) return null;
      assignment[members[at]!] = next;
      covered += 1;
    }
    next += 1;
  }
  return covered === unitCount ? assignment : null;
}
