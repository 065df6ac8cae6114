// Planners' questions for tests and benches: the demo as it is in force, communities that grew on one side since they were drawn, and a strip
// of grids that grew at one end.

import { IN_FORCE_ROWS } from '../../api/src/modules/demo/world/plan-table.ts';
import { seededRandom } from '../src/random.ts';
import { readInstance } from '../src/partition/instance.ts';
import { type PartitionProblem, unitGraph } from '../src/partition/problem.ts';
import { searchPlan } from '../src/partition/search.ts';
import type { PlanQuestion } from '../src/planning/question.ts';
import { demoInstance } from './demo-instance.ts';

/** 76 entrances in their grids in force, a door in thirty a daily-care door; and three buildings of nobody, in no grid yet. */
export function demoQuestion(): PlanQuestion {
  const problem = readInstance(demoInstance(true));
  const grids = Object.values(IN_FORCE_ROWS).flatMap((row) => row.map((grid) => grid - 1));
  return {
    ...problem,
    current: Int32Array.from(problem.measures[0].weights, (_, unit) => grids[unit] ?? -1),
    disruption: problem.measures[0].weights.map((households) => households + 9 * Math.floor(households / 30)),
    locks: [],
  };
}

/**
 * Blocks in rows, 24 to 90 households each, in grids that were even within the tolerance; then 35 % more households in the western
 * half. Leaving costs a household one.
 */
export function grownQuestion(wish: { units: number; grids: number; tolerance: number; seed: number }): PlanQuestion {
  const { units, grids, tolerance, seed } = wish;
  const random = seededRandom(seed);
  const width = Math.ceil(Math.sqrt(units));
  const edges: [number, number][] = [];
  for (let unit = 0; unit < units; unit += 1) {
    const right = unit % width < width - 1 && unit + 1 < units;
    if (right) edges.push([unit, unit + 1]);
    if (unit + width < units) edges.push([unit, unit + width]);
    if (right && unit + width + 1 < units)
      edges.push(random() < 0.5 ? [unit, unit + width + 1] : [unit + 1, unit + width]);
  }
  const before = Int32Array.from({ length: units }, () => 24 + Math.floor(67 * random()));
  const after = before.map((weight, unit) => (unit % width < width / 2 ? Math.round(1.35 * weight) : weight));
  const problem = (weights: Int32Array, share: number): PartitionProblem => {
    const mean = weights.reduce((sum, weight) => sum + weight, 0) / grids;
    const [lower, upper] = [Math.ceil((1 - share) * mean), Math.floor((1 + share) * mean)];
    return { graph: unitGraph(units, edges), measures: [{ weights, lower, upper }], gridCount: grids };
  };
  const drawn = searchPlan(problem(before, Math.max(tolerance, 0.03)), { seed, proposals: 700 * units });
  return { ...problem(after, tolerance), current: drawn.assignment, disruption: after, locks: [] };
}

/**
 * Twenty grids in a row, blocks of 24 to 90 households; the grids at the western end have grown by a share since they were drawn. So what
 * is too much there has to cross every border to where there is room.
 */
export function stripQuestion(wish: {
  /** Blocks along a side of a grid. */
  side: number;
  grown: { grids: number; share: number };
  tolerance: number;
  seed: number;
}): PlanQuestion {
  const { side, grown, tolerance } = wish;
  const random = seededRandom(wish.seed);
  const width = STRIP_GRIDS * side;
  const units = width * side;
  const edges: [number, number][] = [];
  for (let unit = 0; unit < units; unit += 1) {
    if (unit % width < width - 1) edges.push([unit, unit + 1]);
    if (unit + width < units) edges.push([unit, unit + width]);
  }
  const current = Int32Array.from({ length: units }, (_, unit) => Math.floor((unit % width) / side));
  const weights = current.map((grid) =>
    Math.round((24 + Math.floor(67 * random())) * (grid < grown.grids ? 1 + grown.share : 1)),
  );
  const mean = weights.reduce((sum, weight) => sum + weight, 0) / STRIP_GRIDS;
  return {
    graph: unitGraph(units, edges),
    measures: [{ weights, lower: Math.ceil((1 - tolerance) * mean), upper: Math.floor((1 + tolerance) * mean) }],
    gridCount: STRIP_GRIDS,
    current,
    disruption: weights,
    locks: [],
  };
}

const STRIP_GRIDS = 20;
