// Owns what locks forbid while one edits by hand. Pure. Refuses judging: a lock broken all the same is a finding.
import type { PlanContent } from './plan-content.ts';

/** What of a plan locks are asked about. */
export type LockedPlan = Pick<PlanContent, 'assignment' | 'locks'>;

/** Grids that keep exactly their units. */
export function lockedGrids({ locks }: Pick<LockedPlan, 'locks'>): ReadonlySet<number> {
  return new Set(locks.filter(({ kind }) => kind === 'GRID').map(({ grid }) => grid));
}

/** Units that may go to `grid`; the others are held by a lock. */
export function freeUnits(plan: LockedPlan, units: readonly number[], grid: number): number[] {
  const closed = lockedGrids(plan);
  const held = new Map(
    plan.locks
      .filter(({ kind }) => kind === 'UNIT' || kind === 'WORKER')
      .flatMap((lock) => lock.units.map((unit): [number, number] => [unit, lock.grid])),
  );
  return units.filter((unit) => {
    const from = plan.assignment[unit] ?? -1;
    if (from === grid) return true;
    return !closed.has(from) && !closed.has(grid) && (held.get(unit) ?? grid) === grid;
  });
}
