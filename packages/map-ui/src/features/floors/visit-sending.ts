// Owns sending knocks: each batch keeps its clientEventId through all attempts, so that a repetition is never a second
// visit. Refuses the device's clock: it may run ahead of the server's, whose time the stream tells.
import { useMutation, useMutationState, useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { dataKey, execute, newClientEventId } from '#api/client';
import type { RecordVisitsMutation } from '#api/gql/graphql';
import { serverNow } from '#api/server-clock';
import type { VisitOutcome } from './door.types.ts';
import { FLOOR_MATRIX, RECORD_VISITS } from './floor-documents.ts';
import { isUnreached, pauseBeforeAttempt } from './resend.ts';
import type { UnsentMarks } from './unsent-marks.ts';

const KEY = ['record-visits'];

/** One tap: the same outcome at one or more doors. */
export interface VisitBatch {
  readonly community: string;
  readonly dwellings: readonly string[];
  readonly outcome: VisitOutcome;
  /** When it was tapped, by the server's clock; ISO 8601. */
  readonly clientTime: string;
  readonly clientEventId: string;
}

/** What came of a batch. */
export interface BatchHeard {
  readonly saved: (batch: VisitBatch) => void;
  /** The server's sentence, or empty where nothing could be said. */
  readonly refused: (batch: VisitBatch, message: string) => void;
}

/** Records knocks in a community; the batch stays pending until the matrix shows it. */
export function useVisitSending(community: string, heard: BatchHeard) {
  const client = useQueryClient();
  const { mutate } = useMutation<RecordVisitsMutation['result'], Error, VisitBatch>({
    mutationKey: KEY,
    mutationFn: async ({ community: code, dwellings, outcome, ...more }) => {
      const visits = dwellings.map((dwelling) => ({ dwelling, outcome }));
      const { result } = await execute(RECORD_VISITS, { input: { community: code, visits, ...more } });
      return result;
    },
    retry: (_, error) => isUnreached(error),
    retryDelay: pauseBeforeAttempt,
    onSuccess: async (result, batch) => {
      await client.invalidateQueries({ queryKey: dataKey(FLOOR_MATRIX) });
      if (result.__typename === 'Refusal') heard.refused(batch, result.message);
      else heard.saved(batch);
    },
    onError: (error, batch) => heard.refused(batch, error.message),
  });
  return useCallback(
    (dwellings: readonly string[], outcome: VisitOutcome) =>
      mutate({
        community,
        dwellings,
        outcome,
        clientTime: new Date(serverNow()).toISOString(),
        clientEventId: newClientEventId(),
      }),
    [community, mutate],
  );
}

/** Marks on their way, of all entrances; `waiting` counts doors whose sending failed at least once. */
export function useUnsentMarks(): { readonly marks: UnsentMarks; readonly waiting: number } {
  const batches = useMutationState({
    filters: { mutationKey: KEY, status: 'pending' },
    select: ({ state }) => ({ batch: state.variables as VisitBatch, failed: state.isPaused || state.failureCount > 0 }),
  });
  const marks = useMemo(
    () => new Map(batches.flatMap(({ batch }) => batch.dwellings.map((id) => [id, batch.outcome] as const))),
    [batches],
  );
  const waiting = batches.reduce((sum, { batch, failed }) => sum + (failed ? batch.dwellings.length : 0), 0);
  return { marks, waiting };
}
