// Which locks to free: one that is enough alone, else a set from which none can be taken back. Refuses to touch limits.

import { type Assignment, unitGraph } from '../partition/problem.ts';
import { searchPlan } from '../partition/search.ts';
import type { PlanQuestion } from '../planning/question.ts';
import { unitsAgainst } from './broken-locks.ts';
import type { Feasibility } from './feasibility.ts';
import { type Relaxation, relaxationOf } from './relaxation.ts';
import type { Terms } from './terms.ts';

/** What the two ways to free locks need. */
export interface LockWish {
  readonly question: PlanQuestion;
  readonly feasibility: Feasibility;
  /** All rules of the question. */
  readonly terms: Terms;
  /** Locks of a conflict: whatever frees the plan frees one of them. */
  readonly suspects: readonly number[];
  readonly seed: number;
  readonly keepGoing: () => boolean;
}

/** More suspects than this are not tried one by one. */
const MOST_SINGLES = 40;
const PROPOSALS = 1_200_000;
/** What separating units that belong together costs beside an ordinary border. */
const WHOLE = 12;

/** A relaxation for each lock that is enough alone; else one that frees several, or none. */
export function relaxLocks(wish: LockWish): Relaxation[] {
  const singles =
    wish.suspects.length > MOST_SINGLES ? [] : wish.suspects.flatMap((lock) => freeing(wish, [lock]) ?? []);
  if (singles.length > 0) return singles;
  const several = wish.keepGoing() ? freeSeveral(wish) : null;
  return several === null ? [] : [several];
}

function freeing({ question, feasibility, terms }: LockWish, freed: readonly number[]): Relaxation | null {
  const verdict = feasibility.decide(without(terms, freed), 'light');
  if (verdict.status !== 'feasible') return null;
  return relaxationOf(question, freed.map(freeLock), verdict.assignment, true);
}

/** From a plan that breaks few locks, takes back one after another while a plan is left. */
function freeSeveral(wish: LockWish): Relaxation | null {
  const { question, feasibility, terms } = wish;
  const start = startPlan(wish);
  if (start === null) return null;
  let assignment = start;
  let freed = brokenBy(question, terms, assignment);
  let provedLeast = true;
  // Those that hold most units first: they are the least likely to be worth freeing.
  const order = freed.toSorted((a, b) => sizeOf(question, b) - sizeOf(question, a) || a - b);
  for (const lock of order) {
    if (!freed.includes(lock)) continue;
    const verdict = feasibility.decide(
      without(
        terms,
        freed.filter((other) => other !== lock),
      ),
      'light',
    );
    if (verdict.status === 'unknown') provedLeast = false;
    if (verdict.status !== 'feasible') continue;
    assignment = verdict.assignment;
    freed = brokenBy(question, terms, assignment);
  }
  return freed.length === 0 ? null : relaxationOf(question, freed.map(freeLock), assignment, provedLeast);
}

/** A plan without the locks: one that was searched with dear borders inside what belongs together, else any. */
function startPlan({ question, feasibility, terms, seed, keepGoing }: LockWish): Assignment | null {
  const together = terms.locks.filter((lock) => question.locks[lock]!.kind === 'together');
  for (const freed of [together, terms.locks]) {
    const eased = without(terms, freed);
    const verdict = feasibility.decide(eased);
    if (verdict.status !== 'feasible') continue;
    const plans = [verdict.assignment];
    if (freed.length === terms.locks.length && keepGoing()) {
      const graph = withWholeGroups(question);
      const { feasible, assignment } = searchPlan(
        { ...question, graph },
        { seed, proposals: PROPOSALS, onProgress: keepGoing },
      );
      if (feasible) plans.push(assignment);
    }
    return plans.reduce((best, plan) =>
      brokenBy(question, terms, plan).length < brokenBy(question, terms, best).length ? plan : best,
    );
  }
  return null;
}

function withWholeGroups({ graph: { offsets, neighbours, costs }, locks }: PlanQuestion) {
  const units = offsets.length - 1;
  const lockOf = new Int32Array(units).fill(-1);
  locks.forEach((lock, index) => {
    if (lock.kind === 'together') for (const unit of lock.units) lockOf[unit] = index;
  });
  const mean = Math.max(1, costs.reduce((sum, cost) => sum + cost, 0) / Math.max(1, costs.length));
  const edges: [number, number][] = [];
  const edgeCosts: number[] = [];
  for (let unit = 0; unit < units; unit += 1)
    for (let at = offsets[unit]!; at < offsets[unit + 1]!; at += 1) {
      const beside = neighbours[at]!;
      if (unit > beside) continue;
      const isWhole = lockOf[unit]! >= 0 && lockOf[unit] === lockOf[beside];
      edges.push([unit, beside]);
      edgeCosts.push(costs[at]! + (isWhole ? Math.round(WHOLE * mean) : 0));
    }
  return unitGraph(units, edges, edgeCosts);
}

function brokenBy({ locks, current }: PlanQuestion, terms: Terms, assignment: Assignment): number[] {
  return terms.locks.filter((lock) => unitsAgainst(locks[lock]!, current, assignment).length > 0);
}

function without(terms: Terms, freed: readonly number[]): Terms {
  return { ...terms, locks: terms.locks.filter((lock) => !freed.includes(lock)) };
}

function sizeOf({ locks, current }: PlanQuestion, index: number): number {
  const lock = locks[index]!;
  return lock.kind === 'grid'
    ? current.reduce((sum, grid) => sum + (grid === lock.grid ? 1 : 0), 0)
    : lock.units.length;
}

function freeLock(lock: number) {
  return { kind: 'free-lock', lock } as const;
}
