// Owns the server's now on this page: the last frame's instant plus what has passed since, so that a demo clock moves the
// rings. Refuses the device's clock unless nothing was heard yet.
import { useEffect, useState } from 'react';
import { live } from '#api/live-store';

const TICK_MS = 1_000;

/** Epoch ms by the server's clock. */
export function serverNow(): number {
  const { asOf, lastFrameAt } = live.store.getState();
  return asOf === null || lastFrameAt === null ? Date.now() : Date.parse(asOf) + performance.now() - lastFrameAt;
}

/** The server's now, once a second: one timer a panel. */
export function useServerNow(): number {
  const [now, setNow] = useState(serverNow);
  useEffect(() => {
    const timer = setInterval(() => setNow(serverNow()), TICK_MS);
    return () => clearInterval(timer);
  }, []);
  return now;
}
