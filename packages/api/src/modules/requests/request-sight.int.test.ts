// What each role and the big screen read of one request on the engine under test; lists, pages, as-of, similar ones, RLS.
import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Role } from '#platform/actor';
import { SYSTEM } from '#platform/database/scope';
import { encodeId, newId } from '#platform/ids';
import { readRequestFacts } from './request-facts.read.ts';
import { RequestQueries } from './request.queries.ts';
import type { RequestView } from './request-view.ts';
import { EVENING, type RequestsFixture, requestsFixture } from './requests-fixture.ts';
import { refusalOf } from '../../../test/testkit/refusals.ts';

let f: RequestsFixture;
let queries: RequestQueries;
/** In grid 1, dispatched; in grid 3, open; in grid 1, closed after 20 minutes. */
let own: RequestView;
let other: RequestView;
let closed: RequestView;

beforeAll(async () => {
  f = await requestsFixture();
  queries = new RequestQueries(f.access.guard, f.deps);
  const create = async (minutes: number, entrance: string, category: string) =>
    (await f.service.create(
      f.as('SECRETARY', minutes),
      f.sewage({ entrance: encodeId('Entrance', f.world.communityId, f.world.entranceIds[entrance]!), category }),
    ))!;
  own = await create(0, '1-2', 'SEWAGE');
  other = await create(1, '3-1', 'LIGHTING');
  closed = await create(2, '1-2', 'SEWAGE');
  await f.service.dispatch(f.as('SECRETARY', 3), {
    request: own.id,
    organization: f.organization,
    note: '请上门',
    clientEventId: newId(),
  });
  await f.service.advance(f.as('SECRETARY', 4), {
    request: closed.id,
    action: 'SOLVE_IN_GRID',
    clientEventId: newId(),
  });
  await f.service.advance(f.as('SECRETARY', 22), {
    request: closed.id,
    action: 'CLOSE',
    outcome: 'FULL',
    residentsWord: true,
    clientEventId: newId(),
  });
});
afterAll(() => f.close());

const list = (
  role: Role,
  rest: Partial<Parameters<RequestQueries['list']>[1]> = {},
  options: { screen?: boolean; grid?: number } = {},
  minutes = 30,
) => queries.list(f.as(role, minutes, options), { community: f.world.code, first: 10, ...rest });
const numbers = async (...args: Parameters<typeof list>) => (await list(...args)).edges.map(({ node }) => node.number);

describe('masking', () => {
  const full = ['隔壁污水返到我家厨房来了', '201', '请上门', '小样secretary', ['REPORTED', 'DISPATCHED']];
  const masked = [null, null, undefined, '小样secretary', ['REPORTED', 'DISPATCHED']];
  it.each([
    ['SECRETARY', {}, full],
    ['GRID_WORKER', {}, full],
    ['GRID_WORKER', { grid: 3 }, masked],
    ['BRANCH_SECRETARY', {}, full],
    ['BRANCH_SECRETARY', { grid: 2 }, masked],
    ['PLANNER', {}, masked],
    ['STREET_REVIEWER', {}, masked],
    ['DISTRICT_REVIEWER', {}, masked],
    ['PROPERTY_MANAGER', {}, full],
  ] as const)('%s %o', async (role, options, expected) => {
    const node = (await list(role, {}, options)).edges.find((edge) => edge.node.requestId === own.requestId)!.node;
    const note = node.steps.flatMap((step) => step.note ?? [])[0];
    expect([node.text, node.door, note, node.steps.at(-1)!.actor, [node.steps[0]!.to, node.stage]]).toEqual(expected);
  });

  it.each(['SECRETARY', 'GRID_WORKER', 'PLANNER', 'PROPERTY_MANAGER'] as const)(
    '%s before a big screen: no words, doors, names, photos, replies or actions',
    async (role) => {
      const { edges } = await list(role, {}, { screen: true });
      expect(edges.length).toBeGreaterThan(0);
      for (const { node } of edges) {
        expect([node.text, node.door, node.reply, node.photos, node.actions]).toEqual([null, null, null, [], []]);
        expect(node.steps.flatMap((step) => [step.actor, step.note]).every((value) => value === null)).toBe(true);
        expect(JSON.stringify(node)).not.toMatch(/小样|陶师傅|13800000000|污水返到/);
      }
    },
  );

  it('row-level security alone leaves the words out, whatever the service asks', async () => {
    const communities = [f.world.communityId];
    const read = async (personal: boolean) => {
      const facts = (
        await readRequestFacts(f.database, { communities, personal }, f.world.communityId, [own.requestId])
      ).get(own.requestId)!;
      return [facts.text, facts.door, facts.steps.flatMap((step) => step.note ?? []), facts.number];
    };
    expect(await read(false)).toEqual([null, null, [], own.number]);
    expect(await read(true)).toEqual(['隔壁污水返到我家厨房来了', '201', ['请上门'], own.number]);
    expect(
      (
        await readRequestFacts(f.database, { communities: [newId()], personal: true }, f.world.communityId, [
          own.requestId,
        ])
      ).size,
    ).toBe(0);
  });

  it('answers node(id) for whoever may see it', async () => {
    const node = (role: Role, view: RequestView) =>
      queries.node(f.as(role), { type: 'ServiceRequest', communityId: f.world.communityId, id: view.requestId });
    expect((await node('PLANNER', other))?.number).toBe(other.number);
    expect((await node('PROPERTY_MANAGER', own))?.number).toBe(own.number);
    expect(await node('PROPERTY_MANAGER', other)).toBeNull();
    expect(await node('POLICE', own)).toBeNull();
  });
});

describe('lists', () => {
  it('are newest first, confined for a firm, and refused to roles without leave', async () => {
    expect(await numbers('PLANNER')).toEqual([3, 2, 1]);
    const firm = await list('PROPERTY_MANAGER');
    expect([firm.edges.map(({ node }) => node.number), firm.totalCount]).toEqual([[1], 1]);
    expect(await refusalOf(list('POLICE'))).toBe('FORBIDDEN');
  });

  it('come in pages that neither repeat nor lose', async () => {
    const first = await list('SECRETARY', { first: 2 });
    expect([first.totalCount, first.pageInfo.hasNextPage, first.edges.map(({ node }) => node.number)]).toEqual([
      3,
      true,
      [3, 2],
    ]);
    const rest = await list('SECRETARY', { first: 2, after: first.pageInfo.endCursor });
    expect([rest.totalCount, rest.pageInfo.hasNextPage, rest.edges.map(({ node }) => node.number)]).toEqual([
      3,
      false,
      [1],
    ]);
    expect(await refusalOf(list('SECRETARY', { first: 0 }))).toBe('BAD_PAGE_SIZE first');
    const stray = Buffer.from(JSON.stringify(["1' or 1=1", newId()])).toString('base64url');
    expect(await refusalOf(list('SECRETARY', { after: stray }))).toBe('BAD_CURSOR after');
  });

  it('take every filter', async () => {
    const id = (type: 'Grid' | 'Building' | 'Entrance', uuid: string | undefined) =>
      encodeId(type, f.world.communityId, uuid!);
    const by = (filter: object) => numbers('SECRETARY', { filter });
    expect(await by({ open: true })).toEqual([2, 1]);
    expect(await by({ open: false })).toEqual([3]);
    expect(await by({ grid: id('Grid', f.world.gridIds[3]) })).toEqual([2]);
    expect(await by({ building: id('Building', f.world.buildingIds[1]) })).toEqual([3, 1]);
    expect(await by({ entrance: id('Entrance', f.world.entranceIds['3-1']) })).toEqual([2]);
    expect(await by({ stages: ['DISPATCHED'] })).toEqual([1]);
    expect(await by({ categories: ['LIGHTING'] })).toEqual([2]);
    expect(await by({ categories: [] })).toEqual([]);
    expect(
      await by({ createdFrom: new Date(EVENING.getTime() + 60_000), createdTo: new Date(EVENING.getTime() + 120_000) }),
    ).toEqual([2]);
    expect(await numbers('GRID_WORKER', { filter: { mine: true } }, { grid: 3 })).toEqual([2]);
    expect(await numbers('PROPERTY_MANAGER', { filter: { mine: true } })).toEqual([1]);
    expect(await numbers('PLANNER', { filter: { mine: true } })).toEqual([]);
    expect(await refusalOf(by({ grid: 'x' }))).toBe('BAD_ID filter.grid');
    expect(await refusalOf(by({ grid: encodeId('Grid', newId(), newId()) }))).toBe('NOT_FOUND filter.grid');
  });

  it('overdue counts from the due instant on, open until the closing instant', async () => {
    const due = (own.dueAt.getTime() - EVENING.getTime()) / 60_000;
    const overdueAt = (minutes: number) => numbers('SECRETARY', { filter: { overdue: true } }, {}, minutes);
    expect([await overdueAt(due - 1 / 60_000), await overdueAt(due)]).toEqual([[], [1]]);
    const asOf = (ms: number) =>
      numbers('SECRETARY', { filter: { open: true }, asOf: new Date(EVENING.getTime() + ms) });
    expect([await asOf(22 * 60_000 - 1), await asOf(22 * 60_000)]).toEqual([
      [3, 2, 1],
      [2, 1],
    ]);
  });

  it('answer the same for the same instant, whatever comes later; the future is refused', async () => {
    const asOf = new Date(EVENING.getTime() + 10 * 60_000);
    const answer = async () =>
      JSON.stringify(await list('SECRETARY', { asOf, filter: { open: true } }, {}, 600), (key, value: unknown) =>
        key === 'actions' ? undefined : value,
      );
    const before = await answer();
    await f.service.join(f.as('SECRETARY', 40), { request: other.id, clientEventId: newId() });
    await f.service.advance(f.as('SECRETARY', 41), {
      request: other.id,
      action: 'SOLVE_IN_GRID',
      clientEventId: newId(),
    });
    await f.service.advance(f.as('PROPERTY_MANAGER', 41), { request: own.id, action: 'TAKE', clientEventId: newId() });
    await f.service.reopen(f.as('SECRETARY', 42), { request: closed.id, reason: '又返水', clientEventId: newId() });
    await f.service.create(f.as('SECRETARY', 43), f.sewage());
    expect(await answer()).toBe(before);
    expect(JSON.parse(before)).toMatchObject({
      totalCount: 3,
      edges: [
        { node: { stage: 'IN_PROGRESS' } },
        { node: { stage: 'REPORTED', callerCount: 1 } },
        { node: { stage: 'DISPATCHED' } },
      ],
    });
    expect(await refusalOf(list('SECRETARY', { asOf: new Date(EVENING.getTime() + 31 * 60_000) }))).toBe(
      'INVALID_TIME asOf',
    );
  });
});

describe('similar requests', () => {
  const similar = async (minutes: number, entrance = '1-2', category = 'SEWAGE', role: Role = 'SECRETARY') =>
    (
      await queries.similar(
        f.as(role, minutes),
        encodeId('Entrance', f.world.communityId, f.world.entranceIds[entrance]!),
        category,
      )
    ).map((view) => view.number);

  it('are those of the entrance and category in the last 48 hours, open or closed', async () => {
    expect(await similar(30)).toEqual([3, 1]);
    expect(await similar(30, '1-2', 'LIGHTING')).toEqual([]);
    expect(await similar(30, '1-1')).toEqual([]);
    expect(await similar(48 * 60 + 1)).toEqual([4, 3]);
    expect(await similar(30, '1-2', 'SEWAGE', 'PROPERTY_MANAGER')).toEqual([1]);
  });
});

describe('across communities', () => {
  it('a stranger finds nothing', async () => {
    const stranger = f.as('SECRETARY');
    const actor = {
      ...stranger.actor!,
      memberships: stranger.actor!.memberships.map((each) => ({ ...each, communityId: newId() })),
    };
    expect(await refusalOf(queries.list({ ...stranger, actor }, { community: f.world.code, first: 5 }))).toBe(
      'NOT_FOUND',
    );
    expect(
      (await f.database.read(SYSTEM, (await import('#platform/database/sql')).sql`select 1 from service_requests`))
        .length,
    ).toBe(4);
  });
});
