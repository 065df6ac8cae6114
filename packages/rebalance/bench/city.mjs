// A city: 320 communities of 250 buildings in 16 grids each, every grid within 5 % of even. Each is a problem of its own.
import { readInstance, searchPlan } from '../dist/index.js';
import { blocks } from '../test/communities.ts';
import { cpuSeconds } from './search.mjs';

const COMMUNITIES = 320;

/** CPU seconds until the last community has a plan within the limits, and how many found none. */
export function city() {
  const problems = Array.from({ length: COMMUNITIES }, (_, index) => readInstance(blocks(250, 16, 0.05, index + 1)));
  const start = process.cpuUsage();
  const plans = problems.map((problem) =>
    searchPlan(problem, { seed: 1, proposals: 10_000_000, onProgress: ({ cut }) => cut === null }),
  );
  return { seconds: cpuSeconds(start), without: plans.filter(({ feasible }) => !feasible).length };
}
