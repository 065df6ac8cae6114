// Owns turning what a caller sent into what may be stored: ids of this community, notes, the device's time; or the fault with its path.
// Refuses to repair and to go on half: one bad door refuses the whole call.
import { AppError } from '#platform/errors';
import { decodeId, type IdType } from '#platform/ids';
import type { VisitOutcome } from './visit-cadence.ts';

export const MAX_VISITS = 200;
const MAX_VISITORS = 20;
const MAX_NOTE = 500;
const MINUTE_MS = 60_000;
const SKEW_MINUTES = 5;

export interface RecordVisits {
  /** Code of the community. */
  readonly community: string;
  /** Opaque ids of doors, each at most once. */
  readonly visits: readonly {
    readonly dwelling: string;
    readonly outcome: VisitOutcome;
    readonly note?: string | null;
  }[];
  /** Opaque ids of people; the caller's own person when left out or empty. */
  readonly visitors?: readonly string[] | null;
  /** The device's time, kept beside the server's. */
  readonly clientTime?: Date | null;
  readonly clientEventId: string;
}

export interface CheckedVisits {
  readonly knocks: readonly {
    readonly dwellingId: string;
    readonly outcome: VisitOutcome;
    readonly note: string | null;
  }[];
  /** Empty: nobody was named. */
  readonly visitorIds: readonly string[];
  readonly clientTime: Date | null;
}

/** @throws AppError BAD_USER_INPUT, TOO_MANY_VISITS, DUPLICATE_DOOR, BAD_ID, NOT_FOUND, CLOCK_SKEW, TOO_LONG, INVALID_TEXT_… */
export function checkVisits(communityId: string, input: RecordVisits, now: Date): CheckedVisits {
  const { visits, clientTime = null } = input;
  if (visits.length === 0) throw new AppError('BAD_USER_INPUT', {}, 'input.visits');
  if (visits.length > MAX_VISITS) throw new AppError('TOO_MANY_VISITS', { max: MAX_VISITS }, 'input.visits');
  refuseClockAhead(clientTime, now);
  const seen = new Set<string>();
  const knocks = visits.map(({ dwelling, outcome, note }, index) => {
    const path = `input.visits[${index}]`;
    const dwellingId = localId(communityId, dwelling, 'Door', `${path}.dwelling`);
    if (seen.has(dwellingId)) throw new AppError('DUPLICATE_DOOR', {}, `${path}.dwelling`);
    seen.add(dwellingId);
    return { dwellingId, outcome, note: checkNote(note, `${path}.note`) };
  });
  return { knocks, visitorIds: checkVisitors(communityId, input.visitors ?? []), clientTime };
}

/** The uuid of an opaque id of this community; another community's looks absent. @throws AppError BAD_ID, NOT_FOUND */
export function localId(communityId: string, opaque: string, type: IdType, path: string): string {
  const decoded = decodeId(opaque, type, path);
  if (decoded.communityId !== communityId) throw new AppError('NOT_FOUND', {}, path);
  return decoded.id;
}

function checkVisitors(communityId: string, visitors: readonly string[]): readonly string[] {
  if (visitors.length > MAX_VISITORS) throw new AppError('BAD_USER_INPUT', {}, 'input.visitors');
  return [
    ...new Set(visitors.map((visitor, index) => localId(communityId, visitor, 'Person', `input.visitors[${index}]`))),
  ];
}

/** A device may lag for days (no network), but not run ahead. */
function refuseClockAhead(clientTime: Date | null, now: Date): void {
  const aheadMs = clientTime ? clientTime.getTime() - now.getTime() : 0;
  if (aheadMs > SKEW_MINUTES * MINUTE_MS)
    throw new AppError('CLOCK_SKEW', { minutes: Math.round(aheadMs / MINUTE_MS) }, 'input.clientTime');
}

function checkNote(raw: string | null | undefined, path: string): string | null {
  const note = raw?.trim() ?? '';
  if (note === '') return null;
  if (note.includes('\0')) throw new AppError('INVALID_TEXT_NUL', { position: note.indexOf('\0') }, path);
  if (!note.isWellFormed()) throw new AppError('INVALID_TEXT_SURROGATE', {}, path);
  if ([...note].length > MAX_NOTE) throw new AppError('TOO_LONG', { max: MAX_NOTE }, path);
  return note;
}
