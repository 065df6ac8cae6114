// Documents that are too large, too deep, too dear or do not fit the schema.
import { describe, expect, it } from 'vitest';
import { Client } from '../../testkit/client.ts';
import { expectSentence } from '../../testkit/refusals.ts';
import { type Bed, CODE } from './bed.ts';

export function documentsCases(bed: Bed): void {
  describe('documents', () => {
    it.each<[string, string, string]>([
      ['too many tokens', `{ ${'viewer { name } '.repeat(600)} }`, 'QUERY_TOO_LARGE'],
      [
        'too deep',
        `{ grids(community: "${CODE}") { ${'entrances { grid { '.repeat(7)} id ${'} } '.repeat(7)} } }`,
        'QUERY_TOO_DEEP',
      ],
      [
        'too many aliases',
        `{ ${Array.from({ length: 16 }, (_, index) => `a${index}: __typename`).join(' ')} }`,
        'QUERY_TOO_LARGE',
      ],
      ['too many directives', `{ viewer { name ${'@include(if: true) '.repeat(6)} } }`, 'QUERY_TOO_LARGE'],
      ['too many spreads', `{ viewer { ${'...a '.repeat(41)} } } fragment a on Viewer { name }`, 'QUERY_TOO_LARGE'],
      ['5,000 times one field', `{ viewer { ${'name '.repeat(5_000)} } }`, 'QUERY_TOO_LARGE'],
      ['@defer', '{ viewer { ... @defer { name } } }', 'GRAPHQL_VALIDATION_FAILED'],
      ['a page without size', `{ buildings(community: "${CODE}") { totalCount } }`, 'GRAPHQL_VALIDATION_FAILED'],
      [
        'a fragment cycle',
        '{ viewer { ...a } } fragment a on Viewer { ...b } fragment b on Viewer { ...a }',
        'GRAPHQL_VALIDATION_FAILED',
      ],
      [
        'too expensive',
        `{ buildings(community: "${CODE}", first: 100) { edges { node { entrances { building { entrances { building { id name number } } } } } } } requests(community: "${CODE}", first: 100) { edges { node { ${'steps { id at actor note } workOrders { id } photos { id } entrance { building { entrances { id number } } } '.repeat(3)} } } } visits(community: "${CODE}", first: 100) { edges { node { id visitors { id name role organization { id name kind } } entrance { id building { id name entrances { id } } } } } } }`,
        'QUERY_TOO_EXPENSIVE',
      ],
      ['a typo', '{ viewer { nmae } }', 'GRAPHQL_VALIDATION_FAILED'],
      ['a syntax error', '{ viewer {', 'GRAPHQL_PARSE_FAILED'],
    ])('%s', async (_name, query, code) => {
      const answer = await bed.secretary.graphql(query);
      expect([answer.status, answer.errors?.[0]?.extensions['code']]).toEqual([400, code]);
      expectSentence(answer);
    });

    it('introspection is for the signed-in', async () => {
      const query = '{ __schema { queryType { name } } }';
      expect((await new Client(bed.server.url).graphql(query)).errors?.[0]?.extensions['code']).toBe(
        'INTROSPECTION_DISABLED',
      );
      expect((await bed.secretary.graphql(query)).data).toEqual({ __schema: { queryType: { name: 'Query' } } });
    });
  });
}
