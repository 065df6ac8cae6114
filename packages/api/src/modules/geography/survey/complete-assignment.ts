// Owns giving every unit a grid: one that a plan leaves out joins the neighbour with the longest shared border. Pure.
// Refuses to move a unit that the plan names.
import type { Adjacency } from '@qinghe/rebalance';

/**
 * A copy of `assignment` (grid index per unit, below 0 for none) without gaps. Units are taken by their strongest border to a unit
 * that has a grid, so that chains of forgotten units close from their ends; an island joins grid 0. O(units²) at worst.
 * @returns the complete assignment, and the units that were added to the plan
 */
export function completeAssignment(
  adjacency: Adjacency,
  assignment: Int32Array,
): { readonly complete: Int32Array; readonly added: readonly number[] } {
  const complete = assignment.slice();
  const added: number[] = [];
  for (let unit = strongestOpen(adjacency, complete); unit !== null; unit = strongestOpen(adjacency, complete)) {
    complete[unit.unit] = unit.grid;
    added.push(unit.unit);
  }
  return { complete, added };
}

function strongestOpen(
  { offsets, neighbours, borderDecimetres }: Adjacency,
  assignment: Int32Array,
): { unit: number; grid: number } | null {
  let best: { unit: number; grid: number } | null = null;
  let longest = -1;
  for (let unit = 0; unit < assignment.length; unit += 1) {
    if (assignment[unit]! >= 0) continue;
    best ??= { unit, grid: 0 };
    for (let at = offsets[unit]!; at < offsets[unit + 1]!; at += 1) {
      const grid = assignment[neighbours[at]!]!;
      if (grid < 0 || borderDecimetres[at]! <= longest) continue;
      longest = borderDecimetres[at]!;
      best = { unit, grid };
    }
  }
  return best;
}
