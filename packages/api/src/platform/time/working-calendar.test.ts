// Checks working time: closing hours, weekends, holidays, moved working days, clock changes, years without data.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addWorkingMinutes, isWorkingTime, workingMinutesBetween, type WorkingCalendar } from './working-calendar.ts';

const community: WorkingCalendar = {
  zone: 'Asia/Shanghai',
  weekdays: [1, 2, 3, 4, 5],
  hours: [{ startMinute: 510, endMinute: 1080 }],
  exceptions: new Map([
    ['2026-10-01', 'OFF'],
    ['2026-10-02', 'OFF'],
    ['2026-10-10', 'WORKING'],
  ]),
  yearsCovered: new Set([2026]),
};
const withLunch: WorkingCalendar = {
  ...community,
  zone: 'Europe/Berlin',
  hours: [
    { startMinute: 480, endMinute: 720 },
    { startMinute: 780, endMinute: 1020 },
  ],
};
const roundTheClock: WorkingCalendar = {
  ...community,
  zone: 'Europe/Berlin',
  weekdays: [1, 2, 3, 4, 5, 6, 7],
  hours: [{ startMinute: 0, endMinute: 1440 }],
  exceptions: new Map(),
};
const at = (text: string) => new Date(text);
const plus = (from: string, minutes: number, calendar = community) =>
  addWorkingMinutes(calendar, at(from), minutes).at.toISOString();

describe('adding working minutes', () => {
  it.each([
    ['within the day', '2026-07-07T10:00+08:00', 240, '2026-07-07T06:00:00.000Z'],
    ['reported at 18:00, four working hours end at 12:30', '2026-07-07T18:00+08:00', 240, '2026-07-08T04:30:00.000Z'],
    ['over the close of the day', '2026-07-07T17:00+08:00', 120, '2026-07-08T01:30:00.000Z'],
    ['over a weekend', '2026-07-10T17:00+08:00', 61, '2026-07-13T00:31:00.000Z'],
    ['ending with the day stays at closing time', '2026-07-07T08:30+08:00', 570, '2026-07-07T10:00:00.000Z'],
    ['before opening', '2026-07-07T03:00+08:00', 1, '2026-07-07T00:31:00.000Z'],
    ['over the holiday of 1 and 2 October and a weekend', '2026-09-30T17:30+08:00', 60, '2026-10-05T01:00:00.000Z'],
    ['into a Saturday made a working day', '2026-10-09T17:30+08:00', 60, '2026-10-10T01:00:00.000Z'],
    ['nothing at all', '2026-07-11T03:00+08:00', 0, '2026-07-10T19:00:00.000Z'],
  ])('%s', (_name, from, minutes, due) => {
    expect(plus(from, minutes)).toBe(due);
  });

  it('skips the lunch break and keeps wall-clock hours over a clock change', () => {
    expect(plus('2026-03-27T11:30+01:00', 60, withLunch)).toBe('2026-03-27T12:30:00.000Z');
    expect(plus('2026-03-27T16:00+01:00', 120, withLunch)).toBe('2026-03-30T07:00:00.000Z');
  });

  it('refuses negative time and a calendar that never works', () => {
    expect(() => plus('2026-07-07T10:00+08:00', -1)).toThrow(RangeError);
    expect(() => plus('2026-07-07T10:00+08:00', Number.NaN)).toThrow(RangeError);
    expect(() => plus('2026-07-07T10:00+08:00', 1, { ...community, weekdays: [], exceptions: new Map() })).toThrow(
      /ten years/,
    );
  });
});

describe('working minutes between', () => {
  const between = (from: string, to: string, calendar = community) =>
    workingMinutesBetween(calendar, at(from), at(to)).minutes;

  it('counts whole days, parts, weekends and holidays', () => {
    expect(between('2026-07-06T00:00+08:00', '2026-07-13T00:00+08:00')).toBe(5 * 570);
    expect(between('2026-07-07T17:45+08:00', '2026-07-08T08:45+08:00')).toBe(30);
    expect(between('2026-07-11T00:00+08:00', '2026-07-12T23:00+08:00')).toBe(0);
    expect(between('2026-09-28T00:00+08:00', '2026-10-12T00:00+08:00')).toBe((3 + 5 + 1) * 570);
    expect(between('2026-07-08T08:45+08:00', '2026-07-07T17:45+08:00')).toBe(-30);
  });

  it('gives a day of a clock change 23 and 25 hours when work never stops', () => {
    expect(between('2026-03-29T00:00+01:00', '2026-03-30T00:00+02:00', roundTheClock)).toBe(23 * 60);
    expect(between('2026-10-25T00:00+02:00', '2026-10-26T00:00+01:00', roundTheClock)).toBe(25 * 60);
  });

  it('is the inverse of adding, in every calendar', () => {
    const froms = fc.date({ min: at('2026-01-05T00:00Z'), max: at('2026-11-30T00:00Z'), noInvalidDate: true });
    const calendars = fc.constantFrom(community, withLunch, roundTheClock);
    fc.assert(
      fc.property(calendars, froms, fc.integer({ min: 0, max: 6_000 }), (calendar, from, minutes) => {
        const due = addWorkingMinutes(calendar, from, minutes).at;
        expect(workingMinutesBetween(calendar, from, due).minutes).toBeCloseTo(minutes, 6);
        expect(minutes === 0 || isWorkingTime(calendar, new Date(due.getTime() - 1))).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it('adds up over any split', () => {
    const times = fc.date({ min: at('2026-01-05T00:00Z'), max: at('2026-04-30T00:00Z'), noInvalidDate: true });
    fc.assert(
      fc.property(times, times, times, (a, b, c) => {
        const whole = workingMinutesBetween(withLunch, a, c).minutes;
        const parts = workingMinutesBetween(withLunch, a, b).minutes + workingMinutesBetween(withLunch, b, c).minutes;
        expect(parts).toBeCloseTo(whole, 6);
      }),
      { numRuns: 40 },
    );
  });
});

describe('working time and its data', () => {
  it('includes the opening instant and excludes the closing one', () => {
    expect(isWorkingTime(community, at('2026-07-07T08:29:59.999+08:00'))).toBe(false);
    expect(isWorkingTime(community, at('2026-07-07T08:30+08:00'))).toBe(true);
    expect(isWorkingTime(community, at('2026-07-07T17:59:59.999+08:00'))).toBe(true);
    expect(isWorkingTime(community, at('2026-07-07T18:00+08:00'))).toBe(false);
    expect(isWorkingTime(community, at('2026-10-01T10:00+08:00'))).toBe(false);
    expect(isWorkingTime(community, at('2026-10-10T10:00+08:00'))).toBe(true);
  });

  it('warns once about each year without data, and not about covered ones', () => {
    expect(addWorkingMinutes(community, at('2026-07-07T10:00+08:00'), 60).warnings).toEqual([]);
    expect(addWorkingMinutes(community, at('2026-12-31T17:30+08:00'), 60).warnings).toEqual([
      { code: 'CALENDAR_YEAR_WITHOUT_DATA', year: 2027 },
    ]);
    expect(
      workingMinutesBetween(community, at('2025-12-31T00:00+08:00'), at('2027-01-02T00:00+08:00')).warnings,
    ).toEqual([
      { code: 'CALENDAR_YEAR_WITHOUT_DATA', year: 2025 },
      { code: 'CALENDAR_YEAR_WITHOUT_DATA', year: 2027 },
    ]);
  });
});
