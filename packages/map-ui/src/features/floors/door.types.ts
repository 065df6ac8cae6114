// Owns the words a door is described with on this page, all of them the contract's. Refuses drawing and dates.
import type { CareLevel, DoorDuty, DoorLook, VisitOutcome } from '#api/gql/graphql';

export type { CareLevel, DoorDuty, DoorLook, VisitOutcome };

/** One door of an entrance. Instants are ISO 8601; `id` is the dwelling's. */
export interface FloorDoor {
  readonly id: string;
  /** 1701; null where the viewer may not see it. */
  readonly label: string | null;
  readonly floor: number;
  /** From 1, left to right. */
  readonly position: number;
  readonly look: DoorLook;
  readonly duty: DoorDuty;
  readonly careLevel: CareLevel | null;
  /** The deadline of the day it is due. */
  readonly dueAt: string | null;
  readonly lastVisitAt: string | null;
  readonly lastOutcome: VisitOutcome | null;
  readonly hasContact: boolean;
}

/** Somebody should still knock here today. */
export function isDue(door: FloorDoor): boolean {
  return door.duty === 'DUE' || door.duty === 'OVERDUE';
}
