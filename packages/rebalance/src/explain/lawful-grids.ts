// All grids that keep the terms, and a choice among them that makes a plan. Exact: what it calls impossible is so. Refuses problems whose
// grids are too many to list.

import { components } from '../contiguity.ts';
import { coverGrids } from '../partition/cover-grids.ts';
import { enumerateGrids } from '../partition/enumerate-grids.ts';
import { type GridColumns, listGrids, PATH_ONLY } from '../partition/grid-columns.ts';
import type { LinearSolver } from '../partition/linear-solver.ts';
import type { Assignment, Measure, PartitionProblem } from '../partition/problem.ts';
import { provePartition } from '../partition/set-partition.ts';
import type { PlanQuestion } from '../planning/question.ts';
import type { Contracted } from './contract.ts';
import { isAllowedInPieces } from './label-plan.ts';
import type { Reach } from './certain.ts';

/** A part of each group (its numbering means nothing), that there is none, or that it is not known. */
export type Chosen = Assignment | 'none' | 'unknown';

/** What an exact answer may cost. */
export interface ExactBudget {
  readonly maxGrids: number;
  readonly maxNodes: number;
  readonly solver?: LinearSolver;
  readonly keepGoing: () => boolean;
}

/** So many grids are searched even where there is a solver. */
const MOST_SIMPLE = 1_500;
/** More grids than this are left to the solver. */
const MOST_COVERED = 40_000;
/** Times that the solver asks whether to go on before its proof is given up; a second has some thousand. */
const MOST_ROUNDS = 4_000;

/** Exponential at worst, within the budget. @param reaches limits by measure, for `gridCount` grids */
export function chooseGrids(
  question: PlanQuestion,
  contracted: Contracted,
  reaches: readonly Reach[],
  gridCount: number,
  budget: ExactBudget,
): Chosen {
  const { graph } = contracted;
  if (graph === null) return 'unknown';
  const [first, ...others] = reaches.map(({ weights, lower, upper }): Measure => ({ weights, lower, upper }));
  const measures = [first!, ...others] as const;
  const problem: PartitionProblem = { graph, measures, gridCount };
  const found = enumerateGrids(problem, { maxGrids: budget.maxGrids, keepGoing: budget.keepGoing });
  if (!found.complete) return 'unknown';
  const columns = withoutUnlawful(question, contracted, found);
  // A bound rules many out at once, where a search would try them one after another.
  if (budget.solver !== undefined && columns.gridCount > MOST_SIMPLE)
    return proved(problem, columns, budget.solver, budget.keepGoing);
  const cover = columns.gridCount > MOST_COVERED ? 'unknown' : covered(columns, gridCount, budget);
  if (cover !== 'unknown' || budget.solver === undefined) return cover;
  return proved(problem, columns, budget.solver, budget.keepGoing);
}

function covered(columns: GridColumns, gridCount: number, { maxNodes, keepGoing }: ExactBudget): Chosen {
  const entries = Int32Array.from({ length: columns.entryCount }, (_, entry) => entry).filter(
    (entry) => columns.borders[entry]! >= 0,
  );
  const { complete, assignment } = coverGrids({
    grids: listGrids(columns, entries),
    excess: new Float64Array(entries.length),
    slack: 0,
    unitCount: columns.unitCount,
    gridCount,
    maxNodes,
    keepGoing,
  });
  return assignment ?? (complete ? 'none' : 'unknown');
}

/** Any plan will do, so the proof ends with the first. */
function proved(
  problem: PartitionProblem,
  columns: GridColumns,
  solver: LinearSolver,
  keepGoing: () => boolean,
): Chosen {
  let rounds = 0;
  const { status, assignment } = provePartition(problem, columns, solver, {
    keepGoing: ({ cut }) => {
      rounds += 1;
      return cut === null && rounds <= MOST_ROUNDS && keepGoing();
    },
  });
  return assignment ?? (status === 'infeasible' ? 'none' : 'unknown');
}

/** Leaves out grids with two labels, and those that only hang together here. */
function withoutUnlawful(question: PlanQuestion, contracted: Contracted, columns: GridColumns): GridColumns {
  const labelled = contracted.labels.reduce((count, label) => count + (label >= 0 ? 1 : 0), 0);
  if (labelled < 2 && !contracted.isCoarse) return columns;
  const borders = columns.borders.slice();
  const path = new Int32Array(columns.maxSize + 1);
  let gridCount = 0;
  const today = components(question.graph, question.current);
  for (let entry = 0; entry < columns.entryCount; entry += 1) {
    path[columns.sizes[entry]!] = columns.units[entry]!;
    if (borders[entry] === PATH_ONLY) continue;
    const groups = path.subarray(1, columns.sizes[entry]! + 1);
    if (isLawful(question, contracted, groups, today)) gridCount += 1;
    else borders[entry] = PATH_ONLY;
  }
  return { ...columns, borders, gridCount };
}

function isLawful(question: PlanQuestion, contracted: Contracted, groups: Int32Array, today: Int32Array): boolean {
  let label = -1;
  for (const group of groups) {
    const own = contracted.labels[group]!;
    if (own >= 0 && label >= 0) return false;
    if (own >= 0) label = own;
  }
  if (!contracted.isCoarse) return true;
  const units = Array.from(groups, (group) => contracted.groups[group]!).flat();
  return isAllowedInPieces(question, units, label, today);
}
