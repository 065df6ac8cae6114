// Windows on communities too large to enumerate whole, and on small ones where the optimum is known.
import { beforeAll, describe, expect, it } from 'vitest';
import { loadHighs } from '../../bin/load-highs.ts';
import { blocks } from '../../test/communities.ts';
import { componentCounts } from '../contiguity.ts';
import { enumerateGrids } from './enumerate-grids.ts';
import { readInstance } from './instance.ts';
import type { LinearSolver } from './linear-solver.ts';
import { cutCost, gridLoads } from './problem.ts';
import { searchPlan } from './search.ts';
import { provePartition } from './set-partition.ts';
import { polishByWindows } from './windows.ts';

let solver: LinearSolver;
beforeAll(async () => {
  solver = await loadHighs();
});

describe('windows of a few grids', () => {
  it('never worsen a plan, keep limits and contiguity, and say what they proved', () => {
    const problem = readInstance(blocks(180, 30, 0.15, 5));
    const start = searchPlan(problem, { seed: 1, proposals: 1 });
    expect(start.feasible).toBe(true);
    const polished = polishByWindows(problem, start.assignment, solver);
    expect(polished.cut).toBeLessThanOrEqual(start.cut);
    expect(polished.cut).toBe(cutCost(problem.graph, polished.assignment));
    expect([...componentCounts(problem.graph, polished.assignment, problem.gridCount)]).toEqual(
      Array.from({ length: problem.gridCount }, () => 1),
    );
    const [{ lower, upper }] = problem.measures;
    for (const load of gridLoads(problem.measures[0], polished.assignment, problem.gridCount)) {
      expect(load).toBeGreaterThanOrEqual(lower);
      expect(load).toBeLessThanOrEqual(upper);
    }
    expect(polished.proved).toBe(problem.gridCount);
    // Swept again, nothing is left to gain.
    expect(polishByWindows(problem, polished.assignment, solver).cut).toBe(polished.cut);
  }, 60_000);

  it('of all grids are the whole proof', () => {
    const problem = readInstance(blocks(24, 4, 0.2, 3));
    const start = searchPlan(problem, { seed: 2, proposals: 1 });
    const best = provePartition(problem, enumerateGrids(problem), solver);
    expect(polishByWindows(problem, start.assignment, solver, { gridsAWindow: 4 }).cut).toBe(best.cut);
  });

  it('stop when told, with a plan no worse', () => {
    const problem = readInstance(blocks(180, 30, 0.15, 5));
    const start = searchPlan(problem, { seed: 1, proposals: 1 });
    let calls = 0;
    const polished = polishByWindows(problem, start.assignment, solver, { keepGoing: () => (calls += 1) < 3 });
    expect(calls).toBe(3);
    expect(polished.cut).toBeLessThanOrEqual(start.cut);
  });
});
