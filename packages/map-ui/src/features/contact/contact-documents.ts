// Owns the one question that is recorded: name and phone behind a door. A mutation, because asking changes the record.
import { graphql } from '#api/gql/index';

export const REVEAL_CONTACT = graphql(`
  mutation RevealDoorContact($dwelling: ID!) {
    result: revealContact(dwelling: $dwelling) {
      __typename
      ... on Contact {
        name
        phone
        residents
      }
      ...Refused
    }
  }
`);
