import fc from 'fast-check';
import { expect, it } from 'vitest';
import { quantileBreaks } from './quantile-breaks.ts';

it('takes quantiles of what was seen, zero apart, rounded to two digits', () => {
  const values = [...Array(50).fill(0), ...Array.from({ length: 100 }, (_, index) => index + 1)];
  expect(quantileBreaks(values, 5)).toEqual([21, 41, 61, 81]);
  expect(quantileBreaks(values, 3)).toEqual([34, 67]);
});

it('steps evenly when hardly anything was seen', () => {
  expect(quantileBreaks([], 5)).toEqual([1, 2, 3, 4]);
  expect(quantileBreaks([0, 0, 2], 5)).toEqual([0.4, 0.8, 1.2, 1.6]);
});

it('always rises strictly', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 1e6, noNaN: true })), fc.constantFrom(3, 5), (values, steps) => {
      const breaks = quantileBreaks(values, steps);
      expect(breaks).toHaveLength(steps - 1);
      breaks.forEach((value, index) => expect(value).toBeGreaterThan(index === 0 ? 0 : (breaks[index - 1] as number)));
    }),
  );
});
