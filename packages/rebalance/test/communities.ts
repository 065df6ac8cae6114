// Partition problems of community size for tests and benches. No randomness of their own: a seed comes in.

import { Delaunay } from 'd3-delaunay';
import { seededRandom } from '../src/random.ts';

/** As `readInstance` takes it. */
export interface Instance {
  readonly n: number;
  readonly k: number;
  readonly L: number;
  readonly U: number;
  readonly w: readonly number[];
  readonly edges: readonly (readonly [number, number] | readonly [number, number, number])[];
}

/**
 * Buildings in ten columns of jittered blocks, neighbours by Delaunay up to 1.8 pitches, 24 to 90 households each, every edge at 1.
 * @param tolerance share by which a grid may differ from the mean
 */
export function blocks(n: number, k: number, tolerance: number, seed: number): Instance {
  const random = seededRandom(seed);
  const xy = Array.from(
    { length: n },
    (_, unit) => [(unit % 10) + 0.6 * random(), Math.floor(unit / 10) + 0.6 * random()] as const,
  );
  const w = xy.map(() => 24 + Math.floor(67 * random()));
  const { triangles } = new Delaunay(xy.flat());
  const edges = new Map<number, readonly [number, number]>();
  triangles.forEach((from, at) => {
    const to = triangles[at % 3 === 2 ? at - 2 : at + 1]!;
    const [one, two] = [Math.min(from, to), Math.max(from, to)];
    const apart = Math.hypot(xy[one]![0] - xy[two]![0], xy[one]![1] - xy[two]![1]);
    if (apart <= 1.8) edges.set(one * n + two, [one, two]);
  });
  const mean = w.reduce((sum, weight) => sum + weight, 0) / k;
  return {
    n,
    k,
    L: Math.ceil((1 - tolerance) * mean),
    U: Math.floor((1 + tolerance) * mean),
    w,
    edges: [...edges.values()],
  };
}
