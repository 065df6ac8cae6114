// Holds that no two looks and no two duties share a mark, and that a door tried in vain shows both of its signs.
import { describe, expect, it } from 'vitest';
import { DUTY_MARKS, LOOK_MARKS, marksOf, stateOf } from './door-appearance.ts';
import { door } from './fixture-doors.ts';

describe('marks', () => {
  it('tell the five looks apart without colour', () => {
    const marks = Object.values(LOOK_MARKS);
    expect(marks).toHaveLength(5);
    expect(new Set(marks).size).toBe(5);
  });

  it('tell what is owed apart from what happened', () => {
    const owed = Object.values(DUTY_MARKS).filter((mark) => mark !== null);
    expect(owed).toEqual(['ring', 'alarm']);
    expect(Object.values(LOOK_MARKS)).not.toContain('ring');
    expect(Object.values(LOOK_MARKS)).not.toContain('alarm');
  });

  it.each([
    ['NOT_VISITED', 'DUE', ['ring']],
    ['NOT_VISITED', 'OVERDUE', ['alarm']],
    ['NOT_VISITED', 'NOT_DUE', []],
    ['NOT_HOME', 'DUE', ['dash']],
    ['NOT_HOME', 'OVERDUE', ['dash', 'alarm']],
    ['MET', 'DONE', ['tick']],
    ['MET', 'NOT_DUE', ['tick']],
    ['FOLLOW_UP', 'OVERDUE', ['flag', 'alarm']],
    ['NO_DATA', 'NOT_DUE', ['cross']],
  ] as const)('%s, %s: %j', (look, duty, marks) => {
    expect(marksOf({ look, duty })).toEqual(marks);
  });
});

describe('stateOf', () => {
  it.each([
    ['NOT_HOME', 'OVERDUE', 'Overdue'],
    ['NOT_HOME', 'DUE', 'NotHome'],
    ['NOT_VISITED', 'DUE', 'Due'],
    ['MET', 'DONE', 'Met'],
    ['NO_DATA', 'NOT_DUE', 'NoData'],
    ['NOT_VISITED', 'NOT_DUE', 'Idle'],
  ] as const)('%s, %s is read out as %s', (look, duty, state) => {
    expect(stateOf(door('101', { look, duty }))).toBe(state);
  });
});
