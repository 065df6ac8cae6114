// Owns what this feature asks of the server.
import { graphql } from '#api/gql/index';

export const AttentionList = graphql(`
  query AttentionList($community: String!, $asOf: DateTime) {
    attention(community: $community, asOf: $asOf) {
      asOf
      items {
        id
        kind
        title
        detail
        since
        dueAt
        overdue
        count
        action
        request {
          id
          stage
          entrance {
            id
            mapId
            building {
              id
              mapId
            }
          }
        }
        entrance {
          id
          mapId
          building {
            id
            mapId
          }
        }
        grid {
          id
          mapId
        }
      }
    }
  }
`);
