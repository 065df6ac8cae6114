// Three grids in a row, the surplus at one end and the room at the other: each household crosses two borders.

import { describe, expect, it } from 'vitest';
import { unitGraph } from '../partition/problem.ts';
import { neighbourFlow } from './neighbour-flow.ts';
import type { PlanQuestion } from './question.ts';
import { reduceQuestion } from './reduce-question.ts';
import { transportBound } from './transport-bound.ts';

/** Nine units in a row, three a grid, 20 + 10 + 0 households too many. */
function row(upper: number, lower: number): PlanQuestion {
  const weights = Int32Array.from([20, 20, 20, 10, 10, 10, 0, 0, 0]);
  return {
    graph: unitGraph(
      9,
      Array.from({ length: 8 }, (_, unit) => [unit, unit + 1] as const),
    ),
    measures: [{ weights, lower, upper }],
    gridCount: 3,
    current: Int32Array.from([0, 0, 0, 1, 1, 1, 2, 2, 2]),
    disruption: weights,
    locks: [],
  };
}

function bounds(question: PlanQuestion): {
  readonly flow: ReturnType<typeof neighbourFlow>;
  readonly transport: number;
} {
  const reduced = reduceQuestion(question);
  if (reduced.kind === 'contradiction') throw new Error('no locks, no contradiction');
  return { flow: neighbourFlow(reduced, reduced.problem), transport: transportBound(reduced, reduced.problem) };
}

describe('neighbourFlow', () => {
  it('counts a household on every border it must cross, where the transport bound counts it once', () => {
    const { flow, transport } = bounds(row(30, 30));
    expect(flow.cost).toBe(60);
    expect(flow.flows).toEqual([
      { from: 0, to: 1, load: 30 },
      { from: 1, to: 2, load: 30 },
    ]);
    expect(transport).toBe(30);
  });

  it('costs nothing where today keeps the limits, and has no flow where the totals forbid it', () => {
    expect(bounds(row(60, 0)).flow).toEqual({ cost: 0, flows: [] });
    expect(bounds(row(29, 0)).flow.cost).toBe(Infinity);
  });
});
