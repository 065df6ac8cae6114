// Holds the order of the table and what a missing value is.
import { describe, expect, it } from 'vitest';
import { createFormats } from '#i18n/formats';
import { figureValue, inTableOrder, isFlow, type PlaceFigure } from './figure-words.ts';

const zh = createFormats('zh', 'Asia/Shanghai');
const figure = (more: Partial<PlaceFigure>): PlaceFigure => ({
  metric: 'VISITS',
  value: 31.2499,
  numerator: 110,
  denominator: 352,
  reason: null,
  ...more,
});

describe('figureValue', () => {
  it.each([
    [figure({}), '31.25'],
    [figure({ value: 1.9 }), '1.9'],
    [figure({ value: 0 }), '0'],
    [figure({ metric: 'COVERAGE', value: 0.952 }), '95%'],
    [figure({ value: null, reason: 'NO_HOUSEHOLDS' }), null],
  ])('%o is %s', (given, written) => {
    expect(figureValue(given, zh)).toBe(written);
  });
});

describe('inTableOrder', () => {
  it('puts requests before visits before doors', () => {
    const metrics = (['COVERAGE', 'VISITS', 'NEW_REQUESTS'] as const).map((metric) => ({ metric }));
    expect(inTableOrder(metrics).map(({ metric }) => metric)).toEqual(['NEW_REQUESTS', 'VISITS', 'COVERAGE']);
  });
});

describe('isFlow', () => {
  it('knows what a window applies to', () => {
    expect(isFlow('VISITS')).toBe(true);
    expect(isFlow('OPEN_REQUESTS')).toBe(false);
  });
});
