// Owns sending knocks, and the box of those that wait for the network: ids of doors and outcomes, no names, so that they
// may outlive a reload and the tab.
import { execute, refresh } from '#api/client';
import type { Outbox } from '#api/outbox';
import { openBox } from '#api/outboxes';
import type { VisitOutcome } from './door.types.ts';
import { FLOOR_MATRIX, RECORD_VISITS } from './floor-documents.ts';

/** One tap: the same outcome at one or more doors. */
export interface VisitBatch {
  readonly community: string;
  readonly dwellings: readonly string[];
  readonly outcome: VisitOutcome;
  /** When it was tapped, by the server's clock; ISO 8601. */
  readonly clientTime: string;
  readonly clientEventId: string;
}

/** A box of knocks. */
export type VisitBox = Outbox<VisitBatch, null>;

/** A mark leaves the box once the doors show it, but does not wait for them longer than this. */
const SHOWN_MS = 3_000;

/** The box of this account; made once, emptied when the network is back. */
export function visitBox(community: string, username: string): VisitBox {
  return openBox('visits', { community, username }, async (batch, signal) => {
    const { dwellings, outcome, ...more } = batch;
    const visits = dwellings.map((dwelling) => ({ dwelling, outcome }));
    const { result } = await execute(RECORD_VISITS, { input: { ...more, visits } }, signal);
    await Promise.race([refresh(FLOOR_MATRIX), new Promise((resolve) => setTimeout(resolve, SHOWN_MS))]);
    return result.__typename === 'Refusal'
      ? { kind: 'refused', message: result.message, path: result.path ?? null }
      : { kind: 'sent', result: null };
  });
}
