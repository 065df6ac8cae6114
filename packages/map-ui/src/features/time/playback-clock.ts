// Owns the clock of a playback: where it is, whether it runs, when it ends. Pure; time comes in as an argument. Refuses
// calendars (community-day.ts).

/** A day takes this long. */
export const DAY_PLAYS_MS = 24_000;
/** Times the plain speed while fast. */
export const FAST = 4;

/** Where a playback is. */
export interface PlaybackClock {
  /** Days to play, at least 1. */
  readonly days: number;
  /** Played so far at plain speed, 0 to `days × DAY_PLAYS_MS`. */
  readonly positionMs: number;
  readonly playing: boolean;
  readonly fast: boolean;
}

/** A clock over some days: one day opens whole, several at their beginning. */
export function openedClock(days: number, playing: boolean): PlaybackClock {
  const still = days === 1 && !playing;
  return { days, positionMs: still ? DAY_PLAYS_MS : 0, playing, fast: false };
}

/** The clock after some time on the wall; it stops at the end. */
export function ticked(clock: PlaybackClock, elapsedMs: number): PlaybackClock {
  if (!clock.playing) return clock;
  const positionMs = clock.positionMs + elapsedMs * (clock.fast ? FAST : 1);
  const end = lengthMs(clock);
  return positionMs >= end ? { ...clock, positionMs: end, playing: false } : { ...clock, positionMs };
}

/** Plays or pauses; at the end it starts again. */
export function toggled(clock: PlaybackClock): PlaybackClock {
  if (clock.playing) return { ...clock, playing: false };
  return { ...clock, playing: true, positionMs: clock.positionMs >= lengthMs(clock) ? 0 : clock.positionMs };
}

/** The clock at a share of the whole: 0 to 1 of each day counted together. */
export function movedTo(clock: PlaybackClock, dayPosition: number): PlaybackClock {
  return { ...clock, positionMs: Math.min(lengthMs(clock), Math.max(0, dayPosition * DAY_PLAYS_MS)) };
}

/**
 * The clock a day on (+1), or back (−1): back first goes to the day's beginning, as players do. Stepping pauses.
 */
export function stepped(clock: PlaybackClock, by: 1 | -1): PlaybackClock {
  const position = clock.positionMs / DAY_PLAYS_MS;
  const backTo = Math.ceil(position) - 1;
  const target = by === 1 ? Math.min(dayIndexOf(clock) + 1, clock.days - 1) : Math.max(0, backTo);
  return { ...movedTo(clock, target), playing: false };
}

/** Which day is played, 0 for the first. */
export function dayIndexOf({ days, positionMs }: PlaybackClock): number {
  return Math.min(days - 1, Math.floor(positionMs / DAY_PLAYS_MS));
}

/** Share of that day that has passed, 0 to 1. */
export function dayShareOf(clock: PlaybackClock): number {
  return Math.min(1, clock.positionMs / DAY_PLAYS_MS - dayIndexOf(clock));
}

function lengthMs({ days }: PlaybackClock): number {
  return days * DAY_PLAYS_MS;
}
