// Clocks and ways of the attention list.
import { describe, expect, it } from 'vitest';
import {
  type AttentionItem,
  isOver,
  leftMs,
  nextStep,
  placeOf,
  remainingShare,
  selectionOf,
} from './attention-rows.ts';

const NOW = Date.parse('2026-07-07T10:05:00Z');
const ENTRANCE = { id: 'e', mapId: 33, building: { id: 'b', mapId: 9 } };
const item = (part: Partial<AttentionItem>): AttentionItem => ({
  id: 'i',
  kind: 'REQUEST_OPEN',
  title: '',
  detail: '',
  since: '2026-07-07T10:00:00Z',
  dueAt: '2026-07-07T10:15:00Z',
  overdue: false,
  count: null,
  action: 'DISPATCH',
  request: null,
  entrance: null,
  grid: null,
  ...part,
});

describe('a row of the attention list', () => {
  it('shows two thirds of the ring after five of fifteen minutes', () => {
    expect(remainingShare(item({}), NOW)).toBeCloseTo(2 / 3);
    expect(leftMs(item({}), NOW)).toBe(600_000);
    expect(isOver(item({}), NOW)).toBe(false);
  });

  it('is over once its end has passed, before the server says so', () => {
    const late = item({ dueAt: '2026-07-07T10:04:42Z' });
    expect(isOver(late, NOW)).toBe(true);
    expect(leftMs(late, NOW)).toBe(-18_000);
    expect(remainingShare(late, NOW)).toBe(0);
  });

  it('without an end has no clock', () => {
    expect(leftMs(item({ dueAt: null }), NOW)).toBeNull();
    expect(isOver(item({ dueAt: null }), NOW)).toBe(false);
  });

  it('of a request flies to its building and opens the request', () => {
    const row = item({ request: { id: 'r', stage: 'REPORTED', entrance: ENTRANCE } });
    expect(placeOf(row)).toEqual({ kind: 'building', id: 'b' });
    expect(selectionOf(row)).toEqual({ kind: 'entrance', id: 'e' });
    expect(nextStep(row)).toEqual({ select: { kind: 'request', id: 'r' }, panel: 'request' });
  });

  it('of doors opens the floors of the entrance', () => {
    const row = item({ kind: 'DOOR_DUE', entrance: ENTRANCE });
    expect(nextStep(row)).toEqual({ select: { kind: 'entrance', id: 'e' }, panel: 'floors' });
  });

  it('of a corner leads to its grid', () => {
    const row = item({ kind: 'CORNER', grid: { id: 'g', mapId: 11 }, dueAt: null });
    expect(placeOf(row)).toEqual({ kind: 'grid', id: 'g' });
    expect(nextStep(row)).toEqual({ select: { kind: 'grid', id: 'g' }, panel: 'grid' });
  });
});
