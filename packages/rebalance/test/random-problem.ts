// Random problems on a jittered lattice with diagonals: planar, connected, of the kind that buildings make.
import { seededRandom } from '../src/random.ts';
import { type PartitionProblem, unitGraph } from '../src/partition/problem.ts';

/** @param tolerance share by which a grid's load may differ from an even one */
export function randomProblem(wish: {
  seed: number;
  units: number;
  grids: number;
  tolerance: number;
}): PartitionProblem {
  const random = seededRandom(wish.seed);
  const width = Math.ceil(Math.sqrt(wish.units));
  const edges: [number, number][] = [];
  for (let unit = 0; unit < wish.units; unit += 1) {
    const right = unit % width < width - 1 && unit + 1 < wish.units;
    if (right) edges.push([unit, unit + 1]);
    if (unit + width < wish.units) edges.push([unit, unit + width]);
    if (right && unit + width + 1 < wish.units && random() < 0.5) edges.push([unit, unit + width + 1]);
  }
  const weights = Int32Array.from({ length: wish.units }, () => 24 + Math.floor(random() * 66));
  const even = weights.reduce((sum, weight) => sum + weight, 0) / wish.grids;
  return {
    graph: unitGraph(
      wish.units,
      edges,
      edges.map(() => 1 + Math.floor(random() * 400)),
    ),
    measures: [
      { weights, lower: Math.ceil(even * (1 - wish.tolerance)), upper: Math.floor(even * (1 + wish.tolerance)) },
    ],
    gridCount: wish.grids,
  };
}
