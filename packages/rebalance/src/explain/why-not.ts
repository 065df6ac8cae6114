// Why a wish cannot be had: whether any plan keeps all its rules; if none does, which few of them conflict and what it would take.
// Refuses a verdict that it has not proved, and a way out without a plan that takes it.

import type { LinearSolver } from '../partition/linear-solver.ts';
import type { Assignment } from '../partition/problem.ts';
import type { PlanQuestion } from '../planning/question.ts';
import { smallestConflict } from './conflict.ts';
import { Feasibility } from './feasibility.ts';
import { byCost, easedTerms, type Relaxation, relaxationOf } from './relaxation.ts';
import { relaxLimits } from './relax-limits.ts';
import { relaxLocks } from './relax-locks.ts';
import { searchNearToday } from './search-terms.ts';
import { type GridsOut, leastGridsOut } from './shortfall.ts';
import { keepsTerms, type Rule, rulesOf, type Terms, termsOf } from './terms.ts';

/** Where an explanation is. */
export interface WhyNotProgress {
  readonly phase: 'decide' | 'conflict' | 'relax';
  /** Rules that may still be part of the conflict; all of them at first. */
  readonly rulesLeft: number;
}

/** What an explanation may use. */
export interface WhyNotOptions {
  readonly seed: number;
  /** Decides what a search among listed grids leaves open; without it more is unknown. */
  readonly solver?: LinearSolver;
  /** False stops: what is proved by then is the answer. Asked some times a second. */
  readonly onProgress?: (progress: WhyNotProgress) => boolean;
}

/**
 * `feasible`: the plan keeps everything. `infeasible`: no plan does; the rules of `core` are enough to see it, and where `provedMinimal`
 * any one less would allow a plan. `unknown`: neither was found within the budgets.
 */
export type WhyNot =
  | { readonly status: 'feasible'; readonly assignment: Assignment }
  | {
      readonly status: 'infeasible';
      readonly core: readonly Rule[];
      readonly provedMinimal: boolean;
      readonly leastGridsOut: GridsOut | null;
      /** Cheapest first. */
      readonly relaxations: readonly Relaxation[];
    }
  | { readonly status: 'unknown' };

/** Moves of a short search: few units have few plans. */
const [CALM_PROPOSALS, CALM_PROPOSALS_A_UNIT] = [120_000, 2_000];
/** How many grids more or less are tried. */
const MOST_GRIDS_APART = 4;

/** Exponential at worst, within fixed budgets; the same question and seed get the same answer. The question is a valid one. */
export function whyNot(question: PlanQuestion, options: WhyNotOptions): WhyNot {
  let progress: WhyNotProgress = { phase: 'decide', rulesLeft: rulesOf(question).length };
  let isStopped = false;
  const keepGoing = () => {
    isStopped ||= options.onProgress?.(progress) === false;
    return !isStopped;
  };
  const { seed, solver } = options;
  const feasibility = new Feasibility(question, { seed, keepGoing, ...(solver === undefined ? {} : { solver }) });
  const terms = termsOf(question, rulesOf(question));
  const verdict = feasibility.decide(terms);
  if (verdict.status !== 'infeasible') return verdict;
  const conflict = smallestConflict(question, feasibility, (rulesLeft) => {
    progress = { phase: 'conflict', rulesLeft };
  });
  progress = { ...progress, phase: 'relax' };
  const relaxations = relax({ question, feasibility, terms, core: conflict.rules, seed, keepGoing });
  return {
    status: 'infeasible',
    core: conflict.rules,
    provedMinimal: conflict.provedMinimal,
    leastGridsOut: leastGridsOut(question, seed),
    relaxations: relaxations
      .map((relaxation) => calmer(question, terms, relaxation, options, keepGoing))
      .toSorted(byCost),
  };
}

interface RelaxWish {
  readonly question: PlanQuestion;
  readonly feasibility: Feasibility;
  readonly terms: Terms;
  readonly core: readonly Rule[];
  readonly seed: number;
  readonly keepGoing: () => boolean;
}

/** Every way out lets go of something in the core. */
function relax(wish: RelaxWish): Relaxation[] {
  const { question, feasibility, terms, core } = wish;
  const suspects = core.flatMap((rule) => (rule.kind === 'lock' ? [rule.lock] : []));
  const limits = core.filter((rule) => rule.kind === 'limit');
  return [
    ...(suspects.length > 0 ? relaxLocks({ ...wish, suspects }) : []),
    ...relaxLimits(question, feasibility, terms, limits),
    ...(core.some(({ kind }) => kind === 'grid-count') ? relaxCount(question, feasibility, terms) : []),
  ];
}

/** The nearest numbers of grids, above and below. */
function relaxCount(question: PlanQuestion, feasibility: Feasibility, terms: Terms): Relaxation[] {
  return [1, -1].flatMap((step) => {
    let provedLeast = true;
    for (let apart = 1; apart <= MOST_GRIDS_APART; apart += 1) {
      const value = question.gridCount + step * apart;
      const verdict = value < 1 ? null : feasibility.decide({ ...terms, gridCount: value }, 'light');
      if (verdict?.status === 'feasible')
        return relaxationOf(question, [{ kind: 'grid-count', value }], verdict.assignment, provedLeast);
      provedLeast &&= verdict?.status !== 'unknown';
    }
    return [];
  });
}

/** The same changes with a plan nearer to today, where a short search finds one. */
function calmer(
  question: PlanQuestion,
  terms: Terms,
  relaxation: Relaxation,
  { seed }: WhyNotOptions,
  keepGoing: () => boolean,
): Relaxation {
  const eased = easedTerms(terms, relaxation.changes);
  if (eased.gridCount !== question.gridCount || !keepGoing()) return relaxation;
  const { gridCount } = question;
  const proposals = Math.min(CALM_PROPOSALS, CALM_PROPOSALS_A_UNIT * question.current.length);
  const search = { seed, proposals, gridCount, keepGoing };
  const plans = [search, { ...search, start: relaxation.assignment }].flatMap((how) => {
    const found = searchNearToday(question, eased, how);
    return found === null || !keepsTerms(question, eased, found) ? [] : [found];
  });
  return plans
    .map((plan) => relaxationOf(question, relaxation.changes, plan, relaxation.provedLeast))
    .reduce((best, each) => (each.disruption < best.disruption ? each : best), relaxation);
}
