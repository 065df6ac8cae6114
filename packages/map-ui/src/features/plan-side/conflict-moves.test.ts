// Checks that only what one keeps is moved again.
import { expect, it } from 'vitest';
import type { PlanConflictModel } from '#plan/plan-session.types';
import { conflictMoves } from './conflict-moves.ts';

const unit = (at: number, yours: number | null, theirs: number | null): PlanConflictModel['units'][number] => ({
  unit: at,
  name: `${at}`,
  yours,
  theirs,
  theirName: '林',
  yourName: '吴',
  theirAt: '2026-07-07T10:02:00Z',
});
const CONFLICT = { units: [unit(1, 2, 3), unit(2, 2, 4), unit(3, null, 4), unit(4, 5, 6), unit(5, 7, 7)] };

it('moves what is kept, by grid; what nobody chose stays theirs', () => {
  const choices = new Map([1, 2, 3, 5].map((at) => [at, 'yours'] as const));
  expect(conflictMoves(CONFLICT, choices)).toEqual([
    { grid: 2, units: [1, 2] },
    { grid: -1, units: [3] },
  ]);
});
