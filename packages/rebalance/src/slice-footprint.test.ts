// Slices are equal, in order, and share their cut vertices.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rectangle, turned } from '../test/worlds.ts';
import { faultOf } from '../test/validity.ts';
import { multiPolygonArea } from './polygon-measures.ts';
import type { Polygon } from './shapes.ts';
import { sliceFootprint } from './slice-footprint.ts';

const concave: Polygon = [
  [
    [0, 0],
    [90, 0],
    [90, 40],
    [70, 40],
    [70, 15],
    [20, 15],
    [20, 40],
    [0, 40],
    [0, 0],
  ],
];
const ring: Polygon = [rectangle(0, 0, 60, 50)[0]!, rectangle(10, 10, 40, 30)[0]!.toReversed()];

describe('sliceFootprint', () => {
  it('cuts a slab from west to east', () => {
    const slices = sliceFootprint([rectangle(0, 0, 60, 12)], 4);
    expect(slices.map((slice) => Math.min(...slice.flat(2).map(([x]) => x)))).toEqual(
      [0, 15, 30, 45].map((x) => expect.closeTo(x, 6)),
    );
  });

  it.each([
    ['a concave footprint', concave],
    ['a ring', ring],
    ['a turned slab', turned(rectangle(0, 0, 60, 12), 1.1, [30, 6])],
  ])('cuts %s into equal, valid slices', (_, footprint) => {
    const slices = sliceFootprint([footprint], 5);
    const whole = multiPolygonArea([footprint]);
    for (const slice of slices) {
      expect(multiPolygonArea(slice) / whole).toBeCloseTo(0.2, 6);
      expect(faultOf(slice)).toBeNull();
    }
  });

  it('shares every cut vertex exactly with the neighbour', () => {
    fc.assert(
      fc.property(fc.integer({ min: -3141, max: 3141 }), fc.integer({ min: 2, max: 6 }), (angle, count) => {
        const slices = sliceFootprint([turned(concave, angle / 1000, [45, 20])], count);
        const corners = new Set(turned(concave, angle / 1000, [45, 20])[0]!.map(String));
        const seen = slices.map((slice) => new Set(slice.flat(2).map(String)));
        for (const [index, own] of seen.entries()) {
          for (const vertex of own)
            expect(
              corners.has(vertex) || seen[index - 1]?.has(vertex) === true || seen[index + 1]?.has(vertex) === true,
            ).toBe(true);
        }
      }),
      { seed: 3 },
    );
  });

  it('takes several parts as one footprint', () => {
    const slices = sliceFootprint([rectangle(0, 0, 20, 10), rectangle(40, 0, 20, 10)], 2);
    expect(slices.map((slice) => multiPolygonArea(slice))).toEqual([expect.closeTo(200, 6), expect.closeTo(200, 6)]);
    expect(slices.map((slice) => slice.length)).toEqual([1, 1]);
  });

  it('refuses nothing to cut', () => {
    expect(() => sliceFootprint([], 2)).toThrow('a polygon with an area expected');
    expect(() => sliceFootprint([concave], 0)).toThrow('a positive integer expected');
  });
});
