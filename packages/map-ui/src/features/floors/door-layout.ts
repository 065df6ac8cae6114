// Owns where a door stands in the matrix: floors from the top, doors from the left, gaps where no door is.
// Refuses looks. Pure.
import type { FloorDoor } from './door.types.ts';

/** One floor of the matrix. */
export interface FloorRow {
  readonly floor: number;
  /** As long as the widest floor; null where this floor has no such door. */
  readonly cells: readonly (FloorDoor | null)[];
}

/**
 * Rows from the top floor down. Floors between the lowest and the highest known one are drawn even when empty, so that a
 * gap in the data looks like a gap; there is no floor 0. A second door at one place stands beside it rather than over it. O(doors).
 */
export function layOutDoors(doors: readonly FloorDoor[], floors: number): readonly FloorRow[] {
  const byFloor = new Map<number, FloorDoor[]>();
  for (const door of doors.toSorted((a, b) => a.position - b.position)) {
    byFloor.set(door.floor, [...(byFloor.get(door.floor) ?? []), door]);
  }
  const known = [...byFloor.keys()];
  const top = Math.max(floors, ...known);
  const bottom = Math.min(1, ...known);
  const rows = new Map([...byFloor].map(([floor, found]) => [floor, place(found)]));
  const width = Math.max(0, ...[...rows.values()].map((cells) => cells.length));
  const levels = Array.from({ length: Math.max(0, top - bottom + 1) }, (_, i) => top - i).filter(
    (floor) => floor !== 0,
  );
  return levels.map((floor) => {
    const cells = rows.get(floor) ?? [];
    return { floor, cells: [...cells, ...Array.from({ length: width - cells.length }, () => null)] };
  });
}

function place(found: readonly FloorDoor[]): readonly (FloorDoor | null)[] {
  const cells: (FloorDoor | null)[] = [];
  for (const door of found) {
    while (cells.length < door.position - 1) cells.push(null);
    cells.push(door);
  }
  return cells;
}

/** Row and column of a door, or null. */
export function cellOf(rows: readonly FloorRow[], id: string | null): readonly [row: number, column: number] | null {
  for (const [row, { cells }] of rows.entries()) {
    const column = cells.findIndex((door) => door !== null && door.id === id);
    if (column >= 0) return [row, column];
  }
  return null;
}
