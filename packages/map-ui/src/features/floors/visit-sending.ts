// Owns knocks on their way: what a tap sends, what came of it, which marks the server does not have yet. Refuses the
// device's clock: it may run ahead of the server's, whose time the stream tells.
import { useCallback, useEffect, useEffectEvent, useMemo, useSyncExternalStore } from 'react';
import { newClientEventId } from '#api/client';
import { serverNow } from '#api/server-clock';
import type { VisitOutcome } from './door.types.ts';
import type { UnsentMarks } from './unsent-marks.ts';
import { type VisitBatch, visitBox } from './visit-box.ts';

/** What came of a batch. */
export interface BatchHeard {
  readonly saved: (batch: VisitBatch) => void;
  /** The server's sentence, or empty where nothing could be said. */
  readonly refused: (batch: VisitBatch, message: string) => void;
}

/** Records knocks in a community, in the name of an account; a batch stays pending until the matrix shows it. `label`: of the entrance. */
export function useVisitSending(community: string, username: string, heard: BatchHeard) {
  const box = visitBox(community, username);
  const hear = useEffectEvent((batch: VisitBatch, refusal: string | null) =>
    refusal === null ? heard.saved(batch) : heard.refused(batch, refusal),
  );
  useEffect(
    () =>
      box.subscribe((left) => {
        hear(left.entry.input, left.outcome.kind === 'refused' ? left.outcome.message : null);
      }),
    [box],
  );
  return useCallback(
    (dwellings: readonly string[], outcome: VisitOutcome, label: string) => {
      const clientTime = new Date(serverNow()).toISOString();
      void box.submit({
        input: { community, dwellings, outcome, clientTime, clientEventId: newClientEventId() },
        label,
        count: dwellings.length,
      });
    },
    [box, community],
  );
}

/** Marks on their way, of all entrances; `waiting` counts doors whose sending failed at least once. */
export function useUnsentMarks(
  community: string,
  username: string,
): { readonly marks: UnsentMarks; readonly waiting: number } {
  const box = visitBox(community, username);
  const pending = useSyncExternalStore(box.watch, box.pending);
  const waiting = useSyncExternalStore(box.watch, box.waiting);
  const marks = useMemo(
    () => new Map(pending.flatMap(({ input }) => input.dwellings.map((id) => [id, input.outcome] as const))),
    [pending],
  );
  return { marks, waiting: waiting.reduce((sum, { input }) => sum + input.dwellings.length, 0) };
}
