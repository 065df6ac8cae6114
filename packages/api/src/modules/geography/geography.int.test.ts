// Reading places on the engine under test: pages, filters, both axes of time, and walls between communities.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import 'reflect-metadata';
import { type Actor, membershipIn } from '#platform/actor';
import type { RequestContext } from '#platform/graphql/context';
import { encodeId } from '#platform/ids';
import { createAccess } from '#modules/access';
import { createFileStore } from '#platform/files/file-store';
import { SMALL_WORLD_ANCHOR, type SmallWorld, smallWorld } from '../../../test/testkit/small-world.ts';
import { openTestDatabase, type TestDatabase } from '../../../test/testkit/test-database.ts';
import { GeographyService } from './geography.service.ts';
import { NormsBook } from './norms-book.ts';

let test: TestDatabase;
let world: SmallWorld;
let other: SmallWorld;
let service: GeographyService;
let context: RequestContext;
const DAY_MS = 86_400_000;
const daysAgo = (days: number) => new Date(world.now.getTime() - days * DAY_MS);

beforeAll(async () => {
  test = await openTestDatabase();
  world = await smallWorld(test.database);
  other = await smallWorld(test.database, { code: '420100000002' });
  const files = createFileStore(test.location.dataDirectory);
  const { guard } = createAccess({ database: test.database, clock: { now: () => world.now }, files, secure: true });
  service = new GeographyService(test.database, guard, new NormsBook(test.database));
}, 180_000);
afterAll(() => test.close());
beforeEach(() => {
  context = world.access('PLANNER');
});

describe('community', () => {
  it('counts what is there now', async () => {
    expect(await service.community(context, world.code)).toMatchObject({
      code: world.code,
      name: '青和小样社区',
      synthetic: true,
      outlineDerived: true,
      geographyVersion: 2,
      mode: 'NORMAL',
      gridCount: 3,
      buildingCount: 4,
      entranceCount: 8,
      dwellings: 32,
      households: 31,
      residents: 63,
    });
  });

  it('is not found for strangers, whether it exists or not', async () => {
    await expect(service.community(context, other.code)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(service.community(context, '999999999999')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(service.grids(context, other.code, null, null)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(service.featureCollection(context, other.code, 'GRIDS', null, null)).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await expect(service.community({ ...context, actor: null }, world.code)).rejects.toMatchObject({
      code: 'UNAUTHENTICATED',
    });
  });

  it('lists the own communities in pages', async () => {
    const actor: Actor = {
      ...context.actor!,
      memberships: [...context.actor!.memberships, membershipIn(other.access('PLANNER').actor!, other.communityId)!],
    };
    const both = { ...context, actor };
    const first = await service.communities(both, 1, null);
    expect(first).toMatchObject({
      totalCount: 2,
      pageInfo: { hasNextPage: true },
      edges: [{ node: { code: world.code } }],
    });
    const second = await service.communities(both, 1, first.pageInfo.endCursor);
    expect(second).toMatchObject({
      pageInfo: { hasNextPage: false, hasPreviousPage: true },
      edges: [{ node: { code: other.code } }],
    });
    expect((await service.communities(context, 10, null)).edges).toHaveLength(1);
  });
});

describe('grids', () => {
  it('differ by date, and by what was known', async () => {
    const households = async (validAt: Date | null, asOf: Date | null) =>
      (await service.grids(context, world.code, validAt, asOf)).map((grid) => grid.households);
    expect(await households(null, null)).toEqual([8, 11, 12]);
    expect(await households(daysAgo(60), null)).toEqual([8, 8, 15]);
    expect(await households(null, daysAgo(50))).toEqual([8, 8, 15]);
    expect(await households(daysAgo(300), null)).toEqual([]);
    await expect(service.grids(context, world.code, null, new Date(world.now.getTime() + 1))).rejects.toMatchObject({
      code: 'INVALID_TIME',
      path: 'asOf',
    });
    const [now, before] = [
      await service.grids(context, world.code, null, null),
      await service.grids(context, world.code, daysAgo(60), null),
    ];
    expect(before.map((grid) => grid.id)).toEqual(now.map((grid) => grid.id));
    expect(before.map((grid) => grid.boundary)).not.toEqual(now.map((grid) => grid.boundary));
    expect(before[0]?.validTo?.getTime()).toBe(now[0]?.validFrom.getTime());
  });

  it("come in the contract's shape", async () => {
    const [first] = await service.grids(context, world.code, null, null);
    expect(first).toMatchObject({
      id: encodeId('Grid', world.communityId, world.gridIds[1]!),
      number: 1,
      code: `${world.code}001`,
      entranceCount: 2,
      dwellings: 8,
      validTo: null,
    });
    expect(first?.areaHectares).toBeGreaterThan(0.1);
    expect(JSON.parse(first!.boundary)).toMatchObject({ type: 'MultiPolygon' });
    expect(JSON.parse(first!.label)).toMatchObject({ type: 'Point' });
  });

  it('are found by a point, at any date', async () => {
    const [longitude, latitude] = SMALL_WORLD_ANCHOR;
    const northEast = { longitude: longitude + 0.0006, latitude: latitude + 0.0003 };
    expect((await service.gridAt(context, world.code, northEast, null))?.number).toBe(2);
    expect((await service.gridAt(context, world.code, northEast, daysAgo(60)))?.number).toBe(3);
    expect(await service.gridAt(context, world.code, { longitude: 0, latitude: 0 }, null)).toBeNull();
    await expect(service.gridAt(context, world.code, { longitude: 200, latitude: 0 }, null)).rejects.toMatchObject({
      code: 'COORDINATE_OUT_OF_RANGE',
      path: 'point',
    });
  });
});

describe('buildings', () => {
  const numbers = (page: { edges: readonly { node: { number: string } }[] }) =>
    page.edges.map((edge) => edge.node.number);

  it('come in pages that neither repeat nor miss one', async () => {
    const first = await service.buildings(context, world.code, { first: 3 });
    expect([numbers(first), first.totalCount, first.pageInfo.hasNextPage]).toEqual([['1', '2', '3'], 4, true]);
    const second = await service.buildings(context, world.code, { first: 3, after: first.pageInfo.endCursor });
    expect([numbers(second), second.totalCount, second.pageInfo.hasNextPage]).toEqual([['4'], 4, false]);
    const beyond = await service.buildings(context, world.code, { first: 3, after: second.pageInfo.endCursor });
    expect([numbers(beyond), beyond.totalCount]).toEqual([[], 4]);
    expect(first.edges[0]?.node).toMatchObject({
      name: '1栋',
      aliases: ['南一栋'],
      kind: 'RESIDENTIAL',
      floors: 2,
      dwellings: 8,
      households: 8,
    });
  });

  it('are filtered by box, polygon and grid', async () => {
    const [x, y] = SMALL_WORLD_ANCHOR;
    const south = { west: x - 0.001, south: y - 0.001, east: x + 0.001, north: y };
    expect(numbers(await service.buildings(context, world.code, { first: 10, bbox: south }))).toEqual(['1', '2']);
    const touching = { ...south, east: x - 0.0005, north: y + 0.0003 };
    expect(numbers(await service.buildings(context, world.code, { first: 10, bbox: touching }))).toEqual(['1', '3']);
    const whole = {
      rings: [
        [
          [x - 0.001, y - 0.001],
          [x, y - 0.001],
          [x, y + 0.001],
          [x - 0.001, y + 0.001],
          [x - 0.001, y - 0.001],
        ],
      ],
    };
    expect(numbers(await service.buildings(context, world.code, { first: 10, within: whole }))).toEqual(['1', '3']);
    const grid = encodeId('Grid', world.communityId, world.gridIds[2]!);
    expect(numbers(await service.buildings(context, world.code, { first: 10, grid }))).toEqual(['2', '4']);
    expect(numbers(await service.buildings(context, world.code, { first: 10, grid, bbox: south }))).toEqual(['2']);
  });

  it('refuse bad input with its path', async () => {
    const ask = (query: object) => service.buildings(context, world.code, { first: 10, ...query });
    const bowTie = {
      rings: [
        [
          [0, 0],
          [1, 1],
          [1, 0],
          [0, 1],
          [0, 0],
        ],
      ],
    };
    await expect(ask({ within: bowTie })).rejects.toMatchObject({
      code: 'SELF_INTERSECTION',
      path: 'within.rings[0][0]',
    });
    await expect(ask({ bbox: { west: 1, south: 0, east: 0, north: 1 } })).rejects.toMatchObject({
      code: 'INVALID_GEOMETRY',
      path: 'bbox.west',
    });
    await expect(ask({ first: 101 })).rejects.toMatchObject({ code: 'BAD_PAGE_SIZE' });
    await expect(ask({ after: Buffer.from('["9 or 1=1"]').toString('base64url') })).rejects.toMatchObject({
      code: 'BAD_CURSOR',
    });
    await expect(ask({ grid: 'x' })).rejects.toMatchObject({ code: 'BAD_ID', path: 'grid' });
    await expect(ask({ grid: encodeId('Grid', other.communityId, other.gridIds[1]!) })).rejects.toMatchObject({
      code: 'NOT_FOUND',
      path: 'grid',
    });
  });
});
