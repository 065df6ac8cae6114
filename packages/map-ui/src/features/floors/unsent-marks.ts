// Owns how doors look whose marks have not reached the server yet: as marked, so that one never knocks twice because the
// network is slow. Refuses to send. Pure.
import type { DoorDuty, DoorLook, FloorDoor, VisitOutcome } from './door.types.ts';

/** Outcomes by dwelling, the latest mark of each. */
export type UnsentMarks = ReadonlyMap<string, VisitOutcome>;

const LOOK_OF: Readonly<Record<VisitOutcome, DoorLook>> = {
  MET: 'MET',
  NOT_HOME: 'NOT_HOME',
  REFUSED: 'FOLLOW_UP',
  MOVED_AWAY: 'NO_DATA',
  FOLLOW_UP: 'FOLLOW_UP',
};

/** A refusal and an unanswered knock leave a door due, as the server's rule has it. */
const ENDS_DUTY: ReadonlySet<VisitOutcome> = new Set(['MET', 'MOVED_AWAY', 'FOLLOW_UP']);

/** Doors with the marks laid over them. An unanswered knock never hides that someone was met today. O(doors). */
export function withUnsent(doors: readonly FloorDoor[], marks: UnsentMarks): readonly FloorDoor[] {
  if (marks.size === 0) return doors;
  return doors.map((door) => {
    const outcome = marks.get(door.id);
    return outcome === undefined ? door : marked(door, outcome);
  });
}

function marked(door: FloorDoor, outcome: VisitOutcome): FloorDoor {
  const answeredBefore = door.look === 'MET' || door.look === 'FOLLOW_UP';
  const look = outcome === 'NOT_HOME' && answeredBefore ? door.look : LOOK_OF[outcome];
  const duty: DoorDuty = door.duty !== 'NOT_DUE' && ENDS_DUTY.has(outcome) ? 'DONE' : door.duty;
  return { ...door, look, duty };
}
