// Owns what this feature asks of the server.
import { graphql } from '#api/gql/index';

export const SignIn = graphql(`
  mutation SignIn($username: String!, $password: String!, $screen: Boolean!) {
    result: signIn(username: $username, password: $password, screen: $screen) {
      __typename
      ... on SignedIn {
        viewer {
          ...ViewerParts
        }
      }
      ...Refused
    }
  }
`);

export const ChooseLanguage = graphql(`
  mutation ChooseLanguage($language: Language!) {
    viewer: chooseLanguage(language: $language) {
      ...ViewerParts
    }
  }
`);

export const SignOut = graphql(`
  mutation SignOut {
    signOut {
      ok
    }
  }
`);

export const SetPassword = graphql(`
  mutation SetPassword($token: String!, $password: String!) {
    result: setPassword(token: $token, password: $password) {
      __typename
      ... on SignedIn {
        viewer {
          ...ViewerParts
        }
      }
      ...Refused
    }
  }
`);

export const SetScreenMode = graphql(`
  mutation SetScreenMode($on: Boolean!) {
    result: setScreenMode(on: $on) {
      __typename
      ...ViewerParts
      ...Refused
    }
  }
`);

export const Sessions = graphql(`
  query Sessions {
    sessions {
      id
      label
      screen
      current
      createdAt
      lastSeenAt
    }
  }
`);

export const RevokeSession = graphql(`
  mutation RevokeSession($id: ID!) {
    result: revokeSession(id: $id) {
      __typename
      ...Refused
    }
  }
`);

export const BoostDemo = graphql(`
  mutation BoostDemo($on: Boolean!) {
    result: boostDemo(on: $on) {
      __typename
      ...ViewerParts
      ...Refused
    }
  }
`);
