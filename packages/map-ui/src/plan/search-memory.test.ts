// Checks that a search is found again after a reload, and that nothing strange is.
import { expect, it } from 'vitest';
import { forgetSearch, keepSearch, keptSearch } from './search-memory.ts';

function memory() {
  const kept = new Map<string, string>();
  return {
    kept,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
}
const SEARCH = { wish: { wholeBuildings: true, splitAllowed: ['b13'] }, seed: 7 };

it('finds the search of this plan again, until it has ended', () => {
  const storage = memory();
  keepSearch('one', SEARCH, storage);
  expect(keptSearch('one', storage)).toEqual(SEARCH);
  expect(keptSearch('other', storage)).toBeNull();
  forgetSearch('one', storage);
  expect(keptSearch('one', storage)).toBeNull();
});

it.each(['{', '1', '{"seed":1}', '{"seed":"1","wish":{"wholeBuildings":true,"splitAllowed":[]}}'])(
  'takes nothing from %s',
  (text) => {
    const storage = memory();
    keepSearch('one', SEARCH, storage);
    storage.kept.set([...storage.kept.keys()][0] ?? '', text);
    expect(keptSearch('one', storage)).toBeNull();
  },
);
