// The exact cover on lists small enough to see through.

import { describe, expect, it } from 'vitest';
import { type CoverInput, coverGrids } from './cover-grids.ts';

/** Four units in a row: pairs, singles and the middle. */
const sets = [[0, 1], [2, 3], [0], [1, 2], [3], [1, 2, 3]];

function input(excess: readonly number[], over: Partial<CoverInput> = {}): CoverInput {
  const starts = new Int32Array(sets.length + 1);
  sets.forEach((set, index) => (starts[index + 1] = starts[index]! + set.length));
  return {
    grids: { starts, members: Int32Array.from(sets.flat()), borders: new Int32Array(sets.length) },
    excess: Float64Array.from(excess),
    slack: 100,
    unitCount: 4,
    gridCount: 2,
    maxNodes: 1000,
    keepGoing: () => true,
    ...over,
  };
}

/** The units of each grid of the answer, as the numbering of grids means nothing. */
function grouped(wish: CoverInput): string {
  const { complete, assignment } = coverGrids(wish);
  expect(complete).toBe(true);
  const groups = Map.groupBy([0, 1, 2, 3], (unit) => assignment?.[unit]);
  return [...groups.values()].map((units) => units.join('')).join(' ');
}

describe('coverGrids', () => {
  it('takes the cheapest cover of the number asked for', () => {
    expect(grouped(input([6, 4, 0, 0, 0, 8]))).toBe('0 123');
    expect(grouped(input([3, 3, 0, 0, 0, 8]))).toBe('01 23');
    expect(grouped(input([6, 4, 2, 2, 2, 8], { gridCount: 3 }))).toBe('0 12 3');
  });

  it('finds none beyond the slack, and one at it', () => {
    const excess = [6, 4, 0, 0, 0, 12];
    expect(coverGrids(input(excess, { slack: 9 }))).toEqual({ complete: true, assignment: null });
    expect(coverGrids(input(excess, { slack: 10 })).assignment).not.toBeNull();
  });

  it('says when its nodes ran out', () => {
    expect(coverGrids(input([6, 4, 0, 0, 0, 8], { maxNodes: 1 }))).toEqual({ complete: false, assignment: null });
  });
});
