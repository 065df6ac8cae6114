// Owns what a key does in the matrix. Refuses keys with modifiers: those are the browser's. Pure.
import { cellOf, type FloorRow } from './door-layout.ts';
import type { FloorDoor, VisitOutcome } from './door.types.ts';

/** What to do; null leaves the key to the page. */
export type KeyDeed =
  | { readonly kind: 'go'; readonly door: FloorDoor }
  | { readonly kind: 'mark'; readonly outcome: VisitOutcome }
  | { readonly kind: 'open' };

/** The part of a keyboard event that counts. */
export interface PressedKey {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

/** Letters of the outcomes, shown beside them in the menu: met, not home, refused, moved away, follow up. */
export const OUTCOME_KEYS: Readonly<Record<VisitOutcome, string>> = {
  MET: 'm',
  NOT_HOME: 'n',
  REFUSED: 'r',
  MOVED_AWAY: 'a',
  FOLLOW_UP: 'f',
};

const STEPS: Readonly<Record<string, readonly [row: number, column: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** @param selected the door the keys start from; null starts at the first door */
export function deedOfKey(rows: readonly FloorRow[], selected: string | null, pressed: PressedKey): KeyDeed | null {
  if (pressed.ctrlKey || pressed.metaKey || pressed.altKey) return null;
  if (pressed.key === 'Enter') return selected === null ? null : { kind: 'open' };
  const outcome = OUTCOMES.find((each) => OUTCOME_KEYS[each] === pressed.key.toLowerCase());
  if (outcome !== undefined) return selected === null ? null : { kind: 'mark', outcome };
  const door = doorByKey(rows, selected, pressed.key);
  return door === null ? null : { kind: 'go', door };
}

/** All outcomes, the likeliest first. */
export const OUTCOMES = [
  'MET',
  'NOT_HOME',
  'REFUSED',
  'MOVED_AWAY',
  'FOLLOW_UP',
] as const satisfies readonly VisitOutcome[];

function doorByKey(rows: readonly FloorRow[], selected: string | null, key: string): FloorDoor | null {
  const at = cellOf(rows, selected);
  const cells = rows[at?.[0] ?? 0]?.cells ?? [];
  if (key === 'Home') return cells.find((door) => door !== null) ?? null;
  if (key === 'End') return cells.findLast((door) => door !== null) ?? null;
  const step = STEPS[key];
  if (!step) return null;
  if (at === null) return rows.flatMap((row) => row.cells).find((door) => door !== null) ?? null;
  return firstDoorAlong(rows, at, step);
}

/** Over gaps to the next door that way; null at the edge. */
function firstDoorAlong(
  rows: readonly FloorRow[],
  [row, column]: readonly [row: number, column: number],
  step: readonly [row: number, column: number],
): FloorDoor | null {
  const next = [row + step[0], column + step[1]] as const;
  const door = rows[next[0]]?.cells[next[1]];
  if (door === undefined) return null;
  return door ?? firstDoorAlong(rows, next, step);
}
