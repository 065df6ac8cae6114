// Owns which units of a ground are shown under one name. Pure. Refuses grids: their numbers are unique by key and never given
// again, so two grids cannot share one; and refuses to judge, since who says 3栋1单元 of two houses may have a reason.
import type { PlanUnitModel } from './plan-session.types.ts';

/**
 * The units that share a shown name, name by name, ascending: nobody could tell them apart on a sheet or in a list of doors. The
 * shown name is the building's and the entrance's together; widths and spaces make no other name. O(units)
 */
export function duplicateNames(units: readonly Pick<PlanUnitModel, 'name'>[]): number[][] {
  const byName = Map.groupBy(units.keys(), (unit) => (units[unit]?.name ?? '').normalize('NFKC').replaceAll(/\s/g, ''));
  return [...byName.values()].filter((named) => named.length > 1);
}
