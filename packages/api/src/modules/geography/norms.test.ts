// Checks the default norms against the figures that domain.md gives, and that no category is left without a name or clock.
import { describe, expect, it } from 'vitest';
import { CATEGORY_CODES, categoryNorm, DEFAULT_NORMS } from './norms.ts';

describe('default norms', () => {
  it('are the published ones', () => {
    expect(DEFAULT_NORMS.version).toBe(1);
    expect(DEFAULT_NORMS.gridSize).toEqual({
      minHouseholds: 300,
      targetHouseholds: 350,
      maxHouseholds: 500,
      maxResidents: 2500,
    });
    expect(DEFAULT_NORMS.visitCadenceDays).toEqual({ DAILY: 1, WEEKLY: 7, MONTHLY: 30 });
    expect(DEFAULT_NORMS.visitDeadlineHour).toBe(20);
    expect(DEFAULT_NORMS.dispatchAlarmMinutes).toBe(15);
    expect(DEFAULT_NORMS.workingWeek).toEqual({
      weekdays: [1, 2, 3, 4, 5],
      hours: [{ startMinute: 510, endMinute: 1080 }],
    });
  });

  it.each([
    ['SEWAGE', 240, 'WORKING'],
    ['UTILITIES', 1440, 'CALENDAR'],
    ['SAFETY', 120, 'CALENDAR'],
    ['NEIGHBOURS', 21_600, 'CALENDAR'],
    ['OTHER', 10_080, 'CALENDAR'],
  ] as const)('%s is to be finished in %i minutes of %s time', (code, minutes, time) => {
    expect(categoryNorm(DEFAULT_NORMS, code).finish).toEqual({ minutes, time });
  });

  it('let the property firm answer in 15 minutes and finish in 24 hours', () => {
    expect(DEFAULT_NORMS.workOrder.respond).toEqual({ minutes: 15, time: 'CALENDAR' });
    expect(DEFAULT_NORMS.workOrder.finish).toEqual({ minutes: 1440, time: 'CALENDAR' });
    expect(DEFAULT_NORMS.threat.finish).toEqual({ minutes: 120, time: 'CALENDAR' });
  });

  it('name each of the 14 categories once, in both languages, with running clocks', () => {
    expect(DEFAULT_NORMS.categories.map((category) => category.code)).toEqual([...CATEGORY_CODES]);
    expect(CATEGORY_CODES).toHaveLength(14);
    expect(new Set(DEFAULT_NORMS.categories.map((category) => category.zh)).size).toBe(14);
    expect(new Set(DEFAULT_NORMS.categories.map((category) => category.en)).size).toBe(14);
    for (const category of DEFAULT_NORMS.categories) {
      expect(category.respond.minutes).toBeGreaterThan(0);
      expect(category.finish.minutes).toBeGreaterThan(category.respond.minutes);
    }
  });

  it('refuse a category that a version does not know', () => {
    expect(() => categoryNorm({ ...DEFAULT_NORMS, categories: [] }, 'LIFT')).toThrow(RangeError);
  });
});
