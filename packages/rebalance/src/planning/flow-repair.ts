// Carries load over a distance: where surplus and deficit lie several grids apart, a cheapest flow between neighbouring grids says how much
// crosses which border, and units follow it one by one, those that disturb least first. Refuses to improve what is within the limits.

import { type EdgeList, PlanState } from '../partition/plan-state.ts';
import type { Assignment, Measure, PartitionProblem } from '../partition/problem.ts';
import { FlowNetwork } from './cheapest-flow.ts';
import { ContiguityGuard } from './contiguity-guard.ts';
import { FORBIDDEN, type ReducedQuestion } from './reduce-question.ts';

/** What is to be mended. */
export interface FlowRepair {
  readonly reduced: ReducedQuestion;
  /** Limits to reach: those of the question, or of a rung. */
  readonly problem: PartitionProblem;
  readonly edges: EdgeList;
  readonly start: Assignment;
  /** Asked before each flow; false ends the repair with what it has. */
  readonly keepGoing: () => boolean;
}

/**
 * Units are lumps, so a flow that ends at the limits misses them by some units: it aims inside, by as much as is needed, in mean units.
 * What it aims inside for, people pay for: the least comes first.
 */
const MARGINS = [0, 0.25, 0.5, 0.75, 1, 1.5];
/** Flows laid one after another for each margin: each leaves the next what its units were too large for. */
const ROUNDS = 6;

/**
 * The first plan within the limits; where none is met the one of least excess, which is `start` where no flow helps. No grid gets more
 * pieces than it may have, no lock is broken that holds. O(margins · rounds · (moves · borders + flow)); some milliseconds.
 */
export function repairByFlow(repair: FlowRepair): Assignment {
  const { reduced, problem, edges, start, keepGoing } = repair;
  const carrier = new Carrier(reduced, new PlanState(problem, start, edges));
  let best = start;
  let least = carrier.state.excess();
  for (const margin of MARGINS) {
    carrier.state.reset(start);
    for (let round = 0; round < ROUNDS && least > 0; round += 1) {
      if (!keepGoing() || !carrier.carry(margin)) break;
      const excess = carrier.state.excess();
      if (excess < least) [best, least] = [carrier.state.assignment.slice(), excess];
    }
  }
  return best;
}

/** Load that is to cross a border. */
interface Flow {
  readonly from: number;
  readonly to: number;
  readonly load: number;
}

class Carrier {
  readonly state: PlanState;
  readonly #reduced: ReducedQuestion;
  readonly #guard: ContiguityGuard;

  constructor(reduced: ReducedQuestion, state: PlanState) {
    this.state = state;
    this.#reduced = reduced;
    this.#guard = new ContiguityGuard(reduced);
  }

  /** One flow of the measure that lies furthest outside. @returns whether any unit followed it */
  carry(margin: number): boolean {
    const { measures, gridCount } = this.state.problem;
    const loads = measures.map((_, measure) => this.state.loads.slice(measure * gridCount, (measure + 1) * gridCount));
    const excess = loads.map((row, measure) => row.reduce((sum, load) => sum + this.state.excessAt(measure, load), 0));
    const worst = excess.indexOf(Math.max(...excess));
    const flows = cheapestFlows(loads[worst]!, inside(measures[worst]!, gridCount, margin), this.#borders());
    return inOrder(flows).reduce((moved, flow) => this.#follow(flow, measures[worst]!.weights) || moved, false);
  }

  /** Grids that share an edge, both ways, as from * grids + to. */
  #borders(): number[] {
    const { cutEdges, cutCount, edges, assignment, problem } = this.state;
    const pairs = new Set<number>();
    for (const edge of cutEdges.subarray(0, cutCount)) {
      const [one, two] = [assignment[edges.one[edge]!]!, assignment[edges.two[edge]!]!];
      pairs.add(one * problem.gridCount + two).add(two * problem.gridCount + one);
    }
    return [...pairs].toSorted((a, b) => a - b);
  }

  /** Units cross the border until the next would carry more too much than is missing. */
  #follow({ from, to, load }: Flow, weights: Int32Array): boolean {
    let left = load;
    for (;;) {
      const most = 2 * left;
      const node = this.#leastLoss(from, to, (weight) => weight > 0 && weight < most, weights);
      if (node < 0) return left < load;
      this.state.move(node, to);
      left -= weights[node]!;
    }
  }

  /** Of the units at the border the one whose load costs people least, then the border; -1 when none may go. */
  #leastLoss(from: number, to: number, fits: (weight: number) => boolean, weights: Int32Array): number {
    const { state } = this;
    const { costs, gridOf } = this.#reduced;
    if (state.sizes[from] === 1) return -1;
    const lossOf = (node: number): number => costs[node * gridOf.length + to]! - costs[node * gridOf.length + from]!;
    const candidates = this.#atBorder(from, to)
      .filter((node) => fits(weights[node]!) && lossOf(node) < FORBIDDEN / 2)
      .map((node) => ({ node, loss: lossOf(node) / weights[node]!, cut: state.cutChange(node, to) / weights[node]! }))
      .toSorted((a, b) => a.loss - b.loss || a.cut - b.cut || a.node - b.node);
    return candidates.find(({ node }) => this.#guard.mayMove(state.assignment, node, to))?.node ?? -1;
  }

  #atBorder(from: number, to: number): number[] {
    const { cutEdges, cutCount, edges, assignment } = this.state;
    const found = new Set<number>();
    for (const edge of cutEdges.subarray(0, cutCount)) {
      const [one, two] = [edges.one[edge]!, edges.two[edge]!];
      if (assignment[one] === from && assignment[two] === to) found.add(one);
      if (assignment[two] === from && assignment[one] === to) found.add(two);
    }
    return [...found];
  }
}

/** The measure's limits, nearer to the mean by a margin in mean units, never past it. */
function inside(
  { weights, lower, upper }: Measure,
  gridCount: number,
  margin: number,
): { lower: number; upper: number } {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const [mean, drawnIn] = [total / gridCount, (margin * total) / weights.length];
  return {
    lower: Math.min(Math.max(lower, mean), lower + drawnIn),
    upper: Math.max(Math.min(upper, mean), upper - drawnIn),
  };
}

/** The least load times borders after which all loads are within the limits, or as many as the totals allow. */
function cheapestFlows(
  loads: Float64Array,
  { lower, upper }: { lower: number; upper: number },
  borders: readonly number[],
): Flow[] {
  const count = loads.length;
  const [source, sink] = [count, count + 1];
  const network = new FlowNetwork(count + 2);
  // Filling a grid to its least is worth any way there.
  const urgent = -4 * count;
  loads.forEach((load, grid) => {
    network.arc(source, grid, load, 0);
    network.arc(grid, sink, lower, urgent);
    network.arc(grid, sink, Math.max(0, upper - lower), 0);
  });
  const arcs = borders.map((pair) => {
    const [from, to] = [Math.floor(pair / count), pair % count];
    return { from, to, arc: network.arc(from, to, Infinity, 1) };
  });
  network.send(source, sink);
  return arcs
    .map(({ from, to, arc }) => ({ from, to, load: network.flowOn(arc) }))
    .filter(({ load }) => load > ROUNDING);
}

/** Flow below this is none. */
const ROUNDING = 1e-6;

/** A grid gets before it gives: it has most to choose from then. A cheapest flow has no circles. */
function inOrder(flows: readonly Flow[]): Flow[] {
  const order: Flow[] = [];
  for (let left = flows; left.length > 0;) {
    const waiting = new Set(left.map(({ to }) => to));
    const ready = left.filter(({ from }) => !waiting.has(from));
    if (ready.length === 0) return [...order, ...left];
    order.push(...ready);
    left = left.filter(({ from }) => waiting.has(from));
  }
  return order;
}
