// The surveyor: everything that writes geography, always inside the caller's unit of work. Imports and the demo feed it.
// Refuses to decide who may: the caller's use case has done that.
import type { Transaction } from '#platform/database/database';
import { sql } from '#platform/database/sql';
import { deriveUnits } from './derive-units.ts';
import { growFirstPlan } from './first-plan.ts';
import { gridsByNumber } from './grid-numbers.ts';
import { putPlanInForce } from './put-plan-in-force.ts';
import { reinstateBefore } from './supersede-plans.ts';
import { storeBaseFeatures, storeOutline } from './store-base.ts';
import { storeCalendarDays } from './store-calendar.ts';
import { storeBuildings } from './store-buildings.ts';
import { entranceIds, storeEntrances } from './store-entrances.ts';
import { storeCounts, storeDwellings, storeHouseholds } from './store-households.ts';

/** Says that geometry changed: the version that every geometry cache and ETag carries goes up by one. */
async function touchGeography(tx: Transaction): Promise<number> {
  const [row] = await tx.execute<{ version: number }>(sql`
    update communities set geography_version = geography_version + 1 where id = ${tx.communityId}::uuid
    returning geography_version as version`);
  tx.record({ kind: 'geography.changed', at: tx.now, data: {} });
  return row?.version ?? 0;
}

/** What the surveyor writes by the thousand: their statistics are old after a community is brought in. */
export const SURVEYED_TABLES = [
  'base_features',
  'buildings',
  'entrances',
  'entrance_adjacency',
  'dwellings',
  'households',
  'grids',
  'grid_plans',
  'grid_versions',
  'grid_assignments',
] as const;

/** In the order of use: outline and base, buildings, entrances, dwellings and households or counts, units, plan, touch; and taking a plan back. */
export const surveyor = {
  storeOutline,
  storeBaseFeatures,
  storeBuildings,
  storeEntrances,
  entranceIds,
  storeDwellings,
  storeHouseholds,
  storeCounts,
  storeCalendarDays,
  deriveUnits,
  gridsByNumber,
  putPlanInForce,
  growFirstPlan,
  touchGeography,
  reinstateBefore,
} as const;

export type Surveyor = typeof surveyor;
