import { describe, expect, it } from 'vitest';
import { addCounts, figureOf, isFlow, METRICS, noCounts } from './metric.ts';

const size = { households: 250, hectares: 2 };

describe('figureOf', () => {
  it('gives counts per 100 households, per hectare, or as they are', () => {
    const counts = { ...noCounts(), visits: 7 };
    expect(figureOf('VISITS', counts, size, 'PER_100_HOUSEHOLDS')).toEqual({
      metric: 'VISITS',
      value: 2.8,
      numerator: 7,
      denominator: 250,
      n: 7,
      reason: null,
    });
    expect(figureOf('VISITS', counts, size, 'PER_HECTARE').value).toBe(3.5);
    expect(figureOf('VISITS', counts, size, 'NONE')).toMatchObject({ value: 7, denominator: null });
  });

  it('has no value where nobody lives, and no coverage where no door is due', () => {
    expect(figureOf('VISITS', noCounts(), { households: 0, hectares: 1 }, 'PER_100_HOUSEHOLDS')).toMatchObject({
      value: null,
      reason: 'NO_HOUSEHOLDS',
    });
    expect(figureOf('COVERAGE', noCounts(), size, 'NONE')).toMatchObject({
      value: null,
      reason: 'NONE_DUE',
      denominator: 0,
    });
    expect(figureOf('COVERAGE', { ...noCounts(), doorsDue: 42, dueMet: 40 }, size, 'PER_HECTARE')).toMatchObject({
      value: 0.9524,
      numerator: 40,
      denominator: 42,
    });
  });

  it('has a count behind every metric', () => {
    for (const metric of METRICS)
      expect(figureOf(metric, { ...noCounts(), doorsDue: 1 }, size, 'NONE').numerator).toBeGreaterThanOrEqual(0);
    expect(METRICS.filter(isFlow)).toEqual(['NEW_REQUESTS', 'CLOSED_REQUESTS', 'VISITS', 'DOORS_MET']);
  });
});

it('addCounts sums every count', () => {
  const one = {
    newRequests: 1,
    closedRequests: 2,
    visits: 3,
    doorsMet: 4,
    openRequests: 5,
    overdueRequests: 6,
    doorsDue: 7,
    dueMet: 8,
    doorsOverdue: 9,
  };
  const sum = noCounts();
  addCounts(sum, one);
  addCounts(sum, one);
  expect(Object.values(sum)).toEqual([2, 4, 6, 8, 10, 12, 14, 16, 18]);
});
