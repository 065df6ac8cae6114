// Holds that a building is the sum of its entrances, and of all of them.
import { describe, expect, it } from 'vitest';
import { countsByEntrance, sumCounts } from './entrance-counts.ts';

const cells = (a: number, b: number) => ({
  cells: [
    { id: 'a', numerator: a },
    { id: 'b', numerator: b },
  ],
});
const counts = countsByEntrance({
  newRequests: { asOf: '2026-07-07T10:00:00Z', ...cells(1, 2) },
  visits: cells(30, 12),
  open: cells(1, 1),
  overdue: cells(0, 1),
  due: cells(5, 4),
  doorsOverdue: cells(2, 0),
});

describe('countsByEntrance', () => {
  it('keeps each entrance apart', () => {
    expect(counts.get('b')).toEqual({ newRequests: 2, visits: 12, open: 1, overdue: 1, due: 4, doorsOverdue: 0 });
  });
});

describe('sumCounts', () => {
  it('adds', () => {
    expect(sumCounts(['a', 'b'], counts)).toEqual({
      newRequests: 3,
      visits: 42,
      open: 2,
      overdue: 1,
      due: 9,
      doorsOverdue: 2,
    });
  });

  it('is unknown while one entrance is', () => {
    expect(sumCounts(['a', 'c'], counts)).toBeNull();
  });

  it('is nothing for a building without entrances', () => {
    expect(sumCounts([], counts)).toMatchObject({ due: 0, visits: 0 });
  });
});
