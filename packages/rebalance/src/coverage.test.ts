// Cells tile the outline and hold their slices: toy worlds first, then random ones.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coversAt, strayingSlices, tilingFaults } from '../test/judge.ts';
import { entrances, rectangle, spot, spread, toyWorlds, type World } from '../test/worlds.ts';
import { deriveCoverage } from './coverage.ts';
import { dissolve } from './dissolve.ts';
import { insidePolygon } from './polygon-measures.ts';
import type { Position } from './shapes.ts';

describe('deriveCoverage on toy worlds', () => {
  it.each(Object.entries(toyWorlds))('tiles %s', (_, world) => {
    const coverage = deriveCoverage(world);
    expect(coverage.exceptions).toEqual([]);
    expect(coverage.cells.map((cell) => cell.length)).toEqual(world.units.map(() => 1));
    expect(tilingFaults(world, coverage.cells)).toEqual([]);
    expect(strayingSlices(world, coverage)).toEqual([]);
  });

  it('runs cut lines on straight and at right angles to the wall', () => {
    const { cells, adjacency } = deriveCoverage(toyWorlds['a slab with four entrances']!);
    const xs = cells[1]![0]![0]!.map(([x]) => x);
    expect(Math.min(...xs)).toBeCloseTo(35, 1);
    expect(Math.max(...xs)).toBeCloseTo(50, 1);
    expect([...adjacency.offsets]).toEqual([0, 1, 3, 5, 6]);
    expect([...adjacency.neighbours]).toEqual([1, 0, 2, 1, 3, 2]);
    expect([...adjacency.borderDecimetres]).toEqual([500, 500, 500, 500, 500, 500]);
  });

  it('halves the lane between two parallel slabs', () => {
    const { cells } = deriveCoverage({
      outline: [rectangle(0, 0, 60, 60)],
      units: [{ polygons: [rectangle(0, 0, 60, 12)] }, { polygons: [rectangle(0, 40, 60, 20)] }],
    });
    expect(Math.max(...cells[0]![0]![0]!.map(([, y]) => y))).toBeCloseTo(26, 1);
    expect(Math.min(...cells[1]![0]![0]!.map(([, y]) => y))).toBeCloseTo(26, 1);
  });

  it('keeps the border between two rows level where the cut lines of their entrances meet it', () => {
    const units = [...entrances(rectangle(10, 10, 60, 12), 4), ...entrances(rectangle(17, 46, 60, 12), 5)];
    const coverage = deriveCoverage({ outline: [rectangle(0, 0, 90, 70)], units });
    const rowOf = Int32Array.from(units, (_, unit) => (unit < 4 ? 0 : 1));
    const south = dissolve(coverage, rowOf, 2)[0]!;
    const heights = south[0]![0]!.filter(([x, y]) => y > 25 && x > 20 && x < 67).map(([, y]) => y);
    expect(heights.length).toBeGreaterThan(0);
    for (const height of heights) expect(Math.abs(height - 34)).toBeLessThan(0.75);
  });

  it('lets borders on a barrier cost less', () => {
    const units = [{ polygons: [rectangle(10, 10, 20, 20)] }, { polygons: [rectangle(50, 10, 20, 20)] }];
    const outline = [rectangle(0, 0, 80, 40)];
    const road = {
      lines: [
        [
          [41, -5],
          [41, 45],
        ] as const,
      ],
      factor: 0.2,
      reachMetres: 5,
    };
    expect([...deriveCoverage({ outline, units, barriers: road }).adjacency.costDecimetres]).toEqual([80, 80]);
    expect([...deriveCoverage({ outline, units }).adjacency.costDecimetres]).toEqual([400, 400]);
  });
});

describe('deriveCoverage lists what deviates', () => {
  const outline = [rectangle(0, 0, 200, 60)];
  const middle = { polygons: [rectangle(90, 20, 20, 20)] };

  it('a unit of two footprints with a building between them', () => {
    const world: World = {
      outline,
      units: [{ polygons: [rectangle(10, 20, 20, 20), rectangle(170, 20, 20, 20)] }, middle],
    };
    const coverage = deriveCoverage(world);
    expect(coverage.exceptions).toEqual([{ unit: 0, reason: 'SEVERAL_PARTS', count: 2 }]);
    expect(tilingFaults(world, coverage.cells)).toEqual([]);
  });

  it('overlap, ground beyond the outline, no footprint and no cell', () => {
    const covered = { polygons: [rectangle(92, 22, 10, 10)] };
    const world: World = {
      outline,
      units: [
        middle,
        { polygons: [rectangle(100, 20, 30, 20)] },
        { polygons: [] },
        covered,
        { polygons: [rectangle(190, 20, 20, 20)] },
      ],
    };
    const coverage = deriveCoverage(world);
    expect(coverage.exceptions).toEqual([
      { unit: 2, reason: 'NO_FOOTPRINT', count: 1 },
      { unit: 3, reason: 'NO_CELL', count: 1 },
      { unit: 1, reason: 'OVERLAPPED', count: 1 },
      { unit: 3, reason: 'OVERLAPPED', count: 1 },
      { unit: 4, reason: 'BEYOND_OUTLINE', count: 1 },
    ]);
    expect(tilingFaults(world, coverage.cells)).toEqual([]);
  });

  it('islands and ground without any footprint', () => {
    const world: World = {
      outline: [...outline, rectangle(300, 0, 50, 50), rectangle(400, 0, 50, 50)],
      units: [middle, { polygons: [rectangle(310, 10, 20, 20)] }],
    };
    const coverage = deriveCoverage(world);
    expect(coverage.exceptions).toEqual([
      { unit: 0, reason: 'ISLAND', count: 1 },
      { unit: 1, reason: 'SEVERAL_PARTS', count: 2 },
      { unit: 1, reason: 'ISLAND', count: 1 },
      { unit: 1, reason: 'REMOTE_GROUND', count: 1 },
    ]);
    expect(tilingFaults(world, coverage.cells)).toEqual([]);
  });

  it('refuses no outline, no slice inside, and degrees passed for far metres', () => {
    expect(() => deriveCoverage({ outline: [], units: [middle] })).toThrow('outline: at least one polygon expected');
    expect(() => deriveCoverage({ outline, units: [] })).toThrow('units: no slice lies inside the outline');
    expect(() => deriveCoverage({ outline: [rectangle(12_730_000, 3_580_000, 10, 10)], units: [middle] })).toThrow(
      'within 16 km of the anchor',
    );
    expect(() => deriveCoverage({ outline: [rectangle(Number.NaN, 0, 10, 10)], units: [middle] })).toThrow(
      'within 16 km of the anchor',
    );
  });
});

describe('deriveCoverage on random worlds', () => {
  it('tiles, keeps slices inside and cells whole', () => {
    fc.assert(
      fc.property(fc.array(spot, { minLength: 1, maxLength: 20 }), (spots) => {
        const world = spread(spots, 40);
        const coverage = deriveCoverage(world);
        expect(coverage.exceptions.filter(({ reason }) => reason !== 'OVERLAPPED' && reason !== 'ISLAND')).toEqual([]);
        expect(tilingFaults(world, coverage.cells)).toEqual([]);
        expect(strayingSlices(world, coverage)).toEqual([]);
      }),
      { numRuns: 60, seed: 7 },
    );
  });

  it('tiles even where footprints overlap at will', () => {
    fc.assert(
      fc.property(fc.array(spot, { minLength: 1, maxLength: 16 }), (spots) => {
        const world = spread(spots, 9);
        expect(tilingFaults(world, deriveCoverage(world).cells)).toEqual([]);
      }),
      { numRuns: 60, seed: 8 },
    );
  });

  it('covers any place inside exactly once and none outside', () => {
    const world = toyWorlds['a courtyard cut out of the outline']!;
    const { cells } = deriveCoverage(world);
    fc.assert(
      fc.property(
        fc.double({ min: -9.9, max: 129.9, noNaN: true }),
        fc.double({ min: -9.9, max: 129.9, noNaN: true }),
        (x, y) => {
          const position: Position = [x, y];
          expect(coversAt(position, cells)).toBe(insidePolygon(position, world.outline[0]!) ? 1 : 0);
        },
      ),
      { numRuns: 500, seed: 9 },
    );
  });
});
