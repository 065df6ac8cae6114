// Owns asking again when the stream says that something happened at a place. Refuses figures from events: they hold ids.
import { useEffect, useEffectEvent } from 'react';
import { type LiveEvent, subscribeFrames } from '#api/live-store';

/** A busy minute is one question every few seconds, not one an event. */
const PAUSE_MS = 2_000;

/** Calls `onChange` after events for which `concerns` holds, and after every new snapshot, since a gap may lie before it. */
export function usePlaceEvents(enabled: boolean, concerns: (event: LiveEvent) => boolean, onChange: () => void): void {
  const isConcerned = useEffectEvent(concerns);
  const changed = useEffectEvent(onChange);
  useEffect(() => {
    if (!enabled) return undefined;
    let timer: ReturnType<typeof setTimeout> | null = null;
    const run = () => {
      timer = null;
      changed();
    };
    const unsubscribe = subscribeFrames(({ frame, fresh }) => {
      if (frame.kind === 'SNAPSHOT' || fresh.some((event) => isConcerned(event))) timer ??= setTimeout(run, PAUSE_MS);
    });
    return () => {
      unsubscribe();
      if (timer !== null) clearTimeout(timer);
    };
  }, [enabled]);
}
