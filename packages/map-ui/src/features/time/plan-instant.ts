// Owns one instant that stands for a whole plan. Pure.

/** Instants a version of a grid was in force, ISO 8601; `validTo` null: it still is. */
export interface GridSpan {
  readonly validFrom: string;
  readonly validTo?: string | null;
}

/** The latest beginning among the versions in force together; null when all of them still are. O(grids). */
export function planInstant(grids: readonly GridSpan[]): string | null {
  if (grids.every(({ validTo }) => !validTo)) return null;
  return grids.reduce(
    (latest, { validFrom }) => (Date.parse(validFrom) > Date.parse(latest) ? validFrom : latest),
    grids[0]?.validFrom ?? '',
  );
}
