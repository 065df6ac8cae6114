// Tomorrow is the first day, by the community's own calendar, and its midnight the instant.
import { expect, it } from 'vitest';
import { activationInstant } from './activation-day.ts';

it('takes the midnight of the zone, from tomorrow on', () => {
  const lateEvening = new Date('2026-07-07T15:59:00Z');
  expect(activationInstant('2026-07-08', lateEvening, 'Asia/Shanghai').toISOString()).toBe('2026-07-07T16:00:00.000Z');
  expect(() => activationInstant('2026-07-07', lateEvening, 'Asia/Shanghai')).toThrow('PLAN_DAY_OUT_OF_RANGE');
  // A minute later the community's day is the next one.
  const midnight = new Date('2026-07-07T16:00:00Z');
  expect(() => activationInstant('2026-07-08', midnight, 'Asia/Shanghai')).toThrow('PLAN_DAY_OUT_OF_RANGE');
  expect(activationInstant('2027-07-09', midnight, 'Asia/Shanghai').toISOString()).toBe('2027-07-08T16:00:00.000Z');
  expect(() => activationInstant('2027-07-11', midnight, 'Asia/Shanghai')).toThrow('PLAN_DAY_OUT_OF_RANGE');
});
