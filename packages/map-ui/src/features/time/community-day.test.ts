// Holds calendar days to the community's zone.
import { describe, expect, it } from 'vitest';
import { addDays, blockOf, dayOf, daysBetween, dayStartMs, instantInDay, lastDays } from './community-day.ts';

const WUHAN = 'Asia/Shanghai';

describe('days of the community', () => {
  it('begin at its midnight, not at the device’s', () => {
    expect(dayOf(Date.parse('2026-07-06T16:00:00Z'), WUHAN)).toBe('2026-07-07');
    expect(dayOf(Date.parse('2026-07-06T15:59:59Z'), WUHAN)).toBe('2026-07-06');
    expect(new Date(dayStartMs('2026-07-07', WUHAN)).toISOString()).toBe('2026-07-06T16:00:00.000Z');
  });

  it('go across months', () => {
    expect(addDays('2026-06-29', 3)).toBe('2026-07-02');
    expect(daysBetween('2026-06-29', '2026-07-02')).toEqual(['2026-06-29', '2026-06-30', '2026-07-01', '2026-07-02']);
    expect(daysBetween('2026-01-01', '2026-12-31')).toHaveLength(90);
    expect(lastDays('2026-07-07', 7)).toEqual({ from: '2026-07-01', to: '2026-07-07' });
  });

  it('of 23 hours are played whole', () => {
    const half = instantInDay('2026-03-29', 0.5, 'Europe/Berlin');
    expect(new Date(half).toISOString()).toBe('2026-03-29T10:30:00.000Z');
  });

  it('are asked for in blocks', () => {
    const days = daysBetween('2026-07-01', '2026-07-10');
    expect(blockOf(days, 0, 7)).toEqual({ from: '2026-07-01', to: '2026-07-07' });
    expect(blockOf(days, 9, 7)).toEqual({ from: '2026-07-08', to: '2026-07-10' });
    expect(blockOf(days, 14, 7)).toBeNull();
  });
});
