// Owns how the page's GraphQL documents become types. The output is generated, git-ignored, and never edited.
import type { CodegenConfig } from '@graphql-codegen/cli';

/** GeoJSON leaves the server as plain objects (RFC 7946, longitude before latitude, WGS 84). */
const GEOJSON_SCALARS = {
  Geometry: 'GeoJSON.Geometry',
  FeatureCollection: 'GeoJSON.FeatureCollection',
};

const config: CodegenConfig = {
  schema: '../schema/schema.graphql',
  documents: ['src/**/*.graphql', 'src/**/*.{ts,tsx}', '!src/api/gql/**'],
  ignoreNoDocuments: true,
  generates: {
    './src/api/gql/': {
      preset: 'client',
      presetConfig: { fragmentMasking: false },
      config: {
        documentMode: 'string',
        enumsAsTypes: true,
        strictScalars: true,
        useTypeImports: true,
        scalars: { DateTime: 'string', Date: 'string', Sequence: 'number', ...GEOJSON_SCALARS },
      },
    },
  },
};

export default config;
