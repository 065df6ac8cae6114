// Owns which locks hold the entrances one selected. Pure.
import type { PlanLockModel } from '#plan/plan-session.types';

/** Locks of single entrances that hold any of these; whole grids are unlocked in the table. */
export function locksOn(locks: readonly PlanLockModel[], units: readonly number[]): string[] {
  const wanted = new Set(units);
  return locks
    .filter(({ kind, units: held }) => kind !== 'GRID' && held.some((unit) => wanted.has(unit)))
    .map(({ id }) => id);
}

/** The units by the grid they are in, ascending; units without one are left out: there is nothing to hold them in. */
export function unitsByGrid(
  assignment: Int32Array,
  units: readonly number[],
): { readonly grid: number; readonly units: readonly number[] }[] {
  const groups = new Map<number, number[]>();
  for (const unit of units) {
    const grid = assignment[unit] ?? -1;
    if (grid >= 0) groups.set(grid, [...(groups.get(grid) ?? []), unit]);
  }
  return [...groups].map(([grid, held]) => ({ grid, units: held })).toSorted((a, b) => a.grid - b.grid);
}
