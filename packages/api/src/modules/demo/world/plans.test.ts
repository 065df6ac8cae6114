// Proves both plans on the derived coverage: 15 contiguous grids, the sizes that give a planner work, the numbering.
import { componentCounts, deriveCoverage, dissolve, type MultiPolygon } from '@qinghe/rebalance';
import { describe, expect, it } from 'vitest';
import { toMetres } from './local-frame.ts';
import { GRID_COUNT, gridOn, minutesPerWeekOf, sumByGrid } from './plans.ts';
import type { Assignment, Ring } from './world-types.ts';
import { buildWorld, DEMO_SEED } from './world.ts';

const world = buildWorld(DEMO_SEED, '2026-05-23');
const entrances = world.layout.buildings.flatMap((building) => building.entrances);
const inMetres = (ring: Ring): MultiPolygon => [[ring.map(toMetres)]];
const coverage = deriveCoverage({
  outline: inMetres(world.layout.base.outline),
  units: entrances.map(({ ring }) => ({ polygons: inMetres(ring) })),
});
const { inForce, earlier } = world.plans;

const unitsOf = (assignment: Assignment) => Int32Array.from(entrances, ({ key }) => (assignment[key] ?? 0) - 1);

const sizes = ({ assignment }: { assignment: Assignment }) => sumByGrid(assignment, world.households, () => 1);

describe('the coverage of the compound', () => {
  it('gives every entrance one cell with neighbours', () => {
    expect(coverage.cells).toHaveLength(76);
    expect(coverage.exceptions).toEqual([]);
  });
});

describe.each([inForce, earlier])('$name', ({ assignment, facilityGrid }) => {
  it('puts each of the 76 entrances into one of 15 grids, every household counted', () => {
    expect(Object.keys(assignment).toSorted()).toEqual(entrances.map(({ key }) => key).toSorted());
    expect(new Set(Object.values(assignment))).toEqual(new Set(Array.from({ length: GRID_COUNT }, (_, i) => i + 1)));
    expect(sizes({ assignment }).reduce((sum, size) => sum + size, 0)).toBe(5_235);
  });

  it('keeps every grid in one piece', () => {
    const pieces = componentCounts(coverage.adjacency, unitsOf(assignment), GRID_COUNT);
    expect(Array.from(pieces)).toEqual(Array.from({ length: GRID_COUNT }, () => 1));
    const cut = unitsOf({ ...assignment, '1-1': 15 });
    expect(componentCounts(coverage.adjacency, cut, GRID_COUNT)[14]).toBe(2);
  });

  it('stays in one piece where the facilities are units as well', () => {
    const solids = [...entrances, ...world.layout.facilities].map(({ ring }) => ({ polygons: inMetres(ring) }));
    const withFacilities = deriveCoverage({ outline: inMetres(world.layout.base.outline), units: solids });
    const units = Int32Array.of(...unitsOf(assignment), ...world.layout.facilities.map(() => facilityGrid - 1));
    expect(dissolve(withFacilities, units, GRID_COUNT).map((parts) => parts.length)).toEqual(
      Array.from({ length: GRID_COUNT }, () => 1),
    );
  });

  it('dissolves into one polygon a grid', () => {
    expect(dissolve(coverage, unitsOf(assignment), GRID_COUNT).map((parts) => parts.length)).toEqual(
      Array.from({ length: GRID_COUNT }, () => 1),
    );
  });

  it('has building 9 in a left grid and building 19 in grid 15', () => {
    for (const entrance of ['9-1', '9-2', '9-3', '9-4'] as const) expect(assignment[entrance]).toBe(7);
    for (const entrance of ['19-1', '19-2', '19-3', '19-4'] as const) expect(assignment[entrance]).toBe(15);
  });

  it('numbers grids by rows from the north, in a row from the west', () => {
    const places = Array.from({ length: GRID_COUNT }, (_, i) => {
      const mine = entrances.filter(({ key }) => assignment[key] === i + 1);
      const rows = mine
        .map(({ building }) => [4, 8, 11, 15, 19].findIndex((last) => building <= last))
        .toSorted((a, b) => a - b);
      const west = mine.reduce((sum, { doorAt }) => sum + doorAt[0], 0) / mine.length;
      return [rows[Math.floor(rows.length / 2)] ?? 0, west] as const;
    });
    const sorted = places.toSorted((a, b) => a[0] - b[0] || a[1] - b[1]);
    expect(places).toEqual(sorted);
  });
});

describe('the plan in force', () => {
  it('leaves a planner something to do: two grids above 500 households, four below 300, workload beyond 1.8', () => {
    expect(sizes(inForce).filter((size) => size > 500)).toHaveLength(2);
    expect(sizes(inForce).filter((size) => size < 300)).toHaveLength(4);
    const minutes = sumByGrid(inForce.assignment, world.households, minutesPerWeekOf);
    expect(Math.max(...minutes) / Math.min(...minutes)).toBeGreaterThan(1.8);
    expect(Math.max(...minutes) / Math.min(...minutes)).toBeLessThan(2.6);
  });

  it('differs from the earlier one and takes over on its day', () => {
    const moved = entrances.filter(({ key }) => inForce.assignment[key] !== earlier.assignment[key]);
    expect(moved.length).toBeGreaterThan(10);
    expect(gridOn(world.plans, '15-1', '2026-05-22')).toBe(9);
    expect(gridOn(world.plans, '15-1', '2026-05-23')).toBe(12);
    expect(() => gridOn(world.plans, '20-1', '2026-05-23')).toThrow('20-1');
  });
});
