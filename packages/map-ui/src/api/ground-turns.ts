// Owns asking everything shown again when the ground turns: after an import, and at the midnight a plan comes in force, where grids,
// their workers and their figures change although nobody did anything. Refuses to guess the moment: the live stream names it.
import { useEffect, useRef } from 'react';
import { queryClient } from './client.ts';
import { useLive } from './live-store.ts';

/** Once a page. Figures come with the stream; the rest is asked again, a handful of questions. */
export function useGroundTurns(): void {
  const version = useLive(({ geographyVersion }) => geographyVersion);
  const known = useRef(version);
  useEffect(() => {
    if (version === null) return;
    if (known.current !== null && version !== known.current) void queryClient.invalidateQueries();
    known.current = version;
  }, [version]);
}
