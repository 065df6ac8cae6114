// The search on random problems and on public instances whose best cut is known.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { districting } from '../../test/districting.ts';
import { randomProblem } from '../../test/random-problem.ts';
import { componentCounts } from '../contiguity.ts';
import { seededRandom } from '../random.ts';
import { LeaveTest } from './leave-test.ts';
import { edgeList, PlanState } from './plan-state.ts';
import { cutCost, gridLoads, type PartitionProblem } from './problem.ts';
import { searchPlan } from './search.ts';
import { splitFromScratch } from './split.ts';

const problems = fc
  .record({
    seed: fc.integer({ min: 1, max: 1_000_000 }),
    units: fc.integer({ min: 8, max: 60 }),
    grids: fc.integer({ min: 2, max: 6 }),
  })
  .map(({ seed, units, grids }) => ({ seed, problem: randomProblem({ seed, units, grids, tolerance: 0.3 }) }));

function pieces({ graph, gridCount }: PartitionProblem, assignment: Int32Array): number[] {
  return [...componentCounts(graph, assignment, gridCount)];
}

describe('a plan that changes', () => {
  it('counts as a recomputation does after every move, and a move back undoes it', () => {
    fc.assert(
      fc.property(problems, ({ seed, problem }) => {
        const random = seededRandom(seed);
        const state = new PlanState(problem, splitFromScratch(problem, edgeList(problem.graph), random));
        for (let step = 0; step < 40; step += 1) {
          const unit = Math.floor(random() * state.assignment.length);
          const [from, to] = [state.assignment[unit]!, Math.floor(random() * problem.gridCount)];
          const [cut, excess] = [state.cut, state.excess()];
          const told = from === to ? 0 : state.excessChange(unit, to);
          state.move(unit, to);
          expect(state.cut).toBe(cutCost(problem.graph, state.assignment));
          expect(state.cutCount).toBe(
            cutCost({ ...problem.graph, costs: problem.graph.costs.map(() => 1) }, state.assignment),
          );
          expect(state.excess()).toBeCloseTo(excess + told, 9);
          expect([...state.loads]).toEqual([...gridLoads(problem.measures[0], state.assignment, problem.gridCount)]);
          if (step % 2 === 0) continue;
          state.move(unit, from);
          expect([state.cut, state.excess()]).toEqual([cut, excess]);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('is told rightly whether a grid stays whole', () => {
    fc.assert(
      fc.property(problems, ({ seed, problem }) => {
        const assignment = splitFromScratch(problem, edgeList(problem.graph), seededRandom(seed));
        const leave = new LeaveTest(problem.graph);
        assignment.forEach((grid, unit) => {
          const without = assignment.slice();
          without[unit] = -1;
          expect(leave.staysWhole(assignment, unit)).toBe(
            componentCounts(problem.graph, without, problem.gridCount)[grid] === 1,
          );
        });
      }),
      { numRuns: 40 },
    );
  });
});

describe('the search', () => {
  it('keeps every grid in one piece, tells its cut truly, and repeats itself to the bit', () => {
    fc.assert(
      fc.property(problems, ({ seed, problem }) => {
        const options = { seed, proposals: 1 };
        const plan = searchPlan(problem, options);
        expect(pieces(problem, plan.assignment)).toEqual(Array.from({ length: problem.gridCount }, () => 1));
        expect(plan.cut).toBe(cutCost(problem.graph, plan.assignment));
        const { lower, upper } = problem.measures[0];
        const loads = gridLoads(problem.measures[0], plan.assignment, problem.gridCount);
        expect(loads.every((load) => load >= lower && load <= upper)).toBe(plan.feasible);
        expect(searchPlan(problem, options)).toEqual(plan);
      }),
      { numRuns: 15 },
    );
  });

  it('holds two measures at once', () => {
    const problem = randomProblem({ seed: 5, units: 80, grids: 5, tolerance: 0.1 });
    const visits = Int32Array.from(problem.measures[0].weights, (_weight, unit) => 1 + ((unit * 7) % 11));
    const even = visits.reduce((sum, weight) => sum + weight, 0) / 5;
    const both: PartitionProblem = {
      ...problem,
      measures: [
        problem.measures[0],
        { weights: visits, lower: Math.ceil(even * 0.85), upper: Math.floor(even * 1.15) },
      ],
    };
    const plan = searchPlan(both, { seed: 1, proposals: 2_000_000 });
    expect(plan.feasible).toBe(true);
    for (const measure of both.measures)
      for (const load of gridLoads(measure, plan.assignment, 5)) {
        expect(load).toBeGreaterThanOrEqual(measure.lower);
        expect(load).toBeLessThanOrEqual(measure.upper);
      }
  });

  it('stops when it is told to, with what it has', () => {
    const problem = randomProblem({ seed: 9, units: 200, grids: 8, tolerance: 0.2 });
    const rounds: number[] = [];
    const plan = searchPlan(problem, { seed: 1, proposals: 1e9, onProgress: ({ round }) => rounds.push(round) < 2 });
    expect(rounds).toEqual([1, 2]);
    expect(plan.rounds).toBe(2);
  });

  it.each(['NM_county', 'ID_county', 'AR_county', 'NE_county', 'WV_county', 'OK_county', 'ID_tract', 'WV_tract'])(
    'reaches the proven optimum of %s',
    (name) => {
      const { problem, known } = districting(name);
      const plan = searchPlan(problem, { seed: 1, proposals: 5_000_000 });
      expect(plan.feasible).toBe(true);
      expect(pieces(problem, plan.assignment)).toEqual(Array.from({ length: problem.gridCount }, () => 1));
      expect(known[0]).toBe(known[1]);
      expect(plan.cut).toBe(known[1]);
    },
  );
});
