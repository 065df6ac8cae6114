// From cells to grids: growing, connectedness, dissolving, labels and numbers, together on one compound.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tilingFaults } from '../test/judge.ts';
import { entrances, rectangle, toyWorlds, turned, type World } from '../test/worlds.ts';
import { componentCounts, components } from './contiguity.ts';
import { deriveCoverage } from './coverage.ts';
import { dissolve } from './dissolve.ts';
import { growPartition } from './grow.ts';
import { labelPoint } from './label-point.ts';
import { numberGrids } from './number-grids.ts';
import { outlineFromFootprints } from './outline.ts';
import { insidePolygon, multiPolygonArea } from './polygon-measures.ts';
import { seededRandom } from './random.ts';
import type { Polygon } from './shapes.ts';

/** 19 buildings of four entrances about courts, slightly turned. */
function compound(seed: number): World & { footprints: Polygon[]; weights: Int32Array } {
  const random = seededRandom(seed);
  const footprints = Array.from({ length: 19 }, (_, index) => {
    const [x, y] = [(index % 5) * 78 + random() * 6, Math.floor(index / 5) * 46 + random() * 8];
    return turned(rectangle(x, y, 62, 14), (random() - 0.5) * 0.15, [x + 31, y + 7]);
  });
  const units = footprints.flatMap((footprint) => entrances(footprint, 4));
  return {
    footprints,
    units,
    outline: outlineFromFootprints(footprints, 15),
    weights: Int32Array.from(units, () => 50 + Math.floor(random() * 40)),
  };
}

const world = compound(11);
const coverage = deriveCoverage(world);
const { adjacency } = coverage;
const plan = growPartition({ adjacency, weights: world.weights, gridCount: 15, seed: 4 });
const grids = dissolve(coverage, plan, 15);

function loadsOf(assignment: Int16Array, gridCount: number): number[] {
  const loads = Array.from({ length: gridCount }, () => 0);
  assignment.forEach((grid, unit) => (loads[grid]! += world.weights[unit]!));
  return loads;
}

describe('growPartition', () => {
  it('gives 15 connected, balanced grids', () => {
    expect([...componentCounts(adjacency, plan, 15)]).toEqual(Array.from({ length: 15 }, () => 1));
    const loads = loadsOf(plan, 15);
    expect(loads.reduce((sum, load) => sum + load, 0)).toBe(world.weights.reduce((sum, weight) => sum + weight, 0));
    expect(Math.max(...loads) / Math.min(...loads)).toBeLessThan(1.8);
  });

  it('gives the same plan for the same seed, another for another', () => {
    expect(growPartition({ adjacency, weights: world.weights, gridCount: 15, seed: 4 })).toEqual(plan);
    expect(growPartition({ adjacency, weights: world.weights, gridCount: 15, seed: 5 })).not.toEqual(plan);
  });

  it('follows a preference for uneven grids', () => {
    const uneven = growPartition({ adjacency, weights: world.weights, gridCount: 3, seed: 1, preference: [2, 1, 1] });
    const [first, second, third] = loadsOf(uneven, 3);
    expect(first! / second!).toBeGreaterThan(1.7);
    expect(first! / third!).toBeGreaterThan(1.7);
  });

  it('refuses more grids than units', () => {
    expect(() => growPartition({ adjacency, weights: world.weights, gridCount: 77, seed: 1 })).toThrow(
      '1 to the number of units expected',
    );
    expect(() => growPartition({ adjacency, weights: world.weights, gridCount: 3, seed: 1, preference: [1] })).toThrow(
      'one number per grid expected',
    );
  });
});

describe('dissolve', () => {
  it('makes every connected grid one polygon, and all of them a tiling', () => {
    expect(grids.map((grid) => grid.length)).toEqual(Array.from({ length: 15 }, () => 1));
    expect(tilingFaults(world, grids)).toEqual([]);
  });

  it('gives as many polygons as the graph has components, whatever the assignment', () => {
    const whole = deriveCoverage({ ...world, minBorderMetres: 0 });
    fc.assert(
      fc.property(fc.infiniteStream(fc.integer({ min: 0, max: 3 })), (stream) => {
        const assignment = Int16Array.from(world.units, () => stream.next().value as number);
        const random = dissolve(whole, assignment, 4);
        expect(random.map((grid) => grid.length)).toEqual([...componentCounts(whole.adjacency, assignment, 4)]);
        expect(tilingFaults(world, random)).toEqual([]);
      }),
      { numRuns: 30, seed: 5 },
    );
  });

  it('leaves a hole where one grid lies inside another, and nothing for an empty grid', () => {
    const ring = deriveCoverage(toyWorlds['a ring of a building round a kiosk']!);
    const [outer, inner, empty] = dissolve(ring, Int16Array.of(0, 0, 0, 0, 1), 3);
    expect(outer!.map((polygon) => polygon.length)).toEqual([2]);
    expect(inner!.map((polygon) => polygon.length)).toEqual([1]);
    expect(empty).toEqual([]);
    expect(multiPolygonArea(outer!) + multiPolygonArea(inner!)).toBeCloseTo(10_000, 2);
  });

  it('leaves out units without a grid', () => {
    const slab = deriveCoverage(toyWorlds['a slab with four entrances']!);
    const [only] = dissolve(slab, Int16Array.of(-1, 0, 0, -1));
    expect(multiPolygonArea(only!)).toBeCloseTo(1500, 0);
  });
});

describe('contiguity', () => {
  it('numbers components within grids and skips units without one', () => {
    const { adjacency: row } = deriveCoverage(toyWorlds['a slab with four entrances']!);
    expect([...components(row, Int16Array.of(0, 1, 0, -1))]).toEqual([0, 1, 2, -1]);
    expect([...componentCounts(row, Int16Array.of(0, 1, 0, -1), 3)]).toEqual([2, 1, 0]);
  });
});

describe('labels and numbers', () => {
  it('places labels inside the grid, beside buildings where there is room', () => {
    const points = grids.map((grid) => labelPoint(grid, world.footprints));
    points.forEach((point, grid) => expect(grids[grid]!.some((polygon) => insidePolygon(point, polygon))).toBe(true));
    expect(points.filter((point) => world.footprints.some((footprint) => insidePolygon(point, footprint)))).toEqual([]);
  });

  it('finds the middle of a square and the thick end of a wedge', () => {
    expect(labelPoint([rectangle(0, 0, 40, 40)])).toEqual([expect.closeTo(20, 0), expect.closeTo(20, 0)]);
    expect(
      labelPoint([
        [
          [
            [0, 0],
            [100, 0],
            [100, 60],
            [0, 0],
          ],
        ],
      ])[0],
    ).toBeGreaterThan(70);
    expect(() => labelPoint([])).toThrow('at least one expected');
  });

  it('finds the one open place among hundreds of buildings, far from the middle', () => {
    const town = Array.from({ length: 900 }, (_, index) => [30 * (index % 30), 30 * Math.floor(index / 30)] as const)
      .filter(([x, y]) => x < 60 || x > 180 || y < 60 || y > 180)
      .map(([x, y]) => rectangle(x, y, 24, 24));
    const [x, y] = labelPoint([rectangle(-6, -6, 912, 912)], town);
    expect([x, y]).toEqual([expect.closeTo(138, 0), expect.closeTo(138, 0)]);
  });

  it('numbers left to right, top to bottom', () => {
    expect([
      ...numberGrids([
        [0, 0],
        [10, 0],
        [0, 10],
        [10, 10.5],
      ]),
    ]).toEqual([3, 4, 1, 2]);
    expect([
      ...numberGrids([
        [20, 0],
        [0, 0],
        [10, 0],
      ]),
    ]).toEqual([3, 1, 2]);
  });
});

describe('outlineFromFootprints', () => {
  it('keeps its margin and rounds the corners', () => {
    const outline = outlineFromFootprints([rectangle(0, 0, 100, 50), rectangle(30, 10, 5, 5)], 15);
    expect(multiPolygonArea(outline)).toBeGreaterThan(5000 + 300 * 15 + Math.PI * 225 * 0.97);
    expect(multiPolygonArea(outline)).toBeLessThan(5000 + 300 * 15 + Math.PI * 225);
    expect(() => outlineFromFootprints([], 15)).toThrow('polygons with an area expected');
    expect(() => outlineFromFootprints([rectangle(0, 0, 1, 1)], 0)).toThrow('a positive number expected');
  });
});
