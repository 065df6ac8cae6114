// Owns which door a finger meant: rows of 23 px are smaller than a fingertip, so a tap takes the nearest door that is due.
// Refuses the mouse: a pointer with a point means what it points at. Pure.
import type { FloorRow } from './door-layout.ts';
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
 * or when it is tapped again (`selected`): so every door can be reached. O(doors).
 */
export function nearestDue(
  rows: readonly FloorRow[],
  tapped: FloorDoor,
  selected: string | null,
  size: CellSize,
): FloorDoor {
  if (isDue(tapped) || tapped.id === selected) return tapped;
  const at = rows.findIndex(({ cells }) => cells.includes(tapped));
  const column = rows[at]?.cells.indexOf(tapped) ?? -1;
  let best: { readonly door: FloorDoor; readonly distance: number } | null = null;
  for (const [row, { cells }] of rows.entries()) {
    for (const [i, door] of cells.entries()) {
      if (door === null || !isDue(door)) continue;
      const across = Math.max(0, Math.abs(i - column) - 1) * size.width + (i === column ? 0 : SNAP_REACH / 2);
      const distance = Math.hypot(across, (row - at) * size.height);
      if (distance <= SNAP_REACH && (best === null || distance < best.distance)) best = { door, distance };
    }
  }
  return best?.door ?? tapped;
}
