// Checks that a search is asked about the plan's own grids alone, fills one that was added, and answers in the ground's indexes.
import { type SuggestedPlan, suggestPlans, unitGraph } from '@qinghe/rebalance';
import { describe, expect, it } from 'vitest';
import { answeredPlan, openQuestion } from './open-question.ts';

/** A row of eight units of 10 households in grids 0, 1, 1, 2; grid 3 is one that was added. */
const BEFORE = Int32Array.of(0, 0, 1, 1, 1, 1, 2, 2);
const QUESTION = {
  graph: unitGraph(
    8,
    Array.from({ length: 7 }, (_, unit) => [unit, unit + 1] as const),
  ),
  measures: [{ weights: new Int32Array(8).fill(10), lower: 10, upper: 30 }] as const,
  gridCount: 4,
  current: BEFORE,
  disruption: new Int32Array(8).fill(10),
  locks: [
    { kind: 'stay' as const, units: [7], grid: 2 },
    { kind: 'together' as const, units: [0, 1] },
  ],
  target: 20,
};

describe('openQuestion', () => {
  it('leaves closed grids out: their units start from none, and what that costs is known', () => {
    const { question, unavoidable, grids } = openQuestion(QUESTION, [0, 2, 3]);
    expect([question.gridCount, unavoidable, grids]).toEqual([3, 40, [0, 2, 3]]);
    expect([...question.current]).toEqual([0, 0, -1, -1, -1, -1, 1, 1]);
    expect(question.locks).toEqual([
      { kind: 'stay', units: [7], grid: 1 },
      { kind: 'together', units: [0, 1] },
    ]);
  });

  it('is searched so that an added grid is filled and a closed one is not used', () => {
    const asked = openQuestion(QUESTION, [0, 2, 3]);
    const { status, plans } = suggestPlans(asked.question, { seed: 1, effort: 0.1 });
    expect(status).toBe('found');
    for (const plan of plans.map((each): SuggestedPlan => answeredPlan(each, asked, BEFORE))) {
      expect(new Set(plan.assignment)).toEqual(new Set([0, 2, 3]));
      expect(plan.movedUnits).toBeGreaterThanOrEqual(4);
      expect(plan.disruption).toBeGreaterThanOrEqual(40);
      expect(plan.disruptionBound).toBeLessThanOrEqual(plan.disruption);
    }
  });

  it('is the question itself where the plan has all grids', () => {
    const asked = openQuestion(QUESTION, [0, 1, 2, 3]);
    expect(asked).toMatchObject({ unavoidable: 0, question: { gridCount: 4, locks: QUESTION.locks } });
    expect(asked.question.current).toEqual(BEFORE);
  });
});
