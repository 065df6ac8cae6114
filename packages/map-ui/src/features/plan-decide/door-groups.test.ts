// Checks that no door is lost between list and groups, and that the order of doors stays.
import { expect, it } from 'vitest';
import { doorGroups } from './door-groups.ts';
import type { DoorMove } from './plan-documents.ts';

const move = (name: string, households: number, dailyCareDoors: number, openRequests: number): DoorMove => ({
  entrance: name,
  name,
  buildingName: name.slice(0, name.indexOf('栋') + 1),
  households,
  dailyCareDoors,
  openRequests,
  fromGrid: 3,
  fromWorker: '甲',
  toGrid: 2,
  toWorker: '乙',
});

it('groups by building, sums, and keeps the order', () => {
  const groups = doorGroups([move('3栋3单元', 72, 4, 1), move('14栋4单元', 72, 2, 0), move('3栋4单元', 60, 1, 2)]);
  expect(groups.map(({ building, moves }) => [building, moves.map(({ name }) => name)])).toEqual([
    ['3栋', ['3栋3单元', '3栋4单元']],
    ['14栋', ['14栋4单元']],
  ]);
  expect(groups[0]).toMatchObject({ households: 132, dailyCareDoors: 5, openRequests: 3 });
});
