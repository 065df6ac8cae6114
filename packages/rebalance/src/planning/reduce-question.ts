// Locks taken out of the question: grids that are held and their units vanish, units kept together become one node, and what a node
// costs in a grid says where it may not be. What is left is a partition problem of nodes. Refuses to search it.

import { components } from '../contiguity.ts';
import { type Assignment, type Measure, type PartitionProblem, unitGraph } from '../partition/problem.ts';
import type { PlanQuestion } from './question.ts';

/** Locks, by their index in the question, that no assignment can keep all together, limits of a held grid included. */
export interface LockContradiction {
  readonly kind: 'contradiction';
  /** `two-grids`: a unit is to be in two. `held-grid`: a held grid would gain or lose a unit. `limits`: a held grid is outside them. */
  readonly reason: 'two-grids' | 'held-grid' | 'limits';
  readonly locks: readonly number[];
}

/**
 * The question without its locks. Nodes are units or groups of them; labels are the grids that are not held. A plan of
 * `problem` with no forbidden place and no new piece (`newPieces`) on the ground is a plan of the question, and the other way round.
 */
export interface ReducedQuestion {
  readonly kind: 'reduced';
  readonly question: PlanQuestion;
  readonly problem: PartitionProblem;
  /** Grid of the question, per label. */
  readonly gridOf: Int32Array;
  /** Node per unit; -1 in a held grid. */
  readonly nodeOf: Int32Array;
  readonly unitsOf: readonly (readonly number[])[];
  /** Disruption of node `n` in label `l` at `n * labels + l`; {@link FORBIDDEN} where a lock keeps it out. */
  readonly costs: Int32Array;
  /** The label a lock puts the node in; -1 where none does. */
  readonly fixed: Int32Array;
  /** Component of each unit in `current`. */
  readonly today: Int32Array;
  /** 1 where the label's grid is in several pieces today: such pieces may stay. */
  readonly tornToday: Uint8Array;
  /** True when every node is in one piece: then the graph of nodes tells contiguity. */
  readonly tight: boolean;
  /** Cost of the borders of held grids, in every plan's cut. */
  readonly heldCut: number;
}

/** More than any plan costs. */
export const FORBIDDEN = 2 ** 28;

/**
 * O(units · labels + edges).
 * @throws RangeError where the shape is impossible: lengths, grids or units out of range
 */
export function reduceQuestion(question: PlanQuestion): ReducedQuestion | LockContradiction {
  checkShape(question);
  const held = heldGrids(question);
  const groups = groupUnits(question);
  const wish = wishes(question, held, groups);
  if ('kind' in wish) return wish;
  const outside = question.locks.findIndex((lock) => lock.kind === 'grid' && !withinLimits(question, lock.grid));
  if (outside >= 0) return { kind: 'contradiction', reason: 'limits', locks: [outside] };

  const nodeOf = new Int32Array(question.current.length).fill(-1);
  const unitsOf: number[][] = [];
  const nodeOfGroup = new Map<number, number>();
  question.current.forEach((grid, unit) => {
    if (grid >= 0 && held[grid]! >= 0) return;
    const group = groups[unit]!;
    const node = nodeOfGroup.get(group) ?? unitsOf.push([]) - 1;
    nodeOfGroup.set(group, node);
    nodeOf[unit] = node;
    unitsOf[node]!.push(unit);
  });
  const gridOf = Int32Array.from(held.keys()).filter((grid) => held[grid]! < 0);
  const labelOf = new Int32Array(question.gridCount).fill(-1);
  gridOf.forEach((grid, label) => (labelOf[grid] = label));
  const fixed = Int32Array.from(unitsOf, ([unit]) => {
    const grid = wish.grids.get(groups[unit!]!);
    return grid === undefined ? -1 : labelOf[grid]!;
  });
  const today = components(question.graph, question.current);
  const torn = tornGrids(question, today);
  return {
    kind: 'reduced',
    question,
    problem: nodeProblem(question, nodeOf, unitsOf.length, gridOf.length),
    gridOf,
    nodeOf,
    unitsOf,
    costs: placeCosts(question, unitsOf, gridOf, fixed),
    fixed,
    today,
    tornToday: Uint8Array.from(gridOf, (grid) => Number(torn.has(grid))),
    tight: unitsOf.every((units) => units.length === 1 || isOnePiece(question, units)),
    heldCut: cutOfHeld(question, nodeOf),
  };
}

/** The plan of the question that a plan of the reduced one means. O(units) */
export function expandPlan({ question, nodeOf, gridOf }: ReducedQuestion, labels: Assignment): Assignment {
  return question.current.map((grid, unit) => (nodeOf[unit]! < 0 ? grid : gridOf[labels[nodeOf[unit]!]!]!));
}

/** Disruption of a plan of the reduced question; {@link FORBIDDEN} or more when it breaks a lock. O(nodes) */
export function reducedDisruption({ costs, gridOf }: ReducedQuestion, labels: Assignment): number {
  let sum = 0;
  labels.forEach((label, node) => (sum += costs[node * gridOf.length + label]!));
  return sum;
}

function checkShape({ graph, current, disruption, gridCount, measures, locks }: PlanQuestion): void {
  const units = graph.offsets.length - 1;
  const isGrid = (grid: number): boolean => Number.isInteger(grid) && grid >= 0 && grid < gridCount;
  if (current.length !== units || disruption.length !== units || measures.some((one) => one.weights.length !== units))
    throw new RangeError('question: current, disruption and weights must have one entry a unit');
  if (current.some((grid) => grid < -1 || grid >= gridCount)) throw new RangeError('current: no such grid');
  locks.forEach((lock, index) => {
    if (lock.kind !== 'together' && !isGrid(lock.grid)) throw new RangeError(`locks[${index}].grid: no such grid`);
    if (lock.kind !== 'grid' && lock.units.some((unit) => !(unit in current)))
      throw new RangeError(`locks[${index}].units: no such unit`);
  });
}

/** The lock that holds a grid; -1 where none does. */
function heldGrids({ gridCount, locks }: PlanQuestion): Int32Array {
  const held = new Int32Array(gridCount).fill(-1);
  locks.forEach((lock, index) => {
    if (lock.kind === 'grid') held[lock.grid] = index;
  });
  return held;
}

/** The lowest unit that a unit is kept together with, by any chain of locks. */
function groupUnits({ current, locks }: PlanQuestion): Int32Array {
  const leader = Int32Array.from(current.keys());
  const root = (unit: number): number => {
    let at = unit;
    while (leader[at] !== at) at = leader[at]!;
    leader[unit] = at;
    return at;
  };
  for (const lock of locks) {
    if (lock.kind !== 'together') continue;
    for (const unit of lock.units) {
      const [one, two] = [root(lock.units[0]!), root(unit)];
      leader[Math.max(one, two)] = Math.min(one, two);
    }
  }
  return leader.map((_, unit) => root(unit));
}

/** The grid that locks want for a group: of `stay`, or that of a held grid. */
function wishes(
  { current, locks }: PlanQuestion,
  held: Int32Array,
  groups: Int32Array,
): { readonly grids: ReadonlyMap<number, number> } | LockContradiction {
  const grids = new Map<number, number>();
  const because = new Map<number, number>();
  const togetherOf = (group: number): number[] =>
    locks.flatMap((lock, index) => (lock.kind === 'together' && groups[lock.units[0] ?? -1] === group ? [index] : []));
  const clash = (reason: 'two-grids' | 'held-grid', group: number, locksOfBoth: number[]): LockContradiction => ({
    kind: 'contradiction',
    reason,
    locks: [...new Set([...locksOfBoth, ...togetherOf(group)])],
  });
  const wants: [unit: number, grid: number, lock: number][] = locks.flatMap((lock, index) =>
    lock.kind === 'stay' ? lock.units.map((unit): [number, number, number] => [unit, lock.grid, index]) : [],
  );
  current.forEach((grid, unit) => {
    if (grid >= 0 && held[grid]! >= 0) wants.push([unit, grid, held[grid]!]);
  });
  for (const [unit, grid, lock] of wants) {
    const group = groups[unit]!;
    const before = grids.get(group);
    if (before !== undefined && before !== grid) return clash('two-grids', group, [because.get(group)!, lock]);
    grids.set(group, grid);
    because.set(group, lock);
  }
  for (let unit = 0; unit < current.length; unit += 1) {
    const grid = grids.get(groups[unit]!);
    if (grid === undefined || held[grid]! < 0 || current[unit] === grid) continue;
    return clash('held-grid', groups[unit]!, [held[grid]!, because.get(groups[unit]!)!]);
  }
  return { grids };
}

function withinLimits({ current, measures }: PlanQuestion, grid: number): boolean {
  return measures.every(({ weights, lower, upper }) => {
    const load = weights.reduce((sum, weight, unit) => (current[unit] === grid ? sum + weight : sum), 0);
    return load >= lower && load <= upper;
  });
}

function nodeProblem(
  { graph, measures }: PlanQuestion,
  nodeOf: Int32Array,
  nodes: number,
  gridCount: number,
): PartitionProblem {
  const summed = ({ weights, lower, upper }: Measure): Measure => {
    const sums = new Int32Array(nodes);
    nodeOf.forEach((node, unit) => {
      if (node >= 0) sums[node]! += weights[unit]!;
    });
    return { weights: sums, lower, upper };
  };
  const joined = new Map<number, number>();
  for (let unit = 0; unit < nodeOf.length; unit += 1)
    for (let at = graph.offsets[unit]!; at < graph.offsets[unit + 1]!; at += 1) {
      const [one, two] = [nodeOf[unit]!, nodeOf[graph.neighbours[at]!]!];
      if (one >= 0 && one < two) joined.set(one * nodes + two, (joined.get(one * nodes + two) ?? 0) + graph.costs[at]!);
    }
  const [first, ...others] = measures;
  return {
    graph: unitGraph(
      nodes,
      Array.from(joined.keys(), (key) => [Math.floor(key / nodes), key % nodes] as const),
      [...joined.values()],
    ),
    measures: [summed(first), ...others.map(summed)],
    gridCount,
  };
}

function cutOfHeld({ graph, current }: PlanQuestion, nodeOf: Int32Array): number {
  let sum = 0;
  for (let unit = 0; unit < nodeOf.length; unit += 1)
    for (let at = graph.offsets[unit]!; at < graph.offsets[unit + 1]!; at += 1) {
      const beside = graph.neighbours[at]!;
      const isHeld = nodeOf[unit]! < 0 || nodeOf[beside]! < 0;
      if (unit < beside && isHeld && current[unit] !== current[beside]) sum += graph.costs[at]!;
    }
  return sum;
}

function placeCosts(
  { current, disruption }: PlanQuestion,
  unitsOf: readonly (readonly number[])[],
  gridOf: Int32Array,
  fixed: Int32Array,
): Int32Array {
  const labels = gridOf.length;
  const costs = new Int32Array(unitsOf.length * labels);
  unitsOf.forEach((units, node) => {
    for (let label = 0; label < labels; label += 1) {
      let cost = 0;
      for (const unit of units) if (current[unit]! >= 0 && current[unit] !== gridOf[label]) cost += disruption[unit]!;
      costs[node * labels + label] = fixed[node]! >= 0 && fixed[node] !== label ? FORBIDDEN : cost;
    }
  });
  return costs;
}

function tornGrids({ current }: PlanQuestion, today: Int32Array): Set<number> {
  const pieceOf = new Map<number, number>();
  const torn = new Set<number>();
  current.forEach((grid, unit) => {
    if ((pieceOf.get(grid) ?? today[unit]) === today[unit]) pieceOf.set(grid, today[unit]!);
    else torn.add(grid);
  });
  return torn;
}

function isOnePiece({ graph, current }: PlanQuestion, units: readonly number[]): boolean {
  const own = new Int32Array(current.length).fill(-1);
  for (const unit of units) own[unit] = 0;
  return components(graph, own).every((component) => component <= 0);
}
