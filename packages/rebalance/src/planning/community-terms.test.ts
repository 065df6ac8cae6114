// Holds what a community's figures, rules and locks mean to the engine.
import { describe, expect, it } from 'vitest';
import { communityLock, communityTerms } from './community-terms.ts';

const RULES = { minHouseholds: 300, targetHouseholds: 400, maxHouseholds: 500, maxResidents: 1_500 };
const unit = (households: number, residents: number | null, dailyCareDoors = 0) => ({
  households,
  residents,
  dailyCareDoors,
});

describe('terms of a community', () => {
  it('are limits on households and residents, and the aim', () => {
    const { measures, target } = communityTerms([unit(40, 100), unit(20, 61)], RULES);
    expect(measures).toEqual([
      { weights: Int32Array.of(40, 20), lower: 300, upper: 500 },
      { weights: Int32Array.of(100, 61), lower: 0, upper: 1_500 },
    ]);
    expect(target).toBe(400);
  });

  it('leave residents out where nobody counted some', () => {
    const { measures } = communityTerms([unit(40, 100), unit(20, null)], RULES);
    expect(measures).toEqual([{ weights: Int32Array.of(40, 20), lower: 300, upper: 500 }]);
  });

  it('weigh a daily-care door as ten households, and move nothing for nothing', () => {
    const units = [unit(40, null), unit(40, null, 2), unit(0, null), unit(0, null, 1)];
    expect([...communityTerms(units, RULES).disruption]).toEqual([40, 58, 1, 9]);
  });
});

describe('a lock of a community', () => {
  const before = Int32Array.of(0, 0, 1, 1);

  it('holds units, or the worker with them, and keeps units together', () => {
    expect(communityLock({ kind: 'UNIT', units: [1], grid: 0 }, { before })).toEqual({
      kind: 'stay',
      units: [1],
      grid: 0,
    });
    expect(communityLock({ kind: 'WORKER', units: [2, 3], grid: 1 }, { before })).toMatchObject({ kind: 'stay' });
    expect(communityLock({ kind: 'TOGETHER', units: [0, 2], grid: -1 }, { before })).toEqual({
      kind: 'together',
      units: [0, 2],
    });
  });

  it('keeps a grid as it is in the draft: closed where it is unchanged, else its units are held', () => {
    const lock = { kind: 'GRID', units: [], grid: 1 } as const;
    expect(communityLock(lock, { before })).toEqual({ kind: 'grid', grid: 1 });
    const elsewhere = Int32Array.of(0, -1, 1, 1);
    expect(communityLock(lock, { before, assignment: elsewhere })).toEqual({ kind: 'grid', grid: 1 });
    const grown = Int32Array.of(0, 1, 1, 1);
    expect(communityLock(lock, { before, assignment: grown })).toEqual({ kind: 'stay', units: [1, 2, 3], grid: 1 });
    const swapped = Int32Array.of(0, 1, 0, 1);
    expect(communityLock(lock, { before, assignment: swapped })).toEqual({ kind: 'stay', units: [1, 3], grid: 1 });
    expect(communityLock({ ...lock, grid: 2 }, { before })).toEqual({ kind: 'stay', units: [], grid: 2 });
  });
});
