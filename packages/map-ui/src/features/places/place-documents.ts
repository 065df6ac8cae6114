// Owns what the panels of a place ask of the server. Refuses live figures: the stream brings those to the map, the panel
// asks again when it says that something happened here.
import { graphql } from '#api/gql/index';

/** One grid with its figures, as of an instant. */
export const GRID_DETAIL = graphql(`
  query GridDetail($id: ID!, $window: Window!, $normalise: Normalise!, $asOf: DateTime) {
    node(id: $id) {
      __typename
      ... on Grid {
        id
        mapId
        number
        code
        entranceCount
        dwellings
        households
        residents
        worker {
          id
          name
        }
        branchSecretary {
          id
          name
        }
        sentence(asOf: $asOf)
        figures(window: $window, normalise: $normalise, asOf: $asOf) {
          metric
          value
          numerator
          denominator
          n
          reason
        }
        entrances {
          id
          mapId
          name
          households
        }
      }
    }
  }
`);

/** Ninety days in whole weeks. */
export const GRID_TREND = graphql(`
  query GridTrend($community: String!, $grid: ID, $asOf: DateTime) {
    trend(community: $community, grid: $grid, days: 90, asOf: $asOf) {
      from
      to
      weeks {
        from
        to
        newRequests
        visits
      }
    }
  }
`);

/** One building with its entrances. */
export const BUILDING_DETAIL = graphql(`
  query BuildingDetail($id: ID!) {
    node(id: $id) {
      __typename
      ... on Building {
        id
        mapId
        number
        name
        aliases
        kind
        floors
        dwellings
        households
        residents
        entrances {
          id
          mapId
          name
          households
          grid {
            id
            number
          }
        }
      }
    }
  }
`);

/** Counts of all entrances: a building's are their sum. */
export const ENTRANCE_COUNTS = graphql(`
  query EntranceCounts($community: String!, $window: Window!, $asOf: DateTime) {
    newRequests: density(
      community: $community
      metric: NEW_REQUESTS
      by: ENTRANCE
      window: $window
      normalise: NONE
      asOf: $asOf
    ) {
      asOf
      cells {
        id
        numerator
      }
    }
    visits: density(
      community: $community
      metric: VISITS
      by: ENTRANCE
      window: $window
      normalise: NONE
      asOf: $asOf
    ) {
      cells {
        id
        numerator
      }
    }
    open: density(community: $community, metric: OPEN_REQUESTS, by: ENTRANCE, normalise: NONE, asOf: $asOf) {
      cells {
        id
        numerator
      }
    }
    overdue: density(community: $community, metric: OVERDUE_REQUESTS, by: ENTRANCE, normalise: NONE, asOf: $asOf) {
      cells {
        id
        numerator
      }
    }
    due: density(community: $community, metric: DOORS_DUE, by: ENTRANCE, normalise: NONE, asOf: $asOf) {
      cells {
        id
        numerator
      }
    }
    doorsOverdue: density(community: $community, metric: DOORS_OVERDUE, by: ENTRANCE, normalise: NONE, asOf: $asOf) {
      cells {
        id
        numerator
      }
    }
  }
`);
