// Holds the ring to the clock that ends first, from the call to the close and again after reopening.
import { describe, expect, it } from 'vitest';
import { type ClockFacts, clockOf, normLength, orderClockOf, ringFigure } from './request-clock.ts';

const at = (clock: string) => `2026-07-07T${clock}:00Z`;
const ms = (clock: string) => Date.parse(at(clock));
const REPORTED: ClockFacts = {
  createdAt: at('10:01'),
  respondDueAt: at('10:16'),
  respondedAt: null,
  dueAt: at('14:01'),
  closedAt: null,
  steps: [{ action: null, at: at('10:01') }],
  workOrders: [],
};
const ORDER = {
  dispatchedAt: at('10:04'),
  answerDueAt: at('10:19'),
  finishDueAt: '2026-07-08T10:04:00Z',
  acceptedAt: null,
  finishedAt: null,
};
const DISPATCHED: ClockFacts = { ...REPORTED, respondedAt: at('10:04'), workOrders: [ORDER] };

describe('clockOf', () => {
  it('begins with the time to answer, full, then emptier', () => {
    expect(clockOf(REPORTED, ms('10:01'))).toMatchObject({
      kind: 'respond',
      remainingShare: 1,
      minutesUsed: 0,
      overdue: false,
    });
    expect(clockOf(REPORTED, ms('10:04'))).toMatchObject({
      kind: 'respond',
      remainingShare: 0.8,
      minutesUsed: 3,
      remainingMs: 720_000,
    });
  });

  it('runs over', () => {
    expect(clockOf(REPORTED, ms('10:16'))).toMatchObject({ overdue: true, remainingShare: 0, remainingMs: 0 });
    expect(clockOf(REPORTED, ms('10:20'))).toMatchObject({
      kind: 'respond',
      overdue: true,
      remainingMs: -240_000,
      minutesUsed: 19,
    });
  });

  it('passes to the order until it is taken, then to whichever is due first', () => {
    expect(clockOf(DISPATCHED, ms('10:05'))).toMatchObject({
      kind: 'takeOrder',
      startedAt: ms('10:04'),
      minutesUsed: 1,
    });
    const taken = { ...DISPATCHED, workOrders: [{ ...ORDER, acceptedAt: at('10:06') }] };
    expect(clockOf(taken, ms('10:10'))).toMatchObject({ kind: 'finish', dueAt: ms('14:01') });
    expect(clockOf({ ...taken, dueAt: '2026-07-14T10:01:00Z' }, ms('10:10'))).toMatchObject({ kind: 'finishOrder' });
  });

  it('stops at the close and says the minutes used', () => {
    expect(clockOf({ ...DISPATCHED, closedAt: at('10:43') }, ms('18:00'))).toMatchObject({
      kind: 'closed',
      minutesUsed: 42,
      overdue: false,
    });
    expect(clockOf({ ...DISPATCHED, closedAt: at('15:00') }, ms('18:00')).overdue).toBe(true);
  });

  it('starts again when reopened', () => {
    const reopened = {
      ...REPORTED,
      respondedAt: at('10:02'),
      dueAt: at('16:00'),
      steps: [...REPORTED.steps, { action: 'REOPEN', at: at('12:00') }],
    };
    expect(clockOf(reopened, ms('13:00'))).toMatchObject({ kind: 'finish', minutesUsed: 60, remainingShare: 0.75 });
  });
});

it('orderClockOf follows one order alone', () => {
  expect(orderClockOf(ORDER, ms('10:10'))).toMatchObject({ kind: 'takeOrder', minutesUsed: 6 });
  expect(orderClockOf({ ...ORDER, acceptedAt: at('10:11') }, ms('10:34'))).toMatchObject({
    kind: 'finishOrder',
    minutesUsed: 30,
  });
  expect(orderClockOf({ ...ORDER, acceptedAt: at('10:11'), finishedAt: at('10:41') }, ms('18:00'))).toMatchObject({
    kind: 'closed',
    minutesUsed: 37,
  });
});

it.each([
  [0, 'minute', 0],
  [99, 'minute', 99],
  [100, 'hour', 1],
  [2_879, 'hour', 47],
  [2_880, 'day', 2],
])('ringFigure(%s) fits the ring', (minutes, unit, count) => {
  expect(ringFigure(minutes)).toEqual({ unit, count });
});

it.each([
  [15, 'Minutes', 15],
  [240, 'Hours', 4],
  [1_440, 'Hours', 24],
  [10_080, 'Days', 7],
  [90, 'Minutes', 90],
])('normLength(%s) is said as people say it', (minutes, unit, count) => {
  expect(normLength(minutes)).toEqual({ unit, count });
});
