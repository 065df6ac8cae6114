// Owns how often an entrance calls and how well its doors are visited: the variety that the map is there to show.
// Refuses persons: habits belong to entrances, and to grids through their temper.
import { skewedWeight, unitOf } from './chance.ts';
import { DAILY_LEANING_DILIGENCE, GRID_TEMPERS, SILENT_SHARE } from './habit-table.ts';
import type { EntranceHabit, EntranceKey, WorldLayout, WorldPlans } from './world-types.ts';

/** Entrances whose residents never call, beyond those drawn; and one that must be able to tell the sewage story. */
const CALLS_FOR_SURE: ReadonlySet<EntranceKey> = new Set(['9-2', '19-2', '13-3']);

function requestWeightOf(seed: number, key: EntranceKey, dwellings: number, lean: number): number {
  const silent = unitOf(seed, 'silent', key) < SILENT_SHARE && !CALLS_FOR_SURE.has(key);
  return silent ? 0 : dwellings * lean * skewedWeight(0.55, seed, 'calls', key);
}

/**
 * Habits of the 76 entrances, in the order of the layout. They follow the grid in force and keep to the entrance under the
 * earlier plan, so that a change of boundaries moves load between grids and creates none.
 */
export function buildHabits(seed: number, layout: WorldLayout, plans: WorldPlans): EntranceHabit[] {
  const entrances = layout.buildings.flatMap((building) => building.entrances);
  return entrances.map(({ key, dwellings }) => {
    const [requestLean, diligence, courtesyADay] = GRID_TEMPERS[(plans.inForce.assignment[key] ?? 1) - 1] ?? [
      1, 0.8, 1,
    ];
    const inGrid = entrances.filter((other) => plans.inForce.assignment[other.key] === plans.inForce.assignment[key]);
    return {
      key,
      requestWeight: requestWeightOf(seed, key, dwellings.length, requestLean),
      diligence,
      dailyDiligence: DAILY_LEANING_DILIGENCE + (1 - DAILY_LEANING_DILIGENCE) * diligence,
      courtesyADay: courtesyADay / inGrid.length,
    };
  });
}
