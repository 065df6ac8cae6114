// Whether any plan keeps everything that is asked: yes with a plan, no with certainty, or not known. Refuses to improve what it finds.

import type { Assignment } from '../partition/problem.ts';
import type { LinearSolver } from '../partition/linear-solver.ts';
import { PlanLadder } from './plan-ladder.ts';
import { proveRung } from './prove-rung.ts';
import type { PlanQuestion } from './question.ts';
import { expandPlan, reduceQuestion, type LockContradiction } from './reduce-question.ts';
import { rungProblem } from './rung.ts';
import { columnsWithin, enumerateColumns } from './rung-columns.ts';

/** What a search for any plan may use. */
export interface FindOptions {
  readonly seed: number;
  /** A loaded HiGHS: without it only contradictions and totals rule plans out. */
  readonly solver?: LinearSolver;
  /** Multiplies the budget of the search; default 1. */
  readonly effort?: number;
  /** Grids to enumerate at most; default 3 million. */
  readonly maxGrids?: number;
  /** Asked often; false ends the work. */
  readonly keepGoing?: () => boolean;
}

/** `infeasible` is certain; `because` names the locks where they alone contradict each other. */
export type FoundPlan =
  | { readonly status: 'found'; readonly assignment: Assignment }
  | { readonly status: 'infeasible'; readonly because: LockContradiction | null }
  | { readonly status: 'unknown' };

const DEFAULT_MAX_GRIDS = 3_000_000;

/**
 * Is there any plan? Locks, totals and the loads they force are looked at first, then a short search, then all grids there could be.
 * Some 50 ms where a plan is found at once; a second or two at community size where it takes the proof.
 * @throws RangeError as `reduceQuestion`
 */
export function findPlan(question: PlanQuestion, options: FindOptions): FoundPlan {
  const reduced = reduceQuestion(question);
  if (reduced.kind === 'contradiction') return { status: 'infeasible', because: reduced };
  const { seed, solver, effort = 1, maxGrids = DEFAULT_MAX_GRIDS, keepGoing = () => true } = options;
  const ladder = new PlanLadder(reduced, { seed, effort, keepGoing, onStep: () => undefined });
  if (!Number.isFinite(ladder.archive.boundAt(Infinity))) return { status: 'infeasible', because: null };
  ladder.begin();
  const first = ladder.archive.plans[0];
  if (first !== undefined) return { status: 'found', assignment: expandPlan(reduced, first.labels) };
  if (solver === undefined) return { status: 'unknown' };
  const all = enumerateColumns(reduced, { maxGrids, keepGoing });
  if (all === null) return { status: 'unknown' };
  const columns = columnsWithin(all, rungProblem(reduced, Infinity));
  const proof = proveRung({ reduced, columns, solver, plans: [], keepGoing });
  if (proof.labels !== null) return { status: 'found', assignment: expandPlan(reduced, proof.labels) };
  return Number.isFinite(proof.bound) ? { status: 'unknown' } : { status: 'infeasible', because: null };
}
