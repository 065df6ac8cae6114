// Holds that the dashed line runs only where the plans differ, each piece once, unbroken.
import { describe, expect, it } from 'vitest';
import type { Boundary } from './plan-session.types.ts';
import { linesOnlyBefore } from './before-lines.ts';

/** A box from column to column, with a corner at every whole number, the way polygons of one coverage share their positions. */
function box(west: number, east: number): Boundary {
  const across = Array.from({ length: east - west + 1 }, (_, i) => west + i);
  const ring = [
    ...across.map((x) => [x, 0] as const),
    ...across.toReversed().map((x) => [x, 1] as const),
    [west, 0] as const,
  ];
  return [[ring]];
}

describe('linesOnlyBefore', () => {
  it('finds nothing where nothing changed, even in other objects', () => {
    expect(linesOnlyBefore([box(0, 2), box(2, 4)], [box(0, 2), box(2, 4)])).toEqual([]);
  });

  it('draws the former border once, though two grids had it', () => {
    const lines = linesOnlyBefore([box(0, 2), box(2, 4)], [box(0, 3), box(3, 4)]);
    expect(lines).toEqual([
      [
        [2, 0],
        [2, 1],
      ],
    ]);
  });

  it('knows a border that now belongs to other grids', () => {
    expect(linesOnlyBefore([box(0, 2), box(2, 4)], [box(2, 4), box(0, 2)])).toEqual([]);
  });

  it('draws one long line along a grid that vanished', () => {
    const middle = linesOnlyBefore([box(0, 1), box(1, 2), box(2, 3)], [box(0, 1), [], box(1, 3)]);
    expect(middle).toEqual([
      [
        [2, 0],
        [2, 1],
      ],
    ]);
  });
});
