// Holds the sums of a past day by today's grids.
import { expect, it } from 'vitest';
import type { Figure, LiveArea } from '#api/live-store';
import { regroup } from './regroup.ts';

const figure = (metric: Figure['metric'], numerator: number, denominator: number | null): Figure => ({
  metric,
  numerator,
  denominator,
  n: numerator,
  value: denominator ? (100 * numerator) / denominator : null,
  reason: null,
});
const entrance = (mapId: number, figures: Figure[]): LiveArea => ({ id: `entrance-${mapId}`, mapId, figures });
const GRIDS = new Map([
  [1, { id: 'grid-7', mapId: 7 }],
  [2, { id: 'grid-7', mapId: 7 }],
  [3, { id: 'grid-8', mapId: 8 }],
]);

it('sums first and divides then: rates are never averaged', () => {
  const areas = regroup(
    [
      entrance(1, [figure('VISITS', 10, 50)]),
      entrance(2, [figure('VISITS', 0, 150)]),
      entrance(3, [figure('VISITS', 3, 60)]),
    ],
    GRIDS,
    'PER_100_HOUSEHOLDS',
  );
  expect(areas.get(7)).toMatchObject({ id: 'grid-7', figures: [{ value: 5, numerator: 10, denominator: 200, n: 10 }] });
  expect(areas.get(8)?.figures[0]?.value).toBe(5);
});

it('leaves coverage without a value where none is due, and counts as they are', () => {
  const areas = regroup(
    [entrance(1, [figure('COVERAGE', 0, 0)]), entrance(2, [figure('COVERAGE', 0, null)])],
    GRIDS,
    'NONE',
  );
  expect(areas.get(7)?.figures[0]).toMatchObject({ value: null, reason: 'NONE_DUE' });
  const counts = regroup([entrance(1, [figure('VISITS', 4, 50)])], GRIDS, 'NONE');
  expect(counts.get(7)?.figures[0]?.value).toBe(4);
});

it('leaves out entrances that lie in no grid today', () => {
  expect(regroup([entrance(99, [figure('VISITS', 4, 50)])], GRIDS, 'NONE').size).toBe(0);
});
