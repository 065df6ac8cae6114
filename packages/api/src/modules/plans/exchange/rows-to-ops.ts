// Owns what a file asks of a plan: grids it lacks, one move a grid of those units that it has elsewhere, and the grids that are left
// empty and that the file does not name closed. Pure.
// Refuses a row it cannot place, by its number: half a file is worse than none.
import { AppError } from '#platform/errors';
import type { PlanOp } from '../drafts/plan-ops.ts';
import type { PlanFileContent, PlanRow } from './plan-rows.ts';

/** A unit of the plan; `entrance` is its opaque id. */
export interface PlacedUnit {
  readonly entrance: string;
  readonly buildingNumber: string;
  readonly entranceNumber: string;
  readonly grid: number | null;
}

/** What a file is laid on. */
export interface ImportPlace {
  readonly units: readonly PlacedUnit[];
  /** Numbers of the plan's grids, and of all grids that ever were. */
  readonly grids: readonly number[];
  readonly known: readonly number[];
  /** Whether an id is of an entrance elsewhere. */
  readonly isForeign: (entrance: string) => boolean;
}

/**
 * @throws AppError PLAN_FILE_FOREIGN, PLAN_ROW_UNKNOWN, PLAN_ROW_TWICE, PLAN_ROW_GRID, PLAN_ROW_NO_GRID with path `rows[i]`, i from 0 over the file's rows
 */
export function opsOfFile({ rows, grids: named }: PlanFileContent, place: ImportPlace): PlanOp[] {
  const { units, grids, isForeign } = place;
  const next = nextNumbers(rows, named ?? [], place.known);
  const find = finder(units);
  const placed = new Map(units.map(({ entrance, grid }) => [entrance, grid]));
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
    if (grid !== null && !place.known.includes(grid) && !next.has(grid))
      throw new AppError('PLAN_ROW_NO_GRID', { row: row.row, grid }, path);
    placed.set(unit.entrance, grid);
    if (grid !== unit.grid) moves.set(grid, [...(moves.get(grid) ?? []), unit.entrance]);
  });
  return [
    ...changedGrids(new Set(placed.values()), named, grids, 'ADD_GRID'),
    ...[...moves].map(([grid, entrances]): PlanOp => ({ kind: 'MOVE', grid, entrances })),
    ...changedGrids(new Set(placed.values()), named, grids, 'CLOSE_GRID'),
  ];
}

/** Grids that the file has and the plan lacks; or that the plan has, the file does not name, and no unit is left in. */
function changedGrids(
  used: ReadonlySet<number | null>,
  named: readonly number[] | null,
  grids: readonly number[],
  kind: 'ADD_GRID' | 'CLOSE_GRID',
): PlanOp[] {
  const wanted = new Set([...(named ?? []), ...[...used].filter((grid) => grid !== null)]);
  const added = [...wanted].filter((grid) => !grids.includes(grid)).toSorted((one, other) => one - other);
  const closed = named === null ? [] : grids.filter((grid) => !wanted.has(grid));
  return (kind === 'ADD_GRID' ? added : closed).map((grid): PlanOp => ({ kind, grid }));
}

/** Numbers of the file that follow, without a gap, on all that ever were: those that may be new. */
function nextNumbers(
  rows: readonly PlanRow[],
  named: readonly number[],
  known: readonly number[],
): ReadonlySet<number> {
  const asked = new Set([...named, ...rows.map(({ grid }) => grid)]);
  const next = new Set<number>();
  for (let number = Math.max(0, ...known) + 1; asked.has(number); number += 1) next.add(number);
  return next;
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
