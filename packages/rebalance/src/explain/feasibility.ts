// Whether a plan keeps given terms: yes with the plan, no for certain, or unknown. Asked many times about one question, so it remembers
// plans and answers. Refuses to call anything impossible that it has not ruled out exactly.

import type { LinearSolver } from '../partition/linear-solver.ts';
import type { Assignment } from '../partition/problem.ts';
import type { PlanQuestion } from '../planning/question.ts';
import { isCertainlyOut, type Reach, reachesOf } from './certain.ts';
import { contract, type Contracted } from './contract.ts';
import { labelPlan } from './label-plan.ts';
import { chooseGrids } from './lawful-grids.ts';
import { searchTerms } from './search-terms.ts';
import { keepsTerms, type Terms } from './terms.ts';

/** `assignment` keeps the terms; `infeasible`: no plan does. */
export type Verdict =
  | { readonly status: 'feasible'; readonly assignment: Assignment }
  | { readonly status: 'infeasible' }
  | { readonly status: 'unknown' };

/** How hard to try: one short search; also a few thousand grids, listed; also millions, and a long search. */
export type Effort = 'quick' | 'light' | 'full';

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
/** Which of the four attempts an effort makes, from and to. */
const ATTEMPTS = { quick: [1, 2], light: [0, 2], full: [0, 4] } as const;
const MOST_UNKNOWN = 2;
/** Numbers of grids to try before it is left open which one will do. */
const MOST_OPEN = 3;

/** Answers about one question. */
export class Feasibility {
  private readonly question: PlanQuestion;
  private readonly options: FeasibilityOptions;
  private readonly known: Assignment[];
  private readonly answers = new Map<string, Verdict>();
  /** Answers that may still be left open after every effort; later ones get less of it. */
  private patience = MOST_UNKNOWN;

  constructor(question: PlanQuestion, options: FeasibilityOptions) {
    this.question = question;
    this.options = options;
    this.known = [question.current];
  }

  /**
   * Exponential at worst, within fixed budgets: the same questions in the same order get the same answers.
   * @param effort less of it leaves more unknown
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
    const verdict = this.fresh(terms, effort === 'full' && this.patience === 0 ? 'light' : effort);
    if (effort === 'full' && verdict.status === 'unknown') this.patience = Math.max(0, this.patience - 1);
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
    const reaches = reachesOf(contracted, terms, gridCount);
    if (isCertainlyOut(contracted, reaches, gridCount, terms.contiguous)) return INFEASIBLE;
    const attempts = [
      () => this.exactly(terms, contracted, reaches, gridCount, FEW),
      () => this.searched(terms, contracted, gridCount, PROPOSALS.short),
      () => this.exactly(terms, contracted, reaches, gridCount, MANY),
      () => this.searched(terms, contracted, gridCount, PROPOSALS.long),
    ];
    for (const attempt of attempts.slice(...ATTEMPTS[effort])) {
      if (!this.options.keepGoing()) return UNKNOWN;
      const verdict = attempt();
      if (verdict.status !== 'unknown') return verdict;
    }
    return UNKNOWN;
  }

  private exactly(
    terms: Terms,
    contracted: Contracted,
    reaches: readonly Reach[],
    gridCount: number,
    size: { readonly maxGrids: number; readonly maxNodes: number },
  ): Verdict {
    const { solver, keepGoing } = this.options;
    const budget = { ...size, keepGoing, ...(solver === undefined ? {} : { solver }) };
    const chosen = chooseGrids(this.question, contracted, reaches, gridCount, budget);
    if (chosen === 'none') return INFEASIBLE;
    return chosen === 'unknown' ? UNKNOWN : this.checked(terms, contracted, chosen);
  }

  private searched(terms: Terms, { finished }: Contracted, parts: number, proposals: number): Verdict {
    const { seed, keepGoing } = this.options;
    const gridCount = parts + finished.length;
    const assignment = searchTerms(this.question, terms, { seed, proposals, gridCount, keepGoing });
    return assignment === null ? UNKNOWN : { status: 'feasible', assignment };
  }

  /** A coarse graph knows less than the ground: a plan counts once it keeps the terms. */
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
