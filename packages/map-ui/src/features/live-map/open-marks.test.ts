// Which open requests carry a mark, and how much of which clock is left.
import { describe, expect, it } from 'vitest';
import { clockOf, MOST_MARKS, openMarks, type OpenRequest } from './open-marks.ts';

const NOW = Date.parse('2026-07-07T10:10:00Z');
const at = (minute: number) => new Date(NOW + minute * 60_000).toISOString();
const request = (part: Partial<OpenRequest>): OpenRequest => ({
  id: 'r',
  title: '排水返污',
  stage: 'ACCEPTED',
  createdAt: at(-5),
  respondDueAt: at(10),
  respondedAt: null,
  dueAt: at(24 * 60),
  entrance: { id: 'e', name: '9栋2单元', building: { mapId: 9 } },
  workOrders: [],
  ...part,
});

describe('marks of open requests', () => {
  it('run the answer that is waited for first', () => {
    const [mark] = openMarks([request({})], new Set(), NOW);
    expect(mark?.remainingShare).toBeCloseTo(10 / 15);
    expect(mark?.buildingMapId).toBe(9);
    expect(mark?.ring).toBe(false);
  });

  it('run the firm’s clock once it was sent there', () => {
    const order = { id: 'w', dispatchedAt: at(-3), answerDueAt: at(12), acceptedAt: null, finishedAt: null };
    expect(clockOf(request({ workOrders: [order] }))).toEqual({ startMs: NOW - 180_000, endMs: NOW + 720_000 });
  });

  it('run to the end once answered', () => {
    expect(clockOf(request({ respondedAt: at(-1) })).endMs).toBe(NOW + 24 * 3_600_000);
  });

  it('leave old ones in good hands to the list, but keep what this page saw come', () => {
    const old = request({ id: 'old', createdAt: at(-300) });
    expect(openMarks([old], new Set(), NOW)).toEqual([]);
    expect(openMarks([old], new Set(['old']), NOW).map(({ id }) => id)).toEqual(['old']);
    expect(openMarks([{ ...old, stage: 'REPORTED' }], new Set(), NOW)).toHaveLength(1);
  });

  it('are overdue when the clock is over', () => {
    const [mark] = openMarks([request({ respondDueAt: at(-1) })], new Set(), NOW);
    expect(mark?.overdue).toBe(true);
    expect(mark?.remainingShare).toBe(0);
  });

  it('never cover the map', () => {
    const many = Array.from({ length: 40 }, (_, i) => request({ id: `r${i}`, createdAt: at(-i / 2) }));
    const marks = openMarks(many, new Set(), NOW);
    expect(marks).toHaveLength(MOST_MARKS);
    expect(marks[0]?.id).toBe('r0');
  });
});
