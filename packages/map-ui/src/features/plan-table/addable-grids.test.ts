// Checks which numbers a draft is offered: a number nobody used, and former ones; never one it has.
import { describe, expect, it } from 'vitest';
import { addableGrids } from './addable-grids.ts';

const grid = (number: number, drafted = false) => ({
  grid: `g${number}`,
  number,
  mapId: number,
  worker: null,
  drafted,
});

describe('addableGrids', () => {
  it('offers the first number that no plan had, one that another draft added too', () => {
    const grids = [grid(1), grid(2), grid(3, true), grid(4, true)];
    expect(addableGrids(grids, [0, 1])).toEqual({ next: 3, former: [] });
    expect(addableGrids(grids, [0, 1, 2])).toEqual({ next: 4, former: [] });
    expect(addableGrids(grids, [0, 1, 2, 3])).toEqual({ next: null, former: [] });
  });

  it('offers what plans had before, and what the draft closed', () => {
    expect(addableGrids([grid(1), grid(2), grid(8), grid(9, true)], [1])).toEqual({ next: 9, former: [1, 8] });
  });
});
