// Owns the order in which one knocks, and where the eye goes after a door is marked. The same order as the server's due
// list: longest overdue, then the more frequent level, then floors from the top. Refuses dates in words. Pure.
import { type CareLevel, type FloorDoor, isDue } from './door.types.ts';

const LEVEL_RANK: Readonly<Record<CareLevel, number>> = { DAILY: 1, WEEKLY: 2, MONTHLY: 3, NONE: 4 };

/** Doors still to knock at. Those tried in vain or refused today come after all others: one goes on, and back later. */
export function dueDoors(doors: readonly FloorDoor[]): readonly FloorDoor[] {
  return doors.filter(isDue).toSorted(byUrgency);
}

function byUrgency(a: FloorDoor, b: FloorDoor): number {
  return (
    Number(triedToday(a)) - Number(triedToday(b)) ||
    dueTime(a) - dueTime(b) ||
    LEVEL_RANK[a.careLevel ?? 'NONE'] - LEVEL_RANK[b.careLevel ?? 'NONE'] ||
    b.floor - a.floor ||
    a.position - b.position
  );
}

/** Due, and yet something happened today: nobody was home, or they refused. */
function triedToday({ look }: FloorDoor): boolean {
  return look !== 'NOT_VISITED';
}

/** The instant decides; without it (withheld), the duty. */
function dueTime({ dueAt, duty }: FloorDoor): number {
  if (dueAt !== null) return Date.parse(dueAt);
  return duty === 'OVERDUE' ? Number.MIN_SAFE_INTEGER : Number.MAX_SAFE_INTEGER;
}

/**
 * The door to select once `saved` are marked: the first of the order that nothing happened at today; null when only doors
 * tried today are left, or none. The server's own next door is the same one; this one is there before the answer.
 *
 * @param doors as they are shown, before or after saving
 */
export function doorAfterSaving(doors: readonly FloorDoor[], saved: readonly string[]): string | null {
  return dueDoors(doors).find((door) => !saved.includes(door.id) && !triedToday(door))?.id ?? null;
}
