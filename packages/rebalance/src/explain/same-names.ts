// Owns which units are shown under one name. Pure. Refuses grids: their numbers are unique by key and never given again, so two grids
// cannot share one; and refuses to judge, since who says 3栋1单元 of two houses may have a reason.

/**
 * The units that share a shown name, name by name, ascending: nobody could tell them apart on a sheet or in a list of doors. The
 * shown name is the building's and the entrance's together; widths and spaces make no other name. O(units)
 */
export function sameNames(names: readonly string[]): number[][] {
  const byName = Map.groupBy(names.keys(), (unit) => (names[unit] ?? '').normalize('NFKC').replaceAll(/\s/g, ''));
  return [...byName.values()].filter((named) => named.length > 1);
}
