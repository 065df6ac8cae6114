// Owns what this feature asks the server to change; every answer is the whole request or a refusal. Refuses ids of its
// own: the caller names each attempt, so that a repetition is safe.
import { graphql } from '#api/gql/index';

export const CreateRequest = graphql(`
  mutation CreateRequest($input: CreateRequestInput!) {
    result: createRequest(input: $input) {
      __typename
      ...RequestWhole
      ...Refused
    }
  }
`);

export const JoinRequest = graphql(`
  mutation JoinRequest($input: JoinRequestInput!) {
    result: joinRequest(input: $input) {
      __typename
      ...RequestWhole
      ...Refused
    }
  }
`);

export const AdvanceRequest = graphql(`
  mutation AdvanceRequest($input: AdvanceRequestInput!) {
    result: advanceRequest(input: $input) {
      __typename
      ...RequestWhole
      ...Refused
    }
  }
`);

export const DispatchRequest = graphql(`
  mutation DispatchRequest($input: DispatchRequestInput!) {
    result: dispatchRequest(input: $input) {
      __typename
      ...RequestWhole
      ...Refused
    }
  }
`);

export const ReopenRequest = graphql(`
  mutation ReopenRequest($input: ReopenRequestInput!) {
    result: reopenRequest(input: $input) {
      __typename
      ...RequestWhole
      ...Refused
    }
  }
`);

export const RevealRequestContact = graphql(`
  mutation RevealRequestContact($request: ID!) {
    result: revealContact(request: $request) {
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
