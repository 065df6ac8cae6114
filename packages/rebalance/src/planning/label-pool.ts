// Grids with their labels: what each costs, which are worth handing to a program, and the plan that a choice of them is. A label is one
// more thing to cover, after the nodes. Refuses to price.

import { type GridColumns, type GridList, listGrids } from '../partition/grid-columns.ts';
import type { Assignment } from '../partition/problem.ts';
import type { Candidate } from './price-labels.ts';
import type { ReducedQuestion } from './reduce-question.ts';

/** Twice the disruption: programs and searches over grids count in even numbers. */
export const COST_SCALE = 2;

/** Writes candidates out; `borders` are what they cost. O(members) and one pass over the store */
export function listCandidates(reduced: ReducedQuestion, columns: GridColumns, chosen: readonly Candidate[]): GridList {
  const entries = [...new Set(chosen.map(({ entry }) => entry))].toSorted((a, b) => a - b);
  const list = listGrids(columns, Int32Array.from(entries));
  const at = new Map(entries.map((entry, index) => [entry, index]));
  return labelled(
    reduced,
    chosen.map(({ entry, label }) => {
      const index = at.get(entry)!;
      return { label, nodes: list.members.subarray(list.starts[index]!, list.starts[index + 1]!) };
    }),
  );
}

/** The grids of a plan. */
export function listPlan(reduced: ReducedQuestion, labels: Assignment): GridList {
  const nodesOf: number[][] = Array.from(reduced.gridOf, () => []);
  labels.forEach((label, node) => nodesOf[label]!.push(node));
  return labelled(
    reduced,
    nodesOf.map((nodes, label) => ({ label, nodes: Int32Array.from(nodes) })),
  );
}

/** Labels of the nodes, from which grid covers which node and which label. */
export function labelsOf(cover: Assignment, nodeCount: number): Assignment {
  const labelOf = new Map<number, number>();
  cover.subarray(nodeCount).forEach((grid, label) => labelOf.set(grid, label));
  return cover.slice(0, nodeCount).map((grid) => labelOf.get(grid)!);
}

function labelled(
  { costs, gridOf, unitsOf }: ReducedQuestion,
  grids: readonly { readonly label: number; readonly nodes: Int32Array }[],
): GridList {
  const starts = new Int32Array(grids.length + 1);
  grids.forEach(({ nodes }, index) => (starts[index + 1] = starts[index]! + nodes.length + 1));
  const members = new Int32Array(starts[grids.length]!);
  const borders = new Int32Array(grids.length);
  grids.forEach(({ label, nodes }, index) => {
    members.set(nodes, starts[index]!);
    members[starts[index + 1]! - 1] = unitsOf.length + label;
    for (const node of nodes) borders[index]! += COST_SCALE * costs[node * gridOf.length + label]!;
  });
  return { starts, members, borders };
}
