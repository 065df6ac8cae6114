// Holds that a finger near a due door means that door, and that no door is out of reach.
import { describe, expect, it } from 'vitest';
import { layOutDoors } from './door-layout.ts';
import { door } from './fixture-doors.ts';
import { nearestDue } from './nearest-due.ts';

const SIZE = { width: 82, height: 23 };
const due = { duty: 'DUE' } as const;
const doors = [17, 16, 15, 14, 13, 12].flatMap((floor) =>
  [1, 2, 3, 4].map((position) => {
    const label = `${floor}0${position}`;
    return door(label, label === '1701' ? { duty: 'OVERDUE' } : label === '1302' ? due : {});
  }),
);
const rows = layOutDoors(doors, 17);
const tap = (label: string, selected: string | null = null) => {
  const tapped = doors.find((each) => each.label === label);
  if (!tapped) throw new Error(label);
  return nearestDue(rows, tapped, selected, SIZE).label;
};

describe('nearestDue', () => {
  it.each([
    ['1701', '1701'],
    ['1601', '1701'],
    ['1702', '1701'],
    ['1402', '1302'],
    ['1202', '1302'],
    ['1303', '1302'],
  ])('a tap on %s means %s', (tapped, meant) => {
    expect(tap(tapped)).toBe(meant);
  });

  it.each(['1704', '1404', '1304'])('%s is far from any due door and means itself', (label) => {
    expect(tap(label)).toBe(label);
  });

  it('takes the same door when it is tapped again', () => {
    expect(tap('1402', 'door-1402')).toBe('1402');
  });

  it('takes the tapped door where nothing is due', () => {
    const quiet = layOutDoors([door('101'), door('102')], 1);
    const [first] = quiet[0]?.cells ?? [];
    if (!first) throw new Error('no door');
    expect(nearestDue(quiet, first, null, SIZE)).toBe(first);
  });
});
