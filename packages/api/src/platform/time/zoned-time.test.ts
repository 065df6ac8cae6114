// Checks days and window edges, in a zone without clock changes and in one with them.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  dayOf,
  daysBetween,
  instantAtHour,
  nextWindowEdge,
  startOfDay,
  WINDOWS,
  windowStart,
} from './zoned-time.ts';

const SHANGHAI = 'Asia/Shanghai';
const BERLIN = 'Europe/Berlin';
const zones = fc.constantFrom(SHANGHAI, BERLIN, 'Asia/Kolkata', 'America/Sao_Paulo');
const windows = fc.constantFrom(...WINDOWS);
const instants = fc.date({
  min: new Date('2015-01-01T00:00:00Z'),
  max: new Date('2035-01-01T00:00:00Z'),
  noInvalidDate: true,
});
const iso = (at: Date) => at.toISOString();

describe('days', () => {
  it.each([
    ['2026-07-07T15:59:59.999Z', SHANGHAI, '2026-07-07', '2026-07-06T16:00:00.000Z'],
    ['2026-07-07T16:00:00.000Z', SHANGHAI, '2026-07-08', '2026-07-07T16:00:00.000Z'],
    ['2026-03-29T12:00:00.000Z', BERLIN, '2026-03-29', '2026-03-28T23:00:00.000Z'],
    ['2026-03-29T22:00:00.000Z', BERLIN, '2026-03-30', '2026-03-29T22:00:00.000Z'],
    // Midnight of this day does not exist in São Paulo: the day begins at 01:00 -02:00.
    ['2018-11-04T12:00:00.000Z', 'America/Sao_Paulo', '2018-11-04', '2018-11-04T03:00:00.000Z'],
  ])('%s in %s is %s', (at, zone, day, start) => {
    expect(dayOf(new Date(at), zone)).toBe(day);
    expect(iso(startOfDay(new Date(at), zone))).toBe(start);
  });

  it('counts days over a clock change, a leap day and a new year', () => {
    expect(addDays('2026-03-28', 2)).toBe('2026-03-30');
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(addDays('2027-01-01', -1)).toBe('2026-12-31');
    expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2);
    expect(daysBetween('2026-07-08', '2026-07-07')).toBe(-1);
  });

  it('finds an hour of a day, also on days of 23 and 25 hours', () => {
    expect(iso(instantAtHour('2026-07-07', 20, SHANGHAI))).toBe('2026-07-07T12:00:00.000Z');
    expect(iso(instantAtHour('2026-03-29', 20, BERLIN))).toBe('2026-03-29T18:00:00.000Z');
    expect(iso(instantAtHour('2026-10-25', 20, BERLIN))).toBe('2026-10-25T19:00:00.000Z');
    expect(iso(instantAtHour('2026-10-25', 24, BERLIN))).toBe('2026-10-25T23:00:00.000Z');
  });

  it('refuses an unknown zone, an invalid instant and a day that is none', () => {
    expect(() => dayOf(new Date('2026-07-07T00:00:00Z'), 'Mars/Olympus')).toThrow(RangeError);
    expect(() => startOfDay(new Date(Number.NaN), SHANGHAI)).toThrow(RangeError);
    expect(() => windowStart('H1', new Date('2026-07-07T00:00:00Z'), 'Mars/Olympus')).toThrow(RangeError);
    expect(() => addDays('2026-02-30', 1)).toThrow(RangeError);
    expect(() => instantAtHour('2026-07-07', 25, SHANGHAI)).toThrow(RangeError);
  });
});

describe('windows', () => {
  const asOf = new Date('2026-07-07T09:58:41.250Z'); // 17:58:41 in Shanghai

  it.each([
    ['H1', '2026-07-07T08:58:00.000Z', '2026-07-07T09:59:00.000Z'],
    ['H24', '2026-07-06T09:00:00.000Z', '2026-07-07T10:00:00.000Z'],
    ['D7', '2026-06-30T09:00:00.000Z', '2026-07-07T10:00:00.000Z'],
    ['D30', '2026-06-06T16:00:00.000Z', '2026-07-07T16:00:00.000Z'],
    ['D90', '2026-04-07T16:00:00.000Z', '2026-07-07T16:00:00.000Z'],
  ] as const)('%s starts at %s and moves at %s', (window, start, edge) => {
    expect(iso(windowStart(window, asOf, SHANGHAI))).toBe(start);
    expect(iso(nextWindowEdge(window, asOf, SHANGHAI))).toBe(edge);
  });

  it('on an edge starts exactly one length earlier and moves one edge later', () => {
    const onEdge = new Date('2026-07-07T10:00:00.000Z');
    expect(iso(windowStart('H1', onEdge, SHANGHAI))).toBe('2026-07-07T09:00:00.000Z');
    expect(iso(windowStart('H24', onEdge, SHANGHAI))).toBe('2026-07-06T10:00:00.000Z');
    expect(iso(nextWindowEdge('H24', onEdge, SHANGHAI))).toBe('2026-07-07T11:00:00.000Z');
    expect(iso(windowStart('D30', new Date('2026-07-07T16:00:00Z'), SHANGHAI))).toBe('2026-06-07T16:00:00.000Z');
  });

  it('keeps D30 on local midnights when the clocks change inside it', () => {
    expect(iso(windowStart('D30', new Date('2026-04-10T10:00:00Z'), BERLIN))).toBe('2026-03-10T23:00:00.000Z');
    expect(iso(windowStart('H24', new Date('2026-03-29T10:30:00Z'), BERLIN))).toBe('2026-03-28T10:00:00.000Z');
  });

  it('is monotone', () => {
    fc.assert(
      fc.property(windows, zones, instants, instants, (window, zone, a, b) => {
        const [early, late] = a <= b ? [a, b] : [b, a];
        expect(windowStart(window, early, zone).getTime()).toBeLessThanOrEqual(
          windowStart(window, late, zone).getTime(),
        );
      }),
      { numRuns: 300 },
    );
  });

  it('is constant up to the next edge and moves exactly there', () => {
    fc.assert(
      fc.property(windows, zones, instants, fc.double({ min: 0, max: 1, noNaN: true }), (window, zone, at, share) => {
        const edge = nextWindowEdge(window, at, zone);
        const start = windowStart(window, at, zone).getTime();
        const between = new Date(
          Math.min(edge.getTime() - 1, at.getTime() + Math.floor(share * (edge.getTime() - at.getTime()))),
        );
        expect(edge.getTime()).toBeGreaterThan(at.getTime());
        expect(windowStart(window, between, zone).getTime()).toBe(start);
        expect(windowStart(window, new Date(edge.getTime() - 1), zone).getTime()).toBe(start);
        expect(windowStart(window, edge, zone).getTime()).toBeGreaterThan(start);
      }),
      { numRuns: 500 },
    );
  });

  it('walks a week over both clock changes edge by edge without a skip', () => {
    for (const from of ['2026-03-25T00:00:00Z', '2026-10-21T00:00:00Z']) {
      let at = new Date(from);
      for (let step = 0; step < 10; step += 1) {
        const next = nextWindowEdge('D30', at, BERLIN);
        expect(
          daysBetween(dayOf(windowStart('D30', at, BERLIN), BERLIN), dayOf(windowStart('D30', next, BERLIN), BERLIN)),
        ).toBe(1);
        at = next;
      }
    }
  });

  it('never starts later than its length before the as-of time, nor more than one edge earlier', () => {
    const limitsMs = { H1: [3_600_000, 60_000], H24: [86_400_000, 3_600_000], D7: [604_800_000, 3_600_000] } as const;
    fc.assert(
      fc.property(fc.constantFrom('H1', 'H24', 'D7'), zones, instants, (window, zone, at) => {
        const [lengthMs, edgeMs] = limitsMs[window];
        const spanMs = at.getTime() - windowStart(window, at, zone).getTime();
        expect(spanMs).toBeGreaterThanOrEqual(lengthMs);
        expect(spanMs).toBeLessThan(lengthMs + edgeMs);
      }),
    );
  });
});
