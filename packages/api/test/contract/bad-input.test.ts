// Bad input gets a code, a sentence in zh or en and a path; nothing changes, nothing leaks, the server lives on.
import { randomUUID } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Client, type GraphqlAnswer } from '../testkit/client.ts';
import { DEMO_CLOCK, startServer, type TestServer } from '../testkit/server.ts';

const CODE = '420107005008';
let server: TestServer;
let secretary: Client;
let worker: Client;
let entrance: string;
let before: string;

beforeAll(async () => {
  server = await startServer({ args: ['--clock', DEMO_CLOCK, '--no-simulate'] });
  secretary = await Client.signedIn(server.url, 'secretary');
  worker = await Client.signedIn(server.url, 'worker7');
  const answer = await secretary.graphql(`{ buildings(community: "${CODE}", first: 1) { edges { node { entrances { id } } } } }`);
  entrance = (answer.data as never as { buildings: { edges: { node: { entrances: { id: string }[] } }[] } }).buildings.edges[0]?.node.entrances[0]?.id ?? '';
  before = await state();
});

afterAll(async () => {
  // After all of it: the server lives, and holds what it held.
  expect((await fetch(`${server.url}/readyz`)).status).toBe(200);
  expect(await state()).toBe(before);
  expect(server.output()).not.toMatch(/\bat .*\.js:\d+/);
  await server.stop();
});

describe('transport', () => {
  const raw = (body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}) => secretary.post(body, headers);

  it.each<[string, string | Uint8Array<ArrayBuffer>, Record<string, string>, number, string]>([
    ['an empty body', '', {}, 400, 'BAD_REQUEST'],
    ['half a JSON', '{', {}, 400, 'BAD_REQUEST'],
    ['a batch', '[{"query":"{viewer{name}}"}]', {}, 400, 'BATCHING_DISABLED'],
    ['text/plain', '{"query":"{viewer{name}}"}', { 'content-type': 'text/plain' }, 415, 'UNSUPPORTED_MEDIA_TYPE'],
    ['charset utf-7', '{"query":"{viewer{name}}"}', { 'content-type': 'application/json; charset=utf-7' }, 415, 'UNSUPPORTED_MEDIA_TYPE'],
    ['101 KB', JSON.stringify({ query: `{viewer{name}} #${'x'.repeat(104_000)}` }), {}, 413, 'PAYLOAD_TOO_LARGE'],
    ['a gzip bomb', gzipSync(Buffer.alloc(5_000_000, ' ')) as Uint8Array<ArrayBuffer>, { 'content-encoding': 'gzip' }, 413, 'PAYLOAD_TOO_LARGE'],
    ['query as a number', '{"query":1}', {}, 400, 'BAD_REQUEST'],
    ['variables as an array', '{"query":"{viewer{name}}","variables":[]}', {}, 400, 'BAD_REQUEST'],
    ['a foreign origin', '{"query":"{viewer{name}}"}', { origin: 'https://elsewhere.example' }, 403, 'FORBIDDEN_ORIGIN'],
    ['a multipart upload', 'x', { 'content-type': 'multipart/form-data; boundary=x' }, 415, 'UNSUPPORTED_MEDIA_TYPE'],
  ])('%s', async (_name, body, headers, status, code) => {
    const answer = await raw(body, headers);
    expect([answer.status, answer.errors?.[0]?.extensions['code']]).toEqual([status, code]);
    speaks(answer);
  });

  it('a mutation by GET', async () => {
    const response = await fetch(`${server.url}/graphql?query=mutation{signOut{ok}}`, { headers: { cookie: secretary.cookie } });
    expect(response.status).toBe(405);
  });

  it('__proto__ in variables pollutes nothing', async () => {
    await raw('{"query":"{viewer{name}}","variables":{"__proto__":{"polluted":true}}}');
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});

describe('documents', () => {
  it.each<[string, string, string]>([
    ['too many tokens', `{ ${'viewer { name } '.repeat(600)} }`, 'QUERY_TOO_LARGE'],
    ['too deep', `{ grids(community: "${CODE}") { ${'entrances { grid { '.repeat(7)} id ${'} } '.repeat(7)} } }`, 'QUERY_TOO_DEEP'],
    ['too many aliases', `{ ${Array.from({ length: 16 }, (_, index) => `a${index}: __typename`).join(' ')} }`, 'QUERY_TOO_LARGE'],
    ['a fragment cycle', '{ viewer { ...a } } fragment a on Viewer { ...b } fragment b on Viewer { ...a }', 'GRAPHQL_VALIDATION_FAILED'],
    ['too expensive', `{ buildings(community: "${CODE}", first: 100) { edges { node { entrances { building { entrances { building { id name number } } } } } } } requests(community: "${CODE}", first: 100) { edges { node { ${'steps { id at actor note } workOrders { id } photos { id } entrance { building { entrances { id number } } } '.repeat(3)} } } } visits(community: "${CODE}", first: 100) { edges { node { id visitors { id name role organization { id name kind } } entrance { id building { id name entrances { id } } } } } } }`, 'QUERY_TOO_EXPENSIVE'],
    ['a typo', '{ viewer { nmae } }', 'GRAPHQL_VALIDATION_FAILED'],
    ['a syntax error', '{ viewer {', 'GRAPHQL_PARSE_FAILED'],
  ])('%s', async (_name, query, code) => {
    const answer = await secretary.graphql(query);
    expect([answer.status, answer.errors?.[0]?.extensions['code']]).toEqual([400, code]);
    speaks(answer);
    expect(answer.errors?.[0]?.message).not.toMatch(/Did you mean/);
  });

  it('introspection is for the signed-in', async () => {
    const query = '{ __schema { queryType { name } } }';
    expect((await new Client(server.url).graphql(query)).errors?.[0]?.extensions['code']).toBe('INTROSPECTION_DISABLED');
    expect((await secretary.graphql(query)).data).toEqual({ __schema: { queryType: { name: 'Query' } } });
  });
});

describe('values', () => {
  it.each([101, 0, -1])('first: %s', async (first) => {
    refused(await secretary.graphql(`{ buildings(community: "${CODE}", first: ${first}) { totalCount } }`), 'BAD_PAGE_SIZE', 'first');
  });

  it.each(['x', 'g', '', 'e' + 'A'.repeat(43), "' or 1=1--"])('entrance id %j', async (id) => {
    refused(await secretary.graphql('query ($id: ID!) { floorMatrix(entrance: $id) { floors } }', { id }), 'BAD_ID', 'entrance');
  });

  it.each(['0000-01-01T00:00:00Z', '9999-12-31T00:00:00Z', '2026-02-30T00:00:00Z', '2026-07-01T24:00:00Z', '2026-07-01T00:00:00', 'yesterday'])('instant %s', async (asOf) => {
    const answer = await secretary.graphql(`query ($at: DateTime) { attention(community: "${CODE}", asOf: $at) { asOf } }`, { at: asOf });
    expect(['INVALID_TIME', 'BAD_USER_INPUT', 'GRAPHQL_VALIDATION_FAILED']).toContain(answer.errors?.[0]?.extensions['code']);
    speaks(answer);
  });

  it('an instant that has not come', async () => {
    refused(await secretary.graphql(`{ density(community: "${CODE}", metric: VISITS, by: GRID, asOf: "2027-01-01T00:00:00Z") { asOf } }`), 'INVALID_TIME', 'asOf');
  });

  it('an unknown enum, a foreign type, an operator object', async () => {
    expect((await secretary.graphql(`{ density(community: "${CODE}", metric: JOY, by: GRID) { asOf } }`)).errors?.[0]?.extensions['code']).toBe('GRAPHQL_VALIDATION_FAILED');
    const answer = await secretary.graphql('query ($c: String!) { community(code: $c) { id } }', { c: { $gt: '' } });
    expect(answer.errors?.[0]?.extensions['code']).toMatch(/BAD_USER_INPUT|GRAPHQL_VALIDATION_FAILED/);
  });

  it('an unknown community looks like a foreign one', async () => {
    refused(await secretary.graphql('{ grids(community: "000000000000") { id } }'), 'NOT_FOUND');
  });

  it.each<[string, Record<string, unknown>, string]>([
    ['NUL', { text: 'a\u0000b' }, 'text'],
    ['a lone surrogate', { text: 'a\ud800b' }, 'text'],
    ['only spaces', { text: '  \u3000 ' }, 'text'],
    ['10,001 characters', { text: '漏'.repeat(10_001) }, 'text'],
    ['letters in a phone', { text: '漏水', callerPhone: '1380000abcd' }, 'callerPhone'],
    ['an unknown category', { text: '漏水', category: 'JOY' }, 'category'],
    ['a bad client event id', { text: '漏水', clientEventId: 'x' }, 'clientEventId'],
    ["a device's clock an hour ahead", { text: '漏水', clientTime: '2026-07-07T19:30:00+08:00' }, 'clientTime'],
  ])('createRequest with %s', async (_name, wrong, field) => {
    const input = { community: CODE, entrance, category: 'WATER_LEAK', clientEventId: randomUUID(), ...wrong };
    const answer = await secretary.graphql('mutation ($input: CreateRequestInput!) { createRequest(input: $input) { __typename ... on Refusal { code message path } } }', { input });
    const result = answer.data?.['createRequest'] as { __typename: string; message: string; path: string | null } | undefined;
    if (result) {
      expect(result.__typename).toBe('Refusal');
      expect(result.message).toMatch(/[\u4e00-\u9fff]/);
      expect(result.path).toContain(field);
    } else {
      speaks(answer);
      expect(String(answer.errors?.[0]?.extensions['field'])).toContain(field);
    }
  });

  it('quotes, percent signs and backslashes match literally', async () => {
    const answer = await secretary.graphql(`{ readMessage(community: "${CODE}", text: "' or 1=1-- % _ \\\\ <img onerror=x>") { building { id } text } }`);
    expect(answer.errors).toBeUndefined();
  });
});

describe('geometry', () => {
  const within = (rings: unknown) => secretary.graphql(`query ($p: PolygonInput!) { buildings(community: "${CODE}", first: 1, within: $p) { totalCount } }`, { p: { rings } });

  it.each<[string, unknown]>([
    ['a ring that is not closed', [[[114.4, 30.6], [114.5, 30.6], [114.5, 30.7], [114.4, 30.7]]]],
    ['three positions', [[[114.4, 30.6], [114.5, 30.6], [114.4, 30.6]]]],
    ['a bow-tie', [[[114.4, 30.6], [114.5, 30.7], [114.5, 30.6], [114.4, 30.7], [114.4, 30.6]]]],
    ['a latitude of 200', [[[114.4, 200], [114.5, 30.6], [114.5, 30.7], [114.4, 200]]]],
    ['no area', [[[114.4, 30.6], [114.5, 30.6], [114.6, 30.6], [114.4, 30.6]]]],
    ['2,001 vertices', [[...Array.from({ length: 2_001 }, (_, index) => [114.4 + Math.cos(index / 320) / 100, 30.6 + Math.sin(index / 320) / 100]), [114.41, 30.6]]]],
    ['a 101-point star', [[...Array.from({ length: 101 }, (_, index) => [114.42 + Math.cos((index * 50 * Math.PI * 2) / 101) / 100, 30.63 + Math.sin((index * 50 * Math.PI * 2) / 101) / 100]), [114.43, 30.63]]]],
    ['an empty list', []],
  ])('%s', async (_name, rings) => {
    const answer = await within(rings);
    expect(answer.errors?.[0]?.extensions['field']).toMatch(/^within/);
    speaks(answer);
  });

  it('a sound polygon passes', async () => {
    const answer = await within([[[114.3, 30.5], [114.5, 30.5], [114.5, 30.7], [114.3, 30.7], [114.3, 30.5]]]);
    expect(answer.data?.['buildings']).toEqual({ totalCount: 22 });
  });
});

describe('identity', () => {
  it("another grid's door looks absent", async () => {
    const doors = await secretary.graphql(`{ doorsDue(community: "${CODE}", first: 100) { edges { node { id entrance { grid { number } } } } } }`);
    const edges = (doors.data as never as { doorsDue: { edges: { node: { id: string; entrance: { grid: { number: number } } } }[] } }).doorsDue.edges;
    const foreign = edges.find((edge) => edge.node.entrance.grid.number !== 7)?.node.id;
    expect(foreign).toBeDefined();
    const input = { community: CODE, visits: [{ dwelling: foreign, outcome: 'MET' }], clientEventId: randomUUID() };
    const answer = await worker.graphql('mutation ($input: RecordVisitsInput!) { recordVisits(input: $input) { __typename ... on Refusal { code } } }', { input });
    expect(answer.errors?.[0]?.extensions['code']).toBe('NOT_FOUND');
  });

  it('a planner may not write, in the language asked for', async () => {
    const planner = await Client.signedIn(server.url, 'planner');
    const input = { community: CODE, entrance, category: 'WATER_LEAK', text: 'leak', clientEventId: randomUUID() };
    const answer = await planner.graphql('mutation ($input: CreateRequestInput!) { createRequest(input: $input) { __typename } }', { input }, { 'accept-language': 'en' });
    expect(answer.errors?.[0]).toMatchObject({ message: 'Your role does not allow this.', extensions: { code: 'FORBIDDEN' } });
  });

  it('sign-in failures are alike, and are counted', async () => {
    const attempt = (username: string) =>
      new Client(server.url).graphql('mutation ($u: String!) { signIn(username: $u, password: "wrong password") { __typename ... on Refusal { code message } } }', { u: username });
    const [known, unknown] = await Promise.all([attempt('worker3'), attempt('nobody')]);
    expect(known.data).toEqual(unknown.data);
    for (let n = 0; n < 5; n++) await attempt('worker3');
    expect((await attempt('worker3')).data?.['signIn']).toMatchObject({ code: 'TOO_MANY_ATTEMPTS' });
  });
});

/** Every refusal says what happened in the caller's language, and names its request. */
function speaks(answer: GraphqlAnswer): void {
  expect(answer.errors?.[0]?.message).toMatch(/[\u4e00-\u9fff]/);
  expect(answer.errors?.[0]?.message).not.toMatch(/select |postgres|stack|\.ts:/i);
  expect(answer.errors?.[0]?.extensions['requestId']).toMatch(/^[0-9a-f-]{36}$/);
}

function refused(answer: GraphqlAnswer, code: string, field?: string): void {
  expect(answer.errors?.[0]?.extensions['code']).toBe(code);
  if (field) expect(answer.errors?.[0]?.extensions['field']).toContain(field);
  speaks(answer);
}

/** Counts that no refused call may move. */
async function state(): Promise<string> {
  const answer = await secretary.graphql(`{ requests(community: "${CODE}", first: 1) { totalCount } visits(community: "${CODE}", first: 1) { totalCount } communities(first: 1) { totalCount } }`);
  return JSON.stringify(answer.data);
}
