// Holds a printed range to the sum of its days, divided once.
import { describe, expect, it } from 'vitest';
import type { PastDay } from '#api/past-figures';
import { breaksOfLength, scaledBreaks, sumOfDays } from './range-figures.ts';

const day = (requests: number, households: number | null): PastDay => ({
  day: '2026-07-01',
  asOf: '2026-07-01T15:59:59.999Z',
  events: [],
  cells: [
    {
      id: 'g',
      mapId: 7,
      figures: [
        {
          metric: 'NEW_REQUESTS',
          value: 99,
          numerator: requests,
          denominator: households,
          n: requests,
          reason: null,
        },
      ],
    },
  ],
});

describe('a printed range', () => {
  it('sums what happened and divides by the households once', () => {
    const [figure] = sumOfDays([day(1, 200), day(0, 200), day(5, 200)], true).get(7)?.figures ?? [];
    expect(figure).toMatchObject({ value: 3, numerator: 6, denominator: 200, n: 6 });
  });

  it('takes the mean of the households where grids moved', () => {
    const [figure] = sumOfDays([day(2, 100), day(4, 300)], true).get(7)?.figures ?? [];
    expect(figure).toMatchObject({ value: 3, denominator: 200 });
  });

  it('has no rate without households, and counts need none', () => {
    expect(sumOfDays([day(2, 0)], true).get(7)?.figures[0]?.value).toBeNull();
    expect(sumOfDays([day(2, null), day(1, null)], false).get(7)?.figures[0]?.value).toBe(3);
  });

  it('is classed by breaks of its own length', () => {
    expect(breaksOfLength(30)).toEqual({ window: 'D30', factor: 1 });
    expect(breaksOfLength(14)).toEqual({ window: 'D7', factor: 2 });
    const breaks = { requests: { five: [1, 2], three: [1] }, visits: { five: [3], three: [4] }, day: '2026-07-07' };
    expect(scaledBreaks(breaks, 2)).toEqual({
      requests: { five: [2, 4], three: [2] },
      visits: { five: [6], three: [8] },
      day: '2026-07-07',
    });
  });
});
