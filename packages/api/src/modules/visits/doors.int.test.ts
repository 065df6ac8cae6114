// Reading doors on the engine under test: looks and duties through a day, counts, lists, masks, walls, stability as of an instant.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Role } from '#platform/actor';
import { SYSTEM } from '#platform/database/scope';
import { sql } from '#platform/database/sql';
import { encodeId, newId } from '#platform/ids';
import type { VisitOutcome } from './visit-cadence.ts';
import { at, visitsFixture, type VisitsFixture } from '../../../test/testkit/visits-fixture.ts';
import { refusalOf } from '../../../test/testkit/refusals.ts';

let fixture: VisitsFixture;
/** A secretary's knocks through the morning of the 7th. Daily doors: 1-1-1-1, 3-2-2-1; weekly 1-1-1-2; monthly 2-1-1-1. */
const DAY: readonly (readonly [string, Readonly<Record<string, VisitOutcome>>])[] = [
  ['06T10:00', { '1-1-1-1': 'MET', '3-2-2-1': 'MET', '1-1-1-2': 'MET', '2-1-1-1': 'MET' }],
  ['07T09:00', { '1-1-1-1': 'NOT_HOME', '1-1-2-1': 'FOLLOW_UP', '1-1-2-2': 'REFUSED' }],
  ['07T11:00', { '1-1-1-1': 'MET', '3-2-2-1': 'NOT_HOME', '1-2-1-1': 'MOVED_AWAY' }],
];

beforeAll(async () => {
  fixture = await visitsFixture();
  for (const [local, knocks] of DAY)
    await fixture.service.record(fixture.as('SECRETARY', local), fixture.input(knocks));
}, 180_000);
afterAll(() => fixture.close());

const matrix = (key: string, local: string, role: Role = 'SECRETARY', asOf?: Date) =>
  fixture.service.floorMatrix(fixture.as(role, local), fixture.entrance(key), asOf);
const looks = async (key: string, local: string) =>
  Object.fromEntries((await matrix(key, local)).doors.map((door) => [door.label, `${door.look} ${door.duty}`]));

describe('the floor matrix', () => {
  it('shows each door in its look and duty, floors from the top', async () => {
    const shown = await matrix('1-1', '07T11:30');
    expect(shown.doors.map(({ label, floor, position }) => [label, floor, position])).toEqual([
      ['201', 2, 1],
      ['202', 2, 2],
      ['101', 1, 1],
      ['102', 1, 2],
    ]);
    expect(shown).toMatchObject({ floors: 2, doorsPerFloor: 2, asOf: at('07T11:30') });
    expect(await looks('1-1', '07T08:59')).toEqual({
      201: 'NOT_VISITED NOT_DUE',
      202: 'NOT_VISITED NOT_DUE',
      101: 'NOT_VISITED DUE',
      102: 'NOT_VISITED NOT_DUE',
    });
    expect(await looks('1-1', '07T09:30')).toEqual({
      201: 'FOLLOW_UP NOT_DUE',
      202: 'FOLLOW_UP NOT_DUE',
      101: 'NOT_HOME DUE',
      102: 'NOT_VISITED NOT_DUE',
    });
    expect(await looks('1-1', '07T11:30')).toEqual({
      201: 'FOLLOW_UP NOT_DUE',
      202: 'FOLLOW_UP NOT_DUE',
      101: 'MET DONE',
      102: 'NOT_VISITED NOT_DUE',
    });
    expect(await looks('1-1', '08T00:00')).toEqual({
      201: 'NOT_VISITED NOT_DUE',
      202: 'NOT_VISITED NOT_DUE',
      101: 'NOT_VISITED DUE',
      102: 'NOT_VISITED NOT_DUE',
    });
  });

  it('has no data for the vacant and for who moved away', async () => {
    expect(await looks('4-2', '07T12:00')).toMatchObject({ 202: 'NO_DATA NOT_DUE', 201: 'NOT_VISITED NOT_DUE' });
    expect(await looks('1-2', '07T12:00')).toMatchObject({ 101: 'NO_DATA NOT_DUE' });
    expect(await looks('1-2', '07T10:59')).toMatchObject({ 101: 'NOT_VISITED NOT_DUE' });
  });

  it('counts today’s doors: due stays, met grows, what is not met at 20:00 is overdue; not home is not a visit', async () => {
    const counts = async (key: string, local: string) => {
      const { due, met, overdue, nextDue } = await matrix(key, local);
      return { due, met, overdue, nextDue };
    };
    const daily = fixture.door('1-1-1-1');
    expect(await counts('1-1', '07T09:30')).toEqual({ due: 1, met: 0, overdue: 0, nextDue: daily });
    expect(await counts('1-1', '07T11:30')).toEqual({ due: 1, met: 1, overdue: 0, nextDue: null });
    expect(await counts('1-1', '07T20:00')).toEqual({ due: 1, met: 1, overdue: 0, nextDue: null });
    expect(await counts('3-2', '07T19:59')).toEqual({ due: 1, met: 0, overdue: 0, nextDue: fixture.door('3-2-2-1') });
    expect(await counts('3-2', '07T20:00')).toEqual({ due: 1, met: 0, overdue: 1, nextDue: fixture.door('3-2-2-1') });
    expect((await matrix('3-2', '07T20:00')).doors.find((door) => door.duty === 'OVERDUE')).toMatchObject({
      label: '201',
      careLevel: 'DAILY',
      dueAt: at('07T20:00'),
      lastMetAt: at('06T10:00'),
      lastVisitAt: at('07T11:00'),
      lastOutcome: 'NOT_HOME',
      hasContact: true,
    });
  });

  it('chooses next what has waited longest, then the more frequent level, then from the top', async () => {
    // On the 15th the weekly door 102 waits since the 13th, the daily door 101 since the 8th.
    expect((await matrix('1-1', '15T10:00')).nextDue).toBe(fixture.door('1-1-1-1'));
    await fixture.service.record(fixture.as('SECRETARY', '14T10:00'), fixture.input({ '1-1-1-1': 'MET' }));
    expect((await matrix('1-1', '15T10:00')).nextDue).toBe(fixture.door('1-1-1-2'));
  });

  it('is the same as of an instant, whatever came later', async () => {
    const then = await matrix('1-1', '07T09:30');
    expect(await matrix('1-1', '20T10:00', 'SECRETARY', at('07T09:30'))).toEqual(then);
    expect(await refusalOf(matrix('1-1', '07T09:30', 'SECRETARY', at('07T09:31')))).toBe('INVALID_TIME asOf');
  });
});

describe('who may read doors', () => {
  it.each([
    ['SECRETARY', '3-2', 'done'],
    ['GRID_WORKER', '1-1', 'done'],
    ['BRANCH_SECRETARY', '1-2', 'done'],
    ['GRID_WORKER', '2-1', 'NOT_FOUND entrance'],
    ['PLANNER', '1-1', 'FORBIDDEN'],
    ['STREET_REVIEWER', '1-1', 'FORBIDDEN'],
    ['DISTRICT_REVIEWER', '1-1', 'FORBIDDEN'],
    ['PROPERTY_MANAGER', '1-1', 'FORBIDDEN'],
    ['POLICE', '1-1', 'FORBIDDEN'],
    ['ADMINISTRATOR', '1-1', 'FORBIDDEN'],
  ] as const)('%s the matrix of %s: %s', async (role: Role, key, expected) => {
    expect(await refusalOf(matrix(key, '07T12:00', role))).toBe(expected);
  });

  it('nobody on a big screen: the matrix and the list are closed', async () => {
    const screen = fixture.as('SECRETARY', '07T12:00', { screen: true });
    expect(await refusalOf(fixture.service.floorMatrix(screen, fixture.entrance('1-1'), null))).toBe(
      'SCREEN_READ_ONLY',
    );
    expect(await refusalOf(fixture.service.doorsDue(screen, fixture.world.code, { first: 10 }))).toBe(
      'SCREEN_READ_ONLY',
    );
  });

  it('node(id) shows a door to its own grid only, and a screen none', async () => {
    const node = (context = fixture.as('GRID_WORKER', '07T12:00'), key = '1-1-1-1') =>
      fixture.visits.parts.nodes!.Door!(context, {
        type: 'Door',
        communityId: fixture.world.communityId,
        id: fixture.world.dwellingIds[key]!,
      });
    expect(await node()).toMatchObject({ label: '101', look: 'MET', careLevel: 'DAILY' });
    expect(await node(fixture.as('GRID_WORKER', '07T12:00'), '2-1-1-1')).toBeNull();
    expect(await node(fixture.as('PLANNER', '07T12:00'))).toBeNull();
    expect(await node(fixture.as('SECRETARY', '07T12:00', { screen: true }))).toBeNull();
  });

  it('an entrance that is not, or of another community, looks absent', async () => {
    const { service, as, world } = fixture;
    expect(
      await refusalOf(service.floorMatrix(as('GRID_WORKER'), encodeId('Entrance', world.communityId, newId()), null)),
    ).toBe('NOT_FOUND entrance');
    expect(await refusalOf(service.floorMatrix(as('SECRETARY'), encodeId('Entrance', newId(), newId()), null))).toBe(
      'NOT_FOUND',
    );
    expect(await refusalOf(service.floorMatrix(as('SECRETARY'), 'nonsense', null))).toBe('BAD_ID entrance');
    expect(
      await refusalOf(service.floorMatrix(as('SECRETARY'), encodeId('Entrance', world.communityId, newId()), null)),
    ).toBe('NOT_FOUND entrance');
  });
});

describe('the list of due doors', () => {
  const labels = async (
    role: Role,
    local: string,
    query: Partial<Parameters<VisitsFixture['service']['doorsDue']>[2]> = {},
    grid = 1,
  ) => {
    const page = await fixture.service.doorsDue(fixture.as(role, local, { grid }), fixture.world.code, {
      first: 10,
      ...query,
    });
    return {
      total: page.totalCount,
      doors: page.edges.map(({ node }) => `${node.label} ${node.careLevel} ${node.dueOn}`),
    };
  };

  it('has the most overdue first and leaves out what is done', async () => {
    expect(await labels('SECRETARY', '07T08:00')).toEqual({
      total: 2,
      doors: ['101 DAILY 2026-07-07', '201 DAILY 2026-07-07'],
    });
    expect(await labels('SECRETARY', '07T12:00')).toEqual({ total: 1, doors: ['201 DAILY 2026-07-07'] });
    expect((await labels('SECRETARY', '10T12:00')).doors).toEqual(['201 DAILY 2026-07-07', '101 DAILY 2026-07-08']);
  });

  it('is of the own grid for grid staff, whatever they ask for', async () => {
    expect((await labels('GRID_WORKER', '07T08:00')).doors).toEqual(['101 DAILY 2026-07-07']);
    expect((await labels('BRANCH_SECRETARY', '07T08:00', { grid: fixture.grid(3) }, 3)).doors).toEqual([
      '201 DAILY 2026-07-07',
    ]);
    expect(await refusalOf(labels('GRID_WORKER', '07T08:00', { grid: fixture.grid(3) }))).toBe('NOT_FOUND grid');
    expect(await refusalOf(labels('GRID_WORKER', '07T08:00', { entrance: fixture.entrance('3-2') }))).toBe(
      'NOT_FOUND entrance',
    );
    expect(await refusalOf(labels('PLANNER', '07T08:00'))).toBe('FORBIDDEN');
  });

  it('by grid and entrance, in pages', async () => {
    expect((await labels('SECRETARY', '07T08:00', { grid: fixture.grid(3) })).doors).toEqual(['201 DAILY 2026-07-07']);
    expect((await labels('SECRETARY', '07T08:00', { entrance: fixture.entrance('1-1') })).doors).toEqual([
      '101 DAILY 2026-07-07',
    ]);
    const first = await fixture.service.doorsDue(fixture.as('SECRETARY', '07T08:00'), fixture.world.code, { first: 1 });
    expect(first).toMatchObject({ totalCount: 2, pageInfo: { hasNextPage: true } });
    const second = await labels('SECRETARY', '07T08:00', { first: 1, after: first.pageInfo.endCursor! });
    expect(second).toEqual({ total: 2, doors: ['201 DAILY 2026-07-07'] });
    expect(await refusalOf(labels('SECRETARY', '07T08:00', { first: 101 }))).toBe('BAD_PAGE_SIZE first');
    expect(await refusalOf(labels('SECRETARY', '07T08:00', { after: 'x' }))).toBe('BAD_CURSOR after');
  });
});

describe('visits', () => {
  const page = (
    role: Role,
    filter: Parameters<VisitsFixture['service']['visits']>[3] = {},
    options: { screen?: boolean; first?: number; after?: string; asOf?: Date } = {},
  ) =>
    fixture.service.visits(
      fixture.as(role, '07T12:00', options),
      fixture.world.code,
      { first: 100, ...options },
      filter,
      options.asOf,
    );
  const doors = async (...call: Parameters<typeof page>) => (await page(...call)).edges.map(({ node }) => node.door);

  it('come newest first, with filters, in pages, as of an instant', async () => {
    const all = await page('SECRETARY');
    expect(all.totalCount).toBe(10);
    expect(all.edges.map(({ node }) => node.at.getTime())).toEqual(
      all.edges.map(({ node }) => node.at.getTime()).toSorted((a, b) => b - a),
    );
    expect((await page('SECRETARY', { grid: fixture.grid(3) })).edges.map(({ node }) => node.outcome)).toEqual([
      'NOT_HOME',
      'MET',
    ]);
    expect(
      (await page('SECRETARY', { entrance: fixture.entrance('1-2') })).edges.map(({ node }) => node.outcome),
    ).toEqual(['MOVED_AWAY']);
    expect(
      (
        await page('SECRETARY', {
          building: encodeId('Building', fixture.world.communityId, fixture.world.buildingIds[2]!),
        })
      ).totalCount,
    ).toBe(1);
    expect((await page('SECRETARY', { outcomes: ['REFUSED', 'FOLLOW_UP'] })).totalCount).toBe(2);
    expect((await page('SECRETARY', { from: at('07T09:00'), to: at('07T11:00') })).totalCount).toBe(3);
    expect((await page('SECRETARY', {}, { asOf: at('07T08:00') })).totalCount).toBe(4);
    const first = await page('SECRETARY', {}, { first: 6 });
    const second = await page('SECRETARY', {}, { first: 6, after: first.pageInfo.endCursor! });
    expect([...first.edges, ...second.edges].map(({ node }) => node.id)).toEqual(all.edges.map(({ node }) => node.id));
    expect(await refusalOf(page('SECRETARY', {}, { asOf: at('07T12:01') }))).toBe('INVALID_TIME asOf');
  });

  it('name doors to the secretary and the own grid, to nobody else', async () => {
    expect((await doors('SECRETARY')).filter((door) => door === null)).toHaveLength(0);
    expect((await doors('GRID_WORKER')).filter((door) => door !== null)).toHaveLength(7);
    expect(await doors('GRID_WORKER', { grid: fixture.grid(3) })).toEqual([null, null]);
    expect(new Set(await doors('PLANNER'))).toEqual(new Set([null]));
    expect(new Set(await doors('SECRETARY', {}, { screen: true }))).toEqual(new Set([null]));
    for (const role of ['STREET_REVIEWER', 'PROPERTY_MANAGER', 'POLICE'] as const)
      expect(await refusalOf(doors(role))).toBe('FORBIDDEN');
  });

  it('never carry the note', async () => {
    await fixture.service.record(
      fixture.as('SECRETARY', '07T11:30'),
      fixture.input({}, { visits: [{ dwelling: fixture.door('2-2-1-1'), outcome: 'FOLLOW_UP', note: '只给自己看' }] }),
    );
    expect(JSON.stringify(await page('SECRETARY'))).not.toContain('只给自己看');
    const visible = await fixture.database.read(
      { communities: [fixture.world.communityId], personal: false },
      sql`select note from visit_notes where community_id = ${fixture.world.communityId}::uuid`,
    );
    expect(visible).toEqual([]);
    expect(
      await fixture.database.read(
        SYSTEM,
        sql`select note from visit_notes where community_id = ${fixture.world.communityId}::uuid`,
      ),
    ).toHaveLength(1);
  });
});
