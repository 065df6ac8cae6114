// Which locks to free: one that is enough alone, else a set from which none can be taken back. Refuses to touch limits.

import { type Assignment, unitGraph } from '../partition/problem.ts';
import { disruptionOf, type PlanQuestion } from '../planning/question.ts';
import { unitsAgainst } from './broken-locks.ts';
import type { Feasibility } from './feasibility.ts';
import { type Relaxation, relaxationOf } from './relaxation.ts';
import { searchTerms } from './search-terms.ts';
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
const PROPOSALS = 200_000;
/** Searches to start from, each with its own chance. */
const STARTS = 6;
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

/** From plans that break few locks: takes back what it can, most thoroughly from where fewest are left. */
function freeSeveral(wish: LockWish): Relaxation | null {
  const { question, terms } = wish;
  const starts = startPlans(wish).map((start) => takeBack(wish, start, 'quick').assignment);
  if (starts.length === 0) return null;
  const rank = (plan: Assignment) => [brokenBy(question, terms, plan).length, disruptionOf(question, plan)] as const;
  const [best] = starts
    .map((plan) => ({ plan, rank: rank(plan) }))
    .toSorted((a, b) => a.rank[0] - b.rank[0] || a.rank[1] - b.rank[1]);
  const { assignment, isProved } = takeBack(wish, best!.plan, 'light');
  const freed = brokenBy(question, terms, assignment);
  return freed.length === 0 ? null : relaxationOf(question, freed.map(freeLock), assignment, isProved);
}

/** Keeps one lock more after another while a plan is left. `isProved`: it is certain that no other can be. */
function takeBack({ question, feasibility, terms }: LockWish, start: Assignment, effort: 'quick' | 'light') {
  let assignment = start;
  let freed = brokenBy(question, terms, assignment);
  let isProved = true;
  // Those that hold most units first: they are the least likely to be worth freeing.
  for (const lock of freed.toSorted((a, b) => sizeOf(question, b) - sizeOf(question, a) || a - b)) {
    if (!freed.includes(lock)) continue;
    const fewer = freed.filter((other) => other !== lock);
    const verdict = feasibility.decide(without(terms, fewer), effort);
    isProved &&= verdict.status !== 'unknown';
    if (verdict.status !== 'feasible') continue;
    assignment = verdict.assignment;
    freed = brokenBy(question, terms, assignment);
  }
  return { assignment, isProved };
}

/** Plans without locks on what belongs together, or if there is none without any: some searched with dear borders inside groups. */
function startPlans({ question, feasibility, terms, seed, keepGoing }: LockWish): Assignment[] {
  const together = terms.locks.filter((lock) => question.locks[lock]!.kind === 'together');
  for (const freed of [together, terms.locks]) {
    const verdict = feasibility.decide(without(terms, freed));
    if (verdict.status !== 'feasible') continue;
    const { gridCount } = question;
    const search = { proposals: PROPOSALS, gridCount, graph: withWholeGroups(question), keepGoing };
    const searched = Array.from({ length: STARTS }, (_, index) =>
      keepGoing() ? searchTerms(question, without(terms, freed), { ...search, seed: seed + index }) : null,
    );
    return [verdict.assignment, ...searched.filter((plan) => plan !== null)];
  }
  return [];
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
