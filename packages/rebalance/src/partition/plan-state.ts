// A partition that is being changed: loads, cut and excess follow every move in O(degree), and the edges between grids can be
// picked at random. Refuses to judge: it takes whatever move it is told, also one that tears a grid apart.

import type { Assignment, PartitionProblem, UnitGraph } from './problem.ts';

/** Each undirected edge once, and the number of the edge behind each directed entry of the graph. O(edges) to build. */
export interface EdgeList {
  readonly count: number;
  readonly one: Int32Array;
  readonly two: Int32Array;
  readonly cost: Int32Array;
  readonly ofEntry: Int32Array;
}

export function edgeList({ offsets, neighbours, costs }: UnitGraph): EdgeList {
  const count = neighbours.length / 2;
  const [one, two, cost] = [new Int32Array(count), new Int32Array(count), new Int32Array(count)];
  const ofEntry = new Int32Array(neighbours.length);
  const ahead = new Map<number, number>();
  const units = offsets.length - 1;
  let edge = 0;
  for (let unit = 0; unit < units; unit += 1)
    for (let at = offsets[unit]!; at < offsets[unit + 1]!; at += 1) {
      const beside = neighbours[at]!;
      if (unit > beside) {
        const key = beside * units + unit;
        ofEntry[at] = ahead.get(key)!;
        ahead.delete(key);
        continue;
      }
      one[edge] = unit;
      two[edge] = beside;
      cost[edge] = costs[at]!;
      ofEntry[at] = edge;
      ahead.set(unit * units + beside, edge);
      edge += 1;
    }
  return { count, one, two, cost, ofEntry };
}

export class PlanState {
  readonly problem: PartitionProblem;
  readonly edges: EdgeList;
  readonly assignment: Assignment;
  /** Load of grid `g` in measure `m` at `m * gridCount + g`. */
  readonly loads: Float64Array;
  /** Units per grid. */
  readonly sizes: Int32Array;
  /** Edges between grids: the first `cutCount` entries. */
  readonly cutEdges: Int32Array;
  cutCount = 0;
  /** Sum of the costs of the edges between grids. */
  cut = 0;
  readonly #position: Int32Array;

  /** @param edges of the same graph, to be shared by all states on it */
  constructor(problem: PartitionProblem, assignment: Assignment, edges: EdgeList = edgeList(problem.graph)) {
    this.problem = problem;
    this.edges = edges;
    this.assignment = assignment.slice();
    this.loads = new Float64Array(problem.measures.length * problem.gridCount);
    this.sizes = new Int32Array(problem.gridCount);
    this.cutEdges = new Int32Array(edges.count);
    this.#position = new Int32Array(edges.count).fill(-1);
    this.reset(assignment);
  }

  /** Takes another assignment. O(units + edges) */
  reset(assignment: Assignment): void {
    const { measures, gridCount } = this.problem;
    this.assignment.set(assignment);
    this.loads.fill(0);
    this.sizes.fill(0);
    assignment.forEach((grid, unit) => {
      this.sizes[grid]! += 1;
      measures.forEach(({ weights }, measure) => (this.loads[measure * gridCount + grid]! += weights[unit]!));
    });
    this.cut = 0;
    this.cutCount = 0;
    this.#position.fill(-1);
    const { one, two, count, cost } = this.edges;
    for (let edge = 0; edge < count; edge += 1)
      if (assignment[one[edge]!] !== assignment[two[edge]!]) {
        this.#enter(edge);
        this.cut += cost[edge]!;
      }
  }

  /** How far the loads lie outside their limits, as a share of an even load, summed over measures and grids; 0 is within. */
  excess(): number {
    let sum = 0;
    for (let measure = 0; measure < this.problem.measures.length; measure += 1)
      for (let grid = 0; grid < this.problem.gridCount; grid += 1)
        sum += this.excessAt(measure, this.loads[measure * this.problem.gridCount + grid]!);
    return sum;
  }

  /** Excess of one load in one measure. */
  excessAt(measure: number, load: number): number {
    const { lower, upper } = this.problem.measures[measure]!;
    return load > upper ? (load - upper) / upper : load < lower ? (lower - load) / upper : 0;
  }

  /** What {@link excess} becomes more when `unit` moves to `to`. O(measures) */
  excessChange(unit: number, to: number): number {
    const { measures, gridCount } = this.problem;
    const from = this.assignment[unit]!;
    let change = 0;
    for (let measure = 0; measure < measures.length; measure += 1) {
      const weight = measures[measure]!.weights[unit]!;
      const left = this.loads[measure * gridCount + from]!;
      const joined = this.loads[measure * gridCount + to]!;
      change +=
        this.excessAt(measure, left - weight) -
        this.excessAt(measure, left) +
        this.excessAt(measure, joined + weight) -
        this.excessAt(measure, joined);
    }
    return change;
  }

  /** What the cut becomes more when `unit` moves to `to`. O(degree) */
  cutChange(unit: number, to: number): number {
    const { offsets, neighbours, costs } = this.problem.graph;
    const from = this.assignment[unit]!;
    let change = 0;
    for (let at = offsets[unit]!; at < offsets[unit + 1]!; at += 1) {
      const grid = this.assignment[neighbours[at]!]!;
      if (grid === from) change += costs[at]!;
      else if (grid === to) change -= costs[at]!;
    }
    return change;
  }

  /** Moves a unit, whatever that does to contiguity. O(degree + measures) */
  move(unit: number, to: number): void {
    const { graph, measures, gridCount } = this.problem;
    const from = this.assignment[unit]!;
    if (from === to) return;
    this.assignment[unit] = to;
    this.sizes[from]! -= 1;
    this.sizes[to]! += 1;
    for (let measure = 0; measure < measures.length; measure += 1) {
      const weight = measures[measure]!.weights[unit]!;
      this.loads[measure * gridCount + from]! -= weight;
      this.loads[measure * gridCount + to]! += weight;
    }
    for (let at = graph.offsets[unit]!; at < graph.offsets[unit + 1]!; at += 1) {
      const grid = this.assignment[graph.neighbours[at]!]!;
      if (grid === from) {
        this.#enter(this.edges.ofEntry[at]!);
        this.cut += graph.costs[at]!;
      } else if (grid === to) {
        this.#leave(this.edges.ofEntry[at]!);
        this.cut -= graph.costs[at]!;
      }
    }
  }

  #enter(edge: number): void {
    this.#position[edge] = this.cutCount;
    this.cutEdges[this.cutCount] = edge;
    this.cutCount += 1;
  }

  #leave(edge: number): void {
    const hole = this.#position[edge]!;
    this.cutCount -= 1;
    const last = this.cutEdges[this.cutCount]!;
    this.cutEdges[hole] = last;
    this.#position[last] = hole;
    this.#position[edge] = -1;
  }
}
