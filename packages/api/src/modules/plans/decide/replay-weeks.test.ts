// Every closed day is in exactly one week; weeks are whole but for the first; today is in none.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { daysBetween } from '#platform/time/zoned-time';
import { replaySpan } from './replay-weeks.ts';

const now = new Date('2026-07-07T02:00:00Z');

it('ninety days end with yesterday, in twelve weeks and six days before them', () => {
  const span = replaySpan(now, 'Asia/Shanghai', 90);
  expect(span.days).toHaveLength(90);
  expect(span.weeks).toHaveLength(13);
  expect(span.weeks[0]).toEqual({ from: '2026-04-08', to: '2026-04-13' });
  expect(span.weeks.at(-1)).toEqual({ from: '2026-06-30', to: '2026-07-06' });
  expect(span.to.toISOString()).toBe('2026-07-06T16:00:00.000Z');
  expect(span.from.toISOString()).toBe('2026-04-07T16:00:00.000Z');
});

it('weeks cover the days without gap or overlap, whatever their number', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 90 }), (length) => {
      const { days, weeks } = replaySpan(now, 'Europe/Berlin', length);
      expect(weeks.reduce((sum, week) => sum + daysBetween(week.from, week.to) + 1, 0)).toBe(length);
      for (const { day, week } of days) {
        expect(weeks[week]!.from <= day && day <= weeks[week]!.to).toBe(true);
      }
      for (const week of weeks.slice(1)) expect(daysBetween(week.from, week.to)).toBe(6);
    }),
  );
});
