// Owns a first partition: grown from spread seeds, then evened out by single moves that keep every grid connected.
// No proof and no optimum: that is the search's job.

import type { Adjacency } from './adjacency.ts';
import { staysConnectedWithout } from './contiguity.ts';
import { seededRandom, type Random } from './random.ts';

/** What a partition is grown from. */
export interface GrowInput {
  readonly adjacency: Adjacency;
  /** Workload per unit, integer, 0 allowed. */
  readonly weights: Int32Array;
  /** 1 to 32,767, at most the number of units. */
  readonly gridCount: number;
  readonly seed: number;
  /** Share of the total that each grid should get, relative to the others; default equal. Lets a caller grow an uneven plan. */
  readonly preference?: readonly number[];
}

const MAX_FLIP_ROUNDS = 200;

/**
 * A grid index per unit; the same input gives the same plan. Every grid is connected when the graph is; units that no seed reaches
 * (islands) join the grid that is lightest then. O(units · (log units + flips)).
 * @throws RangeError when there are fewer units than grids, or the preference's length is not the number of grids.
 */
export function growPartition(input: GrowInput): Int16Array {
  const { weights, gridCount, preference } = input;
  if (!(Number.isInteger(gridCount) && gridCount >= 1 && gridCount <= weights.length))
    throw new RangeError('gridCount: 1 to the number of units expected');
  if (preference !== undefined && preference.length !== gridCount)
    throw new RangeError('preference: one number per grid expected');
  const wished = preference ?? Array.from({ length: gridCount }, () => 1);
  const scale =
    wished.reduce((sum, share) => sum + share, 0) /
    Math.max(
      1,
      weights.reduce((sum, weight) => sum + weight, 0),
    );
  const targets = wished.map((share) => Math.max(1e-9, share / Math.max(1e-12, scale)));
  const assignment = new Int16Array(weights.length).fill(-1);
  const loads = new Float64Array(gridCount);
  growFrom(spreadSeeds(input, seededRandom(input.seed)), input, { assignment, loads, targets });
  evenOut(input, { assignment, loads, targets });
  return assignment;
}

interface Plan {
  readonly assignment: Int16Array;
  readonly loads: Float64Array;
  readonly targets: readonly number[];
}

/** The first seed by chance, each further one as many steps as possible from those before; weight breaks ties. */
function spreadSeeds({ adjacency, weights, gridCount }: GrowInput, random: Random): number[] {
  const seeds: number[] = [];
  const steps = new Int32Array(weights.length).fill(0x7f_ff_ff_ff);
  let next = Math.floor(random() * weights.length);
  while (seeds.length < gridCount) {
    seeds.push(next);
    relaxSteps(adjacency, steps, next);
    next = 0;
    for (let unit = 1; unit < weights.length; unit += 1) {
      const further = steps[unit]! - steps[next]!;
      if (further > 0 || (further === 0 && weights[unit]! > weights[next]!)) next = unit;
    }
  }
  return seeds;
}

function relaxSteps({ offsets, neighbours }: Adjacency, steps: Int32Array, seed: number): void {
  steps[seed] = 0;
  const queue = [seed];
  for (let head = 0; head < queue.length; head += 1) {
    const unit = queue[head]!;
    for (let at = offsets[unit]!; at < offsets[unit + 1]!; at += 1) {
      const beside = neighbours[at]!;
      if (steps[beside]! <= steps[unit]! + 1) continue;
      steps[beside] = steps[unit]! + 1;
      queue.push(beside);
    }
  }
}

function growFrom(seeds: readonly number[], { adjacency, weights }: GrowInput, plan: Plan): void {
  const pull = seeds.map(() => new Map<number, number>());
  const take = (unit: number, grid: number): void => {
    plan.assignment[unit] = grid;
    plan.loads[grid]! += weights[unit]!;
    for (const waiting of pull) waiting.delete(unit);
    for (let at = adjacency.offsets[unit]!; at < adjacency.offsets[unit + 1]!; at += 1) {
      const beside = adjacency.neighbours[at]!;
      if (plan.assignment[beside]! >= 0) continue;
      pull[grid]?.set(beside, (pull[grid]?.get(beside) ?? 0) + adjacency.costDecimetres[at]!);
    }
  };
  seeds.forEach(take);
  for (;;) {
    const grid = lightest(plan, (candidate) => (pull[candidate]?.size ?? 0) > 0);
    if (grid >= 0) take(strongest(pull[grid]!), grid);
    else {
      const island = plan.assignment.indexOf(-1);
      if (island < 0) return;
      take(
        island,
        lightest(plan, () => true),
      );
    }
  }
}

function lightest({ loads, targets }: Plan, allowed: (grid: number) => boolean): number {
  let best = -1;
  targets.forEach((target, grid) => {
    if (allowed(grid) && (best < 0 || loads[grid]! / target < loads[best]! / targets[best]!)) best = grid;
  });
  return best;
}

function strongest(pull: ReadonlyMap<number, number>): number {
  let best = -1;
  let most = -1;
  for (const [unit, border] of pull) {
    if (border < most || (border === most && unit > best)) continue;
    best = unit;
    most = border;
  }
  return best;
}

/** Moves border units while the sum of squared relative loads falls. */
function evenOut({ adjacency, weights }: GrowInput, plan: Plan): void {
  for (let round = 0; round < MAX_FLIP_ROUNDS; round += 1) {
    let moved = false;
    for (let unit = 0; unit < weights.length; unit += 1) {
      const to = bestMove(adjacency, weights[unit]!, plan, unit);
      if (to < 0 || !staysConnectedWithout(adjacency, plan.assignment, unit)) continue;
      plan.loads[plan.assignment[unit]!]! -= weights[unit]!;
      plan.loads[to]! += weights[unit]!;
      plan.assignment[unit] = to;
      moved = true;
    }
    if (!moved) return;
  }
}

function bestMove(
  { offsets, neighbours }: Adjacency,
  weight: number,
  { assignment, loads, targets }: Plan,
  unit: number,
): number {
  const from = assignment[unit]!;
  let best = -1;
  let gain = 1e-9;
  for (let at = offsets[unit]!; at < offsets[unit + 1]!; at += 1) {
    const to = assignment[neighbours[at]!]!;
    if (to === from) continue;
    const fall = squared(loads[from]!, targets[from]!) - squared(loads[from]! - weight, targets[from]!);
    const rise = squared(loads[to]! + weight, targets[to]!) - squared(loads[to]!, targets[to]!);
    if (fall - rise <= gain) continue;
    gain = fall - rise;
    best = to;
  }
  return best;
}

function squared(load: number, target: number): number {
  return ((load - target) * (load - target)) / target;
}
