// Owns what time it is for the server (a demo may run at another hour), between two frames. Refuses the device's wall
// clock: clocks on office desks go wrong.
import { useEffect, useState } from 'react';
import { live } from './live-store.ts';
import { queryClient } from './client.ts';

let anchor = { server: Date.now(), local: performance.now() };

/** Sets the clock by an instant the server named just now (ISO 8601). */
export function setServerNow(instant: string): void {
  anchor = { server: Date.parse(instant), local: performance.now() };
}

/** Epoch milliseconds on the server's clock. */
export function serverNow(): number {
  return anchor.server + (performance.now() - anchor.local);
}

live.subscribeFrames(({ frame }) => setServerNow(frame.asOf));

// Before the first frame the viewer's answer sets the clock.
queryClient.getQueryCache().subscribe((event) => {
  if (event.type !== 'updated' || event.action.type !== 'success') return;
  const { viewer } = (event.query.state.data ?? {}) as { viewer?: { now?: string } };
  if (viewer?.now && live.store.getState().lastFrameAt === null) setServerNow(viewer.now);
});

/** The server's time, told again every `everyMs`. One timer a component: keep them few. */
export function useServerNow(everyMs: number): number {
  const [now, setNow] = useState(serverNow);
  useEffect(() => {
    const timer = setInterval(() => setNow(serverNow()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return now;
}
