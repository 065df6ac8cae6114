// Owns the question whether units hang together, on the adjacency graph and never on polygons.

import type { Adjacency } from './adjacency.ts';

/** Component number of each unit among units of the same grid, from 0; units below grid 0 get -1. O(units + edges). */
export function components(
  { offsets, neighbours }: Pick<Adjacency, 'offsets' | 'neighbours'>,
  assignment: Int16Array | Int32Array,
): Int32Array {
  const componentOf = new Int32Array(assignment.length).fill(-1);
  let count = 0;
  for (let start = 0; start < assignment.length; start += 1) {
    const grid = assignment[start]!;
    if (grid < 0 || componentOf[start]! >= 0) continue;
    const queue = [start];
    componentOf[start] = count;
    for (let unit = queue.pop(); unit !== undefined; unit = queue.pop()) {
      for (let at = offsets[unit]!; at < offsets[unit + 1]!; at += 1) {
        const beside = neighbours[at]!;
        if (assignment[beside] !== grid || componentOf[beside]! >= 0) continue;
        componentOf[beside] = count;
        queue.push(beside);
      }
    }
    count += 1;
  }
  return componentOf;
}

/** Number of components per grid: 1 is connected, 0 is empty. */
export function componentCounts(
  adjacency: Pick<Adjacency, 'offsets' | 'neighbours'>,
  assignment: Int16Array | Int32Array,
  gridCount: number,
): Int32Array {
  const componentOf = components(adjacency, assignment);
  const counts = new Int32Array(gridCount);
  const seen = new Set<number>();
  componentOf.forEach((component, unit) => {
    if (component < 0 || seen.has(component)) return;
    seen.add(component);
    counts[assignment[unit]!]! += 1;
  });
  return counts;
}

/** Whether the grid of `unit` stays connected when the unit leaves it; a grid of one unit does not. */
export function staysConnectedWithout(
  { offsets, neighbours }: Pick<Adjacency, 'offsets' | 'neighbours'>,
  assignment: Int16Array,
  unit: number,
): boolean {
  const grid = assignment[unit]!;
  const waiting = new Set<number>();
  for (let at = offsets[unit]!; at < offsets[unit + 1]!; at += 1)
    if (assignment[neighbours[at]!] === grid) waiting.add(neighbours[at]!);
  const [first] = waiting;
  if (first === undefined) return false;
  const seen = new Set([unit, first]);
  const queue = [first];
  waiting.delete(first);
  for (let here = queue.pop(); here !== undefined && waiting.size > 0; here = queue.pop()) {
    for (let at = offsets[here]!; at < offsets[here + 1]!; at += 1) {
      const beside = neighbours[at]!;
      if (assignment[beside] !== grid || seen.has(beside)) continue;
      seen.add(beside);
      waiting.delete(beside);
      queue.push(beside);
    }
  }
  return waiting.size === 0;
}
