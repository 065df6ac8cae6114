// Owns the way from drafts to what the surveyor stores. Pure. Refuses to invent: a nameless building stays nameless.
import type { BaseFeatureInput, BuildingInput, CountInput, EntranceInput } from '#modules/geography';
import type { BarrierDraft, BuildingDraft, ImportDrafts } from './drafts.ts';

/** Footpaths are drawn, but nobody's grid ends at one. */
const isBarrier = ({ kind }: BarrierDraft) => kind !== 'PATH';

export function buildingInput({ key, number, name, aliases, kind, floors, footprint }: BuildingDraft): BuildingInput {
  return { key, number, name, aliases, kind, footprint, ...(floors === undefined ? {} : { floors }) };
}

export function baseFeatureInput(draft: BarrierDraft): BaseFeatureInput {
  return { kind: draft.kind, name: draft.name || null, barrier: isBarrier(draft), geometry: draft.line };
}

/** Entrances of the table of entrances, and those that only the table of households names. */
export function entranceInputs({ entrances, households }: ImportDrafts): EntranceInput[] {
  const inputs: EntranceInput[] = entrances.map(({ sourcePath: _path, ...entrance }) => entrance);
  const known = new Set(entrances.map(({ buildingKey, number }) => keyOf(buildingKey, number)));
  for (const { buildingKey, entrance } of households) {
    if (entrance === undefined || known.has(keyOf(buildingKey, entrance))) continue;
    known.add(keyOf(buildingKey, entrance));
    inputs.push({ buildingKey, number: entrance });
  }
  return inputs;
}

/**
 * Counts by entrance where they are known so; else by building, spread over its entrances by the surveyor. A building
 * counted in both ways keeps the finer counts, and is named.
 */
export function countInputs({ buildings, households }: Pick<ImportDrafts, 'buildings' | 'households'>): {
  readonly counts: readonly CountInput[];
  readonly countedTwice: readonly string[];
} {
  const fine = new Set(
    households.filter(({ entrance }) => entrance !== undefined).map(({ buildingKey }) => buildingKey),
  );
  const dropped = households.filter(({ buildingKey, entrance }) => entrance === undefined && fine.has(buildingKey));
  const nameOf = new Map(buildings.map(({ key, name }) => [key, name || key]));
  return {
    counts: households.filter((count) => !dropped.includes(count)).map(({ sourcePaths: _paths, ...count }) => count),
    countedTwice: dropped.map(({ buildingKey }) => nameOf.get(buildingKey) ?? buildingKey),
  };
}

const keyOf = (buildingKey: string, number: string) => JSON.stringify([buildingKey, number]);
