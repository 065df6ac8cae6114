// Owns taking a suggestion into the draft, whole or by grid: what it makes of the draft, and which locks it would reach into. Pure.
// Refuses half of it: what a lock forbids is not left out in silence.
import { type LockedPlan, locksInTheWay, type UnitStep } from './plan-locks.ts';

/** The draft with the wanted assignment, or only with the units that go to or come from these grids. O(units) */
export function takenInto(current: Int32Array, wanted: Int32Array, grids?: readonly number[]): Int32Array {
  if (grids === undefined) return wanted;
  const chosen = new Set(grids);
  return wanted.map((grid, unit) => {
    const from = current[unit] ?? -1;
    return chosen.has(grid) || chosen.has(from) ? grid : from;
  });
}

/** Locks that taking it would break; by id. O(units · locks) */
export function locksAgainst(plan: LockedPlan, wanted: Int32Array, grids?: readonly number[]): string[] {
  const taken = takenInto(plan.assignment, wanted, grids);
  const steps = [...taken].flatMap((to, unit): UnitStep[] => {
    const from = plan.assignment[unit] ?? -1;
    return from === to ? [] : [{ unit, from, to }];
  });
  return locksInTheWay(plan, steps);
}
