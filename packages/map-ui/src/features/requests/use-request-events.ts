// Owns asking again when the live stream says that a request changed. Refuses data in events: they hold ids only.
import { useEffect, useEffectEvent } from 'react';
import { subscribeFrames } from '#api/live-store';

/** Several events of one breath are one question. */
const SETTLE_MS = 250;

/**
 * Calls `onChange` after events of `requestId`, or of any request when null, and after every new snapshot, since a gap may
 * lie before it.
 */
export function useRequestEvents(requestId: string | null, onChange: () => void): void {
  const changed = useEffectEvent(onChange);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | null = null;
    const unsubscribe = subscribeFrames(({ frame, fresh }) => {
      const concerns =
        frame.kind === 'SNAPSHOT' ||
        fresh.some((event) => (requestId === null ? event.kind.startsWith('request.') : event.request === requestId));
      if (concerns) timer ??= setTimeout(run, SETTLE_MS);
    });
    const run = () => {
      timer = null;
      changed();
    };
    return () => {
      unsubscribe();
      if (timer !== null) clearTimeout(timer);
    };
  }, [requestId]);
}
