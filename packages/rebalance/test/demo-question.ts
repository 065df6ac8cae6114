// The demo's question: its entrances and facilities, the plan in force as the grids of today.

import { IN_FORCE_ROWS } from '../../api/src/modules/demo/world/plan-table.ts';
import { GRID_COUNT } from '../../api/src/modules/demo/world/plans.ts';
import { readInstance } from '../src/partition/instance.ts';
import type { Lock, PlanQuestion } from '../src/planning/question.ts';
import { demoInstance } from './demo-instance.ts';

const ENTRANCES = 4;
/** Index of the grid that the facilities are in. */
const FACILITY_GRID = 7;

/** Units 4 · (building - 1) to 4 · (building - 1) + 3 are a building's entrances; facilities follow after the last. */
export function demoQuestion(locks: readonly Lock[] = [], withFacilities = false): PlanQuestion {
  const problem = readInstance(demoInstance(withFacilities));
  const current = new Int32Array(problem.graph.offsets.length - 1).fill(FACILITY_GRID);
  for (const [building, grids] of Object.entries(IN_FORCE_ROWS))
    grids.forEach((grid, entrance) => (current[ENTRANCES * (Number(building) - 1) + entrance] = grid - 1));
  return { ...problem, gridCount: GRID_COUNT, current, disruption: problem.measures[0].weights, locks };
}

/** Each building's entrances in one grid. */
export const WHOLE_BUILDINGS: readonly Lock[] = Object.keys(IN_FORCE_ROWS).map((_, building) => ({
  kind: 'together',
  units: Array.from({ length: ENTRANCES }, (_entrance, at) => ENTRANCES * building + at),
}));
