// Checks due times per category, the ring, the attention list at its very edges, and spans of open time.
import 'reflect-metadata';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { WorkingCalendar } from '#platform/time/working-calendar';
import { DEFAULT_NORMS } from '#modules/geography';
import {
  isOverdueAt,
  openSpans,
  requestDueTimes,
  ringFraction,
  spanAt,
  workOrderDueTimes,
  type ClockEvent,
} from './request-clocks.ts';

const calendar: WorkingCalendar = {
  zone: 'Asia/Shanghai',
  ...DEFAULT_NORMS.workingWeek,
  exceptions: new Map(),
  yearsCovered: new Set([2026]),
};
const t = (text: string) => new Date(`${text}+08:00`);
const tuesday18 = t('2026-07-07T18:00');

describe('due times', () => {
  it.each([
    ['SEWAGE', 'USUAL', '2026-07-07T18:15', '2026-07-08T12:30'],
    ['SEWAGE', 'THREAT', '2026-07-07T18:15', '2026-07-07T20:00'],
    ['UTILITIES', 'USUAL', '2026-07-07T18:15', '2026-07-08T18:00'],
    ['LIGHTING', 'USUAL', '2026-07-08T10:30', '2026-07-14T18:00'],
    ['LIGHTING', 'COMPLEX', '2026-07-08T12:30', '2026-07-22T18:00'],
    ['SAFETY', 'USUAL', '2026-07-07T18:15', '2026-07-07T20:00'],
  ] as const)('%s, %s, reported on Tuesday at 18:00', (category, severity, respondBy, finishBy) => {
    const due = requestDueTimes(DEFAULT_NORMS, category, severity, tuesday18, calendar);
    expect(due).toEqual({ respondBy: t(respondBy), finishBy: t(finishBy), normsVersion: 1, warnings: [] });
  });

  it('of a work order are 15 minutes and 24 hours by the calendar', () => {
    const due = workOrderDueTimes(DEFAULT_NORMS, tuesday18, calendar);
    expect([due.respondBy, due.finishBy]).toEqual([t('2026-07-07T18:15'), t('2026-07-08T18:00')]);
  });

  it('warn once when working time enters a year without data', () => {
    const due = requestDueTimes(DEFAULT_NORMS, 'SEWAGE', 'USUAL', t('2026-12-31T17:00'), calendar);
    expect(due.warnings).toEqual([{ code: 'CALENDAR_YEAR_WITHOUT_DATA', year: 2027 }]);
  });
});

describe('the ring', () => {
  it('empties by the calendar', () => {
    const clock = { startedAt: tuesday18, dueAt: t('2026-07-07T18:15'), time: 'CALENDAR' } as const;
    const left = ['17:59', '18:00', '18:03', '18:15', '19:00'].map((time) =>
      ringFraction(clock, t(`2026-07-07T${time}`), calendar),
    );
    expect(left).toEqual([1, 1, 0.8, 0, 0]);
  });

  it('stands still outside working hours when the clock runs by working time', () => {
    const clock = { startedAt: tuesday18, dueAt: t('2026-07-08T12:30'), time: 'WORKING' } as const;
    const left = ['07T18:00', '08T08:30', '08T09:30', '08T12:30'].map((time) =>
      ringFraction(clock, t(`2026-07-${time}`), calendar),
    );
    expect(left).toEqual([1, 1, 0.75, 0]);
  });

  it('of no length is empty', () => {
    expect(ringFraction({ startedAt: tuesday18, dueAt: tuesday18, time: 'CALENDAR' }, tuesday18, calendar)).toBe(0);
  });
});

describe('spans', () => {
  const day = (n: number) => new Date(Date.UTC(2026, 6, n));
  const history: readonly ClockEvent[] = [
    { kind: 'OPENED', at: day(1), dueAt: day(4) },
    { kind: 'EXTENDED', at: day(5), dueAt: day(8) },
    { kind: 'CLOSED', at: day(7) },
    { kind: 'REOPENED', at: day(10), dueAt: day(12) },
  ];
  const spans = openSpans(history);

  it('are half open, and an extension opens another', () => {
    expect(spans).toEqual([
      { openedAt: day(1), closedAt: day(5), dueAt: day(4) },
      { openedAt: day(5), closedAt: day(7), dueAt: day(8) },
      { openedAt: day(10), closedAt: null, dueAt: day(12) },
    ]);
  });

  it.each([
    [0, false, false],
    [1, true, false],
    [4, true, true],
    [5, true, false],
    [7, false, false],
    [9, false, false],
    [10, true, false],
    [12, true, true],
  ])('on day %i: open %s, overdue %s', (n, open, overdue) => {
    expect(spanAt(spans, day(n)) !== null).toBe(open);
    expect(isOverdueAt(spans, day(n))).toBe(overdue);
  });

  it('drop stretches of no length', () => {
    const closedAtOnce: ClockEvent[] = [
      { kind: 'OPENED', at: day(1), dueAt: day(2) },
      { kind: 'CLOSED', at: day(1) },
    ];
    expect(openSpans(closedAtOnce)).toEqual([]);
    expect(openSpans([])).toEqual([]);
  });

  it.each([
    ['closing twice', [...history.slice(0, 3), { kind: 'CLOSED', at: day(8) }]],
    ['opening while open', [history[0], history[3]]],
    ['extending what is closed', [...history.slice(0, 3), { kind: 'EXTENDED', at: day(8), dueAt: day(9) }]],
    ['running backwards', [history[0], { kind: 'CLOSED', at: day(0) }]],
  ])('refuse a history of %s', (_name, broken) => {
    expect(() => openSpans(broken as ClockEvent[])).toThrow(RangeError);
  });

  it('never overlap, and cover exactly the time between opening and closing', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(20), { minLength: 1, maxLength: 12 }), (gaps) => {
        let n = 1;
        const events = gaps.map((gap, index): ClockEvent => {
          n += gap;
          const kind = index === 0 ? 'OPENED' : index % 3 === 1 ? 'EXTENDED' : index % 3 === 2 ? 'CLOSED' : 'REOPENED';
          return kind === 'CLOSED' ? { kind, at: day(n) } : { kind, at: day(n), dueAt: day(n + 3) };
        });
        const found = openSpans(events);
        for (const [index, span] of found.entries()) {
          expect(span.closedAt === null || span.closedAt > span.openedAt).toBe(true);
          const next = found[index + 1];
          expect(!next || (span.closedAt !== null && span.closedAt <= next.openedAt)).toBe(true);
        }
      }),
    );
  });
});
