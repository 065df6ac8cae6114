// What a plan must cost when every unit that moves goes to a grid that borders its own today: a flow between neighbouring grids. Plans with
// longer jumps may cost less, and do at fine grain: this is a measure to go by, no bound. The transport bound is one.

import type { Assignment, Measure, PartitionProblem } from '../partition/problem.ts';
import { FlowNetwork } from './cheapest-flow.ts';
import { cheapestPlaces } from './start-plan.ts';
import { FORBIDDEN, type ReducedQuestion } from './reduce-question.ts';

/** Flow over one border. */
export interface GridFlow {
  readonly from: number;
  readonly to: number;
  /** Of the first measure. */
  readonly load: number;
}

/** `cost` Infinity: no such plan keeps the limits. */
export interface NeighbourFlow {
  readonly cost: number;
  /** Where the load goes in the cheapest flow of the first measure; none for nodes that may go anywhere. */
  readonly flows: readonly GridFlow[];
}

/**
 * @param problem the reduced question's own, or one of its rungs
 *
 * O(nodes · log nodes + paths · labels · arcs); some milliseconds.
 */
export function neighbourFlow(reduced: ReducedQuestion, problem: PartitionProblem): NeighbourFlow {
  const homes = cheapestPlaces(reduced);
  const beside = bordering(problem, homes);
  const [first, ...others] = problem.measures.map((measure) =>
    measureFlow(reduced, problem, measure, { homes, beside }),
  );
  const cost = others.reduce((most, other) => Math.max(most, other.cost), first!.cost);
  return { cost, flows: first!.flows };
}

/** Labels that share an edge today, both ways, as from * labels + to. */
function bordering({ graph, gridCount }: PartitionProblem, homes: Assignment): number[] {
  const pairs = new Set<number>();
  homes.forEach((home, node) => {
    for (let at = graph.offsets[node]!; at < graph.offsets[node + 1]!; at += 1) {
      const other = homes[graph.neighbours[at]!]!;
      if (home >= 0 && other >= 0 && home !== other) pairs.add(home * gridCount + other);
    }
  });
  return [...pairs].toSorted((a, b) => a - b);
}

function measureFlow(
  reduced: ReducedQuestion,
  { gridCount }: PartitionProblem,
  { weights, lower, upper }: Measure,
  { homes, beside }: { readonly homes: Assignment; readonly beside: readonly number[] },
): NeighbourFlow {
  // A label's load today, what leaves it, what it ends with; then the load without a home, source and sink.
  const [leaving, ending, pool] = [gridCount, 2 * gridCount, 3 * gridCount];
  const [source, sink] = [pool + 1, pool + 2];
  const network = new FlowNetwork(sink + 1);
  const loads = new Float64Array(gridCount);
  let homeless = 0;
  let settled = 0;
  const most = weights.reduce((sum, weight) => sum + weight, 0);
  weights.forEach((weight, node) => {
    const home = homes[node]!;
    if (home < 0) homeless += weight;
    else loads[home]! += weight;
    const { stays, leaves } = costOf(reduced, node, home);
    settled += stays;
    if (home >= 0 && weight > 0 && leaves < FORBIDDEN / 2) network.arc(home, leaving + home, weight, leaves / weight);
  });
  network.arc(source, pool, homeless, 0);
  // Filling a label to its least comes before any cost.
  const urgent = -4 * Math.max(1, settled + reduced.costs.reduce((a, b) => (b < FORBIDDEN ? Math.max(a, b) : a), 0));
  const filled: number[] = [];
  for (let label = 0; label < gridCount; label += 1) {
    network.arc(source, label, loads[label]!, 0);
    network.arc(label, ending + label, loads[label]!, 0);
    network.arc(pool, ending + label, homeless, 0);
    filled.push(network.arc(ending + label, sink, lower, urgent));
    network.arc(ending + label, sink, Math.max(0, upper - lower), 0);
  }
  const borders = beside.map((pair) => {
    const [from, to] = [Math.floor(pair / gridCount), pair % gridCount];
    return { from, to, arc: network.arc(leaving + from, ending + to, most, 0) };
  });
  const { amount, cost } = network.send(source, sink);
  const lacks = filled.some((arc) => network.flowOn(arc) < lower - 1e-6) || amount < most - 1e-6;
  if (lacks) return { cost: Infinity, flows: [] };
  const flows = borders
    .map(({ from, to, arc }) => ({ from, to, load: network.flowOn(arc) }))
    .filter(({ load }) => load > 1e-6);
  return { cost: Math.max(0, Math.ceil(settled + cost - urgent * lower * gridCount - 1e-4)), flows };
}

/** What a node costs at home, and what it costs more at the cheapest other place. */
function costOf({ costs, gridOf }: ReducedQuestion, node: number, home: number): { stays: number; leaves: number } {
  const row = costs.subarray(node * gridOf.length, (node + 1) * gridOf.length);
  if (home < 0) return { stays: row.reduce((least, cost) => Math.min(least, cost), FORBIDDEN), leaves: 0 };
  let next = FORBIDDEN;
  row.forEach((cost, label) => {
    if (label !== home && cost < next) next = cost;
  });
  return { stays: row[home]!, leaves: next - row[home]! };
}
