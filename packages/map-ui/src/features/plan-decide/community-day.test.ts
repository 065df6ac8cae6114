// Checks days at the edges of zones and months.
import { expect, it } from 'vitest';
import { dayAfter, dayOf } from './community-day.ts';

it('is the day where the community lies', () => {
  const instant = Date.parse('2026-07-07T16:30:00Z');
  expect(dayOf(instant, 'Asia/Shanghai')).toBe('2026-07-08');
  expect(dayOf(instant, 'UTC')).toBe('2026-07-07');
});

it.each([
  ['2026-07-31', '2026-08-01'],
  ['2026-12-31', '2027-01-01'],
  ['2028-02-28', '2028-02-29'],
])('after %s comes %s', (day, next) => {
  expect(dayAfter(day)).toBe(next);
});
