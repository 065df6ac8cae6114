// The local projection against lengths of one degree from the ellipsoid's published tables, and the rounding step.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { localProjection, roundLonLat, toLonLatPolygons } from './projection.ts';

const projection = localProjection([114.4203, 30.634]);

describe('localProjection', () => {
  it('has the lengths of a degree at 45 degrees north', () => {
    const [x, y] = localProjection([0, 45]).forward([1, 46]);
    expect(x).toBeCloseTo(78_846.8, 0);
    expect(y).toBeCloseTo(111_131.8, 0);
  });

  it('returns where it came from within a micrometre, 2 km around', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -2000, max: 2000, noNaN: true }),
        fc.double({ min: -2000, max: 2000, noNaN: true }),
        (x, y) => {
          const [x2, y2] = projection.forward(projection.inverse([x, y]));
          expect(Math.hypot(x2 - x, y2 - y)).toBeLessThan(1e-6);
        },
      ),
      { seed: 1 },
    );
  });

  it('keeps its promise on scale 2 km north of the anchor', () => {
    const [, lat] = projection.inverse([0, 2000]);
    const [there] = localProjection([114.4203, lat]).forward([114.4303, lat]);
    const [here] = projection.forward([114.4303, lat]);
    expect(Math.abs(here / there - 1)).toBeLessThan(0.000_19);
    expect(Math.abs(here / there - 1)).toBeGreaterThan(0.000_18);
  });

  it('refuses what is no place', () => {
    expect(() => localProjection([30.6, 114.4])).toThrow('[lon, lat] in degrees expected');
    expect(() => localProjection([Number.NaN, 0])).toThrow(RangeError);
  });
});

describe('rounding', () => {
  it('keeps 7 decimals and is idempotent', () => {
    expect(roundLonLat([114.420_300_04, 30.634_000_06])).toEqual([114.4203, 30.634_000_1]);
    expect(roundLonLat(roundLonLat([114.123_456_78, 30.1]))).toEqual(roundLonLat([114.123_456_78, 30.1]));
  });

  it('returns stored vertices unchanged after the way over whole millimetres', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1_144_000_000, max: 1_144_400_000 }),
        fc.integer({ min: 306_200_000, max: 306_500_000 }),
        (lon, lat) => {
          const stored = roundLonLat([lon / 1e7, lat / 1e7]);
          const [x, y] = projection.forward(stored);
          expect(roundLonLat(projection.inverse([Math.round(x * 1000) / 1000, Math.round(y * 1000) / 1000]))).toEqual(
            stored,
          );
        },
      ),
      { seed: 2 },
    );
  });

  it('drops what has no width left', () => {
    const sliver = [
      [
        [0, 0],
        [10, 0],
        [10, 0.001],
        [0, 0],
      ],
    ] as const;
    expect(toLonLatPolygons(projection, [sliver])).toEqual([]);
  });

  it('brings footprints back whichever way their rings turn', () => {
    const shell = [
      [0, 0],
      [30, 0],
      [30, 20],
      [0, 20],
      [0, 0],
    ] as const;
    const court = [
      [10, 5],
      [20, 5],
      [20, 15],
      [10, 15],
      [10, 5],
    ] as const;
    const asDissolved = toLonLatPolygons(projection, [[shell, court.toReversed()]]);
    expect(asDissolved.map((polygon) => polygon.length)).toEqual([2]);
    const corners = ([polygon = []]: typeof asDissolved) => polygon.map((ring) => new Set(ring.map(String)));
    for (const outer of [shell, shell.toReversed()])
      for (const inner of [court, court.toReversed()])
        expect(corners(toLonLatPolygons(projection, [[outer, inner]]))).toEqual(corners(asDissolved));
  });
});
