// kill -9 in the middle of visits: after a restart on the same folder every acknowledged call is there, once.
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Client } from '../testkit/client.ts';
import { MAIN, startServer, type TestServer } from '../testkit/server.ts';
import { testCache } from '../testkit/test-database.ts';

const CODE = '420107005008';
const ROUNDS = 3;
const RECORD =
  'mutation ($input: RecordVisitsInput!) { recordVisits(input: $input) { __typename ... on VisitsRecorded { visits { id } } } }';

interface Call {
  readonly clientEventId: string;
  readonly dwelling: string;
  /** The visit's id once it was acknowledged. */
  visit: string | null;
}

let server: TestServer;
let doors: string[];

beforeAll(async () => {
  server = await startServer({ args: ['--no-simulate'] });
  const answer = await (
    await Client.signedIn(server.url, 'secretary')
  ).graphql(`{ doorsDue(community: "${CODE}", first: 100) { edges { node { id } } } }`);
  doors = (answer.data as never as { doorsDue: { edges: { node: { id: string } }[] } }).doorsDue.edges.map(
    (edge) => edge.node.id,
  );
});
afterAll(async () => {
  await server.stop();
  await rm(dirname(server.dataDirectory), { recursive: true, force: true });
});

describe.each(Array.from({ length: ROUNDS }, (_, round) => round + 1))(
  'round %s of kill -9 while visits come in',
  (round) => {
    it('loses nothing that was acknowledged and doubles nothing that is repeated', async () => {
      const secretary = await Client.signedIn(server.url, 'secretary');
      const calls: Call[] = [];
      const knocking = Array.from({ length: 3 }, () => knockUntilGone(secretary, calls));
      // A different moment each round; never before something was acknowledged.
      await expect
        .poll(() => calls.filter((call) => call.visit).length, { timeout: 60_000 })
        .toBeGreaterThan(4 * round);
      await server.stop({ keepData: true, signal: 'SIGKILL' });
      await Promise.all(knocking);
      const [acknowledged, unanswered] = [
        calls.filter((call) => call.visit !== null),
        calls.filter((call) => call.visit === null),
      ];
      expect(unanswered.length).toBeGreaterThan(0);

      server = await startServer({ args: ['--no-simulate'], dataDirectory: server.dataDirectory });
      const again = await Client.signedIn(server.url, 'secretary');
      const kept = await countOf(again);
      // A lost one would be recorded anew, under another id.
      for (const call of acknowledged) expect(await record(again, call)).toBe(call.visit);
      expect(await countOf(again)).toBe(kept);
      for (const call of unanswered) call.visit = await record(again, call);
      const settled = await countOf(again);
      expect(settled - kept).toBeLessThanOrEqual(unanswered.length);
      for (const call of calls) expect(await record(again, call)).toBe(call.visit);
      expect(await countOf(again)).toBe(settled);
      expect(new Set(calls.map((call) => call.visit)).size).toBe(calls.length);
    });
  },
);

it('a second server on the same folder ends with a sentence, and the first goes on', async () => {
  const { code, output } = await startAndEnd(server.dataDirectory);
  expect(code).toBe(1);
  expect(output).toContain(`in use by process ${server.pid}`);
  expect(output).not.toMatch(/\n\s+at /);
  expect((await fetch(`${server.url}/readyz`)).status).toBe(200);
});

async function knockUntilGone(client: Client, calls: Call[]): Promise<void> {
  for (;;) {
    const call: Call = { clientEventId: randomUUID(), dwelling: doors[calls.length % doors.length] ?? '', visit: null };
    calls.push(call);
    try {
      call.visit = await record(client, call);
    } catch {
      return;
    }
  }
}

async function record(client: Client, { clientEventId, dwelling }: Call): Promise<string> {
  const answer = await client.graphql(RECORD, {
    input: { community: CODE, clientEventId, visits: [{ dwelling, outcome: 'MET' }] },
  });
  const recorded = answer.data?.['recordVisits'] as { visits?: { id: string }[] } | undefined;
  const visit = recorded?.visits?.[0]?.id;
  if (!visit) throw new Error(JSON.stringify(answer));
  return visit;
}

async function countOf(client: Client): Promise<number> {
  const answer = await client.graphql(`{ visits(community: "${CODE}", first: 1) { totalCount } }`);
  return (answer.data as never as { visits: { totalCount: number } }).visits.totalCount;
}

function startAndEnd(dataDirectory: string): Promise<{ code: number | null; output: string }> {
  const env = { ...process.env, PORT: '0', DATA_DIR: dataDirectory, QINGHE_CACHE: testCache() };
  const child = spawn(process.execPath, ['--conditions=production', MAIN], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (data: Buffer) => void (output += data.toString()));
  return new Promise((resolve) => child.once('exit', (code) => resolve({ code, output })));
}
