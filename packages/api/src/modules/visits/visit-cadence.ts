// Owns when a door is due, when it is overdue, what an outcome counts for and how a door looks today.
// Refuses reasons for care: it knows a level and dates. The level's days and the deadline come from the norms in force.
import { addDays, dayOf, daysBetween, instantAtHour, type CalendarDay } from '#platform/time/zoned-time';
import type { CareLevel, Norms } from '#modules/geography';

/** 已见面, 无人应门, 婉拒, 已搬离, 需跟进. */
export const VISIT_OUTCOMES = ['MET', 'NOT_HOME', 'REFUSED', 'MOVED_AWAY', 'FOLLOW_UP'] as const;
export type VisitOutcome = (typeof VISIT_OUTCOMES)[number];

/** What an outcome counts for: as a visit, as having met someone, as the end of the door's being due. */
export const OUTCOME_COUNTS: Readonly<
  Record<VisitOutcome, { readonly asVisit: boolean; readonly asMet: boolean; readonly endsDue: boolean }>
> = {
  MET: { asVisit: true, asMet: true, endsDue: true },
  NOT_HOME: { asVisit: false, asMet: false, endsDue: false },
  REFUSED: { asVisit: true, asMet: false, endsDue: false },
  MOVED_AWAY: { asVisit: true, asMet: false, endsDue: true },
  FOLLOW_UP: { asVisit: true, asMet: true, endsDue: true },
};

/** A knock at a door. */
export interface Knock {
  readonly at: Date;
  readonly outcome: VisitOutcome;
}

/** What the rules know of a door: its care level with the day it began (null: none), and its knocks in any order. */
export interface DoorRecord {
  readonly care: { readonly level: CareLevel; readonly beganOn: CalendarDay } | null;
  /** The day the present household came in; knocks before it belong to another one. Null: no household lives here. */
  readonly householdSince: CalendarDay | null;
  readonly knocks: readonly Knock[];
}

type CadenceNorms = Pick<Norms, 'visitCadenceDays' | 'visitDeadlineHour'>;

/**
 * The day a door is due: the later of the day last met and the day the level began, plus the level's days. A daily door that
 * was never met is due the day after its level began.
 */
export function dueDay(
  level: CareLevel,
  levelBeganOn: CalendarDay,
  lastMetOn: CalendarDay | null,
  norms: CadenceNorms,
): CalendarDay {
  const base = lastMetOn !== null && lastMetOn > levelBeganOn ? lastMetOn : levelBeganOn;
  return addDays(base, norms.visitCadenceDays[level]);
}

/** The instant from which a door due on `due` and not met is overdue: the deadline hour of that day, uniform for all levels. */
export function overdueFrom(due: CalendarDay, norms: CadenceNorms, zone: string): Date {
  return instantAtHour(due, norms.visitDeadlineHour, zone);
}

/** 待敲门, 超期, 今日不排, 已完成. */
export type DoorDuty = 'DUE' | 'OVERDUE' | 'NOT_DUE' | 'DONE';

export interface DoorDutyState {
  readonly duty: DoorDuty;
  /** The day it was due as today began; null when it has no level, no household, or moved away. */
  readonly dueOn: CalendarDay | null;
  /** Whole days since that day, 0 on the day itself; 0 unless due. */
  readonly daysPastDue: number;
}

/**
 * A door's duty as of `at`. Due is decided by what was known as the day began, so a door met today stays among today's due
 * doors and is DONE: that keeps 应访 constant through the day and 已访 below it. A refusal or an unanswered knock ends nothing.
 * Knocks after `at` are not yet known. O(knocks).
 */
export function doorDuty(door: DoorRecord, at: Date, norms: CadenceNorms, zone: string): DoorDutyState {
  const none: DoorDutyState = { duty: 'NOT_DUE', dueOn: null, daysPastDue: 0 };
  const today = dayOf(at, zone);
  const { care } = door;
  if (!care || care.beganOn > today || !livesHere(door, today)) return none;
  const knocks = knownKnocks(door, at, zone);
  const earlier = knocks.filter((knock) => knock.day < today);
  const movedOn = lastDay(earlier, (knock) => knock.outcome === 'MOVED_AWAY');
  const metOn = lastDay(earlier, (knock) => OUTCOME_COUNTS[knock.outcome].asMet);
  if (movedOn !== null && movedOn >= care.beganOn && movedOn >= (metOn ?? '')) return none;
  const dueOn = dueDay(care.level, care.beganOn, metOn, norms);
  if (dueOn > today) return { ...none, dueOn };
  const daysPastDue = daysBetween(dueOn, today);
  if (knocks.some((knock) => knock.day === today && OUTCOME_COUNTS[knock.outcome].endsDue))
    return { duty: 'DONE', dueOn, daysPastDue };
  return { duty: at >= overdueFrom(dueOn, norms, zone) ? 'OVERDUE' : 'DUE', dueOn, daysPastDue };
}

/** One of the five looks of a door in the floor matrix, of today. */
export type DoorLook = 'NO_DATA' | 'NOT_VISITED' | 'NOT_HOME' | 'MET' | 'FOLLOW_UP';

/**
 * How a door looks today. The last knock that someone answered decides, and an unanswered one only if there was no other: who
 * was met at ten is not "not home" at three. A refusal looks like a follow-up. No household, or moved away: no data.
 */
export function doorLook(door: DoorRecord, at: Date, zone: string): DoorLook {
  const today = dayOf(at, zone);
  if (!livesHere(door, today)) return 'NO_DATA';
  const knocks = knownKnocks(door, at, zone);
  const answered = knocks.filter((knock) => knock.outcome !== 'NOT_HOME').at(-1);
  if (answered?.outcome === 'MOVED_AWAY') return 'NO_DATA';
  if (answered?.day === today) return answered.outcome === 'MET' ? 'MET' : 'FOLLOW_UP';
  return knocks.some((knock) => knock.day === today) ? 'NOT_HOME' : 'NOT_VISITED';
}

/** What the due list is ordered by. The door key sorts in door order: building, entrance, floors from the top as the matrix shows them, door. */
export interface DueDoor {
  readonly dueOn: CalendarDay;
  readonly level: CareLevel;
  readonly doorKey: string;
}

/** The more frequent level comes first. */
export const LEVEL_RANK: Readonly<Record<CareLevel, number>> = { DAILY: 1, WEEKLY: 2, MONTHLY: 3 };

/** Most overdue first, then the more frequent level, then door order. For `toSorted`. */
export function compareDueDoors(a: DueDoor, b: DueDoor): number {
  if (a.dueOn !== b.dueOn) return a.dueOn < b.dueOn ? -1 : 1;
  const byLevel = LEVEL_RANK[a.level] - LEVEL_RANK[b.level];
  if (byLevel !== 0 || a.doorKey === b.doorKey) return byLevel;
  return a.doorKey < b.doorKey ? -1 : 1;
}

function livesHere(door: DoorRecord, today: CalendarDay): boolean {
  return door.householdSince !== null && door.householdSince <= today;
}

function knownKnocks(door: DoorRecord, at: Date, zone: string): readonly (Knock & { readonly day: CalendarDay })[] {
  return door.knocks
    .filter((knock) => knock.at <= at)
    .toSorted((a, b) => a.at.getTime() - b.at.getTime())
    .map((knock) => ({ ...knock, day: dayOf(knock.at, zone) }))
    .filter((knock) => knock.day >= (door.householdSince ?? ''));
}

function lastDay(
  knocks: readonly (Knock & { readonly day: CalendarDay })[],
  which: (knock: Knock) => boolean,
): CalendarDay | null {
  return knocks.findLast(which)?.day ?? null;
}
