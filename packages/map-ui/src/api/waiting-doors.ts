// Owns the question which entrances change hands: the map outlines them, and whoever accepts one has it asked again.
import { graphql } from './gql/index.ts';

/** Of plans scheduled or in force; a worker hears of those they give or receive. */
export const WaitingDoors = graphql(`
  query WaitingDoors($community: String!) {
    handovers(community: $community) {
      entrance
      effectiveFrom
      acceptedAt
    }
  }
`);
