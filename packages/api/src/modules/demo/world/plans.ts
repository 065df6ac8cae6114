// Owns which entrance belongs to which grid in the demo, now and before, and the minutes of work behind a household.
// Refuses geometry; contiguity is proved by the tests on the derived coverage.
import { EARLIER_ROWS, IN_FORCE_ROWS, type PlanRows } from './plan-table.ts';
import type { Assignment, CareLevel, EntranceKey, WorldHousehold, WorldPlans } from './world-types.ts';

/** Number of grids in both plans. */
export const GRID_COUNT = 15;

/** Estimated minutes a week: a visit takes 8 minutes with the way, and any household asks for 2 minutes of other work. */
const MINUTES_PER_WEEK: Readonly<Record<CareLevel, number>> = {
  DAILY: 7 * 8 + 2,
  WEEKLY: 8 + 2,
  MONTHLY: (12 / 52) * 8 + 2,
  NONE: 2,
};

function assignmentOf(rows: PlanRows): Assignment {
  return Object.fromEntries(
    Object.entries(rows).flatMap(([building, grids]) =>
      grids.map((grid, i) => [`${Number(building)}-${i + 1}` satisfies EntranceKey, grid] as const),
    ),
  );
}

const FACILITY_GRID = 8;
const IN_FORCE = { name: '2026年春季网格方案', assignment: assignmentOf(IN_FORCE_ROWS), facilityGrid: FACILITY_GRID };
const EARLIER = { name: '2025年网格方案', assignment: assignmentOf(EARLIER_ROWS), facilityGrid: FACILITY_GRID };

/**
 * Both plans. `inForceSince` is the local day (YYYY-MM-DD) at whose 00:00 the plan in force took over:
 * 45 days before the seeder's today.
 */
export function buildPlans(inForceSince: string): WorldPlans {
  return { earlier: EARLIER, inForce: IN_FORCE, inForceSince };
}

/** Grid 1..15 of an entrance on a local day. Throws on an entrance that does not exist. */
export function gridOn(plans: WorldPlans, entrance: EntranceKey, day: string): number {
  const plan = day < plans.inForceSince ? plans.earlier : plans.inForce;
  const grid = plan.assignment[entrance];
  if (grid === undefined) throw new Error(`no entrance ${entrance} in ${plan.name}`);
  return grid;
}

/** Sum of a figure per grid; index 0 is grid 1. */
export function sumByGrid(
  assignment: Assignment,
  households: readonly WorldHousehold[],
  figure: (household: WorldHousehold) => number,
): number[] {
  const sums = Array.from({ length: GRID_COUNT }, () => 0);
  for (const household of households) {
    const index = (assignment[household.entrance] ?? 0) - 1;
    sums[index] = (sums[index] ?? 0) + figure(household);
  }
  return sums;
}

/** Estimated minutes of work a week of one household. */
export function minutesPerWeekOf(household: WorldHousehold): number {
  return MINUTES_PER_WEEK[household.careLevel];
}
