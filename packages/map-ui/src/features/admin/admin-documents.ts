// Owns what this feature asks of the server.
import { graphql } from '#api/gql/index';

export const CreateAccount = graphql(`
  mutation CreateAccount($input: CreateAccountInput!) {
    result: createAccount(input: $input) {
      __typename
      ... on AccountLink {
        username
        link
        expiresAt
      }
      ...Refused
    }
  }
`);

export const ResetPassword = graphql(`
  mutation ResetPassword($username: String!) {
    result: resetPassword(username: $username) {
      __typename
      ... on AccountLink {
        username
        link
        expiresAt
      }
      ...Refused
    }
  }
`);

export const ContactReads = graphql(`
  query ContactReads($community: String!, $first: Int!, $after: String) {
    contactReads(community: $community, first: $first, after: $after) {
      totalCount
      edges {
        node {
          id
          at
          reader
          subject
          fields
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export const AdminOrganizations = graphql(`
  query AdminOrganizations($community: String!) {
    organizations(community: $community) {
      id
      name
    }
  }
`);
