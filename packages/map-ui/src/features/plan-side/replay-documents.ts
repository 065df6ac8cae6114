// Owns the question of the replay.
import { graphql } from '#api/gql/index';
import type { PlanReplayQuery } from '#api/gql/graphql';

export const PLAN_REPLAY = graphql(`
  query PlanReplay($plan: ID!, $days: Int!) {
    planReplay(plan: $plan, days: $days) {
      from
      to
      requestsBefore
      requestsAfter
      visitsBefore
      visitsAfter
      weeks {
        grid
        from
        to
        requestsBefore
        requestsAfter
        visitsBefore
        visitsAfter
      }
    }
  }
`);

/** The last days counted twice: as they were, and by the draft. */
export type Replay = PlanReplayQuery['planReplay'];
