// Owns the floor matrix of an entrance as a value: its doors, its counts of today, and which door is next. Pure.
import type { DoorView } from './door.read.ts';
import { compareDueDoors, type DueDoor } from './visit-cadence.ts';

export interface FloorMatrixView {
  readonly communityId: string;
  readonly entranceId: string;
  readonly asOf: Date;
  /** The highest floor and the most doors on one; 0 where no dwellings are recorded. */
  readonly floors: number;
  readonly doorsPerFloor: number;
  /** Floors from the top, doors from the left. */
  readonly doors: readonly DoorView[];
  /** Today's due doors, met or not; constant through the day. */
  readonly due: number;
  /** Of the due doors. */
  readonly met: number;
  readonly overdue: number;
  /** Opaque id of the door that waits longest; null when all are done. */
  readonly nextDue: string | null;
}

/** @param doors in matrix order */
export function floorMatrixView(
  doors: readonly DoorView[],
  place: { readonly communityId: string; readonly entranceId: string; readonly asOf: Date },
): FloorMatrixView {
  const due = doors.filter((door) => door.duty !== 'NOT_DUE');
  return {
    ...place,
    doors,
    floors: Math.max(0, ...doors.map((door) => door.floor)),
    doorsPerFloor: Math.max(0, ...doors.map((door) => door.position)),
    due: due.length,
    met: due.filter((door) => door.metToday).length,
    overdue: due.filter((door) => door.duty === 'OVERDUE').length,
    nextDue: nextDueOf(doors)?.id ?? null,
  };
}

function nextDueOf(doors: readonly DoorView[]): DoorView | undefined {
  const waiting = doors.flatMap((door, index): (DueDoor & { door: DoorView })[] =>
    door.dueOn !== null && door.careLevel !== 'NONE' && (door.duty === 'DUE' || door.duty === 'OVERDUE')
      ? [{ door, dueOn: door.dueOn, level: door.careLevel, doorKey: String(index).padStart(6, '0') }]
      : [],
  );
  return waiting.toSorted(compareDueDoors)[0]?.door;
}
