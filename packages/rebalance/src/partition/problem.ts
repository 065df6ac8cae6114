// The question a partition answers: units, who borders whom, what weighs, within which limits. Typed arrays throughout, so that
// a problem travels to a worker as it is. Refuses an impossible shape; whether a plan exists is for the search and the proof.

/** Symmetric graph in compressed rows: neighbours of unit `u` are `neighbours[offsets[u]] … neighbours[offsets[u + 1] - 1]`. */
export interface UnitGraph {
  /** Length units + 1. */
  readonly offsets: Int32Array;
  readonly neighbours: Int32Array;
  /** Cost of separating the two, per directed edge, the same both ways: border in decimetres, or 1 where edges are counted. */
  readonly costs: Int32Array;
}

/** One thing that is counted per unit and limited per grid: households, requests a month, minutes of work. */
export interface Measure {
  /** Per unit, integer, 0 or more; sums stay below 2^31. */
  readonly weights: Int32Array;
  /** Least and most a grid may have, both allowed. */
  readonly lower: number;
  readonly upper: number;
}

/** What a partition into `gridCount` connected grids is asked for. */
export interface PartitionProblem {
  readonly graph: UnitGraph;
  /** At least one; the first is the one whose balance is shown. */
  readonly measures: readonly [Measure, ...Measure[]];
  readonly gridCount: number;
}

/** A grid per unit, 0 to gridCount - 1. */
export type Assignment = Int32Array;

/** Builds the rows from undirected edges. @param costs one per edge; 1 each when left out. O(units + edges) */
export function unitGraph(
  unitCount: number,
  edges: readonly (readonly [number, number])[],
  costs?: readonly number[],
): UnitGraph {
  const offsets = new Int32Array(unitCount + 1);
  for (const [one, two] of edges) {
    offsets[one + 1]! += 1;
    offsets[two + 1]! += 1;
  }
  for (let unit = 0; unit < unitCount; unit += 1) offsets[unit + 1]! += offsets[unit]!;
  const next = offsets.slice(0, unitCount);
  const neighbours = new Int32Array(2 * edges.length);
  const rowCosts = new Int32Array(2 * edges.length);
  edges.forEach(([one, two], edge) => {
    for (const [from, to] of [
      [one, two],
      [two, one],
    ] as const) {
      neighbours[next[from]!] = to;
      rowCosts[next[from]!] = costs?.[edge] ?? 1;
      next[from]! += 1;
    }
  });
  return { offsets, neighbours, costs: rowCosts };
}

/** Sum of the costs of edges between different grids. O(edges) */
export function cutCost({ offsets, neighbours, costs }: UnitGraph, assignment: Assignment): number {
  let sum = 0;
  for (let unit = 0; unit + 1 < offsets.length; unit += 1)
    for (let at = offsets[unit]!; at < offsets[unit + 1]!; at += 1)
      if (unit < neighbours[at]! && assignment[unit] !== assignment[neighbours[at]!]) sum += costs[at]!;
  return sum;
}

/** Load of each grid in one measure. O(units) */
export function gridLoads({ weights }: Measure, assignment: Assignment, gridCount: number): Float64Array {
  const loads = new Float64Array(gridCount);
  assignment.forEach((grid, unit) => (loads[grid]! += weights[unit]!));
  return loads;
}
