// Column generation: prices under which the enumerated grids bound every plan from below, as tightly as a linear program can.
// Refuses to call the program's value a bound; bounds are those of full sweeps.

import type { GridColumns } from './grid-columns.ts';
import { GridPool } from './grid-pool.ts';
import { planOf } from './branch-grids.ts';
import type { LinearSolver } from './linear-solver.ts';
import { type MasterOptimum, MasterProgram } from './master-program.ts';
import { exactPrices, priceGrids, type Sweep } from './price-grids.ts';
import type { Assignment, UnitGraph } from './problem.ts';

/** What the relaxation came to. Sums of borders are twice the cut. */
export interface Relaxation {
  /** Prices of the best bound, as swept. */
  readonly prices: Float64Array;
  /** No plan's sum of borders is lower. Above the sum of all borders: there is no plan. */
  readonly bound: number;
  /** Least border minus price over all grids under those prices. */
  readonly least: number;
  /** A plan, where the program's optimum happened to be one; then it is the best. */
  readonly assignment: Assignment | null;
  readonly sweeps: number;
  readonly pooled: number;
}

/** What is to be relaxed and who may stop it. */
export interface RelaxInput {
  readonly graph: UnitGraph;
  readonly gridCount: number;
  readonly columns: GridColumns;
  readonly solver: LinearSolver;
  /** Sum of borders of a known plan: a bound that reaches it ends the work. */
  readonly known: number;
  /** Called with the bound so far after every sweep and from within the solver; false stops. */
  readonly keepGoing: (bound: number) => boolean;
}

const FIRST_BATCH = { most: 2400, perUnit: 240 } as const;
const BATCH = { most: 500, perUnit: 50 } as const;
/** Of these a batch is chosen. */
const SHORTLIST = 6000;
const MAX_ROUNDS = 200;
/** Share of the best prices in those swept: the program's own swing wildly between rounds, the mean of both bounds better. */
const CALM = 0.5;
/** A bound this near the program's value, as a share of it, is as good as it gets. */
const TAIL = 1e-6;
const NEGLIGIBLE = 1e-7;

/** Some tens of rounds, each a sweep and a warm start. */
export function relaxPartition(input: RelaxInput): Relaxation {
  const unitCount = input.columns.unitCount;
  const borders = unitBorders(input.graph);
  const penalty = borders.reduce((most, border) => Math.max(most, border), 1);
  const master = new MasterProgram(input.solver, unitCount, input.gridCount, penalty);
  try {
    return new Rounds(input, master, borders, penalty).run();
  } finally {
    master.dispose();
  }
}

class Rounds {
  private readonly input: RelaxInput;
  private readonly master: MasterProgram;
  private readonly pool: GridPool;
  private penalty: number;
  private readonly allBorders: number;
  private best: { prices: Float64Array; bound: number; least: number };
  private assignment: Assignment | null = null;
  private sweeps = 0;

  constructor(input: RelaxInput, master: MasterProgram, borders: Float64Array, penalty: number) {
    this.input = input;
    this.master = master;
    this.pool = new GridPool(input.columns);
    this.penalty = penalty;
    this.allBorders = borders.reduce((sum, border) => sum + border, 0);
    const share = cheapestShare(input.columns, borders);
    const prices = exactPrices(borders.map((border) => border * share));
    this.best = { prices, bound: -Infinity, least: 0 };
  }

  run(): Relaxation {
    const first = this.sweep(this.best.prices);
    this.master.add(this.pool.next(first, FIRST_BATCH));
    for (let round = 0; round < MAX_ROUNDS; round += 1) {
      const keepGoing = () => this.input.keepGoing(this.best.bound);
      if (!keepGoing()) break;
      const optimum = this.master.solve(keepGoing);
      if (optimum === null || !this.improve(optimum)) break;
    }
    return { ...this.best, assignment: this.assignment, sweeps: this.sweeps, pooled: this.pool.size };
  }

  /** One round; false when nothing is to be gained from another. */
  private improve(optimum: MasterOptimum): boolean {
    if (this.isSettled(optimum)) return false;
    const calm = optimum.prices.map((price, unit) => (1 - CALM) * price + CALM * this.best.prices[unit]!);
    if (this.addFrom(calm, optimum)) return true;
    // Prices half way found nothing the program lacks: only its own can tell that nothing is lacking.
    if (this.isSettled(optimum)) return false;
    if (this.addFrom(optimum.prices, optimum)) return true;
    if (optimum.uncovered <= NEGLIGIBLE || this.best.bound > this.allBorders) return false;
    this.penalty *= 8;
    this.master.setPenalty(this.penalty);
    return this.penalty < 2 ** 12 * this.allBorders;
  }

  /** Adds what the sweep found; false when the program would not use any of it. */
  private addFrom(prices: Float64Array, optimum: MasterOptimum): boolean {
    const sweep = this.sweep(exactPrices(prices));
    const batch = this.pool.next(sweep, BATCH);
    this.master.add(batch);
    for (let grid = 0; grid < batch.borders.length; grid += 1) {
      let reduced = batch.borders[grid]! - optimum.gridPrice;
      for (let at = batch.starts[grid]!; at < batch.starts[grid + 1]!; at += 1)
        reduced -= optimum.prices[batch.members[at]!]!;
      if (reduced < -NEGLIGIBLE * this.penalty) return true;
    }
    return false;
  }

  private sweep(prices: Float64Array): Sweep {
    const sweep = priceGrids(this.input.columns, this.input.gridCount, prices, { limit: SHORTLIST });
    this.sweeps += 1;
    if (sweep.bound > this.best.bound) this.best = { prices, bound: sweep.bound, least: sweep.least };
    return sweep;
  }

  /** Whether the bound cannot rise to the next even number any more, or need not. */
  private isSettled(optimum: MasterOptimum): boolean {
    const { bound } = this.best;
    const reached = evenAtLeast(bound);
    if (reached >= this.input.known || bound > this.allBorders) return true;
    if (optimum.uncovered > NEGLIGIBLE) return false;
    this.takePlan(optimum);
    return reached >= optimum.value - NEGLIGIBLE || optimum.value - bound <= TAIL * optimum.value;
  }

  private takePlan({ shares }: MasterOptimum): void {
    const whole: number[] = [];
    for (let grid = 0; grid < shares.length; grid += 1) {
      if (shares[grid]! > 1 - NEGLIGIBLE) whole.push(grid);
      else if (shares[grid]! > NEGLIGIBLE) return;
    }
    const list = this.pool.list(whole);
    this.assignment = planOf(new Float64Array(whole.length).fill(1), list, this.input.columns.unitCount);
  }
}

/** The least even number that is not lower: sums of borders are even. */
export function evenAtLeast(sum: number): number {
  return 2 * Math.ceil(sum / 2);
}

/** Sum of the costs of all edges of each unit. */
function unitBorders({ offsets, costs }: UnitGraph): Float64Array {
  const borders = new Float64Array(offsets.length - 1);
  borders.forEach((_, unit) => {
    for (let at = offsets[unit]!; at < offsets[unit + 1]!; at += 1) borders[unit]! += costs[at]!;
  });
  return borders;
}

/**
 * The least share of its units' edges that a grid has on its border. Prices at this share are a first bound, and grids near it are
 * the compact ones, wherever they lie: a better start than prices of nothing.
 */
function cheapestShare({ entryCount, sizes, units, borders, maxSize }: GridColumns, unitBorder: Float64Array): number {
  const paths = new Float64Array(maxSize + 1);
  let share = 1;
  for (let entry = 0; entry < entryCount; entry += 1) {
    paths[sizes[entry]!] = paths[sizes[entry]! - 1]! + unitBorder[units[entry]!]!;
    if (borders[entry]! >= 0 && paths[sizes[entry]!]! > 0)
      share = Math.min(share, borders[entry]! / paths[sizes[entry]!]!);
  }
  return share;
}
