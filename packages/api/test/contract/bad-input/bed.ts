// What the cases of bad input share: one demo server and two people signed in to it.
import type { Client } from '../../testkit/client.ts';
import type { TestServer } from '../../testkit/server.ts';

export const CODE = '420107005008';

/** Filled before the first case runs. */
export interface Bed {
  server: TestServer;
  secretary: Client;
  worker: Client;
  /** Opaque id of an entrance. */
  entrance: string;
  /** What {@link stateOf} said before all cases, or after the last change that was meant. */
  before: string;
}

/** Counts that no refused call may move. */
export async function stateOf(secretary: Client): Promise<string> {
  const answer = await secretary.graphql(
    `{ requests(community: "${CODE}", first: 1) { totalCount } visits(community: "${CODE}", first: 1) { totalCount } communities(first: 1) { totalCount } }`,
  );
  return JSON.stringify(answer.data);
}
