// Owns what this feature asks of the server.
import { graphql } from '#api/gql/index';
import type { PreviewImportMutation } from '#api/gql/graphql';

export const PreviewImport = graphql(`
  mutation PreviewImport($input: PreviewImportInput!) {
    result: previewImport(input: $input) {
      __typename
      ... on ImportPreview {
        fingerprint
        needs
        ready
        datumProposed
        datumReason
        buildings
        entrances
        households
        attribution
        outline
        outlineProposed
        shapes
        shapesLeftOut
        faultCount
        faults {
          code
          severity
          path
          message
        }
        tables {
          name
          role
          count
          encoding
          encodingReason
          fields
          mapping
          needs
          sample
        }
      }
      ...Refused
    }
  }
`);

export const ImportBuildings = graphql(`
  mutation ImportBuildings($input: ImportBuildingsInput!) {
    result: importBuildings(input: $input) {
      __typename
      ... on ImportDone {
        buildingsNew
        buildingsChanged
        buildingsSame
        entrances
        households
        grids
        exceptions
        community {
          id
          code
          name
        }
      }
      ...Refused
    }
  }
`);

export const CreateCommunity = graphql(`
  mutation CreateCommunity($input: CreateCommunityInput!) {
    result: createCommunity(input: $input) {
      __typename
      ... on Community {
        id
        code
        name
      }
      ...Refused
    }
  }
`);

/** What a preview shows. */
export type Preview = Extract<PreviewImportMutation['result'], { __typename: 'ImportPreview' }>;
/** One table of a file. */
export type PreviewTable = Preview['tables'][number];
/** One fault. */
export type PreviewFault = Preview['faults'][number];
