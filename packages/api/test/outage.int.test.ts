// The database goes away under a running server: a clear 503 and no hang; back again, it serves and the live view goes on.
// On a PostgreSQL server the wire is cut; on the embedded engine a statement overruns and the worker is replaced.
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type App, createApp } from '../src/app.ts';
import type { EmbeddedEngine } from '../src/platform/database/embedded-engine.ts';
import { SYSTEM } from '../src/platform/database/scope.ts';
import { sql } from '../src/platform/database/sql.ts';
import { encodeId, newId } from '../src/platform/ids.ts';
import { Client } from './testkit/client.ts';
import { type CutProxy, openCutProxy } from './testkit/cut-proxy.ts';
import { type SmallWorld, smallWorld } from './testkit/small-world.ts';
import { openTestDatabase, type TestDatabase, testCache } from './testkit/test-database.ts';

interface Frame {
  kind: string;
  seq: number;
  cursor: string;
  events: { seq: number; kind: string }[];
}

/** Far above what is promised (a second or two), far below what a person calls a hang. */
const NO_HANG_MS = 15_000;

let storage: TestDatabase;
let proxy: CutProxy | null = null;
let app: App;
let world: SmallWorld;
let secretary: Client;

beforeAll(async () => {
  storage = await openTestDatabase();
  const { databaseUrl, dataDirectory } = storage.location;
  // The embedded engine has one owner: the server itself opens the folder.
  if (!databaseUrl) await storage.close();
  else proxy = await openCutProxy(databaseUrl);
  app = await createApp({
    port: 0,
    host: '127.0.0.1',
    publicUrl: null,
    dataDirectory,
    cacheDirectory: testCache(),
    databaseUrl: proxy?.url ?? null,
    pageDirectory: dataDirectory,
    demo: 'no',
    simulate: false,
    lan: false,
    clock: null,
  });
  world = await smallWorld(app.database, { now: new Date() });
  secretary = await signedIn();
});
afterAll(async () => {
  await app.close();
  await proxy?.close();
  if (proxy) await storage.close();
  else await rm(dirname(storage.location.dataDirectory), { recursive: true, force: true });
});

it('answers 503 while the database is away, and serves again without a restart; the live view resumes by cursor', async () => {
  const watched = watch(null);
  const snapshot = await watched.until((frame) => frame.kind === 'SNAPSHOT');
  if (proxy) await proxy.cut();
  else void overrun();
  const [ready, answer, create] = await Promise.all([
    readyz(),
    secretary.graphql(`{ grids(community: "${world.code}") { id } }`),
    report(randomUUID()),
  ]);
  // The embedded engine is back so soon that a caller may have been served after the restart.
  const answers = [ready, told(answer), told(create)].filter(({ status }) => proxy !== null || status !== 200);
  expect(answers).toEqual(answers.map(({ retryAfter }) => ({ status: 503, code: 'UNAVAILABLE', retryAfter })));
  expect(proxy ? [answers.length, ready.retryAfter] : [3, '1']).toEqual([3, '1']);
  const silentFrom = watched.all.length;
  await proxy?.mend();
  await expect.poll(async () => (await readyz()).status, { timeout: 60_000 }).toBe(200);
  const clientEventId = randomUUID();
  await expect.poll(async () => told(await report(clientEventId)).status, { timeout: 30_000 }).toBe(200);
  const heard = await watched.until(
    (frame) => frame.events.some((event) => event.kind === 'request.created'),
    silentFrom,
  );
  expect(heard.kind).toBe('CHANGES');
  const resumed = watch(snapshot.cursor);
  const caughtUp = await resumed.until((frame) => frame.kind === 'CHANGES');
  expect(caughtUp.events.map((event) => event.seq)).toEqual(
    caughtUp.events.map((_, index) => snapshot.seq + 1 + index),
  );
  expect(caughtUp.events.length).toBeGreaterThan(0);
  resumed.stop();
  watched.stop();
});

/** A statement without end: the watchdog replaces the worker under everybody. */
async function overrun(): Promise<void> {
  const { database } = app.database.engine as EmbeddedEngine;
  await expect(database.query('do $$ begin loop end loop; end $$', [], { timeoutMs: 200 })).rejects.toMatchObject({
    code: 'DATABASE_RESTARTED',
  });
}

async function readyz() {
  const response = await fetch(`${app.url}/readyz`, { signal: AbortSignal.timeout(NO_HANG_MS) });
  const body = (await response.json()) as { errors?: { extensions: { code: string } }[] };
  return {
    status: response.status,
    code: body.errors?.[0]?.extensions.code,
    retryAfter: response.headers.get('retry-after'),
  };
}

function told({ status, errors }: Awaited<ReturnType<Client['graphql']>>) {
  return { status, code: errors?.[0]?.extensions['code'], retryAfter: null };
}

function report(clientEventId: string) {
  const entrance = encodeId('Entrance', world.communityId, world.entranceIds['1-1'] ?? '');
  const input = { community: world.code, entrance, category: 'WATER_LEAK', text: '楼道漏水', clientEventId };
  return secretary.graphql('mutation ($input: CreateRequestInput!) { createRequest(input: $input) { __typename } }', {
    input,
  });
}

/** A session written where sign-in would write it. */
async function signedIn(): Promise<Client> {
  const accountId = world.accountIds['SECRETARY'] ?? '';
  const token = randomBytes(32).toString('base64url');
  await app.database.write(
    { scope: SYSTEM, communityId: world.communityId, actorId: null, now: new Date() },
    async (tx) => {
      await tx.execute(sql`
      insert into memberships (community_id, id, account_id, role, during)
      values (${tx.communityId}::uuid, ${newId()}::uuid, ${accountId}::uuid, 'SECRETARY', tstzrange('2020-01-01', null))`);
      await tx.execute(sql`
      insert into sessions (id, token_hash, account_id, label, created_at, last_seen_at, expires_at)
      values (${newId()}::uuid, decode(${createHash('sha256').update(token).digest('hex')}, 'hex'), ${accountId}::uuid, 'BROWSER', now(), now(), now() + interval '1 day')`);
    },
  );
  const client = new Client(app.url);
  client.cookie = `__Host-sid=${token}`;
  return client;
}

function watch(after: string | null) {
  const socket = secretary.socket();
  const all: Frame[] = [];
  const stop = socket.subscribe<{ live: Frame }>(
    {
      query: `subscription ($after: String) { live(community: "${world.code}", by: GRID, metrics: [OPEN_REQUESTS], after: $after) { kind seq cursor events { seq kind } } }`,
      variables: { after },
    },
    {
      next: (result) => void (result.data && all.push(result.data.live)),
      error: () => undefined,
      complete: () => undefined,
    },
  );
  return {
    all,
    stop: () => {
      stop();
      void socket.dispose();
    },
    async until(accept: (frame: Frame) => boolean, from = 0): Promise<Frame> {
      await expect.poll(() => all.slice(from).some(accept), { timeout: 30_000 }).toBe(true);
      return all.slice(from).find(accept) as Frame;
    },
  };
}
