// Holds answers to what was really answered.
import { describe, expect, it } from 'vitest';
import {
  errorsFirst,
  NO_ANSWERS,
  outlineAnswerFor,
  readMapping,
  toInput,
  withField,
  withoutTables,
  withRole,
} from './answers.ts';

describe('answers', () => {
  it('say nothing that nobody chose: no datum by default', () => {
    expect(toInput(NO_ANSWERS)).toEqual({});
    expect(toInput({ ...NO_ANSWERS, datum: 'GCJ02', epsg: 4547 })).toEqual({ datum: 'GCJ02' });
    expect(toInput({ ...NO_ANSWERS, datum: 'PROJECTED', epsg: 4547, gridCount: 15 })).toEqual({
      datum: 'PROJECTED',
      epsg: 4547,
      gridCount: 15,
    });
  });

  it('carry roles and columns by table, a column that is none as null', () => {
    const answered = withField(withRole(NO_ANSWERS, 'a.csv', 'HOUSEHOLDS'), 'a.csv', 'residents', null);
    expect(JSON.parse(toInput(withField(answered, 'a.csv', 'households', '户数')).mapping ?? '')).toEqual({
      'a.csv': { role: 'HOUSEHOLDS', fields: { residents: null, households: '户数' } },
    });
  });

  it('forget a table whose file went', () => {
    const answered = withRole(withRole(NO_ANSWERS, 'a.csv', 'HOUSEHOLDS'), 'b.shp', 'BUILDINGS');
    expect(Object.keys(withoutTables(answered, ['b.shp']).tables)).toEqual(['b.shp']);
    expect(withoutTables(answered, ['a.csv', 'b.shp'])).toBe(answered);
  });
});

it('reads the mapping the server proposes', () => {
  expect(readMapping('{"households":"户数"}')).toEqual({ households: '户数' });
  expect(readMapping('nothing')).toEqual({});
});

it('lists errors first', () => {
  const faults = [
    { severity: 'WARNING', path: 'a' },
    { severity: 'ERROR', path: 'b' },
    { severity: 'WARNING', path: 'c' },
  ];
  expect(errorsFirst(faults).map(({ path }) => path)).toEqual(['b', 'a', 'c']);
});

it('asks again when another outline is proposed than the one that was accepted', () => {
  const [one, other] = [{ coordinates: [1] }, { coordinates: [2] }];
  expect(outlineAnswerFor('ACCEPTED', one, { coordinates: [1] })).toBe('ACCEPTED');
  expect(outlineAnswerFor('ACCEPTED', one, other)).toBeNull();
  expect(outlineAnswerFor('DECLINED', one, other)).toBe('DECLINED');
});
