// Checks which texts are instants and days; nothing is guessed.
import { expect, it } from 'vitest';
import { DateScalar, DateTimeScalar, parseInstant, SequenceScalar } from './scalars.ts';

it.each([
  ['2026-07-07T17:58+08:00', '2026-07-07T09:58:00.000Z'],
  ['2024-02-29T23:59:59.999Z', '2024-02-29T23:59:59.999Z'],
  ['1970-01-01T00:00:00Z', '1970-01-01T00:00:00.000Z'],
])('reads %s', (text, instant) => {
  expect(parseInstant(text)?.toISOString()).toBe(instant);
});

it.each([
  '2026-02-29T00:00:00Z',
  '2026-07-07',
  '2026-07-07T12:00:00',
  '2026-07-07T24:00:00Z',
  '2026-07-07T12:60:00Z',
  '2101-01-01T00:00:00Z',
  '1969-12-31T23:59:59Z',
  '+2026-07-07T12:00:00Z',
  '',
])('refuses %j as an instant', (text) => {
  expect(parseInstant(text)).toBeNull();
  expect(() => DateTimeScalar.parseValue(text)).toThrow('INVALID_TIME');
});

it('takes days of the calendar only, and whole numbers only', () => {
  expect(DateScalar.parseValue('2026-07-07')).toBe('2026-07-07');
  for (const day of ['2026-02-30', '2026-7-7', '20260707', 5])
    expect(() => DateScalar.parseValue(day)).toThrow('INVALID_TIME');
  expect(SequenceScalar.parseValue(2 ** 53 - 1)).toBe(9_007_199_254_740_991);
  expect(() => SequenceScalar.parseValue(2 ** 53)).toThrow('not a whole number');
});
