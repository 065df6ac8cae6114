// Holds what locks forbid by hand, who travels along, and what stands in the way of a step back.
import { describe, expect, it } from 'vitest';
import { keepTogether, lockedMoves, locksInTheWay, withGroup } from './plan-locks.ts';
import type { PlanLockModel } from './plan-session.types.ts';

const ASSIGNMENT = Int32Array.of(0, 0, 0, 1, 1, -1);
const lock = (kind: PlanLockModel['kind'], units: readonly number[], grid = -1): PlanLockModel => ({
  id: `${kind} ${units.join(' ')}`,
  kind,
  units,
  grid,
  by: 'A',
});
const plan = (...locks: readonly PlanLockModel[]) => ({ assignment: ASSIGNMENT, locks });
const asked = (units: readonly number[], grid: number) => new Map(units.map((unit) => [unit, grid]));

describe('units locked together', () => {
  it('travel together, also through a unit of two groups', () => {
    const locked = plan(lock('TOGETHER', [0, 1]), lock('TOGETHER', [1, 2]));
    expect(withGroup(locked, [2])).toEqual([2, 1, 0]);
    expect(lockedMoves(locked, asked([2], 1))).toEqual(asked([2, 1, 0], 1));
    expect(lockedMoves(locked, asked([0], -1))).toEqual(asked([0, 1, 2], -1));
  });

  it('stay when one of them is held, or a closed grid is theirs or meant', () => {
    const together = lock('TOGETHER', [0, 1]);
    expect(lockedMoves(plan(together, lock('UNIT', [1], 0)), asked([0, 2], 1))).toEqual(asked([2], 1));
    expect(lockedMoves(plan(together, lock('GRID', [], 1)), asked([0], 1)).size).toBe(0);
    expect(lockedMoves(plan(together, lock('GRID', [], 0)), asked([0], 2)).size).toBe(0);
  });

  it('are brought together one by one while they are apart', () => {
    const apart = plan(lock('TOGETHER', [0, 3]), lock('TOGETHER', [4, 5]));
    expect(lockedMoves(apart, asked([0], 1))).toEqual(asked([0], 1));
    expect(withGroup(apart, [5, 4])).toEqual([5, 4]);
  });

  it('go where the others are when what has no grid is filled', () => {
    const locks = [lock('TOGETHER', [4, 5])];
    expect([...keepTogether({ assignment: ASSIGNMENT, locks }, Int32Array.of(0, 0, 0, 1, 1, 0))]).toEqual([
      0, 0, 0, 1, 1, 1,
    ]);
    const none = Int32Array.of(-1, -1, 0, 1, 1, 1);
    expect([
      ...keepTogether({ assignment: none, locks: [lock('TOGETHER', [0, 1])] }, Int32Array.of(1, 0, 0, 1, 1, 1)),
    ]).toEqual([1, 1, 0, 1, 1, 1]);
  });

  it('stand in the way of a step that tears them, and of no other', () => {
    const locked = plan(lock('TOGETHER', [0, 1]), lock('TOGETHER', [2, 3]));
    const step = (unit: number) => ({ unit, from: 0, to: 1 });
    expect(locksInTheWay(locked, [step(0)])).toEqual(['TOGETHER 0 1']);
    expect(locksInTheWay(locked, [step(0), step(1)])).toEqual([]);
    expect(locksInTheWay(locked, null)).toEqual(['TOGETHER 0 1']);
  });
});

describe('units that are held', () => {
  it('stay, and what is free of those asked for goes', () => {
    const locked = plan(lock('UNIT', [0], 0), lock('WORKER', [3], 1));
    expect(lockedMoves(locked, asked([0, 1, 3], 2))).toEqual(asked([1], 2));
    expect(lockedMoves(locked, asked([0], 0))).toEqual(asked([0], 0));
  });
});
