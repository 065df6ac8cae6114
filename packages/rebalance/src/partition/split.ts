// A first plan from nothing: the units are split in two along random trees, each half again, until every grid has its own part.

import type { Random } from '../random.ts';
import { type EdgeList } from './plan-state.ts';
import type { Assignment, PartitionProblem } from './problem.ts';
import { TreeCutter } from './tree-cutter.ts';

/** Trees drawn for one split; the best cut of them is taken. */
const TREES = 12;

/**
 * Every grid connected and none empty where the graph is connected and has at least as many units as grids; balance is what
 * a few random trees give. O(units · log grids · trees)
 */
export function splitFromScratch(problem: PartitionProblem, edges: EdgeList, random: Random): Assignment {
  const assignment = new Int32Array(problem.graph.offsets.length - 1);
  const cutter = new TreeCutter(problem.graph, edges, problem.measures);
  const stack: { grid: number; grids: number }[] = [{ grid: 0, grids: problem.gridCount }];
  for (let part = stack.pop(); part !== undefined; part = stack.pop()) {
    if (part.grids < 2) continue;
    const lower = part.grids >> 1;
    splitOne(problem, cutter, assignment, { ...part, lower, random });
    stack.push({ grid: part.grid, grids: part.grids - lower }, { grid: part.grid + part.grids - lower, grids: lower });
  }
  return assignment;
}

/** Moves the part below a tree edge, of about `lower` of `grids` shares, to grid number grid + grids - lower. */
function splitOne(
  { measures: [measure] }: PartitionProblem,
  cutter: TreeCutter,
  assignment: Assignment,
  { grid, grids, lower, random }: { grid: number; grids: number; lower: number; random: Random },
): void {
  cutter.gather(assignment, assignment.indexOf(grid), grid, grid);
  let best = Number.POSITIVE_INFINITY;
  let chosen = new Int32Array(0);
  for (let tree = 0; tree < TREES; tree += 1) {
    cutter.draw(random);
    const total = cutter.below[0]!;
    for (let position = 1; position < cutter.count; position += 1)
      for (const inside of [true, false]) {
        const units = inside ? cutter.span[position]! : cutter.count - cutter.span[position]!;
        // Each side needs a unit a grid at the least.
        if (units < lower || cutter.count - units < grids - lower) continue;
        const weight = inside ? cutter.below[position]! : total - cutter.below[position]!;
        const off = Math.abs(weight - (total * lower) / grids) / measure.upper;
        if (off >= best) continue;
        best = off;
        chosen = inside
          ? cutter.order.slice(position, position + units)
          : outside(cutter, position, cutter.span[position]!);
      }
    if (best < 0.02) break;
  }
  for (const unit of chosen) assignment[unit] = grid + grids - lower;
}

function outside(cutter: TreeCutter, position: number, units: number): Int32Array<ArrayBuffer> {
  const rest = new Int32Array(cutter.count - units);
  rest.set(cutter.order.subarray(0, position));
  rest.set(cutter.order.subarray(position + units, cutter.count), position);
  return rest;
}
