// Climbs the ladder: plans of little change for limits on the deviation drawn ever tighter, each search warm from the rung before.
// Refuses to prove anything; bounds come from elsewhere.

import { type Random, seededRandom } from '../random.ts';
import { type EdgeList, edgeList } from '../partition/plan-state.ts';
import type { Assignment, PartitionProblem } from '../partition/problem.ts';
import { searchPlan } from '../partition/search.ts';
import { type CalmPlan, searchCalmly } from './calm-search.ts';
import { ContiguityGuard } from './contiguity-guard.ts';
import { repairByFlow } from './flow-repair.ts';
import { matchLabels } from './match-labels.ts';
import { PlanArchive } from './plan-archive.ts';
import { FORBIDDEN, reducedDisruption, type ReducedQuestion } from './reduce-question.ts';
import { deviationOf, keepsLimits, rungProblem, unevennessOf } from './rung.ts';
import { startPlan } from './start-plan.ts';
import { transportBound } from './transport-bound.ts';

/** What a climb may use, and whom it tells. */
export interface ClimbOptions {
  readonly seed: number;
  /** Multiplies all budgets. */
  readonly effort: number;
  /** Asked often; false ends the climb with what it has. */
  readonly keepGoing: () => boolean;
  /** After each step. */
  readonly onStep: () => void;
}

/** Shares of the first rung's deviation: enough for five plans that differ, and a search between the last that has one and the first that has none. */
const RUNGS = [0.82, 0.67, 0.55, 0.45, 0.36, 0.28, 0.21, 0.15];
const HALVINGS = 3;
/** How many steps a climb has at the most. */
export const CLIMB_STEPS = 3 + RUNGS.length + HALVINGS;
/** Short searches until there is a first plan. */
const [FIRST_PROPOSALS, FIRST_TURNS] = [40_000, 6];
const PROPOSALS_A_NODE = 3_000;
const [LEAST_PROPOSALS, MOST_PROPOSALS] = [200_000, 3_000_000];
const COMPACT_FLIPS_A_NODE = 5_000;
/** Heats of a first search, of one from a good plan, and of one that only tidies. */
const [ROUGH, WARM, GENTLE] = [0.8, 0.4, 0.2];

/** The plans of one question while they are being found. */
export class PlanLadder {
  readonly archive = new PlanArchive();
  readonly #reduced: ReducedQuestion;
  readonly #options: ClimbOptions;
  readonly #edges: EdgeList;
  readonly #random: Random;
  readonly #guard: ContiguityGuard;
  readonly #proposals: number;
  readonly #start: Assignment;
  #stopped = false;

  constructor(reduced: ReducedQuestion, options: ClimbOptions) {
    this.#reduced = reduced;
    this.#options = options;
    this.#edges = edgeList(reduced.problem.graph);
    this.#random = seededRandom(options.seed);
    this.#guard = new ContiguityGuard(reduced);
    const nodes = reduced.unitsOf.length;
    const proposals = Math.min(MOST_PROPOSALS, Math.max(LEAST_PROPOSALS, PROPOSALS_A_NODE * nodes));
    this.#proposals = Math.round(options.effort * proposals);
    this.#start = startPlan(reduced);
    archiveBound(this.archive, reduced, reduced.problem, Infinity);
  }

  /** Takes a plan from elsewhere, labels matched; false when it keeps not all limits and locks, or is beaten. */
  offer(labels: Assignment): boolean {
    const disruption = reducedDisruption(this.#reduced, labels);
    if (disruption >= FORBIDDEN || !keepsLimits(this.#reduced.problem, labels)) return false;
    if (!this.#guard.isLawful(labels)) return false;
    const cut = cutOf(this.#edges, labels);
    const [deviation, unevenness] = [deviationOf(this.#reduced, labels), unevennessOf(this.#reduced, labels)];
    return this.archive.add({ labels, disruption, cut, deviation, unevenness });
  }

  /** Any plan within the hard limits, as soon as may be. */
  begin(): void {
    this.offer(this.#start);
    this.#carry(this.#reduced.problem);
    for (let turn = 0; turn < FIRST_TURNS && this.archive.plans.length === 0; turn += 1)
      this.#calm(this.#reduced.problem, this.#start, { proposals: FIRST_PROPOSALS, heat: ROUGH });
    this.#step();
  }

  /** The shortest border and the least change that a search finds within the hard limits. */
  widest(): void {
    this.#compact();
    this.#step();
    this.#rung(Infinity);
    this.#step();
  }

  /** Whether the caller ended it. */
  get stopped(): boolean {
    return this.#stopped;
  }

  /** Rung after rung, as long as the caller lets it. */
  climb(): void {
    const widest = this.archive.ladder[0]?.deviation;
    if (widest === undefined) return;
    let [reached, missed] = [widest, 0];
    for (const share of RUNGS) {
      if (this.#stopped) return;
      const found = this.#rung(share * widest);
      this.#step();
      if (!found) {
        missed = share * widest;
        break;
      }
      reached = Math.min(reached, share * widest);
    }
    for (let halving = 0; halving < HALVINGS && !this.#stopped; halving += 1) {
      const middle = (reached + missed) / 2;
      if (this.#rung(middle)) reached = Math.min(middle, this.archive.ladder.at(-1)!.deviation);
      else missed = middle;
      this.#step();
    }
  }

  /**
   * Searches one rung from today's grids and from the nearest plan known. Where today's lead to none, load lies too far from where it
   * should be for units to get there one by one: then short borders are the better start.
   * @returns whether a plan within the deviation is known
   */
  #rung(deviation: number): boolean {
    const problem = rungProblem(this.#reduced, deviation);
    if (!archiveBound(this.archive, this.#reduced, problem, deviation)) return false;
    this.#carry(problem);
    const near = this.archive.plans.toSorted((a, b) => a.deviation - b.deviation || a.disruption - b.disruption);
    const warm = near.find((plan) => plan.deviation > deviation)?.labels ?? near[0]?.labels ?? this.#start;
    const rough = { proposals: this.#proposals, heat: ROUGH };
    const tidy = { ...rough, heat: WARM };
    const isNear = this.#calm(problem, this.#start, rough) !== null;
    const compact = this.archive.mostCompact;
    if (isNear || compact === null) this.#calm(problem, this.#start, rough);
    else this.#calm(problem, compact.labels, tidy);
    this.#calm(problem, warm, tidy);
    for (const heat of [WARM, GENTLE]) {
      const best = this.archive.cheapestWithin(deviation);
      if (best !== null) this.#calm(problem, best.labels, { proposals: this.#proposals, heat });
    }
    return this.archive.cheapestWithin(deviation) !== null;
  }

  /** Offers what the flow of load over borders makes of today's grids: at once, and where flips alone would never get. */
  #carry(problem: PartitionProblem): void {
    if (this.#stopped) return;
    this.offer(
      repairByFlow({
        reduced: this.#reduced,
        problem,
        edges: this.#edges,
        start: this.#start,
        keepGoing: () => this.#keepGoing(),
      }),
    );
  }

  /** A plan of short borders: from nothing where no lock says otherwise, else by flips from the best known. */
  #compact(): void {
    const { problem, fixed } = this.#reduced;
    if (this.#stopped) return;
    const nodes = this.#reduced.unitsOf.length;
    if (fixed.every((label) => label < 0)) {
      const proposals = Math.round(this.#options.effort * COMPACT_FLIPS_A_NODE * nodes);
      const onProgress = (): boolean => this.#keepGoing();
      const found = searchPlan(problem, { seed: this.#options.seed, proposals, onProgress });
      if (found.feasible) this.offer(matchLabels(this.#reduced, found.assignment));
    }
    const best = this.archive.mostCompact;
    if (best === null) return;
    this.#calm(problem, best.labels, { proposals: this.#proposals, heat: ROUGH, first: 'cut' });
  }

  #calm(
    problem: PartitionProblem,
    start: Assignment,
    how: { proposals: number; heat: number; first?: 'disruption' | 'cut' },
  ): CalmPlan | null {
    if (this.#stopped) return null;
    const found = searchCalmly({
      reduced: this.#reduced,
      problem,
      edges: this.#edges,
      start,
      random: this.#random,
      keepGoing: () => this.#keepGoing(),
      first: 'disruption',
      ...how,
    });
    if (found !== null) this.offer(found.labels);
    return found;
  }

  #keepGoing(): boolean {
    if (!this.#options.keepGoing()) this.#stopped = true;
    return !this.#stopped;
  }

  #step(): void {
    this.#options.onStep();
  }
}

/** @returns false when no plan is possible within the problem's limits */
function archiveBound(
  archive: PlanArchive,
  reduced: ReducedQuestion,
  problem: PartitionProblem,
  deviation: number,
): boolean {
  const bound = transportBound(reduced, problem);
  archive.addBound(deviation, bound);
  return Number.isFinite(bound);
}

function cutOf({ one, two, cost, count }: EdgeList, labels: Assignment): number {
  let sum = 0;
  for (let edge = 0; edge < count; edge += 1) if (labels[one[edge]!] !== labels[two[edge]!]) sum += cost[edge]!;
  return sum;
}
