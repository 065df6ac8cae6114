// Checks that an outside id carries type, community and own id there and back, and that a stray one is refused.
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { ALL_ID_TYPES, decodeId, encodeId, idTypeOf, newId } from './ids.ts';

it('survives the way out and back for every type', () => {
  fc.assert(
    fc.property(fc.constantFrom(...ALL_ID_TYPES), fc.uuid(), fc.uuid(), (type, communityId, id) => {
      const text = encodeId(type, communityId, id);
      expect(text).toMatch(/^[a-z][\w-]{43}$/);
      expect(decodeId(text, type, 'id')).toEqual({ type, communityId, id });
      expect(idTypeOf(text)).toBe(type);
    }),
  );
});

it('new ones sort by time and differ', () => {
  const ids = Array.from({ length: 1_000 }, newId);
  expect(new Set(ids).size).toBe(1_000);
  expect(ids.toSorted((a, b) => (a < b ? -1 : 1))).toEqual(ids);
});

it.each([
  '',
  'g',
  'x'.repeat(44),
  `e${'A'.repeat(43)}`,
  `g${'A'.repeat(42)}`,
  `g${'A'.repeat(44)}`,
  `g${'/'.repeat(43)}`,
  `g${'A'.repeat(42)}B`,
])('refuses %j as a grid', (text) => {
  expect(() => decodeId(text, 'Grid', 'grid')).toThrow('BAD_ID');
});
