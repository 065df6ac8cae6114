// What is another's looks absent; what a role may not do is said.
import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { Client } from '../../testkit/client.ts';
import { expectRefused, expectRefusedInUnion } from '../../testkit/refusals.ts';
import { type Bed, CODE } from './bed.ts';

export function identityCases(bed: Bed): void {
  describe('identity', () => {
    it("another grid's door looks absent", async () => {
      const doors = await bed.secretary.graphql(
        `{ doorsDue(community: "${CODE}", first: 100) { edges { node { id entrance { grid { number } } } } } }`,
      );
      const edges = (
        doors.data as never as {
          doorsDue: { edges: { node: { id: string; entrance: { grid: { number: number } } } }[] };
        }
      ).doorsDue.edges;
      const foreign = edges.find((edge) => edge.node.entrance.grid.number !== 7)?.node.id;
      expect(foreign).toBeDefined();
      const input = { community: CODE, visits: [{ dwelling: foreign, outcome: 'MET' }], clientEventId: randomUUID() };
      const record = (visits: object[], rest: object = {}) =>
        bed.worker.graphql(
          'mutation ($input: RecordVisitsInput!) { recordVisits(input: $input) { __typename ... on Refusal { code message path } } }',
          { input: { ...input, ...rest, visits } },
        );
      const [foreignAnswer, absent] = [
        await record(input.visits),
        await record([{ dwelling: `${foreign?.slice(0, 22)}${'A'.repeat(22)}`, outcome: 'MET' }]),
      ];
      expectRefused(foreignAnswer, 'NOT_FOUND', 'input.visits[0].dwelling');
      expectRefused(absent, 'NOT_FOUND', 'input.visits[0].dwelling');
      expect(absent.errors?.[0]?.message).toBe(foreignAnswer.errors?.[0]?.message);
      const own = edges.find((edge) => edge.node.entrance.grid.number === 7)?.node.id;
      expectRefusedInUnion(
        await record([
          { dwelling: own, outcome: 'MET' },
          { dwelling: own, outcome: 'MET' },
        ]),
        'recordVisits',
        'DUPLICATE_DOOR',
        'input.visits[1].dwelling',
      );
      expectRefusedInUnion(
        await record([{ dwelling: own, outcome: 'MET' }], { clientTime: '2026-07-08T12:00:00+08:00' }),
        'recordVisits',
        'CLOCK_SKEW',
        'input.clientTime',
      );
      expectRefused(await record([]), 'BAD_USER_INPUT', 'input.visits');
    });

    it('a token that is of no session is signed out', async () => {
      const stranger = new Client(bed.server.url);
      stranger.cookie = `__Host-sid=${'A'.repeat(43)}`;
      expectRefused(await stranger.graphql(`{ grids(community: "${CODE}") { id } }`), 'UNAUTHENTICATED');
    });

    it('a planner may not write, in the language asked for', async () => {
      const planner = await Client.signedIn(bed.server.url, 'planner');
      const input = {
        community: CODE,
        entrance: bed.entrance,
        category: 'WATER_LEAK',
        text: 'leak',
        clientEventId: randomUUID(),
      };
      const answer = await planner.graphql(
        'mutation ($input: CreateRequestInput!) { createRequest(input: $input) { __typename } }',
        { input },
        { 'accept-language': 'en' },
      );
      expect(answer.errors?.[0]).toMatchObject({
        message: 'Your role does not allow this.',
        extensions: { code: 'FORBIDDEN' },
      });
    });

    it('sign-in failures are alike, and are counted', async () => {
      const attempt = (username: string) =>
        new Client(bed.server.url).graphql(
          'mutation ($u: String!) { signIn(username: $u, password: "wrong password") { __typename ... on Refusal { code message } } }',
          { u: username },
        );
      const [known, unknown] = await Promise.all([attempt('worker3'), attempt('nobody')]);
      expect(known.data).toEqual(unknown.data);
      for (let n = 0; n < 5; n++) await attempt('worker3');
      expect((await attempt('worker3')).data?.['signIn']).toMatchObject({ code: 'TOO_MANY_ATTEMPTS' });
    });
  });
}
