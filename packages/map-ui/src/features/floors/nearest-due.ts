// Owns which door a finger meant: rows of 23 px are smaller than a fingertip, so a tap takes the nearest door that is due.
// Refuses the mouse: a pointer with a point means what it points at. Pure.
import { cellOf, type FloorRow } from './door-layout.ts';
import { type FloorDoor, isDue } from './door.types.ts';

/** Half of a 44 px target, and a little more: a due door farther away was not meant. CSS pixels. */
export const SNAP_REACH = 48;

/** Size of one cell with its gap, CSS pixels. */
export interface CellSize {
  readonly width: number;
  readonly height: number;
}

/**
 * The due door nearest to the tapped cell by the distance between their middles, measured from border to border along a row
 * (a neighbour is near however wide the cells are). The tapped door itself when it is due, when no due door lies in reach,
 * or when it is tapped
 * twice running (`tappedBefore`): so every door can be reached. O(doors).
 */
export function nearestDue(
  rows: readonly FloorRow[],
  tapped: FloorDoor,
  tappedBefore: string | null,
  size: CellSize,
): FloorDoor {
  if (isDue(tapped) || tapped.id === tappedBefore) return tapped;
  const at = cellOf(rows, tapped.id) ?? [0, 0];
  const distance = (row: number, column: number) =>
    Math.hypot(across(column - at[1], size), (row - at[0]) * size.height);
  const near = rows
    .flatMap(({ cells }, row) => cells.map((door, column) => ({ door, away: distance(row, column) })))
    .filter(({ door, away }) => door !== null && isDue(door) && away <= SNAP_REACH)
    .toSorted((a, b) => a.away - b.away);
  return near[0]?.door ?? tapped;
}

/** Pixels along the row: half a reach into the neighbour, whole cells after it. */
function across(columns: number, { width }: CellSize): number {
  return columns === 0 ? 0 : SNAP_REACH / 2 + (Math.abs(columns) - 1) * width;
}
