// The search: rounds of tree moves and annealed flips from the best plan so far, with budgets counted in proposals, never in
// time, so that the same seed gives the same plan to the bit on every machine.

import { type Random, seededRandom } from '../random.ts';
import { annealFlips } from './flips.ts';
import { edgeList, PlanState } from './plan-state.ts';
import type { Assignment, PartitionProblem } from './problem.ts';
import { splitFromScratch } from './split.ts';
import { treeMoves } from './tree-moves.ts';

export interface SearchOptions {
  readonly seed: number;
  /** Flips to propose in all, rounded to whole rounds, at least one; a second proposes some millions. */
  readonly proposals: number;
  /** Where to start, every grid connected; from scratch when left out. */
  readonly start?: Assignment;
  /** After each round. Return false to stop: the best plan so far is the answer. */
  readonly onProgress?: (progress: SearchProgress) => boolean;
}

export interface SearchProgress {
  readonly round: number;
  readonly rounds: number;
  /** Cut of the best plan within all limits; null before the first. */
  readonly cut: number | null;
}

export interface SearchResult {
  /** The best plan within all limits; else the one found that lies least outside them. */
  readonly assignment: Assignment;
  readonly cut: number;
  /** True when every grid lies within all limits. */
  readonly feasible: boolean;
  /** As {@link PlanState.excess}. */
  readonly excess: number;
  readonly rounds: number;
  readonly treeMoves: number;
}

const TREE_PROPOSALS_A_GRID = 160;
const FLIPS_A_UNIT = 700;
const MOST_FLIPS = 34_000_000;
const LEAST_FLIPS = 60_000;
/** After so many rounds the search goes back to the best plan. */
const RETURN_EVERY = 3;

/** O(proposals · degree). Memory O(units + edges). */
export function searchPlan(problem: PartitionProblem, options: SearchOptions): SearchResult {
  const random = seededRandom(options.seed);
  const edges = edgeList(problem.graph);
  const state = new PlanState(problem, options.start ?? splitFromScratch(problem, edges, random), edges);
  const best = new BestPlan(state);
  const flips = Math.min(MOST_FLIPS, Math.max(LEAST_FLIPS, FLIPS_A_UNIT * state.assignment.length));
  const rounds = Math.max(1, Math.round(options.proposals / flips));
  let moves = 0;
  let round = 0;
  while (round < rounds) {
    // Even rounds polish, odd ones shake harder; while no plan is within the limits, all are hard.
    moves += searchRound(state, random, { flips, hard: !best.feasible || round % 2 === 1 }, () => best.take(state));
    best.take(state);
    round += 1;
    if (options.onProgress?.({ round, rounds, cut: best.feasible ? best.cut : null }) === false) break;
    if (best.feasible && round % RETURN_EVERY === 0) state.reset(best.assignment);
  }
  const { assignment, cut, excess, feasible } = best;
  return { assignment, cut, excess, feasible, rounds: round, treeMoves: moves };
}

/** Tree moves first: they alone reach far; then flips for the last of balance and border. @returns accepted tree moves */
function searchRound(
  state: PlanState,
  random: Random,
  { flips, hard }: { flips: number; hard: boolean },
  onFeasible: () => void,
): number {
  const { cost, count } = state.edges;
  const scale = cost.reduce((sum, each) => sum + each, 0) / Math.max(1, count);
  const proposals = TREE_PROPOSALS_A_GRID * state.problem.gridCount;
  const heat = hard ? { tree: 4, flip: 1.6 } : { tree: 1.5, flip: 0.9 };
  const moves = treeMoves(
    state,
    random,
    {
      proposals,
      hot: heat.tree * scale,
      cold: 0.4 * scale,
      looseExcessCost: 300 * scale,
      tightExcessCost: 30_000 * scale,
    },
    onFeasible,
  );
  annealFlips(
    state,
    random,
    {
      proposals: flips,
      hot: heat.flip * scale,
      cold: 0.12 * scale,
      looseExcessCost: 30 * scale,
      tightExcessCost: 3_000 * scale,
    },
    onFeasible,
  );
  return moves;
}

/** Within the limits before outside them; then the lower excess, then the lower cut. */
class BestPlan {
  readonly assignment: Assignment;
  cut: number;
  excess: number;

  constructor(state: PlanState) {
    this.assignment = state.assignment.slice();
    this.cut = state.cut;
    this.excess = state.excess();
  }

  get feasible(): boolean {
    return this.excess === 0;
  }

  take(state: PlanState): void {
    const excess = state.excess();
    if (excess > this.excess || (excess === this.excess && state.cut >= this.cut)) return;
    this.assignment.set(state.assignment);
    this.cut = state.cut;
    this.excess = excess;
  }
}
