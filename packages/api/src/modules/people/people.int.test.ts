// People on the engine under test: who answers for a place and when, whose names are shown, and the nested fields over GraphQL.
import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createAccess } from '#modules/access';
import { createGeography } from '#modules/geography';
import type { Role } from '#platform/actor';
import { SYSTEM } from '#platform/database/scope';
import { sql } from '#platform/database/sql';
import { createFileStore } from '#platform/files/file-store';
import { encodeId } from '#platform/ids';
import { type Ask, askSchema } from '../../../test/testkit/ask-schema.ts';
import { type SmallWorld, smallWorld } from '../../../test/testkit/small-world.ts';
import { openTestDatabase, type TestDatabase } from '../../../test/testkit/test-database.ts';
import { createPeople, type PeopleFace } from './index.ts';
import { Duty, OnCall, Organization, Person } from './people.entity.ts';

let test: TestDatabase;
let world: SmallWorld;
let other: SmallWorld;
let people: PeopleFace;
let ask: Ask;
const scope = () => ({ communities: [world.communityId], personal: false });

beforeAll(async () => {
  test = await openTestDatabase();
  world = await smallWorld(test.database);
  other = await smallWorld(test.database, { code: '420100000002' });
  const clock = { now: () => world.now };
  const access = createAccess({
    database: test.database,
    clock,
    files: createFileStore(test.location.dataDirectory),
    secure: true,
  });
  const geography = createGeography({ database: test.database, clock, guard: access.guard });
  people = createPeople({ database: test.database, clock, guard: access.guard, geography });
  ask = await askSchema([access.parts, geography.parts, people.parts]);
}, 180_000);
afterAll(() => test.close());

describe('route', () => {
  const at = (text: string) => people.route(scope(), world.communityId, world.entranceIds['3-1']!, new Date(text));

  it('names the worker of the grid while the community works', async () => {
    expect(await at('2026-07-07T02:00:00Z')).toMatchObject({
      gridId: world.gridIds[3],
      responsibleId: world.personIds['worker3'],
      onCallId: null,
      offDuty: false,
      reasons: [{ code: 'BY_GRID', params: { scopeId: world.gridIds[3] } }],
    });
  });

  it('keeps them responsible at night and adds who is on call', async () => {
    const night = await at('2026-07-07T14:00:00Z');
    expect(night).toMatchObject({
      responsibleId: world.personIds['worker3'],
      onCallId: world.personIds['secretary'],
      offDuty: true,
    });
    expect(night?.reasons.map((reason) => reason.code)).toEqual(['BY_GRID', 'OFF_DUTY', 'ON_CALL_ADDED']);
  });

  it('follows the plan of the day, and duties on a building or entrance before those on the grid', async () => {
    const answer = async (text: string) => {
      const found = await people.route(scope(), world.communityId, world.entranceIds['4-2']!, new Date(text));
      const [grid, person] = [Object.entries(world.gridIds), Object.entries(world.personIds)].map(
        (names, index) => names.find(([, id]) => id === [found?.gridId, found?.responsibleId][index])?.[0],
      );
      return [grid, person, ...(found?.reasons.map((reason) => reason.code) ?? [])];
    };
    expect(await answer('2026-05-08T02:00:00Z')).toEqual(['3', 'worker3', 'BY_GRID']);
    expect(await answer('2026-06-10T02:00:00Z')).toEqual(['2', 'worker2', 'BY_GRID']);
    expect(await answer('2026-07-07T02:00:00Z')).toEqual(['2', 'temporary', 'BY_BUILDING', 'WIDER_SCOPE_YIELDS']);
    await test.database.write(
      { scope: SYSTEM, communityId: world.communityId, actorId: null, now: world.now },
      async (tx) => {
        const ids = await people.storeDuties(tx, [
          {
            personId: world.personIds['worker1']!,
            role: 'GRID_WORKER',
            place: { entranceId: world.entranceIds['4-2']! },
            from: new Date('2026-07-01T00:00:00Z'),
            to: new Date('2026-07-09T00:00:00Z'),
          },
        ]);
        expect(ids).toHaveLength(1);
      },
    );
    expect(await answer('2026-07-07T02:00:00Z')).toEqual(['2', 'worker1', 'BY_ENTRANCE', 'WIDER_SCOPE_YIELDS']);
    expect(await answer('2026-07-09T02:00:00Z')).toEqual(['2', 'temporary', 'BY_BUILDING', 'WIDER_SCOPE_YIELDS']);
  });

  it('answers many at once, each at its own instant, in their order', async () => {
    const asks = ['3-1', '1-1', '2-1'].map((key, index) => ({
      entranceId: world.entranceIds[key]!,
      at: new Date(`2026-07-07T0${index}:00:00Z`),
    }));
    const unknown = { entranceId: other.entranceIds['1-1']!, at: world.now };
    const found = await people.routes(scope(), world.communityId, [...asks, unknown]);
    expect(found.map((each) => each?.responsibleId)).toEqual([
      world.personIds['worker3'],
      world.personIds['worker1'],
      world.personIds['worker2'],
      undefined,
    ]);
    expect(found.map((each) => each?.offDuty)).toEqual([true, false, false, undefined]);
  });

  it('answers null where there is no plan, no such entrance, or no right to see it', async () => {
    const entrance = world.entranceIds['4-1']!;
    expect(await people.route(scope(), world.communityId, entrance, new Date('2020-01-01T00:00:00Z'))).toBeNull();
    expect(await people.route(scope(), world.communityId, other.entranceIds['4-1']!, world.now)).toBeNull();
  });
});

describe('writing', () => {
  it('stores organizations, people and turns in order, one unit of work', async () => {
    await test.database.write(
      { scope: SYSTEM, communityId: other.communityId, actorId: null, now: other.now },
      async (tx) => {
        const [firm] = await people.storeOrganizations(tx, [{ name: '第二物业', kind: 'PROPERTY' }]);
        const ids = await people.storePeople(tx, [
          { name: '甲', role: 'PROPERTY_MANAGER', organizationId: firm! },
          { name: '乙', role: 'GRID_WORKER' },
        ]);
        await people.storeOnCall(tx, [
          { personId: ids[1]!, from: new Date('2026-07-06T10:00:00Z'), to: new Date('2026-07-07T00:30:00Z') },
        ]);
        const rows = await tx.execute<{ name: string; firm: string | null; hours: number | null }>(sql`
        select h.name, o.name as firm, (select extract(epoch from upper(c.during) - lower(c.during))::int / 3600.0 from on_call c
          where c.community_id = h.community_id and c.person_id = h.id)::float8 as hours
        from people h left join organizations o on o.community_id = h.community_id and o.id = h.organization_id
        where h.community_id = ${other.communityId}::uuid and h.id = any(${ids}::uuid[]) order by h.name desc`);
        expect(rows).toEqual([
          { name: '甲', firm: '第二物业', hours: null },
          { name: '乙', firm: null, hours: 14.5 },
        ]);
      },
    );
  });

  it('maps every entity to columns that exist', async () => {
    for (const entity of [Organization, Person, Duty, OnCall]) {
      const { tableName, properties } = test.database.engine.orm.getMetadata().get(entity as typeof Organization);
      const columns = await test.database.engine.asOwner<{ name: string }>(sql`
        select column_name as name from information_schema.columns where table_schema = 'public' and table_name = ${tableName}`);
      const mapped = Object.values(properties).flatMap((property) => property.fieldNames);
      expect(mapped.length).toBeGreaterThan(3);
      expect(mapped.filter((name) => !columns.some((column) => column.name === name))).toEqual([]);
    }
  });
});

describe('over GraphQL', () => {
  const grids = (code: string) =>
    `{ grids(community: "${code}") { number worker { name role } branchSecretary { name } entrances { name building { number } grid { number } } } }`;

  it('nests grids, staff, entrances, buildings without a query for each', async () => {
    const reads = vi.spyOn(test.database, 'read');
    const { data, errors } = await ask(grids(world.code), world.access('SECRETARY'));
    expect(errors).toEqual([]);
    const plain = data as { grids: object[] };
    expect(plain.grids[1]).toEqual({
      number: 2,
      worker: { name: '小样worker2', role: 'GRID_WORKER' },
      branchSecretary: { name: '小样branch2' },
      entrances: [
        ['2栋1单元', '2'],
        ['2栋2单元', '2'],
        ['4栋2单元', '4'],
      ].map(([name, number]) => ({ name, building: { number }, grid: { number: 2 } })),
    });
    // Grids, their entrances, staff, people, buildings, grid of entrances, grids: one query a kind, whatever the counts.
    expect(reads.mock.calls.length).toBeLessThanOrEqual(8);
    reads.mockRestore();
  });

  it.each<[Role, boolean, string | null]>([
    ['SECRETARY', false, '小样worker1'],
    ['SECRETARY', true, null],
    ['POLICE', false, null],
    ['VOLUNTEER', false, null],
  ])('shows %s (screen: %s) the name %s', async (role, screen, name) => {
    const { data, errors } = await ask(
      `{ grids(community: "${world.code}") { worker { name role } } }`,
      world.access(role, { screen }),
    );
    expect(errors).toEqual([]);
    expect(data).toMatchObject({ grids: [{ worker: { name, role: 'GRID_WORKER' } }, {}, {}] });
  });

  it('lists organizations and finds nodes, for members only', async () => {
    const context = world.access('PLANNER');
    const { data } = await ask(`{ organizations(community: "${world.code}") { name kind } }`, context);
    expect(data).toEqual({ organizations: [{ name: '小样物业', kind: 'PROPERTY' }] });
    const node = (id: string) => ask(`{ node(id: "${id}") { __typename id } }`, context);
    for (const [type, id] of [
      ['Person', world.personIds['worker1']!],
      ['Organization', world.organizationId],
      ['Grid', world.gridIds[1]!],
      ['Building', world.buildingIds[1]!],
      ['Entrance', world.entranceIds['1-1']!],
      ['Community', world.communityId],
    ] as const) {
      const opaque = encodeId(type, world.communityId, id);
      expect((await node(opaque)).data).toEqual({ node: { __typename: type, id: opaque } });
    }
    const foreign = await node(encodeId('Person', other.communityId, other.personIds['worker1']!));
    expect([foreign.data?.['node'], foreign.cause]).toMatchObject([null, { code: 'NOT_FOUND' }]);
    const organizations = await ask(`{ organizations(community: "${other.code}") { name } }`, context);
    expect(organizations.cause).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('answers null for a community of others, and splices geometry', async () => {
    const context = world.access('PLANNER');
    expect((await ask(`{ community(code: "${other.code}") { name } }`, context)).data).toEqual({ community: null });
    const { data, errors } = await ask(
      `{ community(code: "${world.code}") { name outline warnings } featureCollection(community: "${world.code}", layer: GRIDS) }`,
      context,
    );
    expect(errors).toEqual([]);
    const plain = data as {
      community: { outline: { type: string }; warnings: string[] };
      featureCollection: { features: object[] };
    };
    expect([plain.community.outline.type, plain.featureCollection.features.length]).toEqual(['MultiPolygon', 3]);
    expect(plain.community.warnings).toEqual(['2026 年的节假日尚未录入,时限暂按周一至周五计算。']);
  });
});
