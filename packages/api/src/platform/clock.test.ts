// Checks that a demo's clock starts where it is set, runs, and never goes back.
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { MovableClock } from './clock.ts';

beforeEach(() => void vi.useFakeTimers({ now: new Date('2026-11-22T00:00:00Z') }));
afterEach(() => void vi.useRealTimers());

it('runs from where it was set, and moves forward only', () => {
  const clock = new MovableClock(new Date('2026-07-07T09:58:00Z'));
  vi.advanceTimersByTime(90_000);
  expect(clock.now()).toEqual(new Date('2026-07-07T09:59:30Z'));
  expect(clock.moveTo(new Date('2026-07-07T09:59:00Z'))).toBe(false);
  expect(clock.moveTo(new Date('2026-07-07T20:00:00Z'))).toBe(true);
  vi.advanceTimersByTime(1_000);
  expect(clock.now()).toEqual(new Date('2026-07-07T20:00:01Z'));
  expect([clock.moved, new MovableClock().moved]).toEqual([true, false]);
});
