// What is remembered must be what the calendar says, across midnights, hours and zones.
import { describe, expect, it } from 'vitest';
import { dayOf, instantAtHour, startOfDay, WINDOWS, windowStart } from '#platform/time/zoned-time';
import { DayClock } from './day-clock.ts';

const START = Date.parse('2026-10-23T21:58:30Z');

describe.each(['Asia/Shanghai', 'Europe/Berlin', 'Asia/Kathmandu'])('in %s', (zone) => {
  it('agrees with the calendar at every step of three days, forwards and back', () => {
    const clock = new DayClock(zone);
    const steps = Array.from({ length: 3 * 24 * 4 }, (_, n) => START + n * 15 * 60_000 + n);
    for (const at of [...steps, ...steps.toReversed()]) {
      const instant = new Date(at);
      const day = dayOf(instant, zone);
      expect(clock.dayOf(at)).toBe(day);
      expect(clock.midnight(at)).toBe(startOfDay(instant, zone).getTime());
      for (const hour of [20, 18]) expect(clock.deadline(at, hour)).toBe(instantAtHour(day, hour, zone).getTime());
      for (const window of WINDOWS)
        expect(clock.windowStart(window, at)).toBe(windowStart(window, instant, zone).getTime());
    }
  });
});
