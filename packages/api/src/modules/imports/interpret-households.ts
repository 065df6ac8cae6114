// Owns turning rows of counts into household counts by building or entrance. Refuses personal columns: only counts are read.
import type { BuildingIndex } from './building-index.ts';
import { parseEntranceNumber } from './building-number.ts';
import { CellReader } from './cells.ts';
import type { BuildingDraft, HouseholdCount } from './drafts.ts';
import type { FieldMapping } from './field-mapping.ts';
import type { ImportFault } from './fault.ts';
import type { LocatedRecord } from './source-table.ts';

/** More than any building holds; a slip of a digit shows here. */
export const MAX_COUNT = 20_000;

const optional = (key: 'dwellings' | 'residents', before: HouseholdCount | undefined, value: number | null) =>
  value === null && before?.[key] === undefined ? {} : { [key]: (before?.[key] ?? 0) + (value ?? 0) };

interface Row {
  readonly path: string;
  readonly buildingKey: string;
  readonly sourceId: string;
  readonly entrance: string | null;
  readonly dwellings: number | null;
  readonly households: number;
  readonly residents: number | null;
}

// All cells of a row are read even when the building is unknown, so that one run tells every fault.
function readRow(record: LocatedRecord, cells: CellReader, index: Pick<BuildingIndex, 'find'>): Row | null {
  const reference = index.find(record, cells);
  const dwellings = cells.count(record, 'dwellings', MAX_COUNT);
  const households = cells.count(record, 'households', MAX_COUNT) ?? dwellings;
  const residents = cells.count(record, 'residents', MAX_COUNT);
  const entrance = parseEntranceNumber(cells.text(record, 'entrance'));
  if (!reference || households === null) return null;
  const { building, sourceId } = reference;
  return { path: record.path, buildingKey: building.key, sourceId, entrance, dwellings, households, residents };
}

const add = (before: HouseholdCount | undefined, row: Row): HouseholdCount => ({
  buildingKey: row.buildingKey,
  ...(row.entrance === null ? {} : { entrance: row.entrance }),
  households: (before?.households ?? 0) + row.households,
  ...optional('dwellings', before, row.dwellings),
  ...optional('residents', before, row.residents),
  sourcePaths: [...(before?.sourcePaths ?? []), row.path],
});

/** Counts in order of first appearance. Parts of a building (rows of several source ids) are added up; doubles are faults. */
export function interpretHouseholds(
  file: string,
  records: readonly LocatedRecord[],
  mapping: FieldMapping,
  index: Pick<BuildingIndex, 'find'>,
): { households: HouseholdCount[]; faults: ImportFault[] } {
  const cells = new CellReader(file, mapping);
  const counts = new Map<string, HouseholdCount>();
  const seen = new Map<string, string>();
  for (const record of records) {
    const row = readRow(record, cells, index);
    if (!row) continue;
    const key = JSON.stringify([row.buildingKey, row.entrance]);
    const part = JSON.stringify([key, row.sourceId]);
    const other = seen.get(part);
    if (other !== undefined) cells.add('HOUSEHOLD_ROW_DUPLICATE', row.path, { other });
    else counts.set(key, add(counts.get(key), row));
    if (other === undefined) seen.set(part, row.path);
  }
  return { households: [...counts.values()], faults: cells.faults };
}

/** Counts that stand in the table of buildings itself: each row is about its own building, rows of one building are added up. */
export function interpretOwnCounts(
  file: string,
  records: readonly LocatedRecord[],
  mapping: FieldMapping,
  buildings: readonly BuildingDraft[],
): { households: HouseholdCount[]; faults: ImportFault[] } {
  if (!mapping.households && !mapping.dwellings) return { households: [], faults: [] };
  const byPath = new Map(
    buildings.flatMap((building) => building.sourcePaths.map((path) => [path, building] as const)),
  );
  const find = ({ path }: LocatedRecord) => {
    const building = byPath.get(path);
    return building ? { building, sourceId: path } : null;
  };
  return interpretHouseholds(file, records, { ...mapping, entrance: null }, { find });
}
