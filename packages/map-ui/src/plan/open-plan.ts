// Owns the one plan that is open on this page: loads it, hears of others, and gives React its slices. Refuses two at once.
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { ApiError, execute, newClientEventId } from '#api/client';
import { boxKey } from '#api/outboxes';
import { hearPlan } from './plan-connection.ts';
import { PLAN, PLAN_GROUND } from './plan-documents.ts';
import { readGround } from './plan-model.ts';
import { sendStep } from './plan-sending.ts';
import type { PlanActs } from './plan-session.types.ts';
import { createPlanSession, type OpenPlan, type PlanSession } from './plan-session.ts';

/** The open plan's state and acts; null before the first is open. Kept after closing until the next opens. */
export const planSession = createStore<PlanSession | null>(() => null);

let acts: PlanActs | null = null;

/** What is still known when it is asked too early. */
function opened(session: PlanSession | null): PlanSession {
  if (!session) throw new Error('No plan is open.');
  return session;
}

/** A slice of the open plan. Only under a page that opened one. */
export function usePlan<Slice>(select: (session: PlanSession) => Slice): Slice {
  return useStore(planSession, (session) => select(opened(session)));
}

/** The open plan's acts, one and the same object while it is open: safe in the dependencies of effects. */
export function usePlanActs(): PlanActs {
  if (!acts) throw new Error('No plan is open.');
  return acts;
}

/** Shows a session as the open plan. @returns what ends it */
export function showSession({ store }: Pick<OpenPlan, 'store'>): () => void {
  acts = store.getState();
  planSession.setState(store.getState(), true);
  return store.subscribe((state) => planSession.setState(state, true));
}

/**
 * Loads a plan and its ground and keeps both up to date until closed.
 *
 * @throws ApiError as the server says; NOT_FOUND when the plan or the ground is not there for this viewer
 */
export async function openPlanSession(
  community: string,
  planId: string,
  username: string,
  signal?: AbortSignal,
): Promise<OpenPlan> {
  const [{ planGround }, { plan }] = await Promise.all([
    execute(PLAN_GROUND, { community }, signal),
    execute(PLAN, { plan: planId }, signal),
  ]);
  if (!planGround || !plan) throw new ApiError({ code: 'NOT_FOUND', message: '' });
  const session = createPlanSession(readGround(planGround), plan, {
    community,
    storage: localStorage,
    key: `${boxKey('plans', community, username)}:${planId}`,
    send: (entry) => sendStep(planId, entry),
    newId: newClientEventId,
    later(run, delayMs) {
      const timer = setTimeout(run, delayMs);
      return () => clearTimeout(timer);
    },
  });
  const ends = [showSession(session), hearPlan(planId, session.adopt), onOnline(session.retry)];
  return {
    ...session,
    close() {
      for (const end of ends) end();
      session.close();
    },
  };
}

function onOnline(run: () => void): () => void {
  addEventListener('online', run);
  return () => removeEventListener('online', run);
}
