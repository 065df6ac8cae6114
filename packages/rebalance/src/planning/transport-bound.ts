// What any plan must cost, however it looks: loads above a limit leave, loads below it are filled, each from where that is cheapest,
// in fractions. True for every plan; contiguity is left out, so it is weak where surplus and deficit lie far apart.

import type { Measure, PartitionProblem } from '../partition/problem.ts';
import { FORBIDDEN, type ReducedQuestion } from './reduce-question.ts';

/** No plan of the reduced question within the problem's limits costs less. Infinity: the totals admit none. O(nodes · labels + nodes log nodes) */
export function transportBound(reduced: ReducedQuestion, problem: PartitionProblem): number {
  const homes = cheapestHomes(reduced);
  const least = homes.reduce((sum, { cost }) => sum + cost, 0);
  return problem.measures.reduce(
    (most, measure) => Math.max(most, least + boundOf(measure, homes, problem.gridCount)),
    0,
  );
}

/** Where a node costs least, and what it costs more anywhere else. */
interface Home {
  readonly label: number;
  readonly cost: number;
  readonly leaving: number;
}

function cheapestHomes({ costs, gridOf, unitsOf }: ReducedQuestion): Home[] {
  const count = gridOf.length;
  return unitsOf.map((_, node) => {
    let [label, cost, next] = [-1, Infinity, Infinity];
    for (let at = 0; at < count; at += 1) {
      const here = costs[node * count + at]!;
      if (here < cost) [label, cost, next] = [at, here, cost];
      else if (here < next) next = here;
    }
    return { label, cost, leaving: next - cost };
  });
}

function boundOf({ weights, lower, upper }: Measure, homes: readonly Home[], count: number): number {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (total < count * lower || total > count * upper) return Infinity;
  const loads = new Float64Array(count);
  homes.forEach(({ label }, node) => (loads[label]! += weights[node]!));
  const cheapest = homes
    .map(({ label, leaving }, node) => ({ label, leaving, weight: weights[node]!, rate: leaving / weights[node]! }))
    .filter(({ weight, leaving }) => weight > 0 && leaving < FORBIDDEN / 2)
    .toSorted((a, b) => a.rate - b.rate);
  const surplus = loads.map((load) => Math.max(0, load - upper));
  // What a label below its least gives away it has to get back: giving there helps nobody.
  const room = loads.map((load, label) => Math.max(0, load - lower - surplus[label]!));
  let wanted = loads.reduce((sum, load) => sum + Math.max(0, lower - load), 0);
  let cost = 0;
  const left = cheapest.map(({ label, weight, rate }) => {
    const forced = Math.min(weight, surplus[label]!);
    surplus[label]! -= forced;
    wanted -= forced;
    cost += forced * rate;
    return { label, rate, weight: weight - forced };
  });
  for (const { label, rate, weight } of left) {
    if (wanted <= 0) break;
    const taken = Math.min(weight, room[label]!, wanted);
    room[label]! -= taken;
    wanted -= taken;
    cost += taken * rate;
  }
  if (wanted > 0 || surplus.some((each) => each > 0)) return Infinity;
  return Math.ceil(cost - 1e-6);
}
