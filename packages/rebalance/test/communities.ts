// Partition problems of community size for tests and benches. No randomness of their own: a seed comes in.

import { Delaunay } from 'd3-delaunay';
import { readInstance } from '../src/partition/instance.ts';
import type { PartitionProblem } from '../src/partition/problem.ts';
import { seededRandom } from '../src/random.ts';

/**
 * Buildings in ten columns of jittered blocks, neighbours by Delaunay up to 1.8 pitches, 24 to 90 households each, every edge at 1.
 * @param tolerance share by which a grid may differ from the mean
 */
export function blocks(n: number, k: number, tolerance: number, seed: number): PartitionProblem {
  const random = seededRandom(seed);
  const xy = Array.from(
    { length: n },
    (_, unit) => [(unit % 10) + 0.6 * random(), Math.floor(unit / 10) + 0.6 * random()] as const,
  );
  const w = xy.map(() => {
    const bell = random() + random() + random() + random() - 2;
    return Math.min(90, Math.max(24, Math.round(57 + 35 * bell)));
  });
  const { triangles } = Delaunay.from(xy);
  const edges = new Map<number, readonly [number, number]>();
  triangles.forEach((from, at) => {
    const to = triangles[at % 3 === 2 ? at - 2 : at + 1]!;
    const [one, two] = [Math.min(from, to), Math.max(from, to)];
    const apart = Math.hypot(xy[one]![0] - xy[two]![0], xy[one]![1] - xy[two]![1]);
    if (apart <= 1.8) edges.set(one * n + two, [one, two]);
  });
  const mean = w.reduce((sum, weight) => sum + weight, 0) / k;
  return readInstance({
    n,
    k,
    L: Math.ceil((1 - tolerance) * mean),
    U: Math.floor((1 + tolerance) * mean),
    w,
    edges: [...edges.values()],
  });
}
