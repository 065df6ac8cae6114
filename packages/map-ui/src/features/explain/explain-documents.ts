// Owns the question behind "why". Refuses more than rows show: a request opens its own panel.
import { graphql } from '#api/gql/index';

/** Rule, numbers, records and a query that gives the same, for one figure of one place. */
export const EXPLAIN = graphql(`
  query ExplainFigure(
    $community: String!
    $by: By!
    $target: ID!
    $metric: Metric!
    $window: Window!
    $normalise: Normalise!
    $asOf: DateTime
  ) {
    explain(
      community: $community
      by: $by
      target: $target
      metric: $metric
      window: $window
      normalise: $normalise
      asOf: $asOf
    ) {
      rule
      lines {
        label
        value
      }
      requests {
        id
        number
        title
        stage
        overdue
        createdAt
        entrance {
          id
          name
        }
      }
      visitCount
      query
    }
    breaks(community: $community, by: $by, window: $window, normalise: $normalise) {
      metric
      five
      three
      day
    }
  }
`);
