// The linear relaxation over a small pool of grids, kept in the solver between rounds so that each starts from the last basis.
// Refuses to give a bound: its optimum is one of the pool only.

import type { GridList } from './grid-columns.ts';
import {
  checkpoint,
  type ColumnMatrix,
  type LinearModel,
  type LinearSolver,
  SIMPLEX_CHECKPOINT,
} from './linear-solver.ts';

/** Optimum over the pool. */
export interface MasterOptimum {
  readonly value: number;
  /** Per unit: what covering it is worth at the margin. */
  readonly prices: Float64Array;
  /** The same for one grid more. */
  readonly gridPrice: number;
  /** Share of each grid of the pool, in order of arrival. */
  readonly shares: Float64Array;
  /** Sum of what no grid covers. */
  readonly uncovered: number;
}

/**
 * Least sum of borders such that every unit is covered once, by `gridCount` grids, shares of grids allowed. A unit may be left
 * uncovered, and the number missed, at a penalty: so there is an optimum, and prices, from the first column on.
 */
export class MasterProgram {
  private readonly model: LinearModel;
  private readonly solver: LinearSolver;
  private readonly unitCount: number;

  constructor(solver: LinearSolver, unitCount: number, gridCount: number, penalty: number) {
    const rows = unitCount + 1;
    // One column per row for what is missing, one more for grids too many.
    const slacks = rows + 1;
    const bounds = new Float64Array(rows).fill(1);
    bounds[unitCount] = gridCount;
    this.solver = solver;
    this.unitCount = unitCount;
    this.model = solver.createModel({
      numRows: rows,
      numCols: slacks,
      colCost: new Float64Array(slacks).fill(penalty),
      colLower: new Float64Array(slacks),
      colUpper: new Float64Array(slacks).fill(solver.infinity),
      rowLower: bounds,
      rowUpper: bounds,
      matrix: {
        format: 'csc',
        numRows: rows,
        numCols: slacks,
        starts: Int32Array.from({ length: slacks + 1 }, (_, slack) => slack),
        indices: Int32Array.from({ length: slacks }, (_, slack) => Math.min(slack, unitCount)),
        values: Float64Array.from({ length: slacks }, (_, slack) => (slack > unitCount ? -1 : 1)),
      },
    });
    // New columns leave the basis feasible but not optimal: that is where the primal simplex goes on and the dual starts anew.
    this.model.options.set({ output_flag: false, presolve: 'off', solver: 'simplex', simplex_strategy: 4 });
  }

  add(grids: GridList): void {
    const count = grids.borders.length;
    this.model.addCols({
      cost: Float64Array.from(grids.borders),
      lower: new Float64Array(count),
      upper: new Float64Array(count).fill(this.solver.infinity),
      matrix: coverMatrix(grids, this.unitCount),
    });
  }

  setPenalty(penalty: number): void {
    const indices = Int32Array.from({ length: this.unitCount + 2 }, (_, slack) => slack);
    this.model.changeColsCost({ kind: 'set', indices }, new Float64Array(indices.length).fill(penalty));
  }

  /** Null when the solver gave up or was stopped. */
  solve(keepGoing: () => boolean): MasterOptimum | null {
    this.model.run({ [SIMPLEX_CHECKPOINT]: checkpoint(keepGoing) });
    if (this.model.getModelStatus() !== this.solver.constants.modelStatus.optimal) return null;
    const { colValue, rowDual } = this.model.getSolution();
    const slacks = this.unitCount + 2;
    return {
      value: this.model.getObjectiveValue(),
      prices: rowDual.slice(0, this.unitCount),
      gridPrice: rowDual[this.unitCount]!,
      shares: colValue.subarray(slacks),
      uncovered: colValue.subarray(0, slacks).reduce((sum, share) => sum + share, 0),
    };
  }

  dispose(): void {
    this.model.dispose();
  }
}

/** A row per unit, 1 where the grid has it, and a last row that counts grids. */
export function coverMatrix({ starts, members }: GridList, unitCount: number): ColumnMatrix {
  const count = starts.length - 1;
  const indices = new Int32Array(members.length + count);
  const columnStarts = new Int32Array(count + 1);
  for (let grid = 0; grid < count; grid += 1) {
    const at = starts[grid]! + grid;
    const own = members.subarray(starts[grid]!, starts[grid + 1]!);
    columnStarts[grid] = at;
    indices.set(own, at);
    indices[at + own.length] = unitCount;
  }
  columnStarts[count] = indices.length;
  return {
    format: 'csc',
    numRows: unitCount + 1,
    numCols: count,
    starts: columnStarts,
    indices,
    values: new Float64Array(indices.length).fill(1),
  };
}
