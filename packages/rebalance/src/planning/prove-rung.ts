// The least disruption of any plan on a rung: every grid with every label is priced until the linear bound stands, then the plans made of
// those near it are searched. Bound and search are exact arithmetic, as in the proof of the cut; the solver only suggests prices.

import { branchGrids, planOf } from '../partition/branch-grids.ts';
import { coverGrids } from '../partition/cover-grids.ts';
import type { GridColumns, GridList } from '../partition/grid-columns.ts';
import type { LinearSolver } from '../partition/linear-solver.ts';
import { type MasterOptimum, MasterProgram } from '../partition/master-program.ts';
import { exactPrices, PRICE_STEP } from '../partition/price-grids.ts';
import type { Assignment } from '../partition/problem.ts';
import { evenAtLeast } from '../partition/relax-partition.ts';
import { COST_SCALE, labelsOf, listCandidates, listPlan } from './label-pool.ts';
import { type LabelCosts, labelCosts, type LabelSweep, priceLabels } from './price-labels.ts';
import { FORBIDDEN, reducedDisruption, type ReducedQuestion } from './reduce-question.ts';

/** What is to be proved, and with what. */
export interface RungInput {
  readonly reduced: ReducedQuestion;
  /** Of `columnsWithin` for the rung. */
  readonly columns: GridColumns;
  readonly solver: LinearSolver;
  /** Plans of the rung, the best first; may be empty. */
  readonly plans: readonly Assignment[];
  /** Asked often; false stops, keeping bound and plan. */
  readonly keepGoing: () => boolean;
}

/** `bound` Infinity: the rung has no plan. */
export interface RungProof {
  /** No plan of the rung costs less disruption. */
  readonly bound: number;
  /** The best plan known, when better than those given. */
  readonly labels: Assignment | null;
}

const FIRST_BATCH = 80;
const BATCH = 24;
const SHORTLIST = 400;
const MAX_ROUNDS = 120;
const CALM = 0.5;
const NEGLIGIBLE = 1e-7;
const FIRST_BRANCH = 1_000;
const BRANCH_GROWTH = 4;
const MAX_BRANCH = 20_000;
/** Nodes of a search over grids, and nodes times grids: a node looks at all that are left. */
const COVER_NODES = 100_000;
const COVER_WORK = 1e8;
/** Beyond so many grids the integer program takes longer than anyone waits. */
const PROGRAM_GRIDS = 3_000;
/**
 * So many grids in the program that guesses, once so many were searched in vain. On the demo 2,200 take 2 s and find a plan within 1 % of
 * what 4,000 find in 10; 1,500 find none.
 */
const [GUESS_GRIDS, GUESS_AFTER] = [2_200, 16_000];
const PROGRAM_NODES = 40;

/** Some tens of rounds, each a sweep over all grids a label and a warm start. */
export function proveRung(input: RungInput): RungProof {
  if (input.columns.gridCount === 0) return { bound: Infinity, labels: null };
  const proof = new Proof(input);
  try {
    return proof.run();
  } finally {
    proof.dispose();
  }
}

class Proof {
  readonly #input: RungInput;
  readonly #nodes: number;
  readonly #labels: number;
  readonly #costs: LabelCosts;
  readonly #master: MasterProgram;
  readonly #known = new Set<number>();
  readonly #lists: GridList[] = [];
  /** More than any plan costs, scaled. */
  readonly #most: number;
  #penalty: number;
  #upper: number;
  #best: Assignment | null = null;
  #sweep: LabelSweep;

  constructor(input: RungInput) {
    const { reduced, solver, plans } = input;
    this.#input = input;
    this.#nodes = reduced.unitsOf.length;
    this.#labels = reduced.gridOf.length;
    this.#costs = labelCosts(reduced, COST_SCALE);
    const dearest = reduced.unitsOf.map((_, node) => dearestPlace(reduced, node));
    this.#most = COST_SCALE * dearest.reduce((sum, cost) => sum + cost, 0);
    this.#upper = this.#most + COST_SCALE;
    for (const plan of plans) this.#upper = Math.min(this.#upper, COST_SCALE * reducedDisruption(reduced, plan));
    this.#penalty = COST_SCALE * dearest.reduce((most, cost) => Math.max(most, cost), 1);
    this.#master = new MasterProgram(solver, this.#nodes + this.#labels, this.#labels, this.#penalty);
    for (const plan of plans) this.#add(listPlan(reduced, plan));
    this.#sweep = this.#price(new Float64Array(this.#nodes), SHORTLIST);
    this.#addCandidates(this.#sweep, FIRST_BATCH);
  }

  run(): RungProof {
    this.#relax();
    for (let limit = FIRST_BRANCH; this.#lower < this.#upper && limit <= MAX_BRANCH; limit *= BRANCH_GROWTH) {
      if (!this.#input.keepGoing() || !this.#branch(limit)) break;
      if (limit === GUESS_AFTER && this.#input.plans.length > 0 && this.#lower < this.#upper) this.#guess();
    }
    const bound = this.#lower > this.#most ? Infinity : Math.min(this.#lower, this.#upper) / COST_SCALE;
    return { bound, labels: this.#best };
  }

  dispose(): void {
    this.#master.dispose();
  }

  #settled = -Infinity;

  /** No plan costs less, scaled. */
  get #lower(): number {
    return Math.max(this.#settled, evenAtLeast(this.#sweep.bound));
  }

  #relax(): void {
    for (let round = 0; round < MAX_ROUNDS && this.#input.keepGoing(); round += 1) {
      const optimum = this.#master.solve(this.#input.keepGoing);
      if (optimum === null || this.#isSettled(optimum)) return;
      const own = optimum.prices.subarray(0, this.#nodes);
      const calm = own.map((price, node) => (1 - CALM) * price + CALM * this.#sweep.prices[node]!);
      if (this.#improve(calm, optimum)) continue;
      if (this.#isSettled(optimum)) return;
      if (this.#improve(own, optimum)) continue;
      if (optimum.uncovered <= NEGLIGIBLE || this.#lower > this.#most) return;
      this.#penalty *= 8;
      this.#master.setPenalty(this.#penalty);
    }
  }

  /** Adds what a sweep found; false when the program would use none of it. */
  #improve(prices: Float64Array, optimum: MasterOptimum): boolean {
    const sweep = this.#price(prices, SHORTLIST);
    const list = this.#addCandidates(sweep, BATCH);
    if (sweep.bound > this.#sweep.bound) this.#sweep = sweep;
    for (let grid = 0; grid < list.borders.length; grid += 1) {
      let reduced = list.borders[grid]! - optimum.gridPrice;
      for (let at = list.starts[grid]!; at < list.starts[grid + 1]!; at += 1)
        reduced -= optimum.prices[list.members[at]!]!;
      if (reduced < -NEGLIGIBLE * this.#penalty) return true;
    }
    return false;
  }

  #isSettled(optimum: MasterOptimum): boolean {
    if (this.#lower >= this.#upper || this.#lower > this.#most) return true;
    if (optimum.uncovered > NEGLIGIBLE) return false;
    this.#takeWhole(optimum);
    return this.#lower >= optimum.value - NEGLIGIBLE;
  }

  /** The program's optimum, where it happens to be a plan. */
  #takeWhole({ shares }: MasterOptimum): void {
    const whole: number[] = [];
    for (let at = 0; at < shares.length; at += 1) {
      if (shares[at]! > 1 - NEGLIGIBLE) whole.push(at);
      else if (shares[at]! > NEGLIGIBLE) return;
    }
    const list = concatenated(this.#lists, new Set(whole));
    const cover = planOf(new Float64Array(whole.length).fill(1), list, this.#nodes + this.#labels);
    if (cover !== null) this.#take(cover);
  }

  /** The best plan made of the grids nearest the bound, whatever it costs: where bound and plan lie far apart, a nearer plan saves most. */
  #guess(): void {
    const { solver, keepGoing, reduced, columns } = this.#input;
    const { candidates } = this.#price(this.#sweep.prices, Math.ceil(GUESS_GRIDS / this.#labels));
    const size = { unitCount: this.#nodes + this.#labels, gridCount: this.#labels };
    const grids = listCandidates(reduced, columns, candidates);
    const branched = branchGrids(solver, grids, { ...size, maxNodes: PROGRAM_NODES, keepGoing });
    if (branched.assignment !== null) this.#take(branched.assignment);
  }

  /** Settles all plans whose grids are near the bound; false when stopped. */
  #branch(limit: number): boolean {
    const { bound, prices, least } = this.#sweep;
    const slack = this.#upper - COST_SCALE - bound;
    const sweep = this.#price(prices, Math.ceil(limit / this.#labels), slack + PRICE_STEP / 2);
    const reach = sweep.completeBelow > slack ? this.#upper - COST_SCALE : evenBelow(bound + sweep.completeBelow);
    if (reach < this.#lower) return true;
    const near = sweep.candidates.filter(({ reduced, label }) => reduced - least[label]! <= reach - bound);
    const grids = listCandidates(this.#input.reduced, this.#input.columns, near);
    const excess = Float64Array.from(near, ({ reduced, label }) => reduced - least[label]!);
    if (!this.#choose(grids, excess, reach - bound)) return false;
    this.#settled = Math.max(this.#settled, Math.min(reach + COST_SCALE, this.#upper));
    return true;
  }

  #choose(grids: GridList, excess: Float64Array, slack: number): boolean {
    const { solver, keepGoing } = this.#input;
    const size = { unitCount: this.#nodes + this.#labels, gridCount: this.#labels, keepGoing };
    const maxNodes = Math.min(COVER_NODES, Math.ceil(COVER_WORK / Math.max(1, excess.length)));
    const cover = coverGrids({ grids, excess, slack, maxNodes, ...size });
    if (cover.assignment !== null) this.#take(cover.assignment);
    if (cover.complete) return true;
    if (excess.length > PROGRAM_GRIDS || !keepGoing()) return false;
    const branched = branchGrids(solver, grids, { maxNodes: PROGRAM_NODES, ...size });
    if (branched.assignment !== null) this.#take(branched.assignment);
    return branched.verdict !== 'stopped';
  }

  #take(cover: Assignment): void {
    const labels = labelsOf(cover, this.#nodes);
    const cost = COST_SCALE * reducedDisruption(this.#input.reduced, labels);
    if (cost >= this.#upper) return;
    this.#upper = cost;
    this.#best = labels;
  }

  #price(prices: Float64Array, limit: number, within = Infinity): LabelSweep {
    const below = within === Infinity ? null : this.#sweep.least.map((each) => each + within);
    return priceLabels(this.#input.columns, this.#costs, exactPrices(prices), { limit, below });
  }

  /** Hands the program the cheapest new ones, so many a label. */
  #addCandidates({ candidates }: LabelSweep, perLabel: number): GridList {
    const left = new Int32Array(this.#labels).fill(perLabel);
    const chosen = candidates
      .toSorted((a, b) => a.reduced - b.reduced || a.entry - b.entry)
      .filter(({ entry, label }) => {
        const key = entry * this.#labels + label;
        if (left[label]! === 0 || this.#known.has(key)) return false;
        left[label]! -= 1;
        this.#known.add(key);
        return true;
      });
    return this.#add(listCandidates(this.#input.reduced, this.#input.columns, chosen));
  }

  #add(list: GridList): GridList {
    this.#lists.push(list);
    this.#master.add(list);
    return list;
  }
}

function dearestPlace({ costs, gridOf }: ReducedQuestion, node: number): number {
  const row = costs.subarray(node * gridOf.length, (node + 1) * gridOf.length);
  return row.reduce((most, cost) => (cost < FORBIDDEN ? Math.max(most, cost) : most), 0);
}

function evenBelow(sum: number): number {
  return 2 * Math.ceil(sum / 2) - 2;
}

/** The chosen ones of lists that were handed out one after the other. */
function concatenated(lists: readonly GridList[], chosen: ReadonlySet<number>): GridList {
  const [starts, members, borders] = [[0], [] as number[], [] as number[]];
  let index = 0;
  for (const list of lists)
    for (let grid = 0; grid < list.borders.length; grid += 1, index += 1) {
      if (!chosen.has(index)) continue;
      members.push(...list.members.subarray(list.starts[grid]!, list.starts[grid + 1]!));
      starts.push(members.length);
      borders.push(list.borders[grid]!);
    }
  return { starts: Int32Array.from(starts), members: Int32Array.from(members), borders: Int32Array.from(borders) };
}
