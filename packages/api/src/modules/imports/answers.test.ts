// Answers from outside: what is understood, and the path of what is not.
import { expect, test } from 'vitest';
import { readAnswers, readGridCount } from './answers.ts';

const pathOf = (work: () => unknown): string | undefined => {
  try {
    work();
    return 'accepted';
  } catch (error) {
    return (error as { path?: string }).path;
  }
};

test('absent answers stay absent, so that the fingerprint does not depend on how they were left out', () => {
  expect(readAnswers(null)).toEqual({});
  expect(readAnswers({ datum: null, encoding: null, mapping: null })).toEqual({});
});

test('a datum may be given for all tables or for one, with or without its projection', () => {
  expect(readAnswers({ datum: 'PROJECTED', epsg: 4547 })).toEqual({ datum: { datum: 'PROJECTED', epsg: 4547 } });
  const mapping = JSON.stringify({
    'a.csv': { role: 'HOUSEHOLDS', datum: 'GCJ02', fields: { households: '户数', residents: null } },
    'b.shp': { datum: { datum: 'PROJECTED', epsg: 4490 } },
  });
  expect(readAnswers({ mapping }).mapping).toEqual({
    'a.csv': { role: 'HOUSEHOLDS', datum: { datum: 'GCJ02' }, fields: { households: '户数', residents: null } },
    'b.shp': { datum: { datum: 'PROJECTED', epsg: 4490 } },
  });
});

test('what is not known by name is refused where it stands', () => {
  const mapping = (value: unknown) => pathOf(() => readAnswers({ mapping: JSON.stringify(value) }));
  expect(mapping([])).toBe('input.answers.mapping');
  expect(mapping({ 'a.csv': { rôle: 'BUILDINGS' } })).toBe('input.answers.mapping.a.csv');
  expect(mapping({ 'a.csv': { fields: { houses: 'x' } } })).toBe('input.answers.mapping.a.csv.fields');
  expect(pathOf(() => readAnswers({ mapping: `"${'x'.repeat(50_001)}"` }))).toBe('input.answers.mapping');
  expect([0, 1, 999, 1000].map((gridCount) => pathOf(() => readGridCount({ gridCount })))).toEqual([
    'input.answers.gridCount',
    'accepted',
    'accepted',
    'input.answers.gridCount',
  ]);
});
