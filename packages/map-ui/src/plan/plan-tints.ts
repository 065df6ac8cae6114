// Owns which of six tints a grid has: no two neighbours alike, and as few as possible change while one edits. Pure.
import type { UnitGraph } from '@qinghe/rebalance';

const TINTS = 6;

/** Grids that border each other. O(edges) */
export function gridNeighbours(graph: UnitGraph, assignment: Int32Array, gridCount: number): ReadonlySet<number>[] {
  const neighbours = Array.from({ length: gridCount }, () => new Set<number>());
  assignment.forEach((grid, unit) => {
    if (grid < 0) return;
    for (let at = graph.offsets[unit] ?? 0; at < (graph.offsets[unit + 1] ?? 0); at += 1) {
      const beside = assignment[graph.neighbours[at] ?? unit] ?? -1;
      if (beside >= 0 && beside !== grid) neighbours[grid]?.add(beside);
    }
  });
  return neighbours;
}

/**
 * A tint, 0 to 5, per grid. A grid keeps its former tint unless a neighbour has it; then it takes the one least used, grids with
 * most neighbours first.
 */
export function tintsOf(neighbours: readonly ReadonlySet<number>[], former: readonly number[] = []): readonly number[] {
  const clashes = (grid: number) =>
    former[grid] === undefined || [...(neighbours[grid] ?? [])].some((beside) => former[beside] === former[grid]);
  const order = neighbours
    .map((beside, grid) => ({ grid, degree: beside.size }))
    .toSorted((one, other) => other.degree - one.degree || one.grid - other.grid);
  const tints: (number | undefined)[] = neighbours.map((_, grid) => (clashes(grid) ? undefined : former[grid]));
  const used = Array.from({ length: TINTS }, (_, tint) => tints.filter((each) => each === tint).length);
  for (const { grid } of order) {
    if (tints[grid] !== undefined) continue;
    const taken = new Set([...(neighbours[grid] ?? [])].map((beside) => tints[beside]));
    const wanted = former[grid];
    const choice = wanted !== undefined && !taken.has(wanted) ? wanted : leastUsed(used, taken);
    tints[grid] = choice;
    used[choice] = (used[choice] ?? 0) + 1;
  }
  const result = tints.map((tint) => tint ?? 0);
  return former.length === result.length && result.every((tint, grid) => tint === former[grid]) ? former : result;
}

function leastUsed(used: readonly number[], taken: ReadonlySet<number | undefined>): number {
  const free = used.map((count, tint) => ({ count, tint })).filter(({ tint }) => !taken.has(tint));
  // More than five neighbours around one grid: a planar map needs four tints, greedy seldom more than six.
  return free.toSorted((one, other) => one.count - other.count || one.tint - other.tint)[0]?.tint ?? 0;
}
