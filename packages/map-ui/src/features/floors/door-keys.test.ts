// Holds the keys of the matrix: arrows jump gaps, letters mark, modifiers stay the browser's.
import { describe, expect, it } from 'vitest';
import { deedOfKey, OUTCOME_KEYS, OUTCOMES } from './door-keys.ts';
import { layOutDoors } from './door-layout.ts';
import { door } from './fixture-doors.ts';

const rows = layOutDoors([door('301'), door('303'), door('201'), door('202'), door('203'), door('103')], 3);
const press = (key: string, selected: string | null = 'door-202', more = {}) =>
  deedOfKey(rows, selected, { key, ctrlKey: false, metaKey: false, altKey: false, ...more });
const went = (key: string, selected?: string | null) => {
  const deed = press(key, selected);
  return deed?.kind === 'go' ? deed.door.label : null;
};

describe('deedOfKey', () => {
  it.each([
    ['ArrowLeft', 'door-202', '201'],
    ['ArrowRight', 'door-202', '203'],
    ['ArrowRight', 'door-301', '303'],
    ['ArrowDown', 'door-203', '103'],
    ['ArrowUp', 'door-103', '203'],
    ['ArrowUp', 'door-202', null],
    ['ArrowRight', 'door-303', null],
    ['Home', 'door-203', '201'],
    ['End', 'door-301', '303'],
    ['ArrowDown', null, '301'],
  ])('%s from %s goes to %s', (key, from, to) => {
    expect(went(key, from)).toBe(to);
  });

  it.each([
    ['m', 'MET'],
    ['n', 'NOT_HOME'],
    ['r', 'REFUSED'],
    ['R', 'REFUSED'],
    ['f', 'FOLLOW_UP'],
    ['a', 'MOVED_AWAY'],
  ])('%s marks %s', (key, outcome) => {
    expect(press(key)).toEqual({ kind: 'mark', outcome });
  });

  it('has a letter of its own for every outcome', () => {
    expect(new Set(OUTCOMES.map((outcome) => OUTCOME_KEYS[outcome])).size).toBe(5);
  });

  it('opens, and does nothing without a door', () => {
    expect(press('Enter')).toEqual({ kind: 'open' });
    expect(press('Enter', null)).toBeNull();
    expect(press('m', null)).toBeNull();
  });

  it('leaves other keys and modifiers alone', () => {
    expect(press('x')).toBeNull();
    expect(press('r', 'door-202', { ctrlKey: true })).toBeNull();
    expect(press('ArrowLeft', 'door-202', { altKey: true })).toBeNull();
  });
});
