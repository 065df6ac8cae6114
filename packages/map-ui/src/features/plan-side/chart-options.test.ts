// Checks the axes, and that a whisker stands for what is known and for nothing else.
import { describe, expect, it } from 'vitest';
import type { Suggestion } from '#plan/suggestion.types';
import { axisStep, chartOptions, chartRange, PLANS_SERIES, whiskerOf } from './chart-options.ts';

const plan = (label: string, movedHouseholds: number, cv: number, part: Partial<Suggestion> = {}): Suggestion => ({
  label,
  assignment: new Int32Array(),
  cv,
  movedUnits: 2,
  movedHouseholds,
  maxDeviation: 0.1,
  cut: 1000,
  cutBound: null,
  disruption: movedHouseholds * 1.5,
  disruptionBound: movedHouseholds * 1.5,
  proof: 'proved',
  within: 0,
  roles: [],
  ...part,
});
const PLANS = [plan('A', 144, 0.098), plan('B', 216, 0.079), plan('C', 421, 0.058), plan('D', 690, 0.041)];
const NOW = { movedHouseholds: 0, cv: 0.137 };
const DRAFT = { movedHouseholds: 208, cv: 0.114 };

describe('axisStep', () => {
  it.each([
    [745, 4, 200],
    [60, 4, 20],
    [0.1, 3, 0.05],
    [0, 4, 1],
  ])('%s in %s parts', (length, parts, step) => {
    expect(axisStep(length, parts)).toBeCloseTo(step);
  });
});

describe('chartRange', () => {
  it('holds every point, none on the frame', () => {
    const { x, y } = chartRange({ suggestions: PLANS, now: NOW, draft: DRAFT });
    expect(x.max).toBe(800);
    expect(y.max).toBeGreaterThan(0.137);
    expect(y.min).toBeLessThan(0.041);
    expect(y.min).toBeGreaterThanOrEqual(0);
  });

  it('does not let one far plan press the others together', () => {
    const { x, y } = chartRange({ suggestions: [...PLANS, plan('E', 1775, 0.267)], now: NOW, draft: DRAFT });
    expect(x.max).toBe(800);
    expect(y.max).toBeGreaterThan(0.267);
  });

  it('holds a draft that nobody touched, before any plan', () => {
    const { x, y } = chartRange({ suggestions: [], now: NOW, draft: NOW });
    expect(x.max).toBeGreaterThanOrEqual(1);
    expect(y.max).toBeGreaterThan(y.min);
  });
});

describe('whiskerOf', () => {
  it('reaches as far as disruption could be less', () => {
    expect(whiskerOf(plan('C', 400, 0.058, { proof: 'within', disruption: 600, disruptionBound: 540 }))).toBeCloseTo(
      360,
    );
  });
  it('is none where all or nothing is known', () => {
    expect(whiskerOf(plan('A', 144, 0.098))).toBeNull();
    expect(whiskerOf(plan('A', 144, 0.098, { proof: 'none', disruptionBound: 0 }))).toBeNull();
  });
});

describe('chartOptions', () => {
  it('draws each plan with its letter, the shown one larger', () => {
    const words = { now: '现行', draft: '本草案', x: '换人户数', y: 'CV' };
    const { series } = chartOptions({ suggestions: PLANS, now: NOW, draft: DRAFT, shown: 'B', words }) as {
      series: { id?: string; data: { name: string; symbolSize: number }[] }[];
    };
    const points = series.find(({ id }) => id === PLANS_SERIES)?.data.map(({ name, symbolSize }) => [name, symbolSize]);
    expect(points).toEqual([
      ['A', 11],
      ['B', 17],
      ['C', 11],
      ['D', 11],
    ]);
  });
});
