// The answer to a planner's question: three to five plans of which none beats another, each with what is certain about it. Refuses to
// choose one, and to call anything proved that is not.

import { gridLoads, type Assignment } from '../partition/problem.ts';
import type { LinearSolver } from '../partition/linear-solver.ts';
import { choosePlans, type PlanRole } from './choose-plans.ts';
import { EXACT_STEPS, proveLadder } from './exact-ladder.ts';
import type { KnownPlan } from './plan-archive.ts';
import { CLIMB_STEPS, PlanLadder } from './plan-ladder.ts';
import type { PlanQuestion } from './question.ts';
import { expandPlan, reduceQuestion, type ReducedQuestion } from './reduce-question.ts';
import { targetOf } from './rung.ts';

/** How far the work is. */
export interface SuggestProgress {
  /** Of `steps`. */
  readonly done: number;
  readonly steps: number;
  /** No plan within the hard limits costs less disruption. */
  readonly bestBound: number;
}

/** How to search. Budgets are iterations, never time: the same seed and effort give the same plans on every machine. */
export interface SuggestOptions {
  readonly seed: number;
  /** A loaded HiGHS; without it nothing but the transport bound is certain. */
  readonly solver?: LinearSolver;
  /** Multiplies the budgets; default 1. */
  readonly effort?: number;
  /** Told of each plan that is worth more than those before, long before it is known to stay. Roles and bounds are those of the moment. */
  readonly onPlan?: (plan: SuggestedPlan) => void;
  /** Asked every some milliseconds; false ends the work with the plans found so far. */
  readonly onProgress?: (progress: SuggestProgress) => boolean;
}

/** One plan. Grid `g` of it is grid `g` of today, with its worker. */
export interface SuggestedPlan {
  readonly assignment: Assignment;
  /** As `disruptionOf`. */
  readonly disruption: number;
  /** No plan of this deviation or less costs less disruption. */
  readonly disruptionBound: number;
  /** Units that had a grid and have another. */
  readonly movedUnits: number;
  /** Largest distance of a grid's first measure from the target, as a share of it; held grids included. */
  readonly maxDeviation: number;
  /** Standard deviation of the first measure over the mean, all grids. */
  readonly cv: number;
  readonly cut: number;
  /** No plan within the hard limits cuts less; null where nothing is known. */
  readonly cutBound: number | null;
  /** About the disruption, against `disruptionBound`. */
  readonly proof: 'proved' | 'within' | 'none';
  /** How far above the bound the disruption is at the most, as a share of the bound; 0 when proved, null when nothing is known. */
  readonly within: number | null;
  readonly roles: readonly PlanRole[];
}

/** `none`: no plan was found, which is no proof that there is none: `findPlan` may tell. Plans from the least change on. */
export interface Suggestions {
  readonly status: 'found' | 'none';
  readonly plans: readonly SuggestedPlan[];
}

/**
 * Plans that keep all limits, locks and contiguity, none beaten by another at once in disruption, cut, and balance of the grids that no
 * lock holds, by deviation as by CV; the most compact one may be, but for its cut.
 * O(effort · units · rungs · degree) without a solver. With one, and few enough grids to enumerate (some 3 million), each rung is proved or
 * carries what its proof came to; where a grid may be in several pieces only the transport bound is known.
 * @throws RangeError as {@link reduceQuestion}
 */
export function suggestPlans(question: PlanQuestion, options: SuggestOptions): Suggestions {
  const reduced = reduceQuestion(question);
  if (reduced.kind === 'contradiction') return { status: 'none', plans: [] };
  return new Suggestion(reduced, options).run();
}

class Suggestion {
  readonly #reduced: ReducedQuestion;
  readonly #options: SuggestOptions;
  readonly #ladder: PlanLadder;
  #done = 0;
  #told: Assignment | null = null;
  #stopped = false;
  #cutBound: number | null = null;

  constructor(reduced: ReducedQuestion, options: SuggestOptions) {
    this.#reduced = reduced;
    this.#options = options;
    this.#ladder = new PlanLadder(reduced, {
      seed: options.seed,
      effort: options.effort ?? 1,
      keepGoing: () => this.#keepGoing(),
      onStep: () => this.#step(),
    });
  }

  run(): Suggestions {
    const ladder = this.#ladder;
    if (Number.isFinite(ladder.archive.boundAt(Infinity))) {
      ladder.begin();
      ladder.widest();
      ladder.climb();
      this.#prove();
    }
    const plans = choosePlans(ladder.archive).map(({ plan, roles }) => this.#describe(plan, roles));
    return { status: plans.length === 0 ? 'none' : 'found', plans };
  }

  #prove(): void {
    const { solver } = this.#options;
    const ladder = this.#ladder;
    if (solver === undefined || ladder.stopped) return;
    const proof = proveLadder({
      reduced: this.#reduced,
      solver,
      archive: ladder.archive,
      offer: (labels) => ladder.offer(labels),
      keepGoing: () => this.#keepGoing(),
      onStep: () => this.#step(),
    });
    this.#cutBound = proof?.cutBound ?? null;
  }

  #step(): void {
    this.#done += 1;
    this.#tell();
  }

  #keepGoing(): boolean {
    if (this.#stopped) return false;
    const steps = CLIMB_STEPS + (this.#options.solver === undefined ? 0 : EXACT_STEPS);
    const bestBound = this.#ladder.archive.boundAt(Infinity);
    this.#stopped = this.#options.onProgress?.({ done: this.#done, steps, bestBound }) === false;
    return !this.#stopped;
  }

  /** The newest plan of the front, once. */
  #tell(): void {
    const newest = this.#ladder.archive.plans.at(-1);
    if (newest === undefined || newest.labels === this.#told) return;
    this.#told = newest.labels;
    const chosen = choosePlans(this.#ladder.archive).find(({ plan }) => plan === newest);
    this.#options.onPlan?.(this.#describe(newest, chosen?.roles ?? []));
  }

  #describe(plan: KnownPlan, roles: readonly PlanRole[]): SuggestedPlan {
    const { question, heldCut } = this.#reduced;
    const assignment = expandPlan(this.#reduced, plan.labels);
    const disruptionBound = Math.min(plan.disruption, this.#ladder.archive.boundAt(plan.deviation));
    return {
      assignment,
      disruption: plan.disruption,
      disruptionBound,
      movedUnits: question.current.reduce(
        (sum, grid, unit) => sum + (grid >= 0 && grid !== assignment[unit] ? 1 : 0),
        0,
      ),
      ...balanceOf(this.#reduced, assignment),
      cut: plan.cut + heldCut,
      cutBound: this.#cutBound === null ? null : this.#cutBound + heldCut,
      ...certainty(plan.disruption, disruptionBound),
      roles,
    };
  }
}

function certainty(disruption: number, bound: number): Pick<SuggestedPlan, 'proof' | 'within'> {
  if (disruption <= bound) return { proof: 'proved', within: 0 };
  return bound > 0 ? { proof: 'within', within: disruption / bound - 1 } : { proof: 'none', within: null };
}

function balanceOf(reduced: ReducedQuestion, assignment: Assignment): Pick<SuggestedPlan, 'maxDeviation' | 'cv'> {
  const { measures, gridCount } = reduced.question;
  const target = targetOf(reduced);
  const loads = gridLoads(measures[0], assignment, gridCount);
  const mean = loads.reduce((sum, load) => sum + load, 0) / gridCount;
  const variance = loads.reduce((sum, load) => sum + (load - mean) ** 2, 0) / gridCount;
  return {
    maxDeviation: target > 0 ? loads.reduce((most, load) => Math.max(most, Math.abs(load - target)), 0) / target : 0,
    cv: mean > 0 ? Math.sqrt(variance) / mean : 0,
  };
}
