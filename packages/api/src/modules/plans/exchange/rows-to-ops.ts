// Owns what the rows of a file ask of a plan: one move a grid, of those units that the plan has elsewhere. Pure.
// Refuses a row it cannot place, by its number: half a file is worse than none.
import { AppError } from '#platform/errors';
import type { PlanOp } from '../drafts/plan-ops.ts';
import type { PlanRow } from './plan-rows.ts';

/** A unit of the plan; `entrance` is its opaque id. */
export interface PlacedUnit {
  readonly entrance: string;
  readonly buildingNumber: string;
  readonly entranceNumber: string;
  readonly grid: number | null;
}

/**
 * @param grids numbers that exist
 * @param isForeign whether an id is of an entrance elsewhere
 * @throws AppError PLAN_FILE_FOREIGN, PLAN_ROW_UNKNOWN, PLAN_ROW_TWICE, PLAN_ROW_GRID, PLAN_ROW_NO_GRID with path `rows[i]`, i from 0 over the file's rows
 */
export function opsOfRows(
  rows: readonly PlanRow[],
  units: readonly PlacedUnit[],
  grids: ReadonlySet<number>,
  isForeign: (entrance: string) => boolean,
): PlanOp[] {
  const find = finder(units);
  const seen = new Set<string>();
  const moves = new Map<number | null, string[]>();
  rows.forEach((row, index) => {
    const path = `rows[${index}]`;
    if (row.entrance !== null && isForeign(row.entrance)) throw new AppError('PLAN_FILE_FOREIGN', {}, path);
    const unit = find(row);
    if (!unit) throw new AppError('PLAN_ROW_UNKNOWN', { row: row.row }, path);
    if (seen.has(unit.entrance)) throw new AppError('PLAN_ROW_TWICE', { row: row.row }, path);
    seen.add(unit.entrance);
    const grid = row.grid;
    if (grid === undefined) throw new AppError('PLAN_ROW_GRID', { row: row.row }, path);
    if (grid !== null && !grids.has(grid)) throw new AppError('PLAN_ROW_NO_GRID', { row: row.row, grid }, path);
    if (grid !== unit.grid) moves.set(grid, [...(moves.get(grid) ?? []), unit.entrance]);
  });
  return [...moves].map(([grid, entrances]) => ({ kind: 'MOVE', grid, entrances }));
}

/** By id; without one by the numbers of building and entrance, where only one unit has them. */
function finder(units: readonly PlacedUnit[]): (row: PlanRow) => PlacedUnit | undefined {
  const byId = new Map(units.map((unit) => [unit.entrance, unit]));
  const key = (building: string, number: string) => `${building}\n${number}`;
  const byNumbers = Map.groupBy(units, (unit) => key(unit.buildingNumber, unit.entranceNumber));
  return ({ entrance, building, number }) => {
    if (entrance !== null) return byId.get(entrance);
    if (building === null || number === null) return undefined;
    const named = byNumbers.get(key(building, number)) ?? [];
    return named.length === 1 ? named[0] : undefined;
  };
}
