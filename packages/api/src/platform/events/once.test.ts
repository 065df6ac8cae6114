// Checks when two bodies of one clientEventId count as the same.
import { expect, it } from 'vitest';
import { canonical } from './once.ts';

it('the order of keys does not matter, the order of lists does', () => {
  expect(canonical({ b: [{ y: 1, x: null }], a: 'ä' })).toBe(canonical({ a: 'ä', b: [{ x: null, y: 1 }] }));
  expect(canonical({ a: [1, 2] })).not.toBe(canonical({ a: [2, 1] }));
  expect(canonical({ a: undefined, b: 1 })).toBe(canonical({ b: 1 }));
  expect(canonical({ a: null, b: 1 })).not.toBe(canonical({ b: 1 }));
});
