// Owns invented doors for the tests of this folder: 1702 is floor 17, second from the left. Never part of the page.
import type { FloorDoor } from './door.types.ts';

/** A door nobody is due at, unless said otherwise. */
export function door(label: string, more: Partial<FloorDoor> = {}): FloorDoor {
  return {
    id: `door-${label}`,
    label,
    floor: Number(label.slice(0, -2)),
    position: Number(label.slice(-2)),
    look: 'NOT_VISITED',
    duty: 'NOT_DUE',
    careLevel: 'NONE',
    dueAt: null,
    lastVisitAt: null,
    lastOutcome: null,
    hasContact: true,
    ...more,
  };
}

/** 20:00 of a day in the community's zone. */
export const deadline = (day: string): string => `${day}T20:00:00+08:00`;
