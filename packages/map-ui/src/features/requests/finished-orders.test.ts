// Holds that a finished order stays in sight for a week, under its day.
import { expect, it } from 'vitest';
import { finishedLately } from './finished-orders.ts';

const NOW = Date.parse('2026-07-07T10:00:00Z');
const HOUR_MS = 3_600_000;
const order = (id: string, hoursAgo: number | null) => ({
  id,
  workOrders: [{ finishedAt: hoursAgo === null ? null : new Date(NOW - hoursAgo * HOUR_MS).toISOString() }] as never,
});
const sameDay = (a: number, b: number) => Math.floor(a / 86_400_000) === Math.floor(b / 86_400_000);

it('parts today from the days before, newest first, and forgets after a week', () => {
  const rows = [order('open', null), order('noon', 2), order('old', 24 * 8), order('morning', 5), order('monday', 30)];
  const { today, before } = finishedLately(rows, NOW, sameDay);
  expect(today.map(({ id }) => id)).toEqual(['noon', 'morning']);
  expect(before.map(({ id }) => id)).toEqual(['monday']);
});
