// Owns what this feature asks of the server. Refuses anything personal in lists: the words and doors are asked for one
// request at a time.
import { graphql } from '#api/gql/index';

/** What a line of a list needs, its clocks included. */
graphql(`
  fragment RequestRow on ServiceRequest {
    id
    number
    kind
    stage
    outcome
    title
    createdAt
    respondDueAt
    respondedAt
    dueAt
    closedAt
    overdue
    callerCount
    offDuty
    actions
    category {
      code
      name
    }
    entrance {
      id
      name
    }
    grid {
      id
      number
    }
    responsible {
      id
      name
    }
    steps {
      id
      action
      at
    }
    workOrders {
      id
      dispatchedAt
      answerDueAt
      finishDueAt
      acceptedAt
      arrivedAt
      crew
      finishedAt
      organization {
        id
        name
      }
    }
    photos {
      id
      url
      phase
    }
  }
`);

/** Everything about one request that this viewer may see. */
graphql(`
  fragment RequestWhole on ServiceRequest {
    id
    number
    kind
    stage
    outcome
    title
    text
    door
    duplicateOf {
      id
      number
      title
      entrance {
        id
        name
      }
    }
    createdAt
    respondDueAt
    respondedAt
    dueAt
    closedAt
    overdue
    reopenedCount
    callerCount
    offDuty
    routing
    actions
    reply
    category {
      code
      name
      kind
      respondMinutes
      finishMinutes
      workingTime
    }
    entrance {
      id
      name
    }
    grid {
      id
      number
    }
    responsible {
      id
      name
    }
    onCall {
      id
      name
    }
    steps {
      id
      action
      from
      to
      at
      actor
      note
    }
    workOrders {
      id
      dispatchedAt
      answerDueAt
      finishDueAt
      acceptedAt
      arrivedAt
      crew
      finishedAt
      organization {
        id
        name
      }
    }
    photos {
      id
      url
      phase
      at
    }
    extension {
      until
      reason
      requestedAt
      decidedAt
      approved
    }
  }
`);

export const RequestDetail = graphql(`
  query RequestDetail($id: ID!) {
    node(id: $id) {
      __typename
      ...RequestWhole
    }
  }
`);

export const RequestRows = graphql(`
  query RequestRows($community: String!, $first: Int!, $filter: RequestFilter, $asOf: DateTime) {
    requests(community: $community, first: $first, filter: $filter, asOf: $asOf) {
      totalCount
      edges {
        node {
          ...RequestRow
        }
      }
    }
  }
`);

export const SimilarRequests = graphql(`
  query SimilarRequests($entrance: ID!, $category: String!) {
    similarRequests(entrance: $entrance, category: $category) {
      ...RequestRow
    }
  }
`);

export const RequestCategories = graphql(`
  query RequestCategories($community: String!) {
    categories(community: $community) {
      code
      name
      kind
      respondMinutes
      finishMinutes
      workingTime
    }
  }
`);

export const RequestOrganizations = graphql(`
  query RequestOrganizations($community: String!) {
    organizations(community: $community) {
      id
      name
      kind
    }
  }
`);

export const DoorsAtEntrance = graphql(`
  query DoorsAtEntrance($entrance: ID!) {
    floorMatrix(entrance: $entrance) {
      due
      met
    }
  }
`);

export const ReadMessage = graphql(`
  query ReadMessage($community: String!, $text: String!) {
    readMessage(community: $community, text: $text) {
      entrance {
        id
        name
      }
      building {
        id
        number
        name
      }
      door
      category {
        code
        name
      }
      kind
      text
      phone
      evidence
    }
  }
`);
