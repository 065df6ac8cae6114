// Holds the thirds to their bounds and a missing value to nothing.
import { describe, expect, it } from 'vitest';
import { tierOf, totalOf, valueOf } from './tier.ts';

describe('tierOf', () => {
  it.each([
    [0, 'low'],
    [0.6, 'low'],
    [0.61, 'middle'],
    [1.4, 'middle'],
    [9, 'high'],
  ])('%s is %s', (value, tier) => {
    expect(tierOf(value, [0.6, 1.4])).toBe(tier);
  });
});

describe('valueOf', () => {
  it.each([
    ['1.87', 1.87],
    ['0', 0],
    ['—', null],
    ['', null],
    ['2026-07-07T10:00:00Z', null],
  ])('%s is %s', (value, number) => {
    expect(valueOf([{ value }, { value: '7' }])).toBe(number);
  });

  it('is nothing without lines', () => {
    expect(valueOf([])).toBeNull();
  });
});

describe('totalOf', () => {
  it('is the second line', () => {
    expect(totalOf([{ value: '4.61' }, { value: '17' }])).toBe(17);
    expect(totalOf([{ value: '4.61' }])).toBe(0);
  });
});
