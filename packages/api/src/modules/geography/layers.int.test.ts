// Layers, the places of one request, and norms, on the engine under test.
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import 'reflect-metadata';
import { SYSTEM } from '#platform/database/scope';
import { sql } from '#platform/database/sql';
import type { RequestContext } from '#platform/graphql/context';
import { decodeId } from '#platform/ids';
import { createAccess } from '#modules/access';
import { createFileStore } from '#platform/files/file-store';
import { type SmallWorld, smallWorld } from '../../../test/testkit/small-world.ts';
import { openTestDatabase, type TestDatabase } from '../../../test/testkit/test-database.ts';
import { GeographyService } from './geography.service.ts';
import { DEFAULT_NORMS } from './norms.ts';
import { NormsBook } from './norms-book.ts';
import { Places } from './places.ts';
import { storeCalendarDays } from './survey/store-calendar.ts';

let test: TestDatabase;
let world: SmallWorld;
let other: SmallWorld;
let service: GeographyService;
let norms: NormsBook;
let context: RequestContext;
const DAY_MS = 86_400_000;
const daysAgo = (days: number) => new Date(world.now.getTime() - days * DAY_MS);
const scope = () => ({ communities: [world.communityId], personal: false });

beforeAll(async () => {
  test = await openTestDatabase();
  world = await smallWorld(test.database);
  other = await smallWorld(test.database, { code: '420100000002' });
  norms = new NormsBook(test.database);
  const files = createFileStore(test.location.dataDirectory);
  const { guard } = createAccess({ database: test.database, clock: { now: () => world.now }, files, secure: true });
  service = new GeographyService(test.database, guard, norms);
}, 180_000);
afterAll(() => test.close());
beforeEach(() => {
  context = world.access('PLANNER');
});

describe('layers', () => {
  interface Feature {
    id: number;
    geometry: { type: string };
    properties: Record<string, unknown>;
  }
  const layer = async (
    name: 'BASE' | 'GRIDS' | 'BUILDINGS' | 'ENTRANCES',
    bbox: { west: number; south: number; east: number; north: number } | null = null,
    validAt: Date | null = null,
  ) =>
    (
      JSON.parse(await service.featureCollection(context, world.code, name, bbox, validAt)) as {
        type: string;
        features: Feature[];
      }
    ).features;

  it('are one FeatureCollection with map ids', async () => {
    const entrances = await layer('ENTRANCES');
    expect(entrances.map((feature) => feature.properties['name'])).toEqual([
      '1栋1单元',
      '1栋2单元',
      '2栋1单元',
      '2栋2单元',
      '3栋1单元',
      '3栋2单元',
      '4栋1单元',
      '4栋2单元',
    ]);
    expect(
      entrances.every(
        (feature) => feature.id === feature.properties['mapId'] && feature.geometry.type === 'MultiPolygon',
      ),
    ).toBe(true);
    const grids = await layer('GRIDS');
    expect(grids.map((feature) => [feature.properties['number'], feature.properties['households']])).toEqual([
      [1, 8],
      [2, 11],
      [3, 12],
    ]);
    expect(entrances.at(-1)?.properties['gridMapId']).toBe(grids[1]?.id);
    const buildings = await layer('BUILDINGS');
    expect(entrances[0]?.properties['buildingMapId']).toBe(buildings[0]?.id);
    expect((await layer('BASE')).map((feature) => [feature.id, feature.properties])).toEqual([
      [1, { kind: 'LANE', name: '中间路', barrier: true }],
    ]);
    expect(await layer('ENTRANCES', { west: 0, south: 0, east: 1, north: 1 })).toEqual([]);
  });

  it('are kept until the geography or the plan in force changes', async () => {
    const reads = vi.spyOn(test.database, 'readOne');
    const before = await service.featureCollection(context, world.code, 'GRIDS', null, daysAgo(60));
    reads.mockClear();
    expect(await service.featureCollection(context, world.code, 'GRIDS', null, daysAgo(61))).toBe(before);
    expect(reads).not.toHaveBeenCalled();
    expect(await service.featureCollection(context, world.code, 'GRIDS', null, null)).not.toBe(before);
    reads.mockClear();
    await test.database.write(
      { scope: SYSTEM, communityId: world.communityId, actorId: null, now: world.now },
      async (tx) => {
        await tx.execute(
          sql`update communities set geography_version = geography_version + 1 where id = ${world.communityId}::uuid`,
        );
        tx.record({ kind: 'geography.changed', at: world.now, data: {} });
      },
    );
    const version = (text: string) => (JSON.parse(text) as { geographyVersion: number }).geographyVersion;
    const after = await service.featureCollection(context, world.code, 'GRIDS', null, daysAgo(60));
    expect(version(after)).toBe(version(before) + 1);
    expect(reads).toHaveBeenCalledTimes(2);
    reads.mockRestore();
  });
});

describe('places of a request', () => {
  it('gather single asks into one query a kind', async () => {
    const places = new Places(test.database, context, world.communityId);
    const reads = vi.spyOn(test.database, 'read');
    const lists = await Promise.all(Object.values(world.buildingIds).map((id) => places.entrancesOfBuilding(id)));
    expect(lists.map((list) => list.map((entrance) => entrance.name))).toEqual(
      [1, 2, 3, 4].map((n) => [`${n}栋1单元`, `${n}栋2单元`]),
    );
    expect(reads).toHaveBeenCalledTimes(1);
    const grids = await Promise.all(lists.flat().map((entrance) => places.gridOfEntrance(entrance.uuid)));
    expect(grids.map((grid) => grid?.number)).toEqual([1, 1, 2, 2, 3, 3, 3, 2]);
    expect(reads).toHaveBeenCalledTimes(3);
    const ofGrid = await places.entrancesOfGrid(world.gridIds[2]!);
    expect(ofGrid.map((entrance) => entrance.name)).toEqual(['2栋1单元', '2栋2单元', '4栋2单元']);
    expect((await places.gridOfEntrance(world.entranceIds['4-2']!, daysAgo(60)))?.number).toBe(3);
    reads.mockRestore();
    expect(decodeId(lists[0]![0]!.id, 'Entrance', 'id').id).toBe(world.entranceIds['1-1']);
  });

  it('show nothing of another community, whatever ids are asked', async () => {
    const places = new Places(test.database, context, other.communityId);
    expect(await places.building(other.buildingIds[1]!)).toBeUndefined();
    expect(await places.entrancesOfGrid(other.gridIds[1]!)).toEqual([]);
  });
});

describe('norms', () => {
  it('are the defaults until a version of the own begins', async () => {
    const begins = daysAgo(-1);
    expect(await norms.normsInForce(scope(), world.communityId, world.now)).toEqual(DEFAULT_NORMS);
    await test.database.write(
      { scope: SYSTEM, communityId: world.communityId, actorId: null, now: world.now },
      async (tx) => {
        const body = JSON.stringify({ ...DEFAULT_NORMS, dispatchAlarmMinutes: 20 });
        await tx.execute(
          sql`insert into norms (community_id, version, valid_from, body) values (${world.communityId}::uuid, 2, ${begins.toISOString()}::timestamptz, ${body}::jsonb)`,
        );
        await storeCalendarDays(tx, [
          { day: '2026-10-10', working: true },
          { day: '2026-10-01', working: false },
        ]);
      },
    );
    norms.forget(world.communityId);
    expect((await norms.normsInForce(scope(), world.communityId, world.now)).version).toBe(1);
    expect(await norms.normsInForce(scope(), world.communityId, begins)).toMatchObject({
      version: 2,
      dispatchAlarmMinutes: 20,
    });
    expect((await norms.normsByVersion(scope(), world.communityId, 1)).dispatchAlarmMinutes).toBe(15);
    await expect(norms.normsByVersion(scope(), world.communityId, 7)).rejects.toThrow('no norms version 7');
    const calendar = await norms.workingCalendar(scope(), world.communityId, world.now);
    expect([...calendar.exceptions]).toEqual([
      ['2026-10-01', 'OFF'],
      ['2026-10-10', 'WORKING'],
    ]);
    expect([calendar.zone, [...calendar.yearsCovered], calendar.weekdays]).toEqual([
      'Asia/Shanghai',
      [2026],
      [1, 2, 3, 4, 5],
    ]);
  });

  it("name their categories in the viewer's language", async () => {
    expect((await service.categories(context, world.code))[0]).toEqual({
      code: 'SEWAGE',
      name: '排水返污',
      kind: 'URGENT',
      respondMinutes: 15,
      finishMinutes: 240,
      workingTime: true,
    });
    expect((await service.categories({ ...context, language: 'EN' }, world.code)).at(-1)?.name).toBe('Other');
  });
});
