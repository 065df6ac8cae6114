// Plays random walks through the table and holds record, stamps, spans and events together: whatever happens, they tell one story.
import 'reflect-metadata';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_NORMS } from '#modules/geography';
import { foldHistory, type FoldedHistory } from './fold-history.ts';
import type { ClockRules } from './request-neighbours.ts';
import { requestAsOf } from './request-as-of.ts';
import type { RequestFacts } from './request-facts.read.ts';
import type { HistoryMove, RequestHistory } from './request-history.ts';
import { REQUEST_ACTIONS } from './request-stages.ts';

const RULES: ClockRules = {
  norms: DEFAULT_NORMS,
  calendar: {
    zone: 'Asia/Shanghai',
    ...DEFAULT_NORMS.workingWeek,
    exceptions: new Map(),
    yearsCovered: new Set([2026]),
  },
};
const START = Date.parse('2026-07-07T10:01:00Z');
const BY = { accountId: 'asker', personId: null };
const FIRMS = ['firm', 'rival'];

/** Moves of a random walk; those the table forbids are left out, one by one. */
function walk(wishes: readonly { action: number; minutes: number; firm: number }[]): RequestHistory {
  const history: RequestHistory = {
    id: 'r',
    entranceId: 'e',
    gridId: 'g',
    category: 'SEWAGE',
    kind: 'URGENT',
    createdAt: new Date(START),
    by: BY,
    text: 't',
    caller: { name: null, phone: null, door: null },
    responsibleId: null,
    onCallId: null,
    offDuty: false,
    routing: [],
    moves: [],
  };
  let at = START;
  let moves: HistoryMove[] = [];
  for (const wish of wishes) {
    at += wish.minutes * 60_000;
    const move: HistoryMove = {
      action: REQUEST_ACTIONS[wish.action]!,
      at: new Date(at),
      by: { accountId: wish.firm === 0 ? 'asker' : 'other', personId: null },
      organizationId: FIRMS[wish.firm]!,
      crew: 2,
      outcome: 'REFERRED',
      residentWord: true,
      note: '说明',
      until: new Date(at + 40 * 86_400_000),
    };
    try {
      foldHistory({ ...history, moves: [...moves, move] }, RULES);
      moves = [...moves, move];
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
    }
  }
  return { ...history, moves };
}

const WALKS = fc
  .array(
    fc.record({
      action: fc.nat(REQUEST_ACTIONS.length - 1),
      minutes: fc.integer({ min: 0, max: 3_000 }),
      firm: fc.nat(1),
    }),
    { minLength: 25, maxLength: 60 },
  )
  .map(walk);

/** The stored rows as the read model hands them over. */
function factsOf({ record, steps, spans, orders }: FoldedHistory): RequestFacts {
  const ms = (at: Date | null) => at && at.getTime();
  return {
    ...record,
    number: 1,
    gridId: 'g',
    kind: 'URGENT',
    responsibleId: null,
    onCallId: null,
    offDuty: false,
    routing: [],
    text: null,
    door: null,
    photos: [],
    createdAt: START,
    respondDueAt: ms(record.respondDueAt),
    respondedAt: ms(record.respondedAt),
    dueAt: record.dueAt.getTime(),
    closedAt: ms(record.closedAt),
    extensionUntil: ms(record.extensionUntil),
    extensionRequestedAt: ms(record.extensionRequestedAt),
    extensionDecidedAt: ms(record.extensionDecidedAt),
    steps: steps.map((step) => ({ ...step, at: step.at.getTime(), actor: null, note: null })),
    spans: spans.map((span) => ({
      openedAt: span.openedAt.getTime(),
      closedAt: ms(span.closedAt),
      dueAt: span.dueAt.getTime(),
    })),
    orders: orders.map((order) => ({
      ...order,
      dispatchedAt: order.dispatchedAt.getTime(),
      answerDueAt: order.answerDueAt.getTime(),
      finishDueAt: order.finishDueAt.getTime(),
      acceptedAt: ms(order.acceptedAt),
      arrivedAt: ms(order.arrivedAt),
      finishedAt: ms(order.finishedAt),
    })),
  };
}

describe('a folded history', () => {
  it('has stamps without gaps, one row to CLOSED a closing, and one event a move', () => {
    let longest = 0;
    fc.assert(
      fc.property(WALKS, (history) => {
        const { steps, events, record } = foldHistory(history, RULES);
        longest = Math.max(longest, history.moves.length);
        expect(steps.map((step) => step.position)).toEqual(steps.map((_, index) => index));
        expect(steps.slice(1).every((step, index) => step.from === steps[index]!.to)).toBe(true);
        expect(record.stepCount).toBe(steps.length);
        const closings = history.moves.filter((move) => move.action === 'CLOSE').length;
        expect(steps.filter((step) => step.to === 'CLOSED')).toHaveLength(closings);
        expect(events.filter((event) => event.kind === 'request.closed')).toHaveLength(closings);
        expect(events).toHaveLength(1 + history.moves.length);
      }),
      { numRuns: 60 },
    );
    expect(longest).toBeGreaterThan(8);
  });

  it('reads, as of the end of every beginning, what that beginning alone would have left', () => {
    fc.assert(
      fc.property(WALKS, fc.nat(), (history, pick) => {
        const moves = history.moves.slice(0, pick % (history.moves.length + 1));
        const end = moves.at(-1)?.at.getTime() ?? START;
        fc.pre(history.moves[moves.length]?.at.getTime() !== end);
        const { record } = foldHistory({ ...history, moves }, RULES);
        const then = requestAsOf(factsOf(foldHistory(history, RULES)), end);
        expect([then.stage, then.outcome, then.closedAt, then.reopenedCount, then.respondedAt]).toEqual([
          record.stage,
          record.outcome,
          record.closedAt?.getTime() ?? null,
          record.reopenedCount,
          record.respondedAt?.getTime() ?? null,
        ]);
        expect(record.stage === 'CLOSED' || then.dueAt === record.dueAt.getTime()).toBe(true);
        expect(then.overdue).toBe(record.stage !== 'CLOSED' && record.dueAt.getTime() <= end);
      }),
      { numRuns: 60 },
    );
  });

  it('opens and closes without overlap', () => {
    fc.assert(
      fc.property(WALKS, (history) => {
        const { spans, record } = foldHistory(history, RULES);
        expect(
          spans
            .slice(0, -1)
            .every((span, index) => span.closedAt !== null && span.closedAt <= spans[index + 1]!.openedAt),
        ).toBe(true);
        expect(spans.some((span) => span.closedAt === null)).toBe(record.stage !== 'CLOSED');
      }),
      { numRuns: 60 },
    );
  });
});
