// Each fault of a question is found at its path, and nothing in a good one.
import { expect, it } from 'vitest';
import { latticeQuestion, plan } from '../../test/lattice-question.ts';
import { unitGraph } from '../partition/problem.ts';
import type { PlanQuestion } from '../planning/question.ts';
import { validateQuestion } from './validate-question.ts';

const GOOD: PlanQuestion = {
  ...latticeQuestion(plan('0 0 1 1'), { width: 4, lower: 1, upper: 3 }),
  locks: [
    { kind: 'stay', units: [0], grid: 0 },
    { kind: 'together', units: [2, 3] },
    { kind: 'grid', grid: 1 },
  ],
};
const [MEASURE] = GOOD.measures;
const GRAPH = GOOD.graph;

it('finds nothing in a good question', () => {
  expect(validateQuestion(GOOD)).toEqual([]);
  expect(validateQuestion({ ...GOOD, current: plan('. 0 1 1'), target: 2 })).toEqual([]);
});

it.each<[string, Partial<PlanQuestion>]>([
  ['graph.offsets', { graph: unitGraph(0, []) }],
  ['graph.offsets', { graph: { ...GRAPH, offsets: Int32Array.of(0, 3, 1, 5, 6) } }],
  ['graph.neighbours', { graph: { ...GRAPH, neighbours: GRAPH.neighbours.slice(1) } }],
  ['graph.costs', { graph: { ...GRAPH, costs: GRAPH.costs.slice(1) } }],
  ['graph.neighbours[0]', { graph: { ...GRAPH, neighbours: Int32Array.of(3, 0, 2, 1, 3, 2) } }],
  ['graph.neighbours[0]', { graph: { ...GRAPH, neighbours: Int32Array.of(0, 0, 2, 1, 3, 2) } }],
  ['graph.neighbours[2]', { graph: { ...GRAPH, neighbours: Int32Array.of(1, 0, 0, 1, 3, 2) } }],
  ['graph.costs[0]', { graph: { ...GRAPH, costs: Int32Array.of(1, 2, 1, 1, 1, 1) } }],
  ['graph.costs[1]', { graph: { ...GRAPH, costs: Int32Array.of(1, -1, 1, 1, 1, 1) } }],
  ['measures[0].weights', { measures: [{ ...MEASURE, weights: Int32Array.of(1, 1, 1) }] }],
  ['measures[0].weights[2]', { measures: [{ ...MEASURE, weights: Int32Array.of(1, 1, -1, 1) }] }],
  ['measures[0].weights', { measures: [{ ...MEASURE, weights: Int32Array.of(2_000_000_000, 2_000_000_000, 1, 1) }] }],
  ['measures[1].lower', { measures: [MEASURE, { ...MEASURE, lower: 4 }] }],
  ['measures[0].lower', { measures: [{ ...MEASURE, lower: -1 }] }],
  ['measures[0].upper', { measures: [{ ...MEASURE, lower: 0, upper: Number.NaN }] }],
  ['gridCount', { gridCount: 5, locks: [] }],
  ['current', { current: plan('0 0 1'), locks: [] }],
  ['current[3]', { current: plan('0 0 1 2') }],
  ['disruption', { disruption: Int32Array.of(1) }],
  ['disruption[1]', { disruption: Int32Array.of(1, -1, 1, 1) }],
  ['target', { target: -1 }],
  ['locks[0].grid', { locks: [{ kind: 'stay', units: [0], grid: 2 }] }],
  ['locks[0].grid', { locks: [{ kind: 'grid', grid: -1 }] }],
  ['locks[0].units[1]', { locks: [{ kind: 'together', units: [0, 4] }] }],
  ['locks[1].units[0]', { locks: [...GOOD.locks.slice(0, 1), { kind: 'stay', units: [0.5], grid: 1 }] }],
  ['locks[0].grid', { current: plan('0 0 0 .'), locks: [{ kind: 'grid', grid: 1 }] }],
])('names %s', (path, patch) => {
  expect(validateQuestion({ ...GOOD, ...patch }).map((fault) => fault.path)).toEqual([path]);
});

it('names both locks that keep one unit in two grids', () => {
  const locks = [
    { kind: 'stay', units: [1, 2], grid: 0 },
    { kind: 'grid', grid: 1 },
  ] as const;
  expect(validateQuestion({ ...GOOD, locks })).toEqual([
    { path: 'locks[1]', expected: 'unit 2 in grid 0, where locks[0] keeps it' },
  ]);
});
