// Holds floors from the top, doors from the left, and gaps where nothing is known.
import { describe, expect, it } from 'vitest';
import { cellOf, layOutDoors } from './door-layout.ts';
import { door } from './fixture-doors.ts';

const labels = (rows: ReturnType<typeof layOutDoors>) =>
  rows.map(({ floor, cells }) => [floor, cells.map((cell) => cell?.label ?? null)]);

describe('layOutDoors', () => {
  it('puts the top floor first and doors in their columns', () => {
    const doors = [door('102'), door('201'), door('101'), door('202')];
    expect(labels(layOutDoors(doors, 2))).toEqual([
      [2, ['201', '202']],
      [1, ['101', '102']],
    ]);
  });

  it('keeps a missing door a gap and an empty floor a row', () => {
    expect(labels(layOutDoors([door('303'), door('101')], 3))).toEqual([
      [3, [null, null, '303']],
      [2, [null, null, null]],
      [1, ['101', null, null]],
    ]);
  });

  it('draws floors above the recorded number, and basements without a floor 0', () => {
    const doors = [door('401'), door('101', { id: 'cellar', floor: -1, label: 'B01' })];
    expect(labels(layOutDoors(doors, 2)).map(([floor]) => floor)).toEqual([4, 3, 2, 1, -1]);
  });

  it('never lays one door over another', () => {
    const doors = [door('101'), door('101', { id: 'second', label: '101-1' })];
    expect(labels(layOutDoors(doors, 1))).toEqual([[1, ['101', '101-1']]]);
  });

  it('answers an entrance without doors', () => {
    expect(layOutDoors([], 0)).toEqual([]);
    expect(labels(layOutDoors([], 2))).toEqual([
      [2, []],
      [1, []],
    ]);
  });
});

describe('cellOf', () => {
  it('finds a door, or nothing', () => {
    const rows = layOutDoors([door('201'), door('102')], 2);
    expect(cellOf(rows, 'door-102')).toEqual([1, 1]);
    expect(cellOf(rows, 'door-999')).toBeNull();
    expect(cellOf(rows, null)).toBeNull();
  });
});
