// Owns the order of interpretation: outline and buildings first, then the tables that refer to them. Refuses formats and datums.
import { BuildingIndex } from './building-index.ts';
import type { BuildingDraft, EntranceDraft, HouseholdCount, ImportDrafts } from './drafts.ts';
import { fault, type ImportFault } from './fault.ts';
import type { FieldMapping, TableRole } from './field-mapping.ts';
import type { MultiPolygon } from './geojson-shapes.ts';
import { interpretBarriers } from './interpret-barriers.ts';
import { interpretBuildings } from './interpret-buildings.ts';
import { interpretEntrances } from './interpret-entrances.ts';
import { interpretHouseholds, interpretOwnCounts } from './interpret-households.ts';
import { checkInside, checkOverlaps, interpretOutline } from './interpret-outline.ts';
import type { LocatedRecord } from './source-table.ts';

/** A table that has found its role and its place on the earth. */
export interface RoledTable {
  readonly name: string;
  readonly role: TableRole | null;
  readonly mapping: FieldMapping;
  readonly records: readonly LocatedRecord[];
}

interface Found {
  buildings: BuildingDraft[];
  fileOf: Map<BuildingDraft, string>;
  faults: ImportFault[];
}

// The same building in two files is said, not merged: which of the two is right is not for us to choose.
function allBuildings(tables: readonly RoledTable[]): Found {
  const byKey = new Map<string, BuildingDraft>();
  const fileOf = new Map<BuildingDraft, string>();
  const faults: ImportFault[] = [];
  for (const { name, mapping, records } of tables) {
    const found = interpretBuildings(name, records, mapping);
    faults.push(...found.faults);
    for (const building of found.buildings) {
      const twin = byKey.get(building.key);
      if (twin)
        faults.push(
          fault('BUILDING_ID_DUPLICATE', name, building.sourcePaths[0] ?? '', {
            id: building.name || building.key,
            other: `${fileOf.get(twin) ?? ''} ${twin.sourcePaths[0] ?? ''}`,
          }),
        );
      else byKey.set(building.key, building);
      fileOf.set(building, name);
    }
  }
  return { buildings: [...byKey.values()], fileOf, faults };
}

// A building in which households live is residential, whatever its name left open.
function inhabited(
  buildings: readonly BuildingDraft[],
  counts: readonly { buildingKey: string; households?: number }[],
): BuildingDraft[] {
  const lived = new Set(counts.filter(({ households }) => (households ?? 0) > 0).map(({ buildingKey }) => buildingKey));
  return buildings.map((building) => (lived.has(building.key) ? { ...building, kind: 'RESIDENTIAL' } : building));
}

const isCounted = ({ households, dwellings }: EntranceDraft) => households !== undefined || dwellings !== undefined;

/** Drafts and faults of all tables. `savedOutline` stands in when no file brings one. */
export function interpretTables(
  tables: readonly RoledTable[],
  savedOutline: MultiPolygon | null,
): { drafts: ImportDrafts; faults: ImportFault[] } {
  const withRole = (role: TableRole) => tables.filter((table) => table.role === role);
  const { buildings, fileOf, faults } = allBuildings(withRole('BUILDINGS'));
  const index = new BuildingIndex(buildings);
  const outlines = withRole('OUTLINE').map(({ name, records }) => interpretOutline(name, records));
  if (outlines.length > 1)
    faults.push(fault('OUTLINE_NOT_ONE', withRole('OUTLINE')[1]!.name, '', { found: outlines.length }));
  const entrances: EntranceDraft[] = [];
  const households: HouseholdCount[] = [];
  for (const { name, records, mapping } of withRole('ENTRANCES')) {
    const found = interpretEntrances(name, records, mapping, index);
    entrances.push(...found.entrances);
    faults.push(...found.faults);
  }
  for (const { name, records, mapping } of withRole('HOUSEHOLDS')) {
    const found = interpretHouseholds(name, records, mapping, index);
    households.push(...found.households);
    faults.push(...found.faults);
  }
  const own = withRole('BUILDINGS').map(({ name, records, mapping }) =>
    interpretOwnCounts(
      name,
      records,
      mapping,
      buildings.filter((building) => fileOf.get(building) === name),
    ),
  );
  faults.push(...own.flatMap((found) => found.faults));
  // A table made for counting is asked before a column beside the footprints.
  const counted = new Set([...households, ...entrances.filter(isCounted)].map(({ buildingKey }) => buildingKey));
  households.push(...own.flatMap((found) => found.households).filter(({ buildingKey }) => !counted.has(buildingKey)));
  const barriers = withRole('BARRIERS').map(({ name, records, mapping }) => interpretBarriers(name, records, mapping));
  const outline = outlines[0]?.outline ?? null;
  const within = outline ?? savedOutline;
  const nameOf = (building: BuildingDraft) => fileOf.get(building) ?? '';
  faults.push(
    ...outlines.flatMap((found) => found.faults),
    ...barriers.flatMap((found) => found.faults),
    ...checkOverlaps(nameOf, buildings),
  );
  if (within) faults.push(...checkInside(nameOf, buildings, within));
  if (buildings.length === 0) faults.push(fault('NO_BUILDINGS', ''));
  return {
    drafts: {
      buildings: inhabited(buildings, [...households, ...entrances]),
      entrances,
      households,
      barriers: barriers.flatMap((found) => found.barriers),
      outline,
    },
    faults,
  };
}
