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

/** Locks that forbid a step back or forth: those on the grids and units it moves; all that hold something where that is not known. */
export function locksInTheWay(plan: LockedPlan, moves: readonly UnitStep[] | null): string[] {
  const holding = plan.locks.filter(({ kind }) => kind !== 'TOGETHER');
  const inTheWay = holding.filter(
    (lock) =>
      moves === null ||
      moves.some(({ unit, from, to }) =>
        lock.kind === 'GRID' ? lock.grid === from || lock.grid === to : lock.units.includes(unit) && lock.grid !== to,
      ),
  );
  return inTheWay.map(({ id }) => id);
}

/** A unit that goes from one grid to another; -1 for none. */
export interface UnitStep {
  readonly unit: number;
  readonly from: number;
  readonly to: number;
}
