// Bad input gets a code, a sentence in zh or en and a path; nothing changes, nothing leaks, the server lives on.
import { randomUUID } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Client, type GraphqlAnswer } from '../testkit/client.ts';
import { refused, refusedInUnion, speaks } from '../testkit/refusals.ts';
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
    ['bytes that are not UTF-8', new Uint8Array([...new TextEncoder().encode('{"query":"{viewer{name}} # '), 0xff, 0xfe, 0x22, 0x7d]), {}, 400, 'BAD_REQUEST'],
    ['an operation that is not there', '{"query":"query a{viewer{name}}","operationName":"b"}', {}, 400, 'BAD_REQUEST'],
    ['two operations and no name', '{"query":"query a{viewer{name}} query b{viewer{name}}"}', {}, 400, 'BAD_REQUEST'],
    ['__proto__ among the variables', '{"query":"{viewer{name}}","variables":{"__proto__":{"polluted":true}}}', {}, 400, 'BAD_REQUEST'],
    ['constructor among the variables', '{"query":"{viewer{name}}","variables":{"constructor":{"prototype":{"polluted":true}}}}', {}, 400, 'BAD_REQUEST'],
    ['10,000 brackets', `{"query":"query($t:String!){community(code:$t){id}}","variables":{"t":${'['.repeat(10_000)}${']'.repeat(10_000)}}}`, {}, 400, 'BAD_USER_INPUT'],
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

  it('a body for a picture, and a header of 64 KB', async () => {
    expect((await raw('{"query":"{viewer{name}}"}', { accept: 'image/png' })).status).toBe(406);
    expect((await raw('{"query":"{viewer{name}}"}', { 'x-long': 'x'.repeat(65_536) })).status).toBe(431);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});

describe('documents', () => {
  it.each<[string, string, string]>([
    ['too many tokens', `{ ${'viewer { name } '.repeat(600)} }`, 'QUERY_TOO_LARGE'],
    ['too deep', `{ grids(community: "${CODE}") { ${'entrances { grid { '.repeat(7)} id ${'} } '.repeat(7)} } }`, 'QUERY_TOO_DEEP'],
    ['too many aliases', `{ ${Array.from({ length: 16 }, (_, index) => `a${index}: __typename`).join(' ')} }`, 'QUERY_TOO_LARGE'],
    ['too many directives', `{ viewer { name ${'@include(if: true) '.repeat(6)} } }`, 'QUERY_TOO_LARGE'],
    ['too many spreads', `{ viewer { ${'...a '.repeat(41)} } } fragment a on Viewer { name }`, 'QUERY_TOO_LARGE'],
    ['5,000 times one field', `{ viewer { ${'name '.repeat(5_000)} } }`, 'QUERY_TOO_LARGE'],
    ['@defer', '{ viewer { ... @defer { name } } }', 'GRAPHQL_VALIDATION_FAILED'],
    ['a page without size', `{ buildings(community: "${CODE}") { totalCount } }`, 'GRAPHQL_VALIDATION_FAILED'],
    ['a fragment cycle', '{ viewer { ...a } } fragment a on Viewer { ...b } fragment b on Viewer { ...a }', 'GRAPHQL_VALIDATION_FAILED'],
    ['too expensive', `{ buildings(community: "${CODE}", first: 100) { edges { node { entrances { building { entrances { building { id name number } } } } } } } requests(community: "${CODE}", first: 100) { edges { node { ${'steps { id at actor note } workOrders { id } photos { id } entrance { building { entrances { id number } } } '.repeat(3)} } } } visits(community: "${CODE}", first: 100) { edges { node { id visitors { id name role organization { id name kind } } entrance { id building { id name entrances { id } } } } } } }`, 'QUERY_TOO_EXPENSIVE'],
    ['a typo', '{ viewer { nmae } }', 'GRAPHQL_VALIDATION_FAILED'],
    ['a syntax error', '{ viewer {', 'GRAPHQL_PARSE_FAILED'],
  ])('%s', async (_name, query, code) => {
    const answer = await secretary.graphql(query);
    expect([answer.status, answer.errors?.[0]?.extensions['code']]).toEqual([400, code]);
    speaks(answer);
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

  it.each(['x', 'g', '', 'e' + 'A'.repeat(42), 'g' + 'A'.repeat(43), "' or 1=1--"])('entrance id %j', async (id) => {
    refused(await secretary.graphql('query ($id: ID!) { floorMatrix(entrance: $id) { floors } }', { id }), 'BAD_ID', 'entrance');
  });

  it('an id that is well formed and of nothing', async () => {
    refused(await secretary.graphql('query ($id: ID!) { floorMatrix(entrance: $id) { floors } }', { id: 'e' + 'A'.repeat(43) }), 'NOT_FOUND');
  });

  it.each(['0000-01-01T00:00:00Z', '9999-12-31T00:00:00Z', '2026-02-30T00:00:00Z', '2026-07-01T24:00:00Z', '2026-07-01T00:00:00', 'yesterday'])('instant %s', async (asOf) => {
    refused(await secretary.graphql(`query ($at: DateTime) { attention(community: "${CODE}", asOf: $at) { asOf } }`, { at: asOf }), 'INVALID_TIME', 'asOf');
    refused(await secretary.graphql(`{ attention(community: "${CODE}", asOf: "${asOf}") { asOf } }`), 'INVALID_TIME', 'asOf');
  });

  it.each([['2026-02-30', '2026-07-01'], ['2026-07-02', '2026-07-01'], ['2026-07-01', '2027-01-01']])('the days from %s to %s', async (from, to) => {
    const query = `query ($from: Date!, $to: Date!) { densityDays(community: "${CODE}", by: GRID, metrics: [VISITS], from: $from, to: $to) { days { day } } }`;
    refused(await secretary.graphql(query, { from, to }), 'INVALID_TIME', from === '2026-02-30' ? 'from' : 'to');
  });

  it('an instant that has not come', async () => {
    refused(await secretary.graphql(`{ density(community: "${CODE}", metric: VISITS, by: GRID, asOf: "2027-01-01T00:00:00Z") { asOf } }`), 'INVALID_TIME', 'asOf');
  });

  const density = `query ($m: Metric!) { density(community: "${CODE}", metric: $m, by: GRID) { asOf } }`;
  const buildings = `query ($n: Int!) { buildings(community: "${CODE}", first: $n) { totalCount } }`;
  it.each<[string, string, Record<string, unknown>, string]>([
    ['an unknown enum', density, { m: 'JOY' }, 'metric'],
    ['a missing variable', density, {}, 'metric'],
    ['null', density, { m: null }, 'metric'],
    ['an operator object', 'query ($c: String!) { community(code: $c) { id } }', { c: { $gt: '13800001111' } }, 'code'],
    ['2^31', buildings, { n: 2 ** 31 }, 'first'],
    ['a number as text', buildings, { n: '1' }, 'first'],
    ['half a page', buildings, { n: 1.5 }, 'first'],
    ['a point without latitude', `query ($p: PointInput!) { gridAt(community: "${CODE}", point: $p) { id } }`, { p: { longitude: 114.4 } }, 'point.latitude'],
    ['a field that is not there', `query ($p: PointInput!) { gridAt(community: "${CODE}", point: $p) { id } }`, { p: { longitude: 1, latitude: 2, phone: '13800001111' } }, 'point.phone'],
    ['an outcome of no visit', 'mutation ($input: RecordVisitsInput!) { recordVisits(input: $input) { __typename } }', { input: { community: CODE, clientEventId: 'x', visits: [{ dwelling: 'x', outcome: '13800001111' }] } }, 'input.visits[0].outcome'],
  ])('%s in a variable: its place and type, never its value', async (_name, query, variables, field) => {
    const answer = await secretary.graphql(query, variables);
    refused(answer, 'BAD_USER_INPUT', field);
    expect(JSON.stringify(answer)).not.toContain('13800001111');
  });

  it('literals alike; 1e400 is no number', async () => {
    refused(await secretary.graphql(`{ density(community: "${CODE}", metric: JOY, by: GRID) { asOf } }`), 'GRAPHQL_VALIDATION_FAILED', 'metric');
    const point = await secretary.post(`{"query":"query ($p: PointInput!) { gridAt(community: \\"${CODE}\\", point: $p) { id } }","variables":{"p":{"longitude":1e400,"latitude":30}}}`);
    refused(point, 'BAD_USER_INPUT', 'point.longitude');
  });

  it('an unknown community looks like a foreign one', async () => {
    refused(await secretary.graphql('{ grids(community: "000000000000") { id } }'), 'NOT_FOUND');
  });

  const create = (wrong: Record<string, unknown>, client = secretary) =>
    client.graphql('mutation ($input: CreateRequestInput!) { createRequest(input: $input) { __typename ... on Refusal { code message path } ... on ServiceRequest { id text steps { id } } } }', {
      input: { community: CODE, entrance, category: 'WATER_LEAK', clientEventId: randomUUID(), ...wrong },
    });

  it.each<[string, Record<string, unknown>, string, string]>([
    ['NUL', { text: 'a\u0000b' }, 'INVALID_TEXT', 'input.text'],
    ['a lone surrogate', { text: 'a\ud800b' }, 'INVALID_TEXT', 'input.text'],
    ['10,001 characters', { text: '漏'.repeat(10_001) }, 'TOO_LONG', 'input.text'],
    ['1,000 marks on each of 11 letters', { text: `e${'\u0301'.repeat(1_000)}`.repeat(11) }, 'TOO_LONG', 'input.text'],
    ['an unknown category', { text: '漏水', category: 'JOY' }, 'BAD_USER_INPUT', 'input.category'],
    ['a bad client event id', { text: '漏水', clientEventId: 'x' }, 'BAD_ID', 'input.clientEventId'],
  ])('createRequest with %s', async (_name, wrong, code, field) => {
    refused(await create(wrong), code, field);
  });

  it.each<[string, Record<string, unknown>, string, string]>([
    ['only spaces', { text: '  \u3000 ' }, 'INVALID_TEXT_BLANK', 'input.text'],
    ['letters in a phone', { text: '漏水', callerPhone: '1380000abcd' }, 'PHONE_INVALID', 'input.callerPhone'],
    ['a phone of 12 digits', { text: '漏水', callerPhone: '138000011112' }, 'PHONE_INVALID', 'input.callerPhone'],
    ["a resident's id in the text", { text: '身份证 11010519491231002X 漏水' }, 'PERSONAL_ID_IN_TEXT', 'input.text'],
    ["a device's clock an hour ahead", { text: '漏水', clientTime: '2026-07-07T23:30:00+08:00' }, 'CLOCK_SKEW', 'input.clientTime'],
  ])('createRequest with %s', async (_name, wrong, code, field) => {
    refusedInUnion(await create(wrong), 'createRequest', code, field);
  });

  it('what looks like code, and rare characters, are stored as written; one key serves one text', async () => {
    const clientEventId = randomUUID();
    const text = `<img src=x onerror=alert(1)> =cmd|' /C calc'!A0 ' or 1=1-- 😀𠀀𪚥 \r\n{"level":60}`;
    const stored = (await create({ text, clientEventId })).data?.['createRequest'] as { id: string; text: string; steps: object[] } | undefined;
    expect(stored?.text).toBe(text);
    before = await state();
    expect((await create({ text, clientEventId })).data?.['createRequest']).toMatchObject({ id: stored?.id });
    refusedInUnion(await create({ text: '别的事', clientEventId }), 'createRequest', 'IDEMPOTENCY_MISMATCH', 'input.clientEventId');
    const advance = { request: stored?.id, action: 'ACCEPT', expectedSteps: (stored?.steps.length ?? 0) + 7, clientEventId: randomUUID() };
    const late = await secretary.graphql('mutation ($input: AdvanceRequestInput!) { advanceRequest(input: $input) { __typename ... on Refusal { code message path } } }', { input: advance });
    expect(late.data?.['advanceRequest']).toMatchObject({ __typename: 'Refusal', code: 'STALE' });
    expect(server.output()).not.toContain('{"level":60}');
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
    const record = (visits: object[], rest: object = {}) =>
      worker.graphql('mutation ($input: RecordVisitsInput!) { recordVisits(input: $input) { __typename ... on Refusal { code message path } } }', { input: { ...input, ...rest, visits } });
    const [foreignAnswer, absent] = [await record(input.visits), await record([{ dwelling: `${foreign?.slice(0, 22)}${'A'.repeat(22)}`, outcome: 'MET' }])];
    refused(foreignAnswer, 'NOT_FOUND', 'input.visits[0].dwelling');
    refused(absent, 'NOT_FOUND', 'input.visits[0].dwelling');
    expect(absent.errors?.[0]?.message).toBe(foreignAnswer.errors?.[0]?.message);
    const own = edges.find((edge) => edge.node.entrance.grid.number === 7)?.node.id;
    refusedInUnion(await record([{ dwelling: own, outcome: 'MET' }, { dwelling: own, outcome: 'MET' }]), 'recordVisits', 'DUPLICATE_DOOR', 'input.visits[1].dwelling');
    refusedInUnion(await record([{ dwelling: own, outcome: 'MET' }], { clientTime: '2026-07-08T12:00:00+08:00' }), 'recordVisits', 'CLOCK_SKEW', 'input.clientTime');
    refused(await record([]), 'BAD_USER_INPUT', 'input.visits');
  });

  it('a token that is of no session is signed out', async () => {
    const stranger = new Client(server.url);
    stranger.cookie = `__Host-sid=${'A'.repeat(43)}`;
    refused(await stranger.graphql(`{ grids(community: "${CODE}") { id } }`), 'UNAUTHENTICATED');
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

/** Counts that no refused call may move. */
async function state(): Promise<string> {
  const answer = await secretary.graphql(`{ requests(community: "${CODE}", first: 1) { totalCount } visits(community: "${CODE}", first: 1) { totalCount } communities(first: 1) { totalCount } }`);
  return JSON.stringify(answer.data);
}
