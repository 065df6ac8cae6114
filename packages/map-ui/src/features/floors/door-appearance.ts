// Owns how a door is drawn: the fill and mark of what happened today, the frame and mark of what is still owed.
// Two independent signs, so that a door tried in vain and still due shows both. Refuses colours: floors.css has them.
import { type DoorDuty, type DoorLook, type FloorDoor, isDue } from './door.types.ts';

/** Drawn shapes; each differs from all others without colour. */
export type MarkName = 'tick' | 'dash' | 'flag' | 'cross' | 'ring' | 'alarm';

/** What happened today. */
export const LOOK_MARKS: Readonly<Record<DoorLook, MarkName | null>> = {
  NO_DATA: 'cross',
  NOT_VISITED: null,
  NOT_HOME: 'dash',
  MET: 'tick',
  FOLLOW_UP: 'flag',
};

/** What is still owed. */
export const DUTY_MARKS: Readonly<Record<DoorDuty, MarkName | null>> = {
  DUE: 'ring',
  OVERDUE: 'alarm',
  NOT_DUE: null,
  DONE: null,
};

/** Marks from left to right, at most two. A dashed frame already says "still due" of a door tried in vain. */
export function marksOf(door: Pick<FloorDoor, 'look' | 'duty'>): readonly MarkName[] {
  const look = LOOK_MARKS[door.look];
  const duty = door.duty === 'DUE' && look !== null ? null : DUTY_MARKS[door.duty];
  return [look, duty].filter((mark) => mark !== null);
}

/** The one word a door is read out with; tails of the keys `visits.state…`. */
export type DoorState = 'Met' | 'FollowUp' | 'NotHome' | 'Overdue' | 'Due' | 'NoData' | 'Idle';

/** What matters most about the door, for its name when read out. */
export function stateOf(door: FloorDoor): DoorState {
  if (door.duty === 'OVERDUE') return 'Overdue';
  if (door.look === 'MET') return 'Met';
  if (door.look === 'FOLLOW_UP') return 'FollowUp';
  if (door.look === 'NOT_HOME') return 'NotHome';
  if (isDue(door)) return 'Due';
  return door.look === 'NO_DATA' ? 'NoData' : 'Idle';
}
