// Holds the clock of a playback to its speed, its steps and its end.
import { describe, expect, it } from 'vitest';
import {
  DAY_PLAYS_MS,
  dayIndexOf,
  dayShareOf,
  movedTo,
  openedClock,
  stepped,
  ticked,
  toggled,
} from './playback-clock.ts';

describe('the clock of a playback', () => {
  it('plays a day in 24 s, so an hour a second', () => {
    const clock = ticked(openedClock(7, true), 25_500);
    expect(dayIndexOf(clock)).toBe(1);
    expect(dayShareOf(clock) * 24).toBeCloseTo(1.5);
  });

  it('plays four times as fast when asked', () => {
    const clock = ticked({ ...openedClock(7, true), fast: true }, 24_000);
    expect(dayIndexOf(clock)).toBe(4);
    expect(dayShareOf(clock)).toBe(0);
  });

  it('stands while paused', () => {
    const paused = toggled(ticked(openedClock(7, true), 5_000));
    expect(ticked(paused, 60_000)).toBe(paused);
  });

  it('stops at the end of the last day and starts again from the first', () => {
    const ended = ticked(openedClock(2, true), 200_000);
    expect(ended).toMatchObject({ positionMs: 2 * DAY_PLAYS_MS, playing: false });
    expect([dayIndexOf(ended), dayShareOf(ended)]).toEqual([1, 1]);
    expect(toggled(ended)).toMatchObject({ positionMs: 0, playing: true });
  });

  it('opens one day whole, several at their beginning', () => {
    expect(dayShareOf(openedClock(1, false))).toBe(1);
    expect(dayShareOf(openedClock(1, true))).toBe(0);
    expect(openedClock(7, false).positionMs).toBe(0);
  });

  it('steps by days within the range: back goes to the beginning of the day first', () => {
    const noonOfThird = movedTo(openedClock(3, true), 2.5);
    expect(dayIndexOf(stepped(noonOfThird, -1))).toBe(2);
    expect(dayIndexOf(stepped(stepped(noonOfThird, -1), -1))).toBe(1);
    expect(dayIndexOf(stepped(noonOfThird, 1))).toBe(2);
    expect(stepped(movedTo(openedClock(3, true), 0.5), 1)).toMatchObject({ positionMs: DAY_PLAYS_MS, playing: false });
    expect(stepped(openedClock(3, false), -1).positionMs).toBe(0);
  });
});
