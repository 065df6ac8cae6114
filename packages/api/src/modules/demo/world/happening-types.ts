// Owns the shapes of what happens in the demo: requests with their course, and visits, as plain data with exact times.
// Refuses storage and policy: the services judge a happening when it is played.
import type { RequestCategory, RequestKindWord } from './request-table.ts';
import type { EntranceKey } from './world-types.ts';

/** Actions of the request's table of transitions that the demo uses. */
export type CourseAction =
  | 'ACCEPT'
  | 'FILE'
  | 'DISPATCH'
  | 'TAKE'
  | 'ARRIVE'
  | 'FINISH'
  | 'SOLVE_IN_GRID'
  | 'REPORT_BACK'
  | 'VERIFY'
  | 'CLOSE';

export type CourseOutcome = 'FULL' | 'PARTIAL' | 'NOT_POSSIBLE' | 'DUPLICATE' | 'REFERRED';
export type KnockOutcome = 'MET' | 'NOT_HOME' | 'REFUSED' | 'MOVED_AWAY' | 'FOLLOW_UP';

interface Dated {
  /** Exact time, epoch milliseconds. */
  readonly atMs: number;
  /** Of the actor's client; playing a happening twice with it changes nothing. */
  readonly clientEventId: string;
  /** Username of who acts. */
  readonly actor: string;
}

export interface RequestReported extends Dated {
  readonly happening: 'REQUEST_REPORTED';
  readonly requestId: string;
  readonly entrance: EntranceKey;
  /** Door of the calling household. */
  readonly door: number;
  readonly category: RequestCategory;
  readonly kind: RequestKindWord;
  readonly text: string;
}

export interface RequestAdvanced extends Dated {
  readonly happening: 'REQUEST_ADVANCED';
  readonly stepId: string;
  readonly requestId: string;
  readonly action: CourseAction;
  /** Code of the organization, with DISPATCH. */
  readonly organization: string | null;
  /** Heads that arrived, with ARRIVE. */
  readonly crew: number | null;
  /** With CLOSE. */
  readonly outcome: CourseOutcome | null;
  /** With CLOSE: the resident said so, where nobody verified. */
  readonly residentWord: boolean;
  /** With FINISH: why there are no photos. The demo takes none of homes that do not exist. */
  readonly reason: string | null;
  readonly note: string | null;
}

export interface DoorVisited extends Dated {
  readonly happening: 'DOOR_VISITED';
  readonly visitId: string;
  readonly entrance: EntranceKey;
  readonly door: number;
  readonly outcome: KnockOutcome;
  /** Usernames; the actor comes first. */
  readonly visitors: readonly string[];
  readonly note: string | null;
}

export type Happening = RequestReported | RequestAdvanced | DoorVisited;

/** A request with all that becomes of it, in order of time; the last step closes it. */
export interface RequestCourse {
  readonly reported: RequestReported;
  readonly steps: readonly RequestAdvanced[];
}
