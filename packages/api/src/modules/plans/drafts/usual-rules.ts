// Owns the rules a plan begins with: the sizes of the community's norms, and what no norm says. Pure.
import type { Norms } from '#modules/geography';
import type { PlanRules } from './plan-ops.ts';

/** How far a grid may reach, and what work takes. */
const USUAL = { maxSpanMetres: 350, minutesPerRequest: 45, minutesPerDoor: 8, minutesPerFloor: 0.5 } as const;

/** A copy: changing a plan's rules changes no norm. */
export function usualRules({
  minHouseholds,
  targetHouseholds,
  maxHouseholds,
  maxResidents,
}: Norms['gridSize']): PlanRules {
  return { minHouseholds, targetHouseholds, maxHouseholds, maxResidents, ...USUAL };
}
