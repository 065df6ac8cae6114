// Checks that a repair mends its grid, breaks nothing else, and costs people least.
import { type PlanQuestion, unitGraph } from '@qinghe/rebalance';
import { describe, expect, it } from 'vitest';
import { repairLimits } from './limit-repair.ts';

/** A row of six units; grids 0 | 1 | 2 from left to right. */
function row(
  households: readonly number[],
  current: readonly number[],
  part: Partial<PlanQuestion> = {},
): PlanQuestion {
  return {
    graph: unitGraph(
      households.length,
      households.slice(1).map((_, unit) => [unit, unit + 1] as const),
    ),
    measures: [{ weights: Int32Array.from(households), lower: 100, upper: 220 }],
    gridCount: 3,
    current: Int32Array.from(current),
    disruption: Int32Array.from(households),
    locks: [],
    target: 150,
    ...part,
  };
}

describe('repairLimits', () => {
  it('fetches from the neighbour that can spare it', () => {
    const question = row([60, 60, 70, 60, 60, 60, 60], [0, 0, 1, 2, 2, 2, 2]);
    const repair = repairLimits(question, question.current, 1);
    expect(repair?.moves).toEqual([{ unit: 3, from: 2, to: 1 }]);
    expect(repair?.disruption).toBe(60);
  });

  it('takes a move of the draft back where that does', () => {
    const question = row([60, 60, 70, 60, 60, 60, 60], [0, 0, 1, 1, 2, 2, 2]);
    const repair = repairLimits(question, Int32Array.of(0, 0, 1, 2, 2, 2, 2), 1);
    expect(repair?.moves).toEqual([{ unit: 3, from: 2, to: 1 }]);
    expect(repair?.disruption).toBe(-60);
  });

  it('moves two where one is too little', () => {
    const question = row([60, 60, 30, 40, 40, 60, 60], [0, 0, 1, 2, 2, 2, 2]);
    const repair = repairLimits(question, question.current, 1);
    expect(repair?.moves.map(({ unit }) => unit)).toEqual([3, 4]);
  });

  it('leaves no neighbour shorter than it is', () => {
    const question = row([90, 70, 60, 60, 60], [0, 1, 2, 2, 2]);
    const repair = repairLimits(question, question.current, 1);
    expect(repair?.moves).toEqual([{ unit: 2, from: 2, to: 1 }]);
    const short = row([45, 45, 70, 45, 45], [0, 0, 1, 2, 2]);
    expect(repairLimits(short, short.current, 1)).toBeNull();
  });

  it('breaks no lock, and nothing is to be mended within the limits', () => {
    const question = row([60, 60, 70, 60, 60, 60, 60], [0, 0, 1, 2, 2, 2, 2], { locks: [{ kind: 'grid', grid: 2 }] });
    expect(repairLimits(question, question.current, 1)).toBeNull();
    expect(repairLimits(question, question.current, 2)).toBeNull();
  });
});
