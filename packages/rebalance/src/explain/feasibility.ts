// Whether a plan keeps given terms: yes with the plan, no for certain, or unknown. Asked many times about one question, so it remembers
// plans and answers. Refuses to call anything impossible that it has not ruled out exactly.

import type { LinearSolver } from '../partition/linear-solver.ts';
import type { Assignment, Measure } from '../partition/problem.ts';
import { searchPlan } from '../partition/search.ts';
import type { PlanQuestion } from '../planning/question.ts';
import { isCertainlyOut, isConnected, type Reach, reachOf } from './certain.ts';
import { contract, type Contracted } from './contract.ts';
import { labelPlan } from './label-plan.ts';
import { type Chosen, chooseGrids } from './lawful-grids.ts';
import { keepsTerms, type Terms } from './terms.ts';

/** `assignment` keeps the terms; `infeasible`: no plan does. */
export type Verdict =
  | { readonly status: 'feasible'; readonly assignment: Assignment }
  | { readonly status: 'infeasible' }
  | { readonly status: 'unknown' };

/** How hard to try. */
export type Effort = 'light' | 'full';

/** What each answer may cost. */
export interface FeasibilityOptions {
  readonly seed: number;
  readonly solver?: LinearSolver;
  /** Asked now and then; false makes every answer that is not at hand unknown. */
  readonly keepGoing: () => boolean;
}

const INFEASIBLE: Verdict = { status: 'infeasible' };
const UNKNOWN: Verdict = { status: 'unknown' };
/** Few grids are listed before anything is searched: listing them is exact. */
const FEW = { maxGrids: 4_000, maxNodes: 20_000 };
const MANY = { maxGrids: 1_500_000, maxNodes: 60_000 };
const PROPOSALS = { short: 60_000, long: 600_000 };
/** Numbers of grids to try before it is left open which one will do. */
const MOST_OPEN = 3;

/** Answers about one question. */
export class Feasibility {
  private readonly question: PlanQuestion;
  private readonly options: FeasibilityOptions;
  private readonly known: Assignment[];
  private readonly answers = new Map<string, Verdict>();

  constructor(question: PlanQuestion, options: FeasibilityOptions) {
    this.question = question;
    this.options = options;
    this.known = [question.current];
  }

  /** A plan found elsewhere, to be tried first. */
  remember(assignment: Assignment): void {
    this.known.unshift(assignment);
  }

  /**
   * Exponential at worst, within fixed budgets: the same questions in the same order get the same answers.
   * @param effort `light` leaves more unknown, and lists no grids by the million
   */
  decide(terms: Terms, effort: Effort = 'full'): Verdict {
    const key = JSON.stringify([
      effort,
      terms.lower,
      terms.upper.map(String),
      terms.gridCount,
      terms.contiguous,
      terms.locks,
    ]);
    const before = this.answers.get(key);
    if (before !== undefined) return before;
    const verdict = this.fresh(terms, effort);
    if (verdict.status === 'feasible') this.known.unshift(verdict.assignment);
    // What was left open because the caller stopped is nobody's answer.
    if (verdict.status !== 'unknown' || this.options.keepGoing()) this.answers.set(key, verdict);
    return verdict;
  }

  private fresh(terms: Terms, effort: Effort): Verdict {
    const atHand = this.known.find((assignment) => keepsTerms(this.question, terms, assignment));
    if (atHand !== undefined) return { status: 'feasible', assignment: atHand };
    const contracted = contract(this.question, terms);
    if (contracted === null || isFinishedOut(this.question, terms, contracted)) return INFEASIBLE;
    let open = 0;
    for (const gridCount of countsOf(terms, contracted)) {
      const verdict = this.decideCount(terms, contracted, gridCount, effort);
      if (verdict.status === 'feasible') return verdict;
      if (verdict.status === 'unknown') open += 1;
      if (open === MOST_OPEN) break;
    }
    return open > 0 ? UNKNOWN : INFEASIBLE;
  }

  /** @param gridCount besides the finished grids */
  private decideCount(terms: Terms, contracted: Contracted, gridCount: number, effort: Effort): Verdict {
    if (contracted.groups.length === 0 || gridCount < 1) {
      const isDone = contracted.groups.length === 0 && gridCount === 0;
      return isDone ? this.checked(terms, contracted, new Int32Array(0)) : INFEASIBLE;
    }
    const reaches = contracted.weights.map((weights, measure) =>
      reachOf(weights, terms.lower[measure]!, terms.upper[measure]!, gridCount),
    );
    if (isCertainlyOut(contracted, reaches, gridCount, terms.contiguous)) return INFEASIBLE;
    const attempts = [
      () => this.exactly(contracted, reaches, gridCount, FEW),
      () => this.search(contracted, reaches, gridCount, PROPOSALS.short),
      () => this.exactly(contracted, reaches, gridCount, MANY),
      () => this.search(contracted, reaches, gridCount, PROPOSALS.long),
    ];
    for (const attempt of effort === 'light' ? attempts.slice(0, 2) : attempts) {
      if (!this.options.keepGoing()) return UNKNOWN;
      const chosen = attempt();
      if (chosen === 'none') return INFEASIBLE;
      if (chosen === 'unknown') continue;
      const verdict = this.checked(terms, contracted, chosen);
      if (verdict.status === 'feasible') return verdict;
    }
    return UNKNOWN;
  }

  private exactly(
    contracted: Contracted,
    reaches: readonly Reach[],
    gridCount: number,
    size: { readonly maxGrids: number; readonly maxNodes: number },
  ): Chosen {
    const { solver, keepGoing } = this.options;
    return chooseGrids(this.question, contracted, reaches, gridCount, {
      ...size,
      keepGoing,
      ...(solver === undefined ? {} : { solver }),
    });
  }

  private search({ graph }: Contracted, reaches: readonly Reach[], gridCount: number, proposals: number): Chosen {
    if (graph === null || !isConnected(graph)) return 'unknown';
    // Where nothing weighs anything the search would divide by a limit of none.
    const measureOf = ({ weights, lower, upper }: Reach): Measure => ({ weights, lower, upper: Math.max(1, upper) });
    const [first, ...others] = reaches.map(measureOf);
    const { feasible, assignment } = searchPlan(
      { graph, measures: [first!, ...others], gridCount },
      { seed: this.options.seed, proposals, onProgress: ({ cut }) => cut === null && this.options.keepGoing() },
    );
    return feasible ? assignment : 'unknown';
  }

  /** The search knows no labels and a coarse graph less than the ground: a plan counts once it keeps the terms. */
  private checked(terms: Terms, contracted: Contracted, parts: Assignment): Verdict {
    const assignment = labelPlan(this.question, contracted, parts);
    return keepsTerms(this.question, terms, assignment) ? { status: 'feasible', assignment } : UNKNOWN;
  }
}

/** Whether a grid that may not change is outside the limits. */
function isFinishedOut({ measures }: PlanQuestion, { lower, upper }: Terms, { finished }: Contracted): boolean {
  return finished.some(({ units }) =>
    measures.some(({ weights }, measure) => {
      const load = units.reduce((sum, unit) => sum + weights[unit]!, 0);
      return load < lower[measure]! || load > upper[measure]!;
    }),
  );
}

/** Numbers of grids that may do besides the finished ones, likely ones first. */
function countsOf(terms: Terms, { groups, weights, labels, finished }: Contracted): number[] {
  if (terms.gridCount !== null) return [terms.gridCount - finished.length];
  let least =
    groups.length === 0
      ? 0
      : Math.max(
          1,
          labels.reduce((count, label) => count + (label >= 0 ? 1 : 0), 0),
        );
  let most = groups.length;
  weights.forEach((row, measure) => {
    const total = row.reduce((sum, weight) => sum + weight, 0);
    if (terms.upper[measure]! > 0) least = Math.max(least, Math.ceil(total / terms.upper[measure]!));
    if (terms.lower[measure]! > 0) most = Math.min(most, Math.floor(total / terms.lower[measure]!));
  });
  const middle = (least + most) / 2;
  return Array.from({ length: Math.max(0, most - least + 1) }, (_, step) => least + step).toSorted(
    (a, b) => Math.abs(a - middle) - Math.abs(b - middle),
  );
}
