// The live subscription over its real socket: snapshot, change, heartbeat, resume without loss or repeat, equal to SQL.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Client } from '../testkit/client.ts';
import { startDemoServer, type TestServer } from '../testkit/server.ts';

const CODE = '420107005008';
interface Frame {
  kind: string;
  cursor: string;
  asOf: string;
  seq: number;
  cells: { mapId: number; figures: { metric: string; numerator: number }[] }[];
  events: { seq: number; kind: string; request: string | null; buildingMapId: number | null }[];
  totals: { openRequests: number; doorsMet: number };
}

let server: TestServer;
let secretary: Client;
let entrance: string;

beforeAll(async () => {
  server = await startDemoServer();
  secretary = await Client.signedIn(server.url, 'secretary');
  const answer = await secretary.graphql(
    `{ readMessage(community: "${CODE}", text: "9栋2单元 污水") { entrance { id } } }`,
  );
  entrance = (answer.data as never as { readMessage: { entrance: { id: string } } }).readMessage.entrance.id;
});
afterAll(() => server.stop());

it('sends a snapshot of 15 grids, then what changed, then the heart beats', async () => {
  const frames = await watch(null);
  await frames.until((frame) => frame.kind === 'SNAPSHOT');
  expect(frames.all[0]?.cells).toHaveLength(15);
  const open = frames.all[0]?.totals.openRequests ?? -1;
  const sentAt = Date.now();
  await report();
  const change = await frames.until((frame) => frame.events.some((event) => event.kind === 'request.created'));
  expect(Date.now() - sentAt).toBeLessThan(5_000);
  expect(change.kind).toBe('CHANGES');
  expect(change.cells).toHaveLength(1);
  expect(change.totals.openRequests).toBe(open + 1);
  expect(change.events[0]?.buildingMapId).toBeGreaterThan(0);
  await frames.until((frame) => frame.kind === 'HEARTBEAT');
  frames.stop();
});

it('resumes by cursor: everything missed, once, in order; figures equal SQL at the same instant', async () => {
  const first = await watch(null);
  const { cursor, seq } = await first.until((frame) => frame.kind === 'SNAPSHOT');
  first.stop();
  for (let n = 0; n < 5; n++) await report();
  const second = await watch(cursor);
  const caughtUp = await second.until((frame) => frame.events.length > 0);
  expect(caughtUp.kind).toBe('CHANGES');
  const events = second.all.flatMap((frame) => frame.events.map((event) => event.seq));
  expect(events[0]).toBe(seq + 1);
  expect(events).toEqual(events.map((_, index) => seq + 1 + index));
  expect(caughtUp.events.filter((event) => event.kind === 'request.created')).toHaveLength(5);
  const snapshot = await (await watch(null)).until((frame) => frame.kind === 'SNAPSHOT');
  for (const metric of [
    'NEW_REQUESTS',
    'VISITS',
    'OPEN_REQUESTS',
    'OVERDUE_REQUESTS',
    'DOORS_DUE',
    'DOORS_OVERDUE',
    'DOORS_MET',
    'CLOSED_REQUESTS',
    'COVERAGE',
  ]) {
    const answer = await secretary.graphql(
      `query ($at: DateTime) { density(community: "${CODE}", metric: ${metric}, by: GRID, window: D7, asOf: $at) { seq cells { mapId numerator } } }`,
      { at: snapshot.asOf },
    );
    const density = (
      answer.data as never as { density: { seq: number; cells: { mapId: number; numerator: number }[] } }
    ).density;
    const live = new Map(
      snapshot.cells.map((cell) => [cell.mapId, cell.figures.find((figure) => figure.metric === metric)?.numerator]),
    );
    expect([metric, Object.fromEntries(density.cells.map((cell) => [cell.mapId, cell.numerator]))]).toEqual([
      metric,
      Object.fromEntries(live),
    ]);
    expect(density.seq).toBe(snapshot.seq);
  }
  second.stop();
});

it('refuses a cursor that is not ours, and the signed-out', async () => {
  await expect(watch('nonsense').then((frames) => frames.until(() => true))).rejects.toThrow(/BAD_CURSOR/);
  await expect(watch(null, new Client(server.url)).then((frames) => frames.until(() => true))).rejects.toThrow(/401/);
});

async function report(): Promise<void> {
  const input = { community: CODE, entrance, category: 'SEWAGE', text: '隔壁返污水', clientEventId: randomUUID() };
  const answer = await secretary.graphql(
    'mutation ($input: CreateRequestInput!) { createRequest(input: $input) { __typename } }',
    { input },
  );
  expect(answer.data).toEqual({ createRequest: { __typename: 'ServiceRequest' } });
}

async function watch(after: string | null, client = secretary) {
  const socket = client.socket();
  const all: Frame[] = [];
  let failure: Error | null = null;
  const stop = socket.subscribe<{ live: Frame }>(
    {
      query: `subscription ($after: String) { live(community: "${CODE}", by: GRID, window: D7, after: $after, metrics: [NEW_REQUESTS, CLOSED_REQUESTS, VISITS, DOORS_MET, OPEN_REQUESTS, OVERDUE_REQUESTS, DOORS_DUE, DOORS_OVERDUE, COVERAGE]) {
        kind cursor asOf seq cells { mapId figures { metric numerator } } events { seq kind request buildingMapId } totals { openRequests doorsMet } } }`,
      variables: { after },
    },
    {
      next: (result) => {
        if (result.errors) failure = new Error(JSON.stringify(result.errors));
        else if (result.data) all.push(result.data.live);
      },
      error: (error) => {
        // A refused upgrade comes as an event whose message JSON would leave out.
        const { message } = error as { message?: string };
        failure = new Error(message ?? JSON.stringify(error));
      },
      complete: () => undefined,
    },
  );
  return {
    all,
    stop: () => {
      stop();
      void socket.dispose();
    },
    async until(accept: (frame: Frame) => boolean): Promise<Frame> {
      for (let waited = 0; waited < 20_000; waited += 50) {
        if (failure) throw failure;
        const found = all.find(accept);
        if (found) return found;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      throw new Error(`no such frame among ${all.length}`);
    },
  };
}
