// Which locks a plan breaks, and which units would have to move for each to hold. Refuses to mend anything.

import type { Assignment } from '../partition/problem.ts';
import type { Lock, PlanQuestion } from '../planning/question.ts';

/**
 * Units that stand against the lock, ascending; none when it holds. `stay`: those outside its grid. `together`: all that are not where
 * most of them are (a unit in no grid is nowhere). `grid`: those that left and those that came. O(units)
 */
export function unitsAgainst(lock: Lock, current: Assignment, assignment: Assignment): number[] {
  if (lock.kind === 'stay') return ascending(lock.units.filter((unit) => assignment[unit] !== lock.grid));
  if (lock.kind === 'together') return outOfMajority(lock.units, assignment);
  const units: number[] = [];
  for (let unit = 0; unit < current.length; unit += 1)
    if ((current[unit] === lock.grid) !== (assignment[unit] === lock.grid)) units.push(unit);
  return units;
}

/** Units against each lock, by lock; empty where it holds. O(units · locks of grids + units in locks) */
export function brokenLocks({ locks, current }: PlanQuestion, assignment: Assignment): number[][] {
  return locks.map((lock) => unitsAgainst(lock, current, assignment));
}

function outOfMajority(units: readonly number[], assignment: Assignment): number[] {
  const counts = new Map<number, number>();
  for (const unit of units) {
    const grid = assignment[unit]!;
    if (grid >= 0) counts.set(grid, (counts.get(grid) ?? 0) + 1);
  }
  let [home, most] = [-1, 0];
  for (const [grid, count] of counts) if (count > most || (count === most && grid < home)) [home, most] = [grid, count];
  // Wholly unassigned units are together nowhere: that is a fault of its own, not this lock's.
  if (most === 0) return [];
  return ascending(units.filter((unit) => assignment[unit] !== home));
}

function ascending(units: readonly number[]): number[] {
  return units.toSorted((a, b) => a - b);
}
