// Borders prefer barriers where slices allow it, and every promise of a coverage holds with barriers lying anywhere.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { strayingSlices, tilingFaults } from '../test/judge.ts';
import { entrances, rectangle, spot, spread, toyWorlds, type World } from '../test/worlds.ts';
import type { Barriers } from './adjacency.ts';
import { deriveCoverage, type Coverage } from './coverage.ts';
import { dissolve } from './dissolve.ts';
import type { LineString, MultiPolygon } from './shapes.ts';

const CROSSING_METRES = 20;
const roads = (...lines: LineString[]): Barriers => ({
  lines,
  factor: 0.2,
  reachMetres: 8,
  crossingMetres: CROSSING_METRES,
});

/** Two buildings with 30 m of free ground between them, its middle at x = 45. */
const pair: World = {
  outline: [rectangle(0, 0, 90, 40)],
  units: [{ polygons: [rectangle(10, 10, 20, 20)] }, { polygons: [rectangle(60, 10, 20, 20)] }],
};

/** Where the border between the two runs at a height. */
function borderAt({ cells }: Coverage, height: number): number {
  const ring = cells[0]![0]![0]!;
  const found = ring.slice(1).flatMap(([x, y], index) => {
    const [x0, y0] = ring[index]!;
    return y0 !== y && height >= Math.min(y0, y) && height < Math.max(y0, y)
      ? [x0 + ((height - y0) / (y - y0)) * (x - x0)]
      : [];
  });
  return Math.max(...found);
}

const heights = [1, 5, 10, 15, 20, 25, 30, 35, 39];

const asSets = (cells: readonly MultiPolygon[]): string[] =>
  cells.map((cell) =>
    cell
      .flat()
      .map((ring) => ring.slice(1).map(String).toSorted().join(' '))
      .toSorted()
      .join(' | '),
  );

describe('a border between two buildings', () => {
  it('runs along the road between them, though it lies off the middle', () => {
    const coverage = deriveCoverage({
      ...pair,
      barriers: roads([
        [38, -10],
        [38, 50],
      ]),
    });
    for (const height of heights) expect(borderAt(coverage, height)).toBeCloseTo(38, 2);
    expect([...coverage.adjacency.costDecimetres]).toEqual([80, 80]);
  });

  it('runs in the middle when crossing costs nothing, road or not', () => {
    const { crossingMetres: _, ...priceless } = roads([
      [38, -10],
      [38, 50],
    ]);
    const coverage = deriveCoverage({ ...pair, barriers: priceless });
    for (const height of heights) expect(borderAt(coverage, height)).toBeCloseTo(45, 0);
    expect(coverage.cells).toEqual(deriveCoverage(pair).cells);
  });

  it('follows the bends of the road', () => {
    const bent: LineString = [
      [40, 0],
      [40, 20],
      [48, 28],
      [48, 40],
    ];
    const coverage = deriveCoverage({ ...pair, barriers: roads(bent) });
    expect(coverage.arcs.left.filter((left, arc) => left >= 0 && coverage.arcs.right[arc]! >= 0)).toHaveLength(1);
    const corners = coverage.cells[0]![0]![0]!.filter(([x]) => x > 31).map(
      ([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`,
    );
    expect(new Set(corners)).toEqual(new Set(bent.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`)));
  });

  it('stays nearer to its middle when one is nearer to the road by more than the price', () => {
    const beside = deriveCoverage({
      ...pair,
      barriers: roads([
        [31, -10],
        [31, 50],
      ]),
    });
    // 1 m and 29 m: 20 m more for what lies beyond the road moves the line by 10.
    for (const height of heights.slice(2, 7)) expect(borderAt(beside, height)).toBeCloseTo(35, 0);
  });

  it('bends gently off a road that ends, and tiles', () => {
    const coverage = deriveCoverage({
      ...pair,
      barriers: roads([
        [38, -10],
        [38, 20],
      ]),
    });
    const edge = heights.map((height) => borderAt(coverage, height));
    expect(edge[0]).toBeLessThan(38.5);
    expect(edge).toEqual(edge.toSorted((a, b) => a - b));
    expect(edge.at(-1)).toBeCloseTo(45, 0);
    expect(tilingFaults(pair, coverage.cells)).toEqual([]);
  });
});

describe('a road', () => {
  const across: LineString = [
    [-10, 22],
    [100, 24],
  ];

  it('through slices cuts neither them nor their cells', () => {
    const coverage = deriveCoverage({ ...pair, barriers: roads(across) });
    expect(coverage.exceptions).toEqual([]);
    expect(coverage.cells.map((cell) => cell.length)).toEqual([1, 1]);
    expect(strayingSlices(pair, coverage)).toEqual([]);
    expect(tilingFaults(pair, coverage.cells)).toEqual([]);
    for (const height of heights) expect(Math.abs(borderAt(coverage, height) - 45)).toBeLessThan(2.5);
  });

  it('far off, beyond the outline or behind a building, changes nothing', () => {
    const without = asSets(deriveCoverage(pair).cells);
    const beyond: LineString = [
      [38, 200],
      [38_000_000, 200],
    ];
    const behind: LineString = [
      [4, 5],
      [4, 35],
    ];
    expect(asSets(deriveCoverage({ ...pair, barriers: roads(beyond) }).cells)).toEqual(without);
    expect(asSets(deriveCoverage({ ...pair, barriers: roads(behind) }).cells)).toEqual(without);
  });

  it('given twice, or in pieces, is the road given once', () => {
    const whole: LineString = [
      [38, -10],
      [38, 50],
    ];
    const piece: LineString = [
      [38, 12],
      [38, 50],
    ];
    const once = asSets(deriveCoverage({ ...pair, barriers: roads(whole) }).cells);
    expect(asSets(deriveCoverage({ ...pair, barriers: roads(whole, whole) }).cells)).toEqual(once);
    const inPieces = deriveCoverage({ ...pair, barriers: roads(whole, piece) });
    for (const height of heights) expect(borderAt(inPieces, height)).toBeCloseTo(38, 2);
  });

  it('along a wall or the outline, or of no length, does no harm', () => {
    const wall: LineString = [
      [30, 0],
      [30, 40],
    ];
    const edge: LineString = [
      [0, 0],
      [90, 0],
      [90, 40],
    ];
    const dot: LineString = [
      [40, 20],
      [40, 20],
    ];
    const coverage = deriveCoverage({ ...pair, barriers: roads(wall, edge, dot, [[1, 1]]) });
    expect(coverage.exceptions).toEqual([]);
    expect(tilingFaults(pair, coverage.cells)).toEqual([]);
    expect(strayingSlices(pair, coverage)).toEqual([]);
  });

  it('between two rows makes one calm line of the borders of all their entrances', () => {
    const units = [...entrances(rectangle(10, 10, 60, 12), 4), ...entrances(rectangle(17, 46, 60, 12), 5)];
    const lane: LineString = [
      [-5, 29],
      [95, 31],
    ];
    const coverage = deriveCoverage({ outline: [rectangle(0, 0, 90, 70)], units, barriers: roads(lane) });
    const south = dissolve(
      coverage,
      Int32Array.from(units, (_, unit) => Number(unit >= 4)),
      2,
    )[0]![0]![0]!;
    for (const [x, y] of south.filter(([, height]) => height > 25))
      expect(Math.abs(y - 29 - (x + 5) / 50)).toBeLessThan(0.05);
  });
});

const place = fc.tuple(fc.integer({ min: -40_000, max: 220_000 }), fc.integer({ min: -40_000, max: 220_000 }));
const line = fc
  .array(place, { minLength: 2, maxLength: 5 })
  .map((places) => places.map(([x, y]) => [x / 1000, y / 1000] as const));
describe('an impassable barrier', () => {
  /** Three buildings in a row with a building above the middle one; lines between the first two and the last two. */
  const row: World = {
    outline: [rectangle(0, 0, 150, 80)],
    units: [
      { polygons: [rectangle(10, 10, 20, 20)] },
      { polygons: [rectangle(60, 10, 20, 20)] },
      { polygons: [rectangle(110, 10, 20, 20)] },
      { polygons: [rectangle(60, 50, 20, 20)] },
    ],
  };
  const river: LineString = [
    [42, -10],
    [42, 90],
  ];
  const lane: LineString = [
    [96, -10],
    [96, 90],
  ];
  const crossings = (impassable: readonly number[], ...lines: LineString[]) =>
    pairsOf(deriveCoverage({ ...row, barriers: { ...roads(...lines), impassable } }).barrierCrossings);
  const pairsOf = (flat: Int32Array): string[] =>
    Array.from({ length: flat.length / 2 }, (_, at) => flat.subarray(2 * at, 2 * at + 2).join('-')).toSorted();

  it('lies between the neighbours whose border runs along it, the lower unit first', () => {
    expect(crossings([0], river, lane)).toEqual(['0-1', '0-3']);
    expect(crossings([1], river, lane)).toEqual(['1-2', '2-3']);
    expect(crossings([0, 1], river, lane)).toEqual(['0-1', '0-3', '1-2', '2-3']);
  });

  it('is none of the others, which only attract borders, and none that is not there', () => {
    expect(crossings([], river, lane)).toEqual([]);
    expect(crossings([7], river, lane)).toEqual([]);
    expect(deriveCoverage(row).barrierCrossings).toHaveLength(0);
  });

  it('counts from half of the common border on', () => {
    const upTo = (height: number): LineString => [
      [45, -10],
      [45, height],
    ];
    const across = (height: number) =>
      deriveCoverage({ ...pair, barriers: { ...roads(upTo(height)), impassable: [0] } }).barrierCrossings.length / 2;
    expect([8, 12, 28, 32].map(across)).toEqual([0, 0, 1, 1]);
  });
});

describe('deriveCoverage with barriers anywhere', () => {
  it.each(Object.entries(toyWorlds))('tiles %s', (_, world) => {
    const barriers = roads(
      [
        [-30, 37],
        [140, 61],
      ],
      [
        [35, -30],
        [35, 140],
      ],
      [
        [35, 26],
        [70, 26],
        [70, 70],
      ],
    );
    const coverage = deriveCoverage({ ...world, barriers });
    expect(coverage.exceptions).toEqual([]);
    expect(coverage.cells.map((cell) => cell.length)).toEqual(world.units.map(() => 1));
    expect(tilingFaults(world, coverage.cells)).toEqual([]);
    expect(strayingSlices(world, coverage)).toEqual([]);
  });

  it('tiles, keeps slices inside and cells whole, the same every time', () => {
    fc.assert(
      fc.property(
        fc.array(spot, { minLength: 1, maxLength: 16 }),
        fc.array(line, { minLength: 1, maxLength: 6 }),
        (spots, lines) => {
          const world = spread(spots, 40);
          const coverage = deriveCoverage({ ...world, barriers: roads(...lines) });
          expect(coverage.exceptions.filter(({ reason }) => reason !== 'OVERLAPPED' && reason !== 'ISLAND')).toEqual(
            [],
          );
          expect(tilingFaults(world, coverage.cells)).toEqual([]);
          expect(strayingSlices(world, coverage)).toEqual([]);
          expect(deriveCoverage({ ...world, barriers: roads(...lines) })).toEqual(coverage);
        },
      ),
      { numRuns: 60, seed: 11 },
    );
  });

  it('tiles even where footprints overlap at will', () => {
    fc.assert(
      fc.property(
        fc.array(spot, { minLength: 1, maxLength: 16 }),
        fc.array(line, { minLength: 1, maxLength: 6 }),
        (spots, lines) => {
          const world = spread(spots, 9);
          expect(tilingFaults(world, deriveCoverage({ ...world, barriers: roads(...lines) }).cells)).toEqual([]);
        },
      ),
      { numRuns: 60, seed: 12 },
    );
  });
});
