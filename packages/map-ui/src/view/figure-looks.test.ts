// Looks and counts of the legend from figures of the stream.
import { describe, expect, it } from 'vitest';
import type { Figure } from '#api/live-store';
import { type Breaks, cellCounts, figureLooks, idsInCell, idsWithLook, stepCounts } from './figure-looks.ts';

const BREAKS: Breaks = {
  requests: { five: [0.5, 1, 1.5, 2], three: [0.6, 1.4] },
  visits: { five: [10, 20, 30, 40], three: [16, 20] },
  day: '2026-07-07',
};
const figure = (metric: Figure['metric'], value: number | null, n: number): Figure => ({
  metric,
  value,
  numerator: n,
  denominator: 300,
  n,
  reason: null,
});
const area = (requests: number | null, visits: number | null, n = 50) => ({
  figures: [figure('NEW_REQUESTS', requests, n), figure('VISITS', visits, n)],
});
const AREAS = new Map([
  [1, area(0.2, 30)],
  [2, area(2.6, 12)],
  [3, area(null, null, 0)],
  [4, area(1.4, 20)],
]);

describe('looks of the two measures', () => {
  const looks = figureLooks(AREAS, 'both', BREAKS);

  it('classes by the breaks of the day; a value on a break belongs below it', () => {
    expect(looks.get(1)?.cell).toEqual({ requests: 0, visits: 2 });
    expect(looks.get(2)?.cell).toEqual({ requests: 2, visits: 0 });
    expect(looks.get(4)?.cell).toEqual({ requests: 1, visits: 1 });
  });

  it('keeps no data apart from zero', () => {
    expect(looks.get(3)?.look).toBe('none');
  });

  it('counts areas by cell and finds them again', () => {
    expect(cellCounts(looks)).toEqual([
      [0, 0, 1],
      [0, 1, 0],
      [1, 0, 0],
    ]);
    expect(idsInCell(looks, { requests: 2, visits: 0 })).toEqual(new Set([2]));
  });
});

describe('looks of one measure', () => {
  it('shows zero, few and steps', () => {
    const looks = figureLooks(
      new Map([
        [1, area(0, 1)],
        [2, area(0.3, 1, 3)],
        [3, area(1.8, 1)],
        [4, area(9, 1)],
      ]),
      'requests',
      BREAKS,
    );
    expect([...looks.values()].map(({ look, step }) => step ?? look)).toEqual(['zero', 'few', 3, 4]);
    expect(stepCounts(looks)).toEqual([0, 0, 0, 1, 1]);
    expect(idsWithLook(looks, { look: 'value', step: 4 })).toEqual(new Set([4]));
    expect(idsWithLook(looks, { look: 'few' })).toEqual(new Set([2]));
  });
});
