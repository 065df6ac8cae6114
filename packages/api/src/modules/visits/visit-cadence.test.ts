// Checks due days, the deadline to the millisecond, what each outcome counts for, today's looks, and the order of the list.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CareLevel } from '#modules/geography';
import {
  compareDueDoors,
  doorDuty,
  doorLook,
  dueDay,
  OUTCOME_COUNTS,
  overdueFrom,
  VISIT_OUTCOMES,
  type DoorRecord,
  type Knock,
  type VisitOutcome,
} from './visit-cadence.ts';

const CARE_LEVELS: readonly CareLevel[] = ['DAILY', 'WEEKLY', 'MONTHLY'];
const DEFAULT_NORMS = { visitCadenceDays: { DAILY: 1, WEEKLY: 7, MONTHLY: 30 }, visitDeadlineHour: 20 };
const ZONE = 'Asia/Shanghai';
const t = (text: string) => new Date(`2026-07-${text}+08:00`);
const knock = (time: string, outcome: VisitOutcome): Knock => ({ at: t(time), outcome });
const door = (level: CareLevel | null, knocks: readonly Knock[] = [], beganOn = '2026-07-01'): DoorRecord => ({
  care: level && { level, beganOn },
  householdSince: '2020-01-01',
  knocks,
});
const duty = (record: DoorRecord, time: string) => doorDuty(record, t(time), DEFAULT_NORMS, ZONE);
const look = (knocks: readonly Knock[], time = '07T18:00') => doorLook(door(null, knocks), t(time), ZONE);

describe('outcomes', () => {
  it('count as the domain says', () => {
    const which = (key: 'asVisit' | 'asMet' | 'endsDue') =>
      VISIT_OUTCOMES.filter((outcome) => OUTCOME_COUNTS[outcome][key]);
    expect(which('asVisit')).toEqual(['MET', 'REFUSED', 'MOVED_AWAY', 'FOLLOW_UP']);
    expect(which('asMet')).toEqual(['MET', 'FOLLOW_UP']);
    expect(which('endsDue')).toEqual(['MET', 'MOVED_AWAY', 'FOLLOW_UP']);
  });
});

describe('the due day', () => {
  it.each([
    ['DAILY', '2026-07-01', null, '2026-07-02'],
    ['DAILY', '2026-07-01', '2026-07-06', '2026-07-07'],
    ['WEEKLY', '2026-07-01', '2026-07-06', '2026-07-13'],
    ['WEEKLY', '2026-07-01', null, '2026-07-08'],
    ['MONTHLY', '2026-07-01', '2026-06-20', '2026-07-31'],
    ['MONTHLY', '2026-07-01', '2026-07-01', '2026-07-31'],
  ] as const)('%s since %s, last met %s: %s', (level, began, met, due) => {
    expect(dueDay(level, began, met, DEFAULT_NORMS)).toBe(due);
  });

  it('has its deadline at 20:00 of the community, also in a zone that changes its clocks', () => {
    expect(overdueFrom('2026-07-07', DEFAULT_NORMS, ZONE)).toEqual(t('07T20:00'));
    expect(overdueFrom('2026-03-29', DEFAULT_NORMS, 'Europe/Berlin')).toEqual(new Date('2026-03-29T18:00Z'));
  });
});

describe('duty', () => {
  const metYesterday = knock('06T10:00', 'MET');

  it.each([
    ['of a daily door met yesterday, from midnight', [metYesterday], '07T00:00', 'DUE'],
    ['just before the deadline', [metYesterday], '07T19:59:59.999', 'DUE'],
    ['at the deadline', [metYesterday], '07T20:00', 'OVERDUE'],
    ['not home is not a visit', [metYesterday, knock('07T09:00', 'NOT_HOME')], '07T20:00', 'OVERDUE'],
    ['a refusal leaves it due', [metYesterday, knock('07T09:00', 'REFUSED')], '07T19:00', 'DUE'],
    ['met today', [metYesterday, knock('07T09:00', 'MET')], '07T20:00', 'DONE'],
    ['followed up today', [metYesterday, knock('07T09:00', 'FOLLOW_UP')], '07T20:00', 'DONE'],
    ['moved away today', [metYesterday, knock('07T09:00', 'MOVED_AWAY')], '07T20:00', 'DONE'],
    ['moved away before', [metYesterday, knock('06T11:00', 'MOVED_AWAY')], '07T20:00', 'NOT_DUE'],
    ['a knock of later is not yet known', [metYesterday, knock('07T21:00', 'MET')], '07T20:30', 'OVERDUE'],
    ['met late, after the deadline', [metYesterday, knock('07T21:00', 'MET')], '07T21:00', 'DONE'],
    ['missed days ago is overdue in the morning', [knock('03T10:00', 'MET')], '07T08:00', 'OVERDUE'],
  ] as const)('%s', (_name, knocks, time, expected) => {
    expect(duty(door('DAILY', knocks), time).duty).toBe(expected);
  });

  it('says since when and how long', () => {
    expect(duty(door('DAILY', [knock('03T10:00', 'MET')]), '07T08:00')).toEqual({
      duty: 'OVERDUE',
      dueOn: '2026-07-04',
      daysPastDue: 3,
    });
    expect(duty(door('WEEKLY', [knock('03T10:00', 'MET')]), '07T08:00')).toEqual({
      duty: 'NOT_DUE',
      dueOn: '2026-07-10',
      daysPastDue: 0,
    });
  });

  it('is none without a level, before the level began, without a household, and on the level’s first day', () => {
    expect(duty(door(null), '07T20:00')).toEqual({ duty: 'NOT_DUE', dueOn: null, daysPastDue: 0 });
    expect(duty(door('DAILY', [], '2026-07-08'), '07T20:00').dueOn).toBeNull();
    expect(duty({ ...door('DAILY'), householdSince: null }, '07T20:00').duty).toBe('NOT_DUE');
    expect(duty(door('DAILY', [], '2026-07-07'), '07T20:00')).toEqual({
      duty: 'NOT_DUE',
      dueOn: '2026-07-08',
      daysPastDue: 0,
    });
  });

  it('comes back when a level begins after the old household moved away, or when somebody is met after all', () => {
    const moved = knock('02T10:00', 'MOVED_AWAY');
    expect(duty(door('DAILY', [moved], '2026-07-05'), '07T10:00').duty).toBe('OVERDUE');
    expect(duty(door('DAILY', [moved, knock('06T10:00', 'MET')]), '07T10:00').duty).toBe('DUE');
    expect(duty({ ...door('DAILY', [moved]), householdSince: '2026-07-04' }, '07T10:00').duty).toBe('OVERDUE');
  });

  it('of a day never changes by what happens that day, except to DONE', () => {
    const times = fc.integer({ min: 0, max: 23 }).map((hour) => `07T${String(hour).padStart(2, '0')}:30`);
    fc.assert(
      fc.property(
        fc.constantFrom(...CARE_LEVELS),
        times,
        fc.constantFrom(...VISIT_OUTCOMES),
        (level, time, outcome) => {
          const before = duty(door(level, []), '07T23:59');
          const after = duty(door(level, [knock(time, outcome)]), '07T23:59');
          expect(after.dueOn).toBe(before.dueOn);
          const done = before.duty !== 'NOT_DUE' && OUTCOME_COUNTS[outcome].endsDue;
          expect(after.duty).toBe(done ? 'DONE' : before.duty);
        },
      ),
    );
  });
});

describe('the look of a door', () => {
  it.each([
    ['NOT_VISITED', []],
    ['NOT_VISITED', [knock('06T10:00', 'MET')]],
    ['NOT_HOME', [knock('07T10:00', 'NOT_HOME')]],
    ['MET', [knock('07T10:00', 'MET')]],
    ['MET', [knock('07T10:00', 'MET'), knock('07T15:00', 'NOT_HOME')]],
    ['MET', [knock('07T15:00', 'MET'), knock('07T10:00', 'FOLLOW_UP')]],
    ['FOLLOW_UP', [knock('07T10:00', 'MET'), knock('07T15:00', 'FOLLOW_UP')]],
    ['FOLLOW_UP', [knock('07T10:00', 'REFUSED')]],
    ['NOT_VISITED', [knock('07T18:01', 'MET')]],
    ['NO_DATA', [knock('07T10:00', 'MOVED_AWAY')]],
    ['NO_DATA', [knock('02T10:00', 'MOVED_AWAY'), knock('07T10:00', 'NOT_HOME')]],
    ['MET', [knock('02T10:00', 'MOVED_AWAY'), knock('07T10:00', 'MET')]],
  ] as const)('is %s', (expected, knocks) => {
    expect(look(knocks)).toBe(expected);
  });

  it('is no data where nobody lives, and forgets the household before', () => {
    expect(doorLook({ ...door(null), householdSince: null }, t('07T18:00'), ZONE)).toBe('NO_DATA');
    const newcomers = { ...door(null, [knock('02T10:00', 'MOVED_AWAY')]), householdSince: '2026-07-05' };
    expect(doorLook(newcomers, t('07T18:00'), ZONE)).toBe('NOT_VISITED');
  });

  it('begins anew at the community’s midnight', () => {
    expect(look([knock('06T23:59', 'MET')], '07T00:00')).toBe('NOT_VISITED');
    expect(look([knock('07T00:00', 'MET')], '07T00:00')).toBe('MET');
  });
});

describe('the due list', () => {
  it('has the most overdue first, then daily before weekly before monthly, then door order', () => {
    const rows = [
      { dueOn: '2026-07-07', level: 'MONTHLY', doorKey: '01' },
      { dueOn: '2026-07-07', level: 'DAILY', doorKey: '09' },
      { dueOn: '2026-07-05', level: 'WEEKLY', doorKey: '30' },
      { dueOn: '2026-07-07', level: 'DAILY', doorKey: '02' },
      { dueOn: '2026-07-07', level: 'WEEKLY', doorKey: '00' },
    ] as const;
    expect(rows.toSorted(compareDueDoors).map((row) => row.doorKey)).toEqual(['30', '02', '09', '00', '01']);
    expect(compareDueDoors(rows[0], rows[0])).toBe(0);
  });
});
