// Small questions on a square lattice, drawn as text: each unit borders those beside, above and below it.
import { unitGraph } from '../src/partition/problem.ts';
import type { PlanQuestion } from '../src/planning/question.ts';

const PITCH_METRES = 10;

/** Reads a drawing: a grid per unit, row by row; a dot is a unit without one. */
export function plan(drawing: string): Int32Array {
  const signs = drawing.trim().split(/\s+/);
  return Int32Array.from(signs, (sign) => (sign === '.' ? -1 : Number(sign)));
}

/** Edges, and where units lie: 10 m apart. */
export function lattice(width: number, units: number) {
  const edges: [number, number][] = [];
  for (let unit = 0; unit < units; unit += 1) {
    if (unit % width < width - 1 && unit + 1 < units) edges.push([unit, unit + 1]);
    if (unit + width < units) edges.push([unit, unit + width]);
  }
  const x = Float64Array.from({ length: units }, (_, unit) => PITCH_METRES * (unit % width));
  const y = Float64Array.from({ length: units }, (_, unit) => PITCH_METRES * Math.floor(unit / width));
  return { edges, x, y };
}

/** One household a unit where no weights are given; whoever moves costs their weight. */
export function latticeQuestion(
  current: Int32Array,
  wish: { width: number; lower: number; upper: number; weights?: readonly number[]; gridCount?: number },
): PlanQuestion {
  const weights = Int32Array.from({ length: current.length }, (_, unit) => wish.weights?.[unit] ?? 1);
  return {
    graph: unitGraph(current.length, lattice(wish.width, current.length).edges),
    measures: [{ weights, lower: wish.lower, upper: wish.upper }],
    gridCount: wish.gridCount ?? Math.max(...current) + 1,
    current,
    disruption: weights,
    locks: [],
  };
}

/** Sixteen units, each quarter of the square a grid. */
export const QUARTERS = plan(`
  0 0 1 1
  0 0 1 1
  2 2 3 3
  2 2 3 3`);

/** {@link latticeQuestion} of the {@link QUARTERS}. */
export function quarters(wish: { lower: number; upper: number; weights?: readonly number[] }): PlanQuestion {
  return latticeQuestion(QUARTERS, { width: 4, ...wish });
}
