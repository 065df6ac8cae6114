// Owns finding the building that a row of another table means: by source id, by name, by number. Refuses the nearest guess.
import { isPlaceholder, parseBuildingNumber } from './building-number.ts';
import type { CellReader } from './cells.ts';
import type { BuildingDraft } from './drafts.ts';
import type { LocatedRecord } from './source-table.ts';

export interface BuildingReference {
  readonly building: BuildingDraft;
  /** The source id the row used, if it did: rows of different ids of one building are parts, not doubles. */
  readonly sourceId: string;
}

/** Looks buildings up by any of their marks. Built once for an import. */
export class BuildingIndex {
  private readonly byId = new Map<string, BuildingDraft>();
  private readonly byName = new Map<string, BuildingDraft[]>();
  private readonly byNumber = new Map<string, BuildingDraft[]>();

  constructor(buildings: readonly BuildingDraft[]) {
    const push = (map: Map<string, BuildingDraft[]>, key: string, building: BuildingDraft) =>
      map.set(key, [...(map.get(key) ?? []), building]);
    for (const building of buildings) {
      for (const id of building.sourceIds) this.byId.set(id, building);
      for (const name of new Set([building.name, ...building.aliases])) if (name) push(this.byName, name, building);
      if (building.number !== null) push(this.byNumber, building.number, building);
    }
  }

  private named(text: string): BuildingDraft[] {
    const exact = this.byName.get(text);
    if (exact) return exact;
    const { number, series } = parseBuildingNumber(text);
    const candidates = number === null ? [] : (this.byNumber.get(number) ?? []);
    const sameSeries = candidates.filter((building) => building.series === series);
    return sameSeries.length > 0 ? sameSeries : series === '' ? candidates : [];
  }

  /** The building of a row; null with a fault when there is none or more than one. */
  find(record: LocatedRecord, cells: CellReader): BuildingReference | null {
    const id = cells.text(record, 'id').replace(/\.0+$/, '');
    const byId = id === '' ? undefined : this.byId.get(id);
    const text = cells.text(record, 'building');
    // A row number can pass for an id: when the row also names a building, both must mean the same one.
    if (byId && !isPlaceholder(text) && !fitsBuilding(text, byId)) {
      cells.add('BUILDING_AMBIGUOUS', record.path, { reference: `${id} / ${text}`.slice(0, 80), count: 2 });
      return null;
    }
    if (byId) return { building: byId, sourceId: id };
    if (isPlaceholder(text)) {
      if (id === '') cells.add('BUILDING_REFERENCE_MISSING', record.path);
      else cells.add('BUILDING_UNKNOWN', record.path, { reference: id });
      return null;
    }
    const found = this.named(text);
    if (found.length === 1) return { building: found[0]!, sourceId: '' };
    if (found.length === 0) cells.add('BUILDING_UNKNOWN', record.path, { reference: text.slice(0, 80) });
    else cells.add('BUILDING_AMBIGUOUS', record.path, { reference: text.slice(0, 80), count: found.length });
    return null;
  }
}

function fitsBuilding(text: string, building: BuildingDraft): boolean {
  if (building.name === text || building.aliases.includes(text)) return true;
  const { number } = parseBuildingNumber(text);
  return number !== null && number === building.number;
}
