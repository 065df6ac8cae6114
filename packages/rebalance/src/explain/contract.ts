// The question with its locks worked in: units that must share a grid become one node, grids that must stay as they are leave the
// graph. What is left is a partition problem without locks, but for labels. Refuses to judge limits.

import { components } from '../contiguity.ts';
import { type UnitGraph, unitGraph } from '../partition/problem.ts';
import type { PlanQuestion } from '../planning/question.ts';
import type { Terms } from './terms.ts';
import { UnionFind } from './union-find.ts';

/** Nodes are groups of units. A plan that keeps the locks is a partition of the nodes, and the finished grids. */
export interface Contracted {
  readonly groups: readonly (readonly number[])[];
  /** Grid that a group must be in, by group; -1 where any will do. No two groups share one. */
  readonly labels: Int32Array;
  /** Weights by measure, then by group. */
  readonly weights: readonly Int32Array[];
  /**
   * Every grid that is lawful on the units is connected here. Null where contiguity is not asked and the nodes are too many to join
   * each with each.
   */
  readonly graph: UnitGraph | null;
  /** Some sets that are connected here are not so on the ground: a group or a grid of today is in pieces. */
  readonly isCoarse: boolean;
  /** Grids that are as they must be. */
  readonly finished: readonly { readonly grid: number; readonly units: readonly number[] }[];
}

/** Nodes to join each with each where any two may share a grid. */
const MOST_JOINED = 120;

/** Null when the locks contradict each other. O(units + edges) */
export function contract(question: PlanQuestion, terms: Terms): Contracted | null {
  const { current } = question;
  const closed = new Set<number>();
  for (const index of terms.locks) {
    const lock = question.locks[index]!;
    if (lock.kind === 'grid') closed.add(lock.grid);
  }
  const merged = mergeLocked(question, terms, closed);
  const labelOf = labelsOf(merged, current.length, question.gridCount);
  if (labelOf === null) return null;
  const rows = groupRows(merged, current.length);
  const finished: { grid: number; units: number[] }[] = [];
  for (const grid of closed) {
    const root = merged.find(current.length + grid);
    const units = rows.get(root) ?? [];
    // Units may not join a grid that is to stay as it is; nor can it be empty.
    if (units.length === 0 || units.some((unit) => current[unit] !== grid)) return null;
    finished.push({ grid, units });
    rows.delete(root);
  }
  return build(question, terms, [...rows], labelOf, finished);
}

/** An item per unit, and one per grid for what is locked to it. */
function mergeLocked(
  { current, locks, gridCount }: PlanQuestion,
  terms: Terms,
  closed: ReadonlySet<number>,
): UnionFind {
  const units = current.length;
  const merged = new UnionFind(units + gridCount);
  for (const index of terms.locks) {
    const lock = locks[index]!;
    if (lock.kind === 'grid') continue;
    const home = lock.kind === 'stay' ? units + lock.grid : lock.units[0]!;
    for (const unit of lock.units) merged.join(home, unit);
  }
  current.forEach((grid, unit) => {
    if (closed.has(grid)) merged.join(units + grid, unit);
  });
  return merged;
}

/** The grid of each set that has one; null when a set has two. */
function labelsOf(merged: UnionFind, units: number, gridCount: number): Map<number, number> | null {
  const labelOf = new Map<number, number>();
  for (let grid = 0; grid < gridCount; grid += 1) {
    const root = merged.find(units + grid);
    if (labelOf.has(root)) return null;
    labelOf.set(root, grid);
  }
  return labelOf;
}

function groupRows(merged: UnionFind, units: number): Map<number, number[]> {
  const rows = new Map<number, number[]>();
  for (let unit = 0; unit < units; unit += 1) {
    const root = merged.find(unit);
    const row = rows.get(root);
    if (row === undefined) rows.set(root, [unit]);
    else row.push(unit);
  }
  return rows;
}

function build(
  question: PlanQuestion,
  terms: Terms,
  rows: readonly (readonly [number, number[]])[],
  labelOf: ReadonlyMap<number, number>,
  finished: Contracted['finished'],
): Contracted {
  const groups = rows.map(([, units]) => units);
  const groupOf = new Int32Array(question.current.length).fill(-1);
  groups.forEach((units, group) => {
    for (const unit of units) groupOf[unit] = group;
  });
  const bridges = terms.contiguous ? bridgesOfToday(question) : [];
  const graph = terms.contiguous ? quotient(question.graph, groupOf, groups.length, bridges) : complete(groups.length);
  return {
    groups,
    labels: Int32Array.from(rows, ([root]) => labelOf.get(root) ?? -1),
    weights: question.measures.map(({ weights }) =>
      Int32Array.from(groups, (units) => units.reduce((sum, unit) => sum + weights[unit]!, 0)),
    ),
    graph,
    isCoarse: terms.contiguous && (bridges.length > 0 || hasLooseGroup(question.graph, groupOf)),
    finished,
  };
}

function quotient(
  { offsets, neighbours, costs }: UnitGraph,
  groupOf: Int32Array,
  count: number,
  bridges: readonly (readonly [number, number])[],
): UnitGraph {
  const edges = new Map<number, number>();
  const add = (one: number, two: number, cost: number) => {
    const [low, high] = one < two ? [one, two] : [two, one];
    if (low >= 0 && low < high) edges.set(low * count + high, (edges.get(low * count + high) ?? 0) + cost);
  };
  for (let unit = 0; unit + 1 < offsets.length; unit += 1)
    for (let at = offsets[unit]!; at < offsets[unit + 1]!; at += 1)
      if (unit < neighbours[at]!) add(groupOf[unit]!, groupOf[neighbours[at]!]!, costs[at]!);
  for (const [one, two] of bridges) add(groupOf[one]!, groupOf[two]!, 0);
  return unitGraph(
    count,
    [...edges.keys()].map((key) => [Math.floor(key / count), key % count] as const),
    [...edges.values()],
  );
}

function complete(count: number): UnitGraph | null {
  if (count > MOST_JOINED) return null;
  const edges = Array.from({ length: count }, (_, one) =>
    Array.from({ length: count - one - 1 }, (_other, step) => [one, one + step + 1] as const),
  );
  return unitGraph(count, edges.flat());
}

/** Pairs of units between pieces of the same grid of today: with them, what may stay in pieces is connected. */
function bridgesOfToday({ graph, current }: PlanQuestion): (readonly [number, number])[] {
  const today = components(graph, current);
  const first = new Map<number, number>();
  const torn = new Set<number>();
  current.forEach((grid, unit) => {
    if (grid < 0) return;
    if ((first.get(grid) ?? today[unit]) !== today[unit]) torn.add(grid);
    first.set(grid, first.get(grid) ?? today[unit]!);
  });
  return [...torn].flatMap((grid) => {
    const units = [...current.keys()].filter((unit) => current[unit] === grid);
    return units.flatMap((one, index) =>
      units.slice(index + 1).flatMap((two) => (today[one] === today[two] ? [] : [[one, two] as const])),
    );
  });
}

function hasLooseGroup(graph: UnitGraph, groupOf: Int32Array): boolean {
  const pieces = components(graph, groupOf);
  const pieceOf = new Map<number, number>();
  return pieces.some((piece, unit) => {
    if (piece < 0) return false;
    const known = pieceOf.get(groupOf[unit]!);
    pieceOf.set(groupOf[unit]!, piece);
    return known !== undefined && known !== piece;
  });
}
