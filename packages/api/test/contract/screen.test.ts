// A big screen names nobody: every readable root field is asked in full, and no personal word of the demo world comes back.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Client } from '../testkit/client.ts';
import { askEverything, publishedSchema, rootFieldsOf } from '../testkit/every-field.ts';
import { type PersonalWords, personalWords } from '../testkit/personal-words.ts';
import { expectRefused } from '../testkit/refusals.ts';
import { startDemoServer, type TestServer } from '../testkit/server.ts';

const CODE = '420107005008';
const schema = publishedSchema();
/** Closed on a screen as a whole. */
const CLOSED = [
  'contactReads',
  'doorsDue',
  'floorMatrix',
  'gridWorkers',
  'handovers',
  'plan',
  'planDiff',
  'planGround',
  'planReplay',
  'planSuggestions',
  'plans',
  'readMessage',
];

let server: TestServer;
let screen: Client;
let words: PersonalWords;
let args: Readonly<Record<string, readonly string[]>>;

beforeAll(async () => {
  server = await startDemoServer();
  const secretary = await Client.signedIn(server.url, 'secretary');
  words = await personalWords(secretary, CODE);
  args = await argumentsOf(secretary);
  screen = await Client.signedIn(server.url, 'secretary', { screen: true });
});
afterAll(() => server.stop());

describe('every readable root field', () => {
  it('is asked here, and there is much to hide', () => {
    expect(words.names.size).toBeGreaterThan(40);
    expect(words.phones.size).toBeGreaterThan(20);
    expect(words.texts.size).toBeGreaterThan(50);
    expect(words.doors.size).toBeGreaterThan(50);
    expect(Object.keys(args).toSorted()).toEqual(
      rootFieldsOf(schema.getQueryType())
        .map((field) => field.name)
        .toSorted(),
    );
  });

  it.each(rootFieldsOf(schema.getQueryType()).map((field) => [field.name, field] as const))(
    '%s',
    async (name, field) => {
      for (const query of (args[name] ?? []).flatMap((each) => askEverything(schema, field, each, 2))) {
        const answer = await screen.graphql(query);
        const code = answer.errors?.[0]?.extensions['code'];
        expect([query, code]).toEqual([query, CLOSED.includes(name) ? 'SCREEN_READ_ONLY' : undefined]);
        expect(words.foundIn(answer)).toEqual([]);
      }
    },
  );
});

describe('the mode', () => {
  it('opens with one call off the screen, and hides again with one call', async () => {
    const phone = await Client.signedIn(server.url, 'secretary');
    const matrix = `{ floorMatrix(${args['floorMatrix']?.[0]}) { doors { label } } grids(community: "${CODE}") { worker { name } } }`;
    expect(words.foundIn(await phone.graphql(matrix))).not.toEqual([]);
    const set = (on: boolean) =>
      phone.graphql(
        'mutation ($on: Boolean!) { setScreenMode(on: $on) { __typename ... on Viewer { screen readOnly signedIn } } }',
        { on },
      );
    expect((await set(true)).data?.['setScreenMode']).toEqual({
      __typename: 'Viewer',
      screen: true,
      readOnly: false,
      signedIn: true,
    });
    expectRefused(await phone.graphql(`{ floorMatrix(${args['floorMatrix']?.[0]}) { floors } }`), 'SCREEN_READ_ONLY');
    expect(
      (await phone.graphql(`{ grids(community: "${CODE}") { worker { id name } } }`)).data?.['grids'],
    ).toContainEqual({ worker: { id: expect.any(String) as string, name: null } });
    expect((await set(false)).data?.['setScreenMode']).toMatchObject({ screen: false });
    expect(words.foundIn(await phone.graphql(matrix))).not.toEqual([]);
  });

  it('a session signed in as a screen only shows; leaving it signs out', async () => {
    const wall = await Client.signedIn(server.url, 'secretary', { screen: true });
    expectRefused(await wall.graphql('mutation { revealContact(dwelling: "x") { __typename } }'), 'SCREEN_READ_ONLY');
    expect((await wall.upload('a.csv', new TextEncoder().encode('a') as Uint8Array<ArrayBuffer>)).status).toBe(403);
    const left = await wall.graphql('mutation { setScreenMode(on: false) { ... on Viewer { signedIn name } } }');
    expect(left.data?.['setScreenMode']).toEqual({ signedIn: false, name: null });
    expect((await wall.graphql('{ viewer { signedIn } }')).data).toEqual({ viewer: { signedIn: false } });
  });

  it('is ended from the phone: the next question at once, the open socket within half a minute', async () => {
    const [wall, phone] = [
      await Client.signedIn(server.url, 'secretary', { screen: true }),
      await Client.signedIn(server.url, 'secretary'),
    ];
    const own = await wall.graphql('{ sessions { id current screen } }');
    const session = (own.data?.['sessions'] as { id: string; current: boolean; screen: boolean }[] | undefined)?.find(
      (each) => each.current,
    );
    expect(session?.screen).toBe(true);
    const frames: unknown[] = [];
    const closed = new Promise<number>((resolve) => {
      const socket = wall.socket((code) => resolve(code));
      socket.subscribe(
        {
          query: `subscription { live(community: "${CODE}", by: BUILDING, metrics: [OPEN_REQUESTS, DOORS_OVERDUE]) ${'{ kind cells { id figures { metric value } } events { kind request category } totals { openRequests } } }'}`,
        },
        { next: (frame) => void frames.push(frame), error: () => undefined, complete: () => undefined },
      );
    });
    await expect.poll(() => frames.length, { timeout: 20_000 }).toBeGreaterThan(0);
    expect(frames.flatMap((frame) => words.foundIn(frame as never))).toEqual([]);
    expect(
      (await phone.graphql('mutation ($id: ID!) { revokeSession(id: $id) { __typename } }', { id: session?.id }))
        .data?.['revokeSession'],
    ).toEqual({ __typename: 'Done' });
    expectRefused(await wall.graphql(`{ grids(community: "${CODE}") { id } }`), 'UNAUTHENTICATED');
    expect(await closed).toBe(4403);
    const strange = await Client.signedIn(server.url, 'worker1');
    expectRefused(
      await strange.graphql('mutation ($id: ID!) { revokeSession(id: $id) { __typename } }', { id: session?.id }),
      'NOT_FOUND',
      'id',
    );
  });
});

/** What a person on the page would ask with. */
async function argumentsOf(secretary: Client): Promise<Record<string, readonly string[]>> {
  const answer = await secretary.graphql(`{
    grids(community: "${CODE}") { id worker { id } }
    buildings(community: "${CODE}", first: 1) { edges { node { id entrances { id } } } }
    requests(community: "${CODE}", first: 1, filter: { open: true }) { edges { node { id category { code } } } }
    visits(community: "${CODE}", first: 1) { edges { node { id } } }
    doorsDue(community: "${CODE}", first: 1) { edges { node { id entrance { id } } } }
    organizations(community: "${CODE}") { id }
    community(code: "${CODE}") { id } }`);
  const at = (...keys: (string | number)[]): string =>
    keys.reduce<unknown>((value, key) => (value as Record<string | number, unknown>)[key], answer.data) as string;
  const branched = await secretary.graphql(
    `mutation ($input: CreatePlanInput!) { createPlan(input: $input) { ... on Plan { id } } }`,
    { input: { community: CODE, name: '投屏', clientEventId: randomUUID() } },
  );
  const plan = (branched.data as never as { createPlan: { id: string } }).createPlan.id;
  const c = `community: "${CODE}"`;
  const grid = at('grids', 0, 'id');
  const building = at('buildings', 'edges', 0, 'node', 'id');
  const request = at('requests', 'edges', 0, 'node', 'id');
  const entrance = at('doorsDue', 'edges', 0, 'node', 'entrance', 'id');
  const nodes = [
    grid,
    building,
    request,
    entrance,
    at('grids', 0, 'worker', 'id'),
    at('visits', 'edges', 0, 'node', 'id'),
    at('organizations', 0, 'id'),
    at('community', 'id'),
    at('doorsDue', 'edges', 0, 'node', 'id'),
  ];
  const metrics = ['OPEN_REQUESTS', 'NEW_REQUESTS', 'VISITS', 'DOORS_DUE', 'DOORS_OVERDUE', 'COVERAGE'];
  return {
    attention: [c],
    breaks: [`${c}, by: ENTRANCE, window: D7`],
    buildings: [`${c}, first: 5`, `${c}, first: 5, grid: "${grid}"`],
    categories: [c],
    communities: ['first: 5'],
    community: [`code: "${CODE}"`],
    contactReads: [`${c}, first: 20`],
    density: metrics.map((metric) => `${c}, metric: ${metric}, by: ENTRANCE`),
    densityDays: [`${c}, by: BUILDING, metrics: [VISITS, OPEN_REQUESTS], from: "2026-07-01", to: "2026-07-07"`],
    doorsDue: [`${c}, first: 10`],
    explain: metrics.flatMap((metric) => [
      `${c}, metric: ${metric}, by: GRID, target: "${grid}", window: D7`,
      `${c}, metric: ${metric}, by: ENTRANCE, target: "${entrance}", window: D30`,
    ]),
    featureCollection: ['BASE', 'BUILDINGS', 'ENTRANCES', 'GRIDS'].map((layer) => `${c}, layer: ${layer}`),
    floorMatrix: [`entrance: "${entrance}"`],
    gridAt: [`${c}, point: { longitude: 114.43, latitude: 30.63 }`],
    gridWorkers: [c],
    grids: [c],
    node: nodes.map((id) => `id: "${id}"`),
    handovers: [c, `${c}, mine: true`],
    organizations: [c],
    plan: [`id: "${plan}"`],
    planDiff: [`plan: "${plan}"`],
    planGround: [c],
    planReplay: [`plan: "${plan}"`],
    planSuggestions: [`job: "${plan.replace('n', 'j')}"`],
    plans: [c],
    readMessage: [`${c}, text: "9栋2单元1203 彭文萍 19900003729 返污水"`],
    requests: [
      `${c}, first: 5`,
      `${c}, first: 5, filter: { open: true, grid: "${grid}" }`,
      `${c}, first: 5, filter: { open: false }`,
    ],
    sessions: [''],
    similarRequests: [`entrance: "${entrance}", category: "${at('requests', 'edges', 0, 'node', 'category', 'code')}"`],
    trend: [c, `${c}, grid: "${grid}"`],
    viewer: [''],
    visits: [`${c}, first: 10`, `${c}, first: 10, filter: { grid: "${grid}" }`],
  };
}
