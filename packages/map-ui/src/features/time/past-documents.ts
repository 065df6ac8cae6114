// Owns what this feature asks of the server besides figures.
import { graphql } from '#api/gql/index';

export const PlanSpan = graphql(`
  query PlanSpan($community: String!, $validAt: DateTime!) {
    grids(community: $community, validAt: $validAt) {
      id
      validFrom
      validTo
    }
  }
`);
