// What the proof needs of a solver of linear and integer programs: the shape of HiGHS, of which a loaded one is passed in. The
// engine imports no solver of its own: who only grows a plan loads no megabytes of WebAssembly.

/** Matrix in compressed columns. */
export interface ColumnMatrix {
  readonly format: 'csc';
  readonly numRows: number;
  readonly numCols: number;
  readonly starts: Int32Array;
  readonly indices: Int32Array;
  readonly values: Float64Array;
}

/** Minimise `colCost · x` within the bounds of columns and rows. */
export interface LinearProgram {
  readonly numCols: number;
  readonly numRows: number;
  readonly colCost: Float64Array;
  readonly colLower: Float64Array;
  readonly colUpper: Float64Array;
  readonly rowLower: Float64Array;
  readonly rowUpper: Float64Array;
  readonly matrix: ColumnMatrix;
  /** 1 per column that must be whole; left out: none. */
  readonly integrality?: Int32Array;
}

/** Keys of the checkpoints at which the simplex method, and a branch and bound, can be told to stop. */
export const SIMPLEX_CHECKPOINT = 1;
export const MIP_CHECKPOINT = 6;

/** `interrupt` is to be called before the handler returns, or not at all. */
export type Checkpoint = (event: { interrupt(): void }) => undefined;

/** A handler that stops the solver once `keepGoing` says no. */
export function checkpoint(keepGoing: () => boolean): Checkpoint {
  return (event) => {
    if (!keepGoing()) event.interrupt();
    return undefined;
  };
}

/** A program that stays in the solver's memory; it is not freed unless disposed of. */
export interface LinearModel {
  readonly options: { set(values: Readonly<Record<string, boolean | number | string>>): unknown };
  readonly info: { get(name: string): number | bigint };
  run(checkpoints: { readonly [SIMPLEX_CHECKPOINT]?: Checkpoint; readonly [MIP_CHECKPOINT]?: Checkpoint }): unknown;
  getModelStatus(): number;
  getObjectiveValue(): number;
  getSolution(): { readonly colValue: Float64Array; readonly rowDual: Float64Array };
  addCols(columns: {
    readonly cost: Float64Array;
    readonly lower: Float64Array;
    readonly upper: Float64Array;
    readonly matrix: ColumnMatrix;
  }): unknown;
  changeColsCost(selection: { readonly kind: 'set'; readonly indices: Int32Array }, costs: Float64Array): unknown;
  dispose(): void;
}

/** A loaded `highs` fits as it is. */
export interface LinearSolver {
  readonly infinity: number;
  readonly constants: { readonly modelStatus: { readonly optimal: number; readonly infeasible: number } };
  createModel(program: LinearProgram): LinearModel;
}
