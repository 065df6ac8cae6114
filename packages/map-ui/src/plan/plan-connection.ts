// Owns how an open plan hears of others: one subscription, opened again when the line is cut. Being subscribed is being present.
import { createClient } from 'graphql-ws';
import type { PlanChangedSubscription, PlanPartsFragment } from '#api/gql/graphql';
import { PLAN_CHANGED } from './plan-documents.ts';

/** @returns what ends the listening, and the presence */
export function hearPlan(planId: string, onPlan: (plan: PlanPartsFragment) => void): () => void {
  const client = createClient({
    url: `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/graphql`,
    lazy: true,
    retryAttempts: Infinity,
    // A server that restarts is down for seconds, and what was missed comes with the first answer.
    shouldRetry: () => true,
    connectionAckWaitTimeout: 5_000,
    keepAlive: 10_000,
  });
  const end = client.subscribe<PlanChangedSubscription>(
    { query: PLAN_CHANGED.toString(), variables: { plan: planId } },
    {
      next: ({ data }) => {
        if (data) onPlan(data.planChanged);
      },
      // The server said no, e.g. the right was taken away: the next act says so in words.
      error: () => undefined,
      complete: () => undefined,
    },
  );
  return () => {
    end();
    void client.dispose();
  };
}
