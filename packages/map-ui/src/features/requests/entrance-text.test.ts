// Checks places as they are typed with one thumb, and that a doubtful one is never chosen silently.
import { describe, expect, it } from 'vitest';
import { byPlace, type EntranceChoice, findEntrances, onlyEntrance, readPlaceText } from './entrance-text.ts';

const entrance = (building: string, number: string, buildingName = `${building}栋`): EntranceChoice => ({
  id: `${building}-${number}`,
  name: `${building}栋${number}单元`,
  number,
  buildingId: building,
  buildingNumber: building,
  buildingName,
  gridNumber: 7,
});
const CHOICES = ['1', '9', '10', '19']
  .flatMap((building) => ['1', '2', '3', '4'].map((number) => entrance(building, number)))
  .concat(entrance('20', '1', '青年公寓'));
const names = (typed: string) => findEntrances(typed, CHOICES).map(({ name }) => name);

describe('readPlaceText', () => {
  it.each([
    ['9-2', ['9', '2', null]],
    ['9栋2单元', ['9', '2', null]],
    ['9 2', ['9', '2', null]],
    ['9号楼2', ['9', '2', null]],
    ['九栋二单元', ['9', '2', null]],
    ['十九栋四单元', ['19', '4', null]],
    ['\uff19\uff0d\uff12', ['9', '2', null]],
    ['09-02', ['9', '2', null]],
    ['9-2-602', ['9', '2', '602']],
    ['9栋2单元602室', ['9', '2', '602']],
    ['b9 e2', ['9', '2', null]],
    ['Building 12, entrance 3', ['12', '3', null]],
    ['9', ['9', null, null]],
  ])('%s', (typed, expected) => {
    const place = readPlaceText(typed);
    expect([place?.building, place?.entrance, place?.door]).toEqual(expected);
  });

  it.each(['', '青年公寓', '2026-7-7停水', '9栋2单元的电梯'])('%s is no place in numbers', (typed) => {
    expect(readPlaceText(typed)).toBeNull();
  });
});

describe('findEntrances', () => {
  it('finds the very entrance first', () => {
    expect(names('9-2')).toEqual(['9栋2单元']);
    expect(names('19-4')[0]).toBe('19栋4单元');
  });

  it('offers all entrances of a building, then of buildings that begin so', () => {
    expect(names('1').slice(0, 5)).toEqual(['1栋1单元', '1栋2单元', '1栋3单元', '1栋4单元', '9栋1单元']);
    expect(names('9').slice(0, 4)).toEqual(['9栋1单元', '9栋2单元', '9栋3单元', '9栋4单元']);
  });

  it('knows names', () => {
    expect(names('青年')).toEqual(['20栋1单元']);
    expect(names('99-9')).toEqual([]);
    expect(names(' ')).toHaveLength(CHOICES.length);
  });
});

describe('onlyEntrance', () => {
  it('takes what is beyond doubt and nothing else', () => {
    expect(onlyEntrance('9-2', CHOICES)?.id).toBe('9-2');
    expect(onlyEntrance('9栋2单元', CHOICES)?.id).toBe('9-2');
    expect(onlyEntrance('20', CHOICES)?.id).toBe('20-1');
    expect(onlyEntrance('9', CHOICES)).toBeNull();
    expect(onlyEntrance('9-7', CHOICES)).toBeNull();
    expect(onlyEntrance('青年', CHOICES)).toBeNull();
  });
});

it('counts buildings as people do', () => {
  expect(CHOICES.toReversed().toSorted(byPlace)).toEqual(CHOICES);
});
