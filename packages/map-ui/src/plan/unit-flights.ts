// Owns the way from lists of the workbench to its map: go to these units. Refuses MapLibre: the map of the plan listens.

const listeners = new Set<(units: readonly number[]) => void>();

/** Asks the map of the plan to show these units; an empty list shows all. */
export function flyToUnits(units: readonly number[]): void {
  for (const fly of listeners) fly(units);
}

/** Hears where to go. @returns what ends the listening */
export function subscribeUnitFlights(listener: (units: readonly number[]) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
