// The proof: whether a plan exists, which is the best, or how far from it the known one can be at most. Every lawful grid was
// enumerated; a plan is a choice among them. Refuses a bound where the enumeration is not complete.

import { componentCounts } from '../contiguity.ts';
import { branchGrids } from './branch-grids.ts';
import { coverGrids } from './cover-grids.ts';
import { type GridColumns, type GridList, listGrids } from './grid-columns.ts';
import type { LinearSolver } from './linear-solver.ts';
import { PRICE_STEP, priceGrids } from './price-grids.ts';
import { type Assignment, cutCost, gridLoads, type PartitionProblem } from './problem.ts';
import { evenAtLeast, relaxPartition, type Relaxation } from './relax-partition.ts';

/** How far a proof is. */
export interface ProofProgress {
  readonly phase: 'price' | 'branch';
  /** No plan cuts less; null before the first sweep. */
  readonly bound: number | null;
  /** Cut of the best plan known; null when none is. */
  readonly cut: number | null;
}

/** What a proof may be given besides the problem. */
export interface ProofOptions {
  /** A plan that keeps all limits; a good one saves work, none is needed. */
  readonly incumbent?: Assignment;
  /** Called between rounds and from within the branch and bound; false stops, keeping bound and plan. */
  readonly keepGoing?: (progress: ProofProgress) => boolean;
  /** Grids to search among at most; default 60,000. */
  readonly maxBranchGrids?: number;
  /** Nodes of one search among the grids that are left, before the integer program is asked instead; default 200,000. */
  readonly maxCoverNodes?: number;
  /** Nodes of one integer program; default 20,000. */
  readonly maxNodes?: number;
}

/**
 * `proved`: no plan is better than `assignment`. `gap`: none is better than `bound`. `none`: the grids were too many to enumerate.
 * `infeasible`: no plan keeps the limits.
 */
export interface PartitionProof {
  readonly status: 'proved' | 'gap' | 'none' | 'infeasible';
  /** The best plan known; its numbering of grids means nothing. */
  readonly assignment: Assignment | null;
  readonly cut: number | null;
  /** No plan cuts less. Rounded up: costs are integers. */
  readonly bound: number | null;
  readonly stats: {
    readonly grids: number;
    readonly sweeps: number;
    readonly pooled: number;
    /** Grids among which the best plan was searched, in turn. */
    readonly branched: readonly number[];
  };
}

const FIRST_BRANCH = 700;
const BRANCH_GROWTH = 4;

/**
 * Prices all grids until the linear bound stands, then looks for plans among the grids whose reduced cost leaves them a chance: of a plan
 * that cuts at most C, every grid is within C of the bound, so few grids prove much. C grows until the bound meets the plan.
 *
 * Bound and search are exact arithmetic: the solver only suggests prices. Where the search is too long its integer program decides
 * instead, within its tolerances.
 * @param columns of `enumerateGrids` on the same problem
 * @throws RangeError when the incumbent breaks a limit
 */
export function provePartition(
  problem: PartitionProblem,
  columns: GridColumns,
  solver: LinearSolver,
  options: ProofOptions = {},
): PartitionProof {
  return new Proof(problem, columns, solver, options).run();
}

class Proof {
  private readonly problem: PartitionProblem;
  private readonly columns: GridColumns;
  private readonly solver: LinearSolver;
  private readonly options: ProofOptions;
  /** Sum of all borders of all units: no plan costs more. */
  private readonly most: number;
  private assignment: Assignment | null = null;
  /** Sums of borders, twice the cut: of the best plan, and below that of every plan. */
  private upper: number;
  private lower = -Infinity;
  private sweeps = 0;
  private pooled = 0;
  private readonly branched: number[] = [];

  constructor(problem: PartitionProblem, columns: GridColumns, solver: LinearSolver, options: ProofOptions) {
    this.problem = problem;
    this.columns = columns;
    this.solver = solver;
    this.options = options;
    this.most = problem.graph.costs.reduce((sum, cost) => sum + cost, 0);
    this.upper = this.most + 2;
    if (options.incumbent !== undefined) this.take(checked(problem, options.incumbent));
  }

  run(): PartitionProof {
    if (isOutOfReach(this.problem)) return this.result('infeasible');
    if (!this.columns.complete) return this.result('none');
    if (!coversAll(this.columns)) return this.result('infeasible');
    const relaxation = this.relax();
    const maxBranchGrids = this.options.maxBranchGrids ?? 60_000;
    for (let limit = FIRST_BRANCH; this.lower < this.upper && limit <= maxBranchGrids; limit *= BRANCH_GROWTH)
      if (!this.keepGoing('branch', this.lower) || !this.branch(relaxation, limit)) break;
    if (this.lower > this.most) return this.result('infeasible');
    return this.result(this.lower >= this.upper ? 'proved' : 'gap');
  }

  private relax(): Relaxation {
    const relaxation = relaxPartition({
      graph: this.problem.graph,
      gridCount: this.problem.gridCount,
      columns: this.columns,
      solver: this.solver,
      known: this.upper,
      keepGoing: (bound) => this.keepGoing('price', evenAtLeast(bound)),
    });
    this.sweeps = relaxation.sweeps;
    this.pooled = relaxation.pooled;
    this.lower = Math.max(0, evenAtLeast(relaxation.bound));
    if (relaxation.assignment !== null) this.take(relaxation.assignment);
    return relaxation;
  }

  /** Settles all plans whose grids are among the `limit` of least reduced cost; false when stopped. */
  private branch({ prices, bound, least }: Relaxation, limit: number): boolean {
    const { columns, problem } = this;
    // A better plan sums up to `upper - 2` at most, and each of its grids to what the others leave of that.
    const below = least + (this.upper - 2 - bound) + PRICE_STEP / 2;
    const sweep = priceGrids(columns, problem.gridCount, prices, { limit, below });
    this.sweeps += 1;
    const reach = sweep.completeBelow === below ? this.upper - 2 : evenBelow(bound - least + sweep.completeBelow);
    if (reach < this.lower) return true;
    // Grids beyond the reach settle nothing, and cost time.
    const isNear = (reduced: number) => reduced - least <= reach - bound;
    const grids = listGrids(
      columns,
      sweep.entries.filter((_, at) => isNear(sweep.reduced[at]!)),
    );
    const excess = sweep.reduced.filter(isNear).map((reduced) => reduced - least);
    this.branched.push(excess.length);
    if (!this.choose(grids, excess, reach - bound)) return false;
    this.lower = Math.max(this.lower, Math.min(reach + 2, this.upper));
    return true;
  }

  /** Takes the best plan made of these grids; false when stopped before that is certain. */
  private choose(grids: GridList, excess: Float64Array, slack: number): boolean {
    const { unitCount } = this.columns;
    const { gridCount } = this.problem;
    const keepGoing = () => this.keepGoing('branch', this.lower);
    const { maxCoverNodes = 200_000, maxNodes = 20_000 } = this.options;
    const cover = coverGrids({ grids, excess, slack, unitCount, gridCount, maxNodes: maxCoverNodes, keepGoing });
    if (cover.assignment !== null) this.take(cover.assignment);
    if (cover.complete) return true;
    if (!keepGoing()) return false;
    const branched = branchGrids(this.solver, grids, { unitCount, gridCount, maxNodes, keepGoing });
    if (branched.assignment !== null) this.take(branched.assignment);
    return branched.verdict !== 'stopped';
  }

  private take(assignment: Assignment): void {
    const sum = 2 * cutCost(this.problem.graph, assignment);
    if (sum >= this.upper) return;
    this.upper = sum;
    this.assignment = assignment;
  }

  private keepGoing(phase: ProofProgress['phase'], lower: number): boolean {
    const bound = Number.isFinite(lower) ? lower / 2 : null;
    const cut = this.assignment === null ? null : this.upper / 2;
    return this.options.keepGoing?.({ phase, bound, cut }) ?? true;
  }

  private result(status: PartitionProof['status']): PartitionProof {
    const { assignment, sweeps, pooled, branched } = this;
    const known = status !== 'infeasible' && status !== 'none' && Number.isFinite(this.lower);
    return {
      status,
      assignment,
      cut: assignment === null ? null : this.upper / 2,
      bound: known ? Math.min(this.lower, this.upper) / 2 : null,
      stats: { grids: this.columns.gridCount, sweeps, pooled, branched },
    };
  }
}

/** The greatest even number that is lower. */
function evenBelow(sum: number): number {
  return 2 * Math.ceil(sum / 2) - 2;
}

/** Whether the totals alone rule a plan out. */
function isOutOfReach({ measures, gridCount, graph }: PartitionProblem): boolean {
  if (gridCount > graph.offsets.length - 1) return true;
  return measures.some(({ weights, lower, upper }) => {
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    return total < gridCount * lower || total > gridCount * upper;
  });
}

function coversAll({ unitCount, units, sizes, borders, entryCount, maxSize }: GridColumns): boolean {
  const covered = new Uint8Array(unitCount);
  const path = new Int32Array(maxSize + 1);
  // Units of the path up to this size are marked already: each entry is marked once, not with every grid above it.
  let marked = 0;
  for (let entry = 0; entry < entryCount; entry += 1) {
    const size = sizes[entry]!;
    path[size] = units[entry]!;
    if (marked >= size) marked = size - 1;
    if (borders[entry]! < 0) continue;
    for (; marked < size; marked += 1) covered[path[marked + 1]!] = 1;
  }
  return covered.every((flag) => flag === 1);
}

function checked(problem: PartitionProblem, incumbent: Assignment): Assignment {
  const { graph, measures, gridCount } = problem;
  const units = graph.offsets.length - 1;
  if (incumbent.length !== units || incumbent.some((grid) => grid < 0 || grid >= gridCount))
    throw new RangeError('incumbent: a grid from 0 to gridCount - 1 expected for every unit');
  if (componentCounts(graph, incumbent, gridCount).some((count) => count !== 1))
    throw new RangeError('incumbent: every grid must be one connected piece');
  const keeps = measures.every((measure) =>
    gridLoads(measure, incumbent, gridCount).every((load) => load >= measure.lower && load <= measure.upper),
  );
  if (!keeps) throw new RangeError('incumbent: a grid breaks a limit');
  return incumbent;
}
