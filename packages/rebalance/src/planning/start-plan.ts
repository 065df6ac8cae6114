// Where a search starts: today's grids with every lock kept, units without a grid joined to a neighbour, torn-off pieces given back.
// Loads are not looked at beyond taking the lighter neighbour. Refuses to promise contiguity: the guard tells.

import { components } from '../contiguity.ts';
import type { Assignment } from '../partition/problem.ts';
import { newPieces } from './plan-pieces.ts';
import { FORBIDDEN, type ReducedQuestion } from './reduce-question.ts';

const ROUNDS = 4;

/** A label per node, none forbidden. O(nodes · labels + edges · rounds) */
export function startPlan(reduced: ReducedQuestion): Assignment {
  const labels = cheapestPlaces(reduced);
  fillFromNeighbours(reduced, labels);
  for (let round = 0; round < ROUNDS; round += 1) {
    const pieces = strayPieces(reduced, labels);
    if (pieces.length === 0) break;
    for (const piece of pieces) {
      if (piece.some((node) => reduced.fixed[node]! >= 0)) joinByPath(reduced, labels, piece);
      else for (const node of piece) labels[node] = -1;
    }
    fillFromNeighbours(reduced, labels);
  }
  return labels;
}

/** Per node the label that costs least, -1 where all cost the same and none is forbidden: a node that belongs nowhere yet. */
export function cheapestPlaces({ costs, fixed, gridOf, question, unitsOf }: ReducedQuestion): Assignment {
  const count = gridOf.length;
  return Int32Array.from(unitsOf, (units, node) => {
    if (fixed[node]! >= 0) return fixed[node]!;
    const row = costs.subarray(node * count, (node + 1) * count);
    const least = row.reduce((best, cost) => Math.min(best, cost), FORBIDDEN);
    const home = gridOf.indexOf(units.map((unit) => question.current[unit]!).find((grid) => grid >= 0) ?? -1);
    return home >= 0 && row[home] === least
      ? home
      : units.some((u) => question.current[u]! >= 0)
        ? row.indexOf(least)
        : -1;
  });
}

/** Nodes without a label join the neighbouring one with the least of the first measure; what has no neighbour takes the lightest. */
function fillFromNeighbours({ problem, fixed }: ReducedQuestion, labels: Assignment): void {
  const { graph, measures, gridCount } = problem;
  const loads = new Float64Array(gridCount);
  labels.forEach((label, node) => {
    if (label >= 0) loads[label]! += measures[0].weights[node]!;
  });
  const settle = (node: number, label: number): void => {
    labels[node] = label;
    loads[label]! += measures[0].weights[node]!;
  };
  seedEmpty(labels, gridCount, fixed, settle);
  for (let settled = true; settled;) {
    settled = false;
    for (let node = 0; node < labels.length; node += 1) {
      if (labels[node]! >= 0) continue;
      let best = -1;
      for (let at = graph.offsets[node]!; at < graph.offsets[node + 1]!; at += 1) {
        const label = labels[graph.neighbours[at]!]!;
        if (label >= 0 && (best < 0 || loads[label]! < loads[best]!)) best = label;
      }
      if (best < 0) continue;
      settle(node, best);
      settled = true;
    }
  }
  labels.forEach((label, node) => {
    if (label < 0) settle(node, loads.indexOf(Math.min(...loads)));
  });
}

/** A label without a node takes one: first of those that have none, else from the label with most nodes. */
function seedEmpty(
  labels: Assignment,
  gridCount: number,
  fixed: Int32Array,
  settle: (node: number, label: number) => void,
): void {
  const sizes = new Int32Array(gridCount);
  labels.forEach((label) => {
    if (label >= 0) sizes[label]! += 1;
  });
  for (let label = 0; label < gridCount; label += 1) {
    if (sizes[label]! > 0) continue;
    let node = labels.findIndex((one, at) => one < 0 && fixed[at]! < 0);
    if (node < 0) {
      const most = sizes.indexOf(sizes.reduce((best, size) => Math.max(best, size), 0));
      node = labels.findIndex((one, at) => one === most && fixed[at]! < 0);
      if (node < 0 || sizes[most]! < 2) continue;
      sizes[most]! -= 1;
    }
    settle(node, label);
    sizes[label] = 1;
  }
}

/** Pieces of nodes that labels may not have. */
function strayPieces({ problem, question, unitsOf, gridOf, today }: ReducedQuestion, labels: Assignment): number[][] {
  const byLabel = Array.from(gridOf, (): Map<number, number[]> => new Map());
  components(problem.graph, labels).forEach((component, node) => {
    const pieces = byLabel[labels[node]!]!;
    pieces.set(component, [...(pieces.get(component) ?? []), node]);
  });
  return byLabel.flatMap((nodesOf, label) => {
    if (nodesOf.size < 2) return [];
    const pieces = [...nodesOf.values()].map((nodes) => ({
      nodes,
      grid: gridOf[label]!,
      units: nodes.flatMap((node) => unitsOf[node]!),
      load: nodes.reduce((sum, node) => sum + problem.measures[0].weights[node]!, 0),
    }));
    pieces.sort((a, b) => b.load - a.load);
    const stray = new Set<object>(newPieces(question, pieces, today));
    return pieces.filter((piece) => stray.has(piece)).map(({ nodes }) => nodes);
  });
}

/** Gives the label the cheapest chain of nodes from its piece to another of its pieces, around what is fixed elsewhere. */
function joinByPath({ problem, fixed, costs }: ReducedQuestion, labels: Assignment, piece: readonly number[]): void {
  const label = labels[piece[0]!]!;
  const { offsets, neighbours } = problem.graph;
  const far = new Float64Array(labels.length).fill(Infinity);
  const before = new Int32Array(labels.length).fill(-1);
  const inside = new Set(piece);
  const open = new Set(piece);
  for (const node of piece) far[node] = 0;
  while (open.size > 0) {
    const here = [...open].reduce((best, node) => (far[node]! < far[best]! ? node : best));
    open.delete(here);
    if (labels[here] === label && !inside.has(here)) {
      for (let node = here; node >= 0; node = before[node]!) labels[node] = label;
      return;
    }
    for (let at = offsets[here]!; at < offsets[here + 1]!; at += 1) {
      const beside = neighbours[at]!;
      if (fixed[beside]! >= 0 && fixed[beside] !== label) continue;
      const length = far[here]! + 1 + costs[beside * problem.gridCount + label]!;
      if (length >= far[beside]!) continue;
      far[beside] = length;
      before[beside] = here;
      open.add(beside);
    }
  }
}
