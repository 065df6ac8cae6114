// Owns a running playback: its clock on the wall, the figures of its day on the map, the marks of its hour. Ends with
// the component that uses it; the map is live again then.
import { useEffect, useRef, useState } from 'react';
import type { LiveEvent } from '#api/live-store';
import { countedBy } from '#view/live-question';
import { showFigures } from '#view/map-port';
import { useView } from '#view/view-state';
import { addDays, type Day, dayStartMs, instantInDay } from './community-day.ts';
import { eventsUntil, markChanges } from './marks.ts';
import { dayIndexOf, dayShareOf, openedClock, type PlaybackClock, ticked } from './playback-clock.ts';
import { useDayFigures } from './use-day-figures.ts';
import { usePlanInstant } from './use-plan-instant.ts';

/** How often the clock moves, milliseconds: a quarter of an hour played. */
const TICK_MS = 250;

/** What the controls show and change. */
export interface Playback {
  readonly clock: PlaybackClock;
  readonly setClock: (change: (clock: PlaybackClock) => PlaybackClock) => void;
  readonly day: Day;
  /** Epoch milliseconds shown. */
  readonly atMs: number;
  readonly loading: boolean;
  /** Instant of the plan that is drawn; null: the one in force. */
  readonly validAt: string | null;
  /** Instant of the figures, ISO 8601; null while loading. */
  readonly asOf: string | null;
  readonly error: Error | null;
}

interface PlaybackOptions {
  readonly community: string;
  readonly timeZone: string;
  readonly days: readonly Day[];
  readonly today: Day;
  readonly autoplay: boolean;
}

export function usePlayback({ community, timeZone, days, today, autoplay }: PlaybackOptions): Playback {
  const [clock, setClock] = useState(() => openedClock(days.length, autoplay));
  const index = dayIndexOf(clock);
  const day = days[index] ?? today;
  const { day: figures, areas, error } = useDayFigures(community, days, index, today);
  const by = useView(countedBy);
  const grids = useView((view) => view.grids);
  const asOf = figures?.asOf ?? null;
  const validAt = usePlanInstant(community, asOf, grids);
  const endMs = asOf === null ? dayStartMs(addDays(day, 1), timeZone) - 1 : Date.parse(asOf);
  const atMs = Math.min(endMs, instantInDay(day, dayShareOf(clock), timeZone));
  const told = useRef<readonly LiveEvent[]>([]);

  // Waits for figures: a day that is not there yet must not be over before it was seen.
  const waiting = areas === null && error === null;
  useEffect(() => {
    if (!clock.playing || waiting) return undefined;
    let before = performance.now();
    const timer = setInterval(() => {
      const now = performance.now();
      const elapsedMs = now - before;
      before = now;
      setClock((current) => ticked(current, elapsedMs));
    }, TICK_MS);
    return () => clearInterval(timer);
  }, [clock.playing, waiting]);

  useEffect(() => {
    if (!areas || asOf === null) return;
    showFigures({ by, asOf, areas, events: [], validAt, window: 'H24' });
  }, [by, asOf, areas, validAt]);

  useEffect(() => {
    if (!areas || !figures || asOf === null) return;
    const wanted = eventsUntil(figures, atMs);
    const events = markChanges(told.current, wanted);
    if (events.length === 0) return;
    // After a frame: the map begins to listen only once it knows that the past is shown.
    const frame = requestAnimationFrame(() => {
      told.current = wanted;
      showFigures({ by, asOf, areas, events, validAt, window: 'H24' });
    });
    return () => cancelAnimationFrame(frame);
  }, [by, asOf, areas, validAt, figures, atMs]);

  useEffect(() => () => showFigures(null), []);
  return { clock, setClock, day, atMs, loading: waiting, validAt, asOf, error };
}
