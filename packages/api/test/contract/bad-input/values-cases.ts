// Ids, instants, enums and numbers: the answer names place and type, never the value.
import { describe, expect, it } from 'vitest';
import { expectRefused } from '../../testkit/refusals.ts';
import { type Bed, CODE } from './bed.ts';

export function valuesCases(bed: Bed): void {
  describe('values', () => {
    it.each([101, 0, -1])('first: %s', async (first) => {
      expectRefused(
        await bed.secretary.graphql(`{ buildings(community: "${CODE}", first: ${first}) { totalCount } }`),
        'BAD_PAGE_SIZE',
        'first',
      );
    });

    it.each(['x', 'g', '', 'e' + 'A'.repeat(42), 'g' + 'A'.repeat(43), "' or 1=1--"])('entrance id %j', async (id) => {
      expectRefused(
        await bed.secretary.graphql('query ($id: ID!) { floorMatrix(entrance: $id) { floors } }', { id }),
        'BAD_ID',
        'entrance',
      );
    });

    it('an id that is well formed and of nothing', async () => {
      expectRefused(
        await bed.secretary.graphql('query ($id: ID!) { floorMatrix(entrance: $id) { floors } }', {
          id: 'e' + 'A'.repeat(43),
        }),
        'NOT_FOUND',
      );
    });

    it.each([
      '0000-01-01T00:00:00Z',
      '9999-12-31T00:00:00Z',
      '2026-02-30T00:00:00Z',
      '2026-07-01T24:00:00Z',
      '2026-07-01T00:00:00',
      'yesterday',
    ])('instant %s', async (asOf) => {
      expectRefused(
        await bed.secretary.graphql(`query ($at: DateTime) { attention(community: "${CODE}", asOf: $at) { asOf } }`, {
          at: asOf,
        }),
        'INVALID_TIME',
        'asOf',
      );
      expectRefused(
        await bed.secretary.graphql(`{ attention(community: "${CODE}", asOf: "${asOf}") { asOf } }`),
        'INVALID_TIME',
        'asOf',
      );
    });

    it.each([
      ['2026-02-30', '2026-07-01'],
      ['2026-07-02', '2026-07-01'],
      ['2026-07-01', '2027-01-01'],
    ])('the days from %s to %s', async (from, to) => {
      const query = `query ($from: Date!, $to: Date!) { densityDays(community: "${CODE}", by: GRID, metrics: [VISITS], from: $from, to: $to) { days { day } } }`;
      expectRefused(
        await bed.secretary.graphql(query, { from, to }),
        'INVALID_TIME',
        from === '2026-02-30' ? 'from' : 'to',
      );
    });

    it('an instant that has not come', async () => {
      expectRefused(
        await bed.secretary.graphql(
          `{ density(community: "${CODE}", metric: VISITS, by: GRID, asOf: "2027-01-01T00:00:00Z") { asOf } }`,
        ),
        'INVALID_TIME',
        'asOf',
      );
    });

    const density = `query ($m: Metric!) { density(community: "${CODE}", metric: $m, by: GRID) { asOf } }`;
    const buildings = `query ($n: Int!) { buildings(community: "${CODE}", first: $n) { totalCount } }`;
    it.each<[string, string, Record<string, unknown>, string]>([
      ['an unknown enum', density, { m: 'JOY' }, 'metric'],
      ['a missing variable', density, {}, 'metric'],
      ['null', density, { m: null }, 'metric'],
      [
        'an operator object',
        'query ($c: String!) { community(code: $c) { id } }',
        { c: { $gt: '13800001111' } },
        'code',
      ],
      ['2^31', buildings, { n: 2 ** 31 }, 'first'],
      ['a number as text', buildings, { n: '1' }, 'first'],
      ['half a page', buildings, { n: 1.5 }, 'first'],
      [
        'a point without latitude',
        `query ($p: PointInput!) { gridAt(community: "${CODE}", point: $p) { id } }`,
        { p: { longitude: 114.4 } },
        'point.latitude',
      ],
      [
        'a field that is not there',
        `query ($p: PointInput!) { gridAt(community: "${CODE}", point: $p) { id } }`,
        { p: { longitude: 1, latitude: 2, phone: '13800001111' } },
        'point.phone',
      ],
      [
        'an outcome of no visit',
        'mutation ($input: RecordVisitsInput!) { recordVisits(input: $input) { __typename } }',
        { input: { community: CODE, clientEventId: 'x', visits: [{ dwelling: 'x', outcome: '13800001111' }] } },
        'input.visits[0].outcome',
      ],
    ])('%s in a variable: its place and type, never its value', async (_name, query, variables, field) => {
      const answer = await bed.secretary.graphql(query, variables);
      expectRefused(answer, 'BAD_USER_INPUT', field);
      expect(JSON.stringify(answer)).not.toContain('13800001111');
    });

    it('literals alike; 1e400 is no number', async () => {
      expectRefused(
        await bed.secretary.graphql(`{ density(community: "${CODE}", metric: JOY, by: GRID) { asOf } }`),
        'GRAPHQL_VALIDATION_FAILED',
        'metric',
      );
      const point = await bed.secretary.post(
        `{"query":"query ($p: PointInput!) { gridAt(community: \\"${CODE}\\", point: $p) { id } }","variables":{"p":{"longitude":1e400,"latitude":30}}}`,
      );
      expectRefused(point, 'BAD_USER_INPUT', 'point.longitude');
    });

    it('an unknown community looks like a foreign one', async () => {
      expectRefused(await bed.secretary.graphql('{ grids(community: "000000000000") { id } }'), 'NOT_FOUND');
    });
  });
}
