// Holds the one instant that stands for a plan.
import { expect, it } from 'vitest';
import { planInstant } from './plan-instant.ts';

it('is none for the plan in force, so that its lines are not asked for again', () => {
  expect(planInstant([{ validFrom: '2026-05-23T16:00:00Z', validTo: null }])).toBeNull();
});

it('is the latest beginning for a retired plan', () => {
  const grids = [
    { validFrom: '2026-04-01T16:00:00Z', validTo: '2026-05-23T16:00:00Z' },
    { validFrom: '2026-04-20T16:00:00Z', validTo: null },
  ];
  expect(planInstant(grids)).toBe('2026-04-20T16:00:00Z');
});
