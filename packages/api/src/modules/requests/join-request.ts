// Use case 我也是: another resident has the same matter; the caller joins the open request instead of making a second one.
// Refuses a closed request: that is reopened, or reported anew.
import type { Database } from '#platform/database/database';
import { once } from '#platform/events/once';
import { AppError } from '#platform/errors';
import { type Caller, viewerOf, writeOptions } from './caller.ts';
import { instantOfChange, lockRequest } from './move-request.ts';
import { callerDetails, type CallerInput } from './request-input.ts';
import { insertCaller, insertSteps, stamped } from './request-rows.ts';
import type { RequestStage } from './request-stages.ts';

export interface JoinRequest extends CallerInput {
  /** Opaque id. */
  readonly request: string;
  readonly clientEventId: string;
}

/** @throws AppError NOT_FOUND, ACTION_NOT_AT_STAGE, PHONE_INVALID and the other codes of the text rules, IDEMPOTENCY_MISMATCH */
export function joinRequest(database: Database, caller: Caller, input: JoinRequest): Promise<string> {
  const details = callerDetails(input);
  return database.write(writeOptions(caller), async (tx) => {
    const { id } = await once(
      tx,
      { clientEventId: input.clientEventId, operation: 'joinRequest', body: input },
      async () => {
        const request = await lockRequest(tx, caller, input.request);
        const stage = request.stage as RequestStage;
        if (stage === 'CLOSED') throw new AppError('ACTION_NOT_AT_STAGE', { action: 'JOIN', stage }, 'input.request');
        const at = await instantOfChange(tx, request);
        const step = {
          position: request.stepCount,
          action: 'JOIN',
          stamp: 'JOINED',
          from: stage,
          to: stage,
          at,
          outcome: null,
          duplicateOf: null,
        } as const;
        request.callerCount += 1;
        request.stepCount += 1;
        await tx.em.flush();
        const personId = viewerOf(caller).memberships[0]?.personId ?? null;
        await insertSteps(tx, stamped(request.id, [step], { accountId: caller.access.actor.accountId, personId }));
        await insertCaller(tx, request.id, details, at);
        tx.record({
          kind: 'request.joined',
          at,
          requestId: request.id,
          entranceId: request.entranceId,
          data: { category: request.category, stage },
        });
        return { id: request.id };
      },
    );
    return id;
  });
}
