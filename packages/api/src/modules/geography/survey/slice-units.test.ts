// Slices of a 60 m × 14 m slab: equal parts, in the order of doors or numbers.
import { multiPolygonArea } from '@qinghe/rebalance';
import { describe, expect, it } from 'vitest';
import { sliceUnits } from './slice-units.ts';

const SLAB = [
  [
    [
      [0, 0],
      [60, 0],
      [60, 14],
      [0, 14],
      [0, 0],
    ],
  ],
] as const;
const westOf = (slices: ReturnType<typeof sliceUnits>, id: string) =>
  Math.round(Math.min(...(slices.get(id) ?? []).flatMap((polygon) => (polygon[0] ?? []).map(([x]) => x))));

describe('sliceUnits', () => {
  it('gives the whole footprint to a single entrance', () => {
    expect(sliceUnits(SLAB, [{ id: 'a', number: '1', door: null }]).get('a')).toBe(SLAB);
  });

  it('cuts equal parts, numbered from west to east as people count', () => {
    const slices = sliceUnits(
      SLAB,
      ['10', '2', '1'].map((number) => ({ id: number, number, door: null })),
    );
    expect([...slices.values()].map((slice) => Math.round(multiPolygonArea(slice)))).toEqual([280, 280, 280]);
    expect(['1', '2', '10'].map((id) => westOf(slices, id))).toEqual([0, 20, 40]);
  });

  it('follows the doors where all are known, the numbers where one is missing', () => {
    const doors = [
      { id: 'a', number: '1', door: [50, 0] },
      { id: 'b', number: '2', door: [10, 0] },
    ] as const;
    expect(['a', 'b'].map((id) => westOf(sliceUnits(SLAB, doors), id))).toEqual([30, 0]);
    expect(['a', 'b'].map((id) => westOf(sliceUnits(SLAB, [doors[0], { ...doors[1], door: null }]), id))).toEqual([
      0, 30,
    ]);
  });
});
