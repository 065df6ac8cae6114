// What an instance file may say, and where a fault in one is found.
import { expect, it } from 'vitest';
import { InstanceFault, readAssignment, readInstance } from './instance.ts';
import { cutCost } from './problem.ts';

const GOOD = {
  n: 3,
  k: 2,
  L: 1,
  U: 2,
  w: [1, 1, 1],
  edges: [
    [0, 1],
    [1, 2, 7],
  ],
};

it('reads weights, limits and edges with or without a cost', () => {
  const problem = readInstance(GOOD);
  expect([...problem.graph.offsets]).toEqual([0, 1, 3, 4]);
  expect(problem).toMatchObject({ gridCount: 2, measures: [{ lower: 1, upper: 2 }] });
  expect([cutCost(problem.graph, Int32Array.of(0, 0, 1)), cutCost(problem.graph, Int32Array.of(0, 1, 1))]).toEqual([
    7, 1,
  ]);
  expect([...readAssignment([0, 1, 1], problem)]).toEqual([0, 1, 1]);
});

it.each([
  ['$', [GOOD]],
  ['n', { ...GOOD, n: 0 }],
  ['k', { ...GOOD, k: 4 }],
  ['L', { ...GOOD, L: 3 }],
  ['U', { ...GOOD, U: '2' }],
  ['w', { ...GOOD, w: [1, 1] }],
  ['w', { ...GOOD, w: [2_000_000_000, 1_000_000_000, 0] }],
  ['w[1]', { ...GOOD, w: [1, 1.5, 1] }],
  ['edges[1]', { ...GOOD, edges: [[0, 1], [1]] }],
  ['edges[0]', { ...GOOD, edges: [[1, 1]] }],
  ['edges[0][1]', { ...GOOD, edges: [[0, 3]] }],
  [
    'edges[1][2]',
    {
      ...GOOD,
      edges: [
        [0, 1],
        [1, 2, -1],
      ],
    },
  ],
  [
    'edges[1]',
    {
      ...GOOD,
      edges: [
        [0, 1],
        [1, 0],
      ],
    },
  ],
])('names %s', (path, json) => {
  const fault = (() => {
    try {
      return readInstance(json);
    } catch (error) {
      return error;
    }
  })();
  expect(fault).toBeInstanceOf(InstanceFault);
  expect((fault as InstanceFault).path).toBe(path);
});

it('names a unit without a grid', () => {
  const problem = readInstance(GOOD);
  expect(() => readAssignment([0, 1], problem)).toThrow('assignment: 3 grids expected');
  expect(() => readAssignment([0, 2, 1], problem)).toThrow('assignment[1]');
});
