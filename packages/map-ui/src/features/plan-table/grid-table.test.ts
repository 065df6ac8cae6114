// Holds the table's bars on one scale, its orders, and how checks are grouped for the list.
import { describe, expect, it } from 'vitest';
import type { GridRow, PlanFinding } from '#plan/plan-session.types';
import { barScale, brokenLimit, headPlace } from './bar-scale.ts';
import { checkGroups } from './check-groups.ts';
import { orderRows } from './grid-order.ts';

const LIMITS = { minHouseholds: 300, targetHouseholds: 350, maxHouseholds: 500 };
const row = (grid: number, households: number, more: Partial<GridRow> = {}): GridRow => ({
  grid,
  units: 5,
  households,
  residents: households * 2,
  minutesPerWeek: 1000 + households,
  dailyCareDoors: 10 - grid,
  compactness: 0.6,
  spreadMetres: 50,
  spanMetres: 120,
  ...more,
});
const finding = (check: PlanFinding['check'], grid: number | null, exempt = false): PlanFinding => ({
  key: `${check}:${grid}`,
  check,
  grid,
  units: [1],
  value: 1,
  limit: null,
  exempt,
  exemption: null,
});

describe('bars', () => {
  it('share one scale that holds every value and both limits', () => {
    const at = barScale([288, 440], LIMITS);
    expect(at(288)).toBeGreaterThan(0);
    expect(at(500)).toBeLessThan(100);
    expect(at(394) - at(288)).toBeCloseTo(at(500) - at(394), 0);
  });

  it('write limits at their ticks, beside the target where those are too near', () => {
    expect(headPlace(50, 20)).toEqual({ x: '20%', textAnchor: 'end' });
    expect(headPlace(50, 90)).toEqual({ x: '90%', textAnchor: 'middle' });
    expect(headPlace(50, 45)).toEqual({ x: '50%', dx: -16, textAnchor: 'end' });
    expect(headPlace(50, 60)).toEqual({ x: '50%', dx: 16, textAnchor: 'start' });
    expect(headPlace(50, 50)).toEqual({ x: '50%', textAnchor: 'middle' });
  });

  it('name the limit that is broken; both limits are allowed', () => {
    expect([299, 300, 500, 501].map((households) => brokenLimit(households, LIMITS))).toEqual([
      'below',
      null,
      null,
      'above',
    ]);
  });
});

describe('rows', () => {
  const rows = [row(0, 340), row(1, 288, { compactness: null }), row(2, 460)].map((each) => ({
    row: each,
    before: row(each.grid, 340),
    number: each.grid + 1,
  }));
  const numbers = (order: Parameters<typeof orderRows>[1], reverse = false) =>
    orderRows(rows, order, LIMITS, reverse).map(({ number }) => number);

  it('come by number, by overload with broken limits first, and turned round', () => {
    expect(numbers('number')).toEqual([1, 2, 3]);
    expect(numbers('overload')).toEqual([2, 3, 1]);
    expect(numbers('households')).toEqual([3, 1, 2]);
    expect(numbers('households', true)).toEqual([2, 1, 3]);
    expect(numbers('change')).toEqual([3, 2, 1]);
  });

  it('put what is unknown last', () => {
    expect(numbers('compactness')).toEqual([1, 3, 2]);
  });
});

describe('checks', () => {
  it('always say the four that matter, others where something is found', () => {
    expect(checkGroups([]).map(({ name, open }) => [name, open.length])).toEqual([
      ['households', 0],
      ['contiguity', 0],
      ['complete', 0],
      ['lock', 0],
    ]);
    const groups = checkGroups([finding('hole', 3), finding('span', 2), finding('loose-piece', 1, true)]);
    expect(groups.map(({ name, open, exempt }) => [name, open.length, exempt.length])).toEqual([
      ['households', 0, 0],
      ['contiguity', 1, 1],
      ['complete', 0, 0],
      ['lock', 0, 0],
      ['span', 1, 0],
    ]);
  });
});
