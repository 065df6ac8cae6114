// The stress test: 100,000 units in one piece, 1,000 grids within 2 %, every edge at 1. No community is like this.
import { searchPlan } from '../dist/index.js';
import { randomProblem } from '../test/random-problem.ts';
import { metis } from './metis.mjs';
import { cpuSeconds } from './search.mjs';

const METIS_SECONDS = 12;

/** One round of the search, and METIS on the same graph. */
export function flat() {
  const lattice = randomProblem({ seed: 1, units: 100_000, grids: 1_000, tolerance: 0.02 });
  const problem = { ...lattice, graph: { ...lattice.graph, costs: lattice.graph.costs.map(() => 1) } };
  const start = process.cpuUsage();
  const { cut, feasible } = searchPlan(problem, { seed: 1, proposals: 1 });
  return { cut, feasible, seconds: cpuSeconds(start), peer: metis(problem, METIS_SECONDS, 0.02) };
}
