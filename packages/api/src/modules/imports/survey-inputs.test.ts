// What drafts become for the surveyor: entrances that only the households name, counts without doubles, paths that bar nobody.
import { expect, test } from 'vitest';
import type { BuildingDraft, HouseholdCount, ImportDrafts } from './drafts.ts';
import { baseFeatureInput, countInputs, entranceInputs } from './survey-inputs.ts';

const building = (key: string): BuildingDraft => ({
  key,
  number: '1',
  series: '',
  name: `${key}栋`,
  aliases: [],
  kind: 'RESIDENTIAL',
  footprint: { type: 'MultiPolygon', coordinates: [] },
  sourcePaths: [],
  sourceIds: [],
});
const count = (buildingKey: string, households: number, entrance?: string): HouseholdCount => ({
  buildingKey,
  households,
  sourcePaths: ['row 2'],
  ...(entrance === undefined ? {} : { entrance }),
});
const drafts = (households: HouseholdCount[]): ImportDrafts => ({
  buildings: [building('a'), building('b')],
  barriers: [],
  outline: null,
  households,
  entrances: [{ buildingKey: 'a', number: '1', dwellings: 40, sourcePath: 'row 2' }],
});

test('an entrance that only the households name is an entrance; each is named once', () => {
  const inputs = entranceInputs(drafts([count('a', 30, '1'), count('a', 20, '2'), count('b', 10)]));
  expect(inputs).toEqual([
    { buildingKey: 'a', number: '1', dwellings: 40 },
    { buildingKey: 'a', number: '2' },
  ]);
});

test('counts by entrance win over the count of the whole building, which is named', () => {
  const found = countInputs(drafts([count('a', 50), count('a', 30, '1'), count('b', 10)]));
  expect(found).toEqual({
    counts: [
      { buildingKey: 'a', households: 30, entrance: '1' },
      { buildingKey: 'b', households: 10 },
    ],
    countedTwice: ['a栋'],
  });
});

test('a footpath is drawn but is no barrier', () => {
  const kinds = (['PATH', 'STREET', 'WALL'] as const).map((kind) =>
    baseFeatureInput({
      key: 'k',
      name: '',
      kind,
      line: {
        type: 'MultiLineString',
        coordinates: [
          [
            [114, 30],
            [114.1, 30],
          ],
        ],
      },
      sourcePath: '',
    }),
  );
  expect(kinds.map(({ kind, barrier, name }) => [kind, barrier, name])).toEqual([
    ['PATH', false, null],
    ['STREET', true, null],
    ['WALL', true, null],
  ]);
});
