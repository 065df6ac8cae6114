// Checks the sums of a replay against numbers done by hand.
import { expect, it } from 'vitest';
import type { Replay } from './replay-documents.ts';
import { replayFigures } from './replay-figures.ts';

const week = (grid: number, from: string, requestsBefore: number, requestsAfter: number) => ({
  grid,
  from,
  to: from,
  requestsBefore,
  requestsAfter,
  visitsBefore: 10,
  visitsAfter: 10,
});
const REPLAY: Replay = {
  from: '2026-06-23T16:00:00Z',
  to: '2026-07-07T16:00:00Z',
  requestsBefore: 60,
  requestsAfter: 60,
  visitsBefore: 40,
  visitsAfter: 40,
  weeks: [
    week(2, '2026-06-24', 4, 8),
    week(1, '2026-06-24', 20, 16),
    week(1, '2026-07-01', 20, 18),
    week(2, '2026-07-01', 16, 18),
  ],
};

it('gives loads a week by grid number, their spread, and the totals', () => {
  expect(replayFigures(REPLAY, 'requests')).toEqual({
    grids: [
      { grid: 1, before: 20, after: 17 },
      { grid: 2, before: 10, after: 13 },
    ],
    ratioBefore: 2,
    ratioAfter: 17 / 13,
    totalBefore: 60,
    totalAfter: 60,
  });
});

it('has no spread where a grid had nothing', () => {
  const quiet = { ...REPLAY, weeks: [week(1, '2026-07-01', 5, 5), week(2, '2026-07-01', 0, 1)] };
  expect(replayFigures(quiet, 'requests')).toMatchObject({ ratioBefore: null, ratioAfter: 5 });
});
