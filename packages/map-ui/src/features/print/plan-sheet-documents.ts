// Owns the question of who drafted and decided a plan, for its signatures.
import { graphql } from '#api/gql/index';

export const PLAN_SIGNATURES = graphql(`
  query PlanSignatures($plan: ID!) {
    plan(id: $plan) {
      createdBy
      createdAt
      effectiveFrom
      reviews {
        role
        by
        at
        decision
      }
    }
  }
`);
