// Holds that a mark shows before it is sent, by the server's own rules.
import { describe, expect, it } from 'vitest';
import { door } from './fixture-doors.ts';
import { withUnsent } from './unsent-marks.ts';

const doors = [door('101', { duty: 'OVERDUE' }), door('102', { look: 'MET', duty: 'DONE' }), door('103')];
const after = (label: string, outcome: 'MET' | 'NOT_HOME' | 'REFUSED' | 'MOVED_AWAY' | 'FOLLOW_UP') => {
  const found = withUnsent(doors, new Map([[`door-${label}`, outcome]])).find((each) => each.label === label);
  return [found?.look, found?.duty];
};

describe('withUnsent', () => {
  it.each([
    ['MET', 'MET', 'DONE'],
    ['NOT_HOME', 'NOT_HOME', 'OVERDUE'],
    ['REFUSED', 'FOLLOW_UP', 'OVERDUE'],
    ['MOVED_AWAY', 'NO_DATA', 'DONE'],
    ['FOLLOW_UP', 'FOLLOW_UP', 'DONE'],
  ] as const)('%s makes an overdue door %s, %s', (outcome, look, duty) => {
    expect(after('101', outcome)).toEqual([look, duty]);
  });

  it('never hides that someone was met', () => {
    expect(after('102', 'NOT_HOME')).toEqual(['MET', 'DONE']);
  });

  it('owes nothing at a door that was not due', () => {
    expect(after('103', 'MET')).toEqual(['MET', 'NOT_DUE']);
  });

  it('leaves everything else as it is', () => {
    expect(withUnsent(doors, new Map())).toBe(doors);
    expect(withUnsent(doors, new Map([['door-101', 'MET']]))[2]).toBe(doors[2]);
  });
});
