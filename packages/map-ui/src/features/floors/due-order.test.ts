// Holds the order of knocking and the door selected after one was marked.
import { describe, expect, it } from 'vitest';
import { doorAfterSaving, dueDoors } from './due-order.ts';
import { deadline, door } from './fixture-doors.ts';

const overdue = { duty: 'OVERDUE', careLevel: 'DAILY', dueAt: deadline('2026-07-06') } as const;
const daily = { duty: 'DUE', careLevel: 'DAILY', dueAt: deadline('2026-07-07') } as const;
const weekly = { ...daily, careLevel: 'WEEKLY' } as const;
const doors = [
  door('1802', { look: 'MET', duty: 'DONE' }),
  door('1701', overdue),
  door('1603', { ...daily, look: 'NOT_HOME' }),
  door('1302', weekly),
  door('1004', overdue),
  door('601', daily),
  door('503', daily),
];
const labels = dueDoors(doors).map(({ label }) => label);

describe('dueDoors', () => {
  it('puts the longest overdue first, then the more frequent level, then floors from the top', () => {
    expect(labels).toEqual(['1701', '1004', '601', '503', '1302', '1603']);
  });

  it('comes back to a refusal last', () => {
    const refused = [door('201', { ...overdue, look: 'FOLLOW_UP' }), door('101', daily)];
    expect(dueDoors(refused).map(({ label }) => label)).toEqual(['101', '201']);
  });

  it('goes by duty where the instant is withheld', () => {
    const withheld = [door('101', { duty: 'DUE' }), door('102', { duty: 'OVERDUE' })];
    expect(dueDoors(withheld).map(({ label }) => label)).toEqual(['102', '101']);
  });
});

describe('doorAfterSaving', () => {
  it('goes on to the next of the order', () => {
    expect(doorAfterSaving(doors, ['door-1701'])).toBe('door-1004');
    expect(doorAfterSaving(doors, ['door-601'])).toBe('door-1701');
  });

  it('leaves out all of a batch', () => {
    expect(doorAfterSaving(doors, ['door-1701', 'door-1004', 'door-503'])).toBe('door-601');
  });

  it('ends when nothing is left but doors tried in vain', () => {
    expect(doorAfterSaving([door('1603', { ...daily, look: 'NOT_HOME' })], [])).toBeNull();
    expect(doorAfterSaving([door('101', daily)], ['door-101'])).toBeNull();
  });
});
