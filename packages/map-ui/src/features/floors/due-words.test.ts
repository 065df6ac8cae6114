// Holds days to the community's calendar, not the device's.
import { describe, expect, it } from 'vitest';
import { dueWords, knockDay } from './due-words.ts';
import { deadline } from './fixture-doors.ts';

const ZONE = 'Asia/Shanghai';
const at = (time: string) => Date.parse(`${time}+08:00`);

describe('dueWords', () => {
  it('counts days late by the calendar', () => {
    const door = { duty: 'OVERDUE', dueAt: deadline('2026-07-06') } as const;
    expect(dueWords(door, at('2026-07-07T00:10:00'), ZONE)).toEqual({ kind: 'overdueDays', days: 1 });
    expect(dueWords(door, at('2026-07-09T23:50:00'), ZONE)).toEqual({ kind: 'overdueDays', days: 3 });
  });

  it('counts hours on the day itself', () => {
    const door = { duty: 'OVERDUE', dueAt: deadline('2026-07-07') } as const;
    expect(dueWords(door, at('2026-07-07T21:30:00'), ZONE)).toEqual({ kind: 'overdueToday', lateMs: 5_400_000 });
  });

  it('names the deadline of a door due today', () => {
    const door = { duty: 'DUE', dueAt: deadline('2026-07-07') } as const;
    expect(dueWords(door, at('2026-07-07T10:00:00'), ZONE)).toEqual({ kind: 'dueBy', at: at('2026-07-07T20:00:00') });
  });

  it('says only the duty where the instant is withheld', () => {
    expect(dueWords({ duty: 'OVERDUE', dueAt: null }, 0, ZONE)).toEqual({ kind: 'overdue' });
    expect(dueWords({ duty: 'DUE', dueAt: null }, 0, ZONE)).toEqual({ kind: 'due' });
  });
});

describe('knockDay', () => {
  it.each([
    ['2026-07-07T00:01:00', 'today'],
    ['2026-07-06T23:59:00', 'yesterday'],
    ['2026-07-05T23:59:00', 'earlier'],
  ])('%s was %s', (knock, day) => {
    expect(knockDay(`${knock}+08:00`, at('2026-07-07T10:00:00'), ZONE)).toBe(day);
  });
});
