// Owns the line of a dead stream, and its running counter.
import { useEffect, useState } from 'react';
import { useLive } from '#api/live-store';
import { StaleBand } from '#ui/clock';

/** Shown while the stream is silent; counts the seconds since its last frame. */
export function StaleNotice() {
  const asOf = useLive((state) => state.asOf);
  const lastFrameAt = useLive((state) => state.lastFrameAt);
  const [now, setNow] = useState(() => performance.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(performance.now()), 1_000);
    return () => clearInterval(timer);
  }, []);
  if (asOf === null || lastFrameAt === null) return null;
  return <StaleBand asOf={asOf} silentMs={Math.max(0, now - lastFrameAt)} />;
}
