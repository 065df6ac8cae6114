// Holds the notch on the northern side, inside the slice, however the ring turns.
import { insidePolygon } from '@qinghe/rebalance';
import { describe, expect, it } from 'vitest';
import { notchOf } from './notch.ts';

const slice = [
  [0, 0],
  [20, -3],
  [22, 10],
  [2, 13],
  [0, 0],
] as const;

describe('notchOf', () => {
  it.each([
    ['counter-clockwise', slice],
    ['clockwise', slice.toReversed()],
  ])('cuts the northern side of a %s ring', (_, ring) => {
    const notch = notchOf([ring], 1, 1) ?? [];
    expect(notch).toHaveLength(4);
    const [left, right, tip] = notch;
    for (const end of [left, right]) expect(end?.[1]).toBeGreaterThan(9);
    expect(insidePolygon(tip ?? [0, 0], [slice])).toBe(true);
    expect(tip?.[1]).toBeLessThan(8);
  });

  it('gives nothing for a slice without area', () => {
    expect(notchOf([[[0, 0]]], 1, 1)).toBeNull();
    expect(notchOf([], 1, 1)).toBeNull();
  });
});
