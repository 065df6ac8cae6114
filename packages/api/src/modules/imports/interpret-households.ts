// Owns turning rows of counts into household counts by building or entrance. Refuses personal columns: only counts are read.
import type { BuildingIndex } from './building-index.ts';
import { parseEntranceNumber } from './building-number.ts';
import { CellReader } from './cells.ts';
import type { HouseholdCount } from './drafts.ts';
import type { FieldMapping } from './field-mapping.ts';
import type { ImportFault } from './fault.ts';
import type { LocatedRecord } from './source-table.ts';

/** More than any building holds; a slip of a digit shows here. */
export const MAX_COUNT = 20_000;

const sum = (a: number | undefined, b: number | null): number | undefined => (b === null ? a : (a ?? 0) + b);

/** Counts in order of first appearance. Parts of a building (rows of several source ids) are added up; doubles are faults. */
export function interpretHouseholds(
  file: string,
  records: readonly LocatedRecord[],
  mapping: FieldMapping,
  index: BuildingIndex,
): { households: HouseholdCount[]; faults: ImportFault[] } {
  const cells = new CellReader(file, mapping);
  const counts = new Map<string, HouseholdCount>();
  const rowsSeen = new Map<string, string>();
  for (const record of records) {
    const reference = index.find(record, cells);
    const dwellings = cells.count(record, 'dwellings', MAX_COUNT);
    const households = cells.count(record, 'households', MAX_COUNT) ?? dwellings;
    const residents = cells.count(record, 'residents', MAX_COUNT);
    if (!reference || households === null) continue;
    const entrance = parseEntranceNumber(cells.text(record, 'entrance')) ?? undefined;
    const key = JSON.stringify([reference.building.key, entrance ?? '']);
    const row = JSON.stringify([key, reference.sourceId]);
    const other = rowsSeen.get(row);
    if (other !== undefined) {
      cells.add('HOUSEHOLD_ROW_DUPLICATE', record.path, { other });
      continue;
    }
    rowsSeen.set(row, record.path);
    const before = counts.get(key);
    const totalDwellings = sum(before?.dwellings, dwellings);
    const totalResidents = sum(before?.residents, residents);
    counts.set(key, {
      buildingKey: reference.building.key,
      ...(entrance === undefined ? {} : { entrance }),
      households: (before?.households ?? 0) + households,
      ...(totalDwellings === undefined ? {} : { dwellings: totalDwellings }),
      ...(totalResidents === undefined ? {} : { residents: totalResidents }),
      sourcePaths: [...(before?.sourcePaths ?? []), record.path],
    });
  }
  return { households: [...counts.values()], faults: cells.faults };
}
