// The ground of plans on the small world: units, neighbours and figures, and that care leaves as sums only.
import { Boundaries, localProjection, roundLonLat } from '@qinghe/rebalance';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { surveyor } from '#modules/geography';
import { SYSTEM } from '#platform/database/scope';
import { sql } from '#platform/database/sql';
import { plansBed, type PlansBed } from '../../../../test/testkit/plans-fixture.ts';
import { SMALL_WORLD_ANCHOR } from '../../../../test/testkit/small-world.ts';
import type { PlanGround } from './plan-ground.service.ts';

let bed: PlansBed;
let ground: PlanGround;
beforeAll(async () => {
  bed = await plansBed();
  ground = (await bed.plans.ground.ground(bed.world.access('PLANNER'), bed.world.code))!;
}, 180_000);
afterAll(() => bed.close());

describe('planGround', () => {
  it('counts every household once', () => {
    expect(ground.units).toHaveLength(8);
    expect(ground.units.reduce((sum, unit) => sum + unit.households, 0)).toBe(31);
    expect(ground.units.map(({ name }) => name).toSorted()[0]).toBe('1栋1单元');
  });

  it('sums care per entrance by cadence: a daily door seven times a week, one floor up once each time', () => {
    const figures = bed.byKey(
      ground.units.map(({ dailyCareDoors, doorsDuePerWeek, floorsPerWeek }) => [
        dailyCareDoors,
        doorsDuePerWeek,
        floorsPerWeek,
      ]),
    );
    expect(figures).toMatchObject({ '1-1': [1, 8, 0], '3-2': [1, 7, 7], '1-2': [0, 0, 0] });
    expect(figures['2-1']?.[1]).toBeCloseTo(7 / 30, 10);
  });

  it('names neighbours by index, and border pieces that draw every grid in one piece', () => {
    const { anchor, ...arcs } = JSON.parse(ground.arcs) as Record<string, number[]>;
    expect(anchor).toHaveLength(2);
    expect(ground.borders.every(([one, other]) => one! < other! && other! < 8)).toBe(true);
    const typed = {
      offsets: Int32Array.from(arcs['offsets']!),
      points: Float64Array.from(arcs['points']!),
      left: Int32Array.from(arcs['left']!),
      right: Int32Array.from(arcs['right']!),
      start: Int32Array.from(arcs['start']!),
      end: Int32Array.from(arcs['end']!),
    };
    const assignment = Int32Array.from(bed.keys, (key) => Number(key.split('-')[0]) - 1);
    const boundaries = new Boundaries({ arcs: typed }, assignment, 4);
    expect(boundaries.polygons.map((polygons) => polygons.length)).toEqual([1, 1, 1, 1]);
  });

  it('names the workers of the grids', () => {
    expect(ground.grids.map(({ number, worker }) => [number, worker])).toEqual([
      [1, '小样worker1'],
      [2, '小样worker2'],
      [3, '小样worker3'],
    ]);
  });

  it('closes its figures at midnight, after 90 whole days', () => {
    expect(ground.figuresTo.toISOString()).toBe('2026-07-06T16:00:00.000Z');
    expect(ground.figuresTo.getTime() - ground.figuresFrom.getTime()).toBe(90 * 86_400_000);
  });

  it('is not for workers or screens', async () => {
    const ask = (context: Parameters<typeof bed.plans.ground.ground>[0]) =>
      bed.plans.ground.ground(context, bed.world.code);
    await expect(ask(bed.world.access('GRID_WORKER'))).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(ask(bed.world.access('PLANNER', { screen: true }))).rejects.toMatchObject({
      code: 'SCREEN_READ_ONLY',
    });
  });

  it('keeps units and assignments in one order, also where drawn slices come after derived ones', async () => {
    const { communityId, buildingIds } = bed.world;
    await bed.database.write({ scope: SYSTEM, communityId, actorId: null, now: bed.world.now }, async (tx) => {
      await tx.execute(sql`
        update entrances set slice_derived = true where community_id = ${communityId}::uuid and building_id = ${buildingIds[1]!}::uuid`);
      await tx.execute(
        sql`update communities set geography_version = geography_version + 1 where id = ${communityId}::uuid`,
      );
    });
    const planner = bed.world.access('PLANNER');
    const again = (await bed.plans.ground.ground(planner, bed.world.code))!;
    const plan = await bed.draft(planner, '次序');
    const { assignment } = await plan.details.units(plan.uuid);
    expect(again.geographyVersion).toBe(ground.geographyVersion + 1);
    expect(again.units.map(({ name }, index) => `${name} ${String(assignment[index])}`)).toEqual([
      '2栋1单元 2',
      '2栋2单元 2',
      '1栋1单元 1',
      '1栋2单元 1',
      '3栋1单元 3',
      '3栋2单元 3',
      '4栋1单元 3',
      '4栋2单元 2',
    ]);
  });

  it('names neighbours that water lies between; a lane only attracts borders', async () => {
    const { communityId } = bed.world;
    const { inverse } = localProjection(SMALL_WORLD_ANCHOR);
    const line = (kind: string, ...points: readonly (readonly [number, number])[]) => ({
      kind,
      name: null,
      barrier: true,
      geometry: { type: 'LineString', coordinates: points.map((point) => roundLonLat(inverse(point))) },
    });
    expect(ground.barrierCrossings).toEqual([]);
    await bed.database.write({ scope: SYSTEM, communityId, actorId: null, now: bed.world.now }, async (tx) => {
      await surveyor.storeBaseFeatures(tx, [
        line('LANE', [-100, 0], [100, 0]),
        line('WATER', [5, -60], [5, 0]),
        line('WALL', [5, 0], [5, 60]),
        // Behind a building: it bounds nothing.
        line('RAIL', [-100, -50], [-90, -50]),
      ]);
      await surveyor.touchGeography(tx);
    });
    const { units, barrierCrossings, borders } = (await bed.plans.ground.ground(
      bed.world.access('PLANNER'),
      bed.world.code,
    ))!;
    const named = new Set(
      barrierCrossings.map((pair) =>
        pair
          .map((unit) => units[unit]!.name)
          .toSorted()
          .join(' | '),
      ),
    );
    expect(named).toEqual(new Set(['1栋2单元 | 2栋1单元', '3栋2单元 | 4栋1单元']));
    expect(barrierCrossings.every(([one, other]) => one! < other!)).toBe(true);
    expect(borders.length).toBeGreaterThan(barrierCrossings.length);
  });
});
