// Owns one attempt to save a step. Refuses retrying (plan-queue.ts) and meaning (plan-session.ts).
import { ApiError, execute } from '#api/client';
import type { ApplyPlanOpsMutation } from '#api/gql/graphql';
import { APPLY_PLAN_OPS } from './plan-documents.ts';
import type { PlanAnswer, PlanEntry } from './plan-queue.ts';

/** What the server answers to a step. */
export type ApplyAnswer = ApplyPlanOpsMutation['result'] | { readonly __typename: 'Failed'; readonly message: string };

const ANSWER_MS = 15_000;
const UNANSWERED: ReadonlySet<string> = new Set(['OFFLINE', 'UNAVAILABLE', 'RATE_LIMITED', 'UNAUTHENTICATED']);

/** Sends a step; null when nobody answered, which is no refusal: it waits. */
export async function sendStep(plan: string, entry: PlanEntry): Promise<PlanAnswer<ApplyAnswer>> {
  const { clientEventId, baseVersion, source, ops } = entry;
  try {
    const { result } = await execute(
      APPLY_PLAN_OPS,
      { input: { plan, clientEventId, baseVersion, source, ops: [...ops] } },
      AbortSignal.timeout(ANSWER_MS),
    );
    return { answer: result };
  } catch (failure) {
    if (!(failure instanceof ApiError) || UNANSWERED.has(failure.code)) return null;
    return { answer: { __typename: 'Failed', message: failure.message } };
  }
}
