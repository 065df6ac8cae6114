// Holds numbers still while there is room, and moves them when there is none.
import { describe, expect, it } from 'vitest';
import type { Boundary } from '#plan/plan-session.types';
import { createNumberPlaces } from './number-places.ts';

const METRE = 1 / 111_320;
const box = (west: number, east: number): Boundary => [
  [
    [
      [west * METRE, 0],
      [east * METRE, 0],
      [east * METRE, 100 * METRE],
      [west * METRE, 100 * METRE],
      [west * METRE, 0],
    ],
  ],
];

describe('createNumberPlaces', () => {
  it('stays when a grid grows, moves when the line comes near', () => {
    const placeOf = createNumberPlaces([]);
    const first = placeOf(0, box(0, 100));
    expect(first?.[0]).toBeCloseTo(50 * METRE, 5);
    expect(placeOf(0, box(0, 180))).toEqual(first);
    expect(placeOf(0, box(45, 180))?.[0]).toBeGreaterThan(60 * METRE);
  });

  it('begins where the number stands on the live map, if there is room', () => {
    const at = [20 * METRE, 30 * METRE] as const;
    expect(createNumberPlaces([], [at])(0, box(0, 100))).toEqual(at);
    expect(createNumberPlaces([], [at])(0, box(15, 100))).not.toEqual(at);
  });

  it('has no place for an empty grid, and one for the larger of two pieces', () => {
    const placeOf = createNumberPlaces([]);
    expect(placeOf(0, [])).toBeNull();
    const at = placeOf(1, [...box(0, 30), ...box(200, 300)]);
    expect(at?.[0]).toBeGreaterThan(200 * METRE);
  });
});
