// Owns what the floors ask of the server and tell it. Refuses fields nobody shows.
import { graphql } from '#api/gql/index';

/** All doors of one entrance, and the other entrances of its building. */
export const FLOOR_MATRIX = graphql(`
  query FloorMatrix($entrance: ID!, $asOf: DateTime) {
    floorMatrix(entrance: $entrance, asOf: $asOf) {
      asOf
      floors
      doorsPerFloor
      due
      met
      overdue
      nextDue
      entrance {
        id
        name
        grid {
          id
          number
        }
        building {
          id
          name
          entrances {
            id
            number
            name
          }
        }
      }
      doors {
        id
        label
        floor
        position
        look
        duty
        careLevel
        dueAt
        lastVisitAt
        lastOutcome
        hasContact
      }
    }
  }
`);

/** One knock, or several at once. */
export const RECORD_VISITS = graphql(`
  mutation RecordVisits($input: RecordVisitsInput!) {
    result: recordVisits(input: $input) {
      __typename
      ... on VisitsRecorded {
        nextDue
      }
      ...Refused
    }
  }
`);
