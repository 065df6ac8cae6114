// What sums and counts alone rule out, in time that grows with the graph and not with the plans. Refuses to say that a plan exists.

import type { UnitGraph } from '../partition/problem.ts';
import type { Contracted } from './contract.ts';
import type { Terms } from './terms.ts';

/** Limits of one measure once each grid's share of the total is taken off: no plan has a grid outside them. */
export interface Reach {
  readonly weights: Int32Array;
  readonly total: number;
  readonly lower: number;
  readonly upper: number;
}

/** Limits that follow from the limits: what all other grids have at least, one grid cannot have. O(groups) */
export function reachOf(weights: Int32Array, lower: number, upper: number, gridCount: number): Reach {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  // Without others there is nothing to multiply a missing limit by.
  const most = gridCount === 1 ? 0 : (gridCount - 1) * upper;
  return {
    weights,
    total,
    lower: Math.max(0, lower, total - most),
    upper: Math.min(upper, total - (gridCount - 1) * lower),
  };
}

/** {@link reachOf} of each measure. */
export function reachesOf({ weights }: Contracted, terms: Pick<Terms, 'lower' | 'upper'>, gridCount: number): Reach[] {
  return weights.map((row, measure) => reachOf(row, terms.lower[measure]!, terms.upper[measure]!, gridCount));
}

/**
 * Whether it is certain that the groups cannot be `gridCount` grids: too few groups, a total out of reach, a group too heavy, too many
 * that are too heavy for any two to share a grid, too many or too few to fill every grid; where contiguity is asked also parts of the graph that are
 * too light for a grid, or dead ends that have to go with what they hang on and are too heavy for it.
 * O(groups · edges)
 */
export function isCertainlyOut(
  { groups, labels, graph }: Pick<Contracted, 'groups' | 'labels' | 'graph'>,
  reaches: readonly Reach[],
  gridCount: number,
  contiguous: boolean,
): boolean {
  if (groups.length < gridCount || labels.reduce((sum, label) => sum + (label >= 0 ? 1 : 0), 0) > gridCount)
    return true;
  if (reaches.some((reach) => isSumOut(reach, gridCount) || fillable(reach, gridCount) < gridCount)) return true;
  if (!contiguous || graph === null) return false;
  return arePartsOut(graph, reaches, gridCount) || reaches.some((reach) => hasHeavyDeadEnd(graph, reach));
}

function isSumOut({ weights, total, lower, upper }: Reach, gridCount: number): boolean {
  if (lower > upper || total < gridCount * lower || total > gridCount * upper) return true;
  const pairless = weights.reduce((count, weight) => count + (2 * weight > upper ? 1 : 0), 0);
  return pairless > gridCount || isOverfull(weights, upper, gridCount);
}

/** Whether there are more groups than fit: no grid holds more of them than of the lightest. */
export function isOverfull(weights: Int32Array, upper: number, gridCount: number): boolean {
  const ascending = weights.filter((weight) => weight > 0).toSorted();
  let [most, sum] = [0, 0];
  while (most < ascending.length && sum + ascending[most]! <= upper) {
    sum += ascending[most]!;
    most += 1;
  }
  return ascending.length > most * gridCount || weights.some((weight) => weight > upper);
}

/**
 * How many of `gridCount` grids can reach the lower limit at most, each of the others taking a group that weighs something: a group that
 * reaches it alone fills one grid, all others need as many groups as the heaviest of the lighter ones do. O(groups log groups)
 */
export function fillable({ weights, total, lower }: Reach, gridCount: number): number {
  if (lower <= 0) return gridCount;
  const light = weights.filter((weight) => weight > 0 && weight < lower).toSorted((a, b) => b - a);
  const heavy = Math.min(
    gridCount,
    weights.reduce((count, weight) => count + (weight >= lower ? 1 : 0), 0),
  );
  let [needed, sum] = [0, 0];
  while (sum < lower && needed < light.length) {
    sum += light[needed]!;
    needed += 1;
  }
  const bySum = Math.min(gridCount, Math.floor(total / lower));
  if (sum < lower) return Math.min(bySum, heavy);
  // Every grid takes one group; what is left over lets some of them take the others that they need.
  const spare = heavy + light.length - gridCount;
  return Math.min(bySum, heavy + Math.max(0, Math.min(gridCount - heavy, Math.floor(spare / (needed - 1)))));
}

/** Parts of the graph that hang together: each holds whole grids, so their numbers of grids have to add up. */
function arePartsOut(graph: UnitGraph, reaches: readonly Reach[], gridCount: number): boolean {
  let [least, most] = [0, 0];
  for (const part of partsWithout(graph, -1)) {
    let [from, to] = [1, part.length];
    for (const { weights, lower, upper } of reaches) {
      const load = part.reduce((sum, group) => sum + weights[group]!, 0);
      if (load > 0) from = Math.max(from, Math.ceil(load / upper));
      if (lower > 0) to = Math.min(to, Math.floor(load / lower));
    }
    if (from > to) return true;
    least += from;
    most += to;
  }
  return gridCount < least || gridCount > most;
}

/** Parts behind a group that are too light for a grid go with the group; together they may be too heavy. */
function hasHeavyDeadEnd(graph: UnitGraph, { weights, total, lower, upper }: Reach): boolean {
  if (lower <= 0 || total <= upper) return false;
  return weights.some((weight, group) => {
    let load = weight;
    for (const part of partsWithout(graph, group)) {
      const behind = part.reduce((sum, other) => sum + weights[other]!, 0);
      if (behind < lower) load += behind;
    }
    return load > upper;
  });
}

/** Connected parts of the graph less one group; -1 leaves all in. O(groups + edges) */
function partsWithout({ offsets, neighbours }: UnitGraph, left: number): number[][] {
  const count = offsets.length - 1;
  const seen = new Uint8Array(count);
  if (left >= 0) seen[left] = 1;
  const parts: number[][] = [];
  for (let start = 0; start < count; start += 1) {
    if (seen[start] === 1) continue;
    const part = [start];
    seen[start] = 1;
    for (let next = 0; next < part.length; next += 1)
      for (let at = offsets[part[next]!]!; at < offsets[part[next]! + 1]!; at += 1) {
        const beside = neighbours[at]!;
        if (seen[beside] === 1) continue;
        seen[beside] = 1;
        part.push(beside);
      }
    parts.push(part);
  }
  return parts;
}

/** O(groups + edges) */
export function isConnected(graph: UnitGraph): boolean {
  return partsWithout(graph, -1).length === 1;
}
