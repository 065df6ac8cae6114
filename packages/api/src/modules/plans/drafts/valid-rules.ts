// Owns which rules of a plan make sense. Pure. Refuses to say whether a plan can keep them: the engine does.
import { AppError } from '#platform/errors';
import type { PlanRules } from './plan-ops.ts';

const MOST = {
  minHouseholds: 100_000,
  targetHouseholds: 100_000,
  maxHouseholds: 100_000,
  maxResidents: 1_000_000,
  maxSpanMetres: 100_000,
  minutesPerRequest: 1_440,
  minutesPerDoor: 1_440,
  minutesPerFloor: 60,
} as const satisfies Record<keyof PlanRules, number>;

/** A minute may cost nothing; a limit of nothing is none. */
const FREE = new Set<keyof PlanRules>(['minHouseholds', 'minutesPerRequest', 'minutesPerDoor', 'minutesPerFloor']);

/** A copy with the known fields alone. @throws AppError PLAN_RULES with the path of the field */
export function validRules(rules: PlanRules, path: string): PlanRules {
  const fields = Object.keys(MOST) as (keyof PlanRules)[];
  for (const field of fields) {
    const value = rules[field];
    if (!(value <= MOST[field]) || value < 0 || (value === 0 && !FREE.has(field)))
      throw new AppError('PLAN_RULES', {}, `${path}.${field}`);
  }
  if (rules.minHouseholds > rules.targetHouseholds) throw new AppError('PLAN_RULES', {}, `${path}.minHouseholds`);
  if (rules.targetHouseholds > rules.maxHouseholds) throw new AppError('PLAN_RULES', {}, `${path}.maxHouseholds`);
  return Object.fromEntries(fields.map((field) => [field, rules[field]])) as Record<keyof PlanRules, number>;
}
