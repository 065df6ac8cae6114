// The search for plans that change little: annealed flips whose cost is what the change costs people, the border only as a
// tie-break. Locks are kept at every step. Budgets are proposals, never time. Refuses to leave a start that is torn apart torn further.

import type { Random } from '../random.ts';
import type { EdgeList } from '../partition/plan-state.ts';
import { PlanState } from '../partition/plan-state.ts';
import type { Assignment, PartitionProblem } from '../partition/problem.ts';
import { ContiguityGuard } from './contiguity-guard.ts';
import { FORBIDDEN, reducedDisruption, type ReducedQuestion } from './reduce-question.ts';

/** What a search is given. */
export interface CalmInput {
  readonly reduced: ReducedQuestion;
  /** Limits to reach: those of the question, or of a rung. */
  readonly problem: PartitionProblem;
  readonly edges: EdgeList;
  readonly start: Assignment;
  readonly proposals: number;
  readonly random: Random;
  /** Heat of the start as a share of the mean cost of a node; less keeps nearer to the start. */
  readonly heat: number;
  /** What comes first; the other breaks ties. */
  readonly first: 'disruption' | 'cut';
  /** Asked every some thousand proposals; false ends the search with what it has. */
  readonly keepGoing: () => boolean;
}

/** The best plan met that keeps everything; null when none was met. `cut` is that of the nodes. */
export interface CalmPlan {
  readonly labels: Assignment;
  readonly disruption: number;
  readonly cut: number;
}

/** Share of proposals that are of two nodes. */
const PAIRS = 0.4;
const STRIDE = 256;
const STRIDES_BETWEEN_CALLS = 32;
const COLD = 0.08;
/** Cost of an excess of 100 % of a limit, as multiples of what a whole grid costs. */
const LOOSE = 4;
const TIGHT = 10;
/** What a mean edge weighs where disruption comes first, in mean nodes; and a mean node where the cut does, in mean edges. */
const TIE_SHARE = 0.02;

/** O(proposals · degree) */
export function searchCalmly(input: CalmInput): CalmPlan | null {
  const search = new CalmSearch(input);
  search.run();
  return search.best;
}

class CalmSearch {
  best: CalmPlan | null = null;
  readonly #input: CalmInput;
  readonly #state: PlanState;
  readonly #guard: ContiguityGuard;
  readonly #labels: number;
  /** What a mean move costs, what a whole grid does, and the rates of both objectives. */
  readonly #moveCost: number;
  readonly #gridCost: number;
  readonly #rates: { readonly disruption: number; readonly cut: number };
  #disruption: number;
  #excess: number;
  readonly #startsWhole: boolean;

  constructor(input: CalmInput) {
    const { reduced, problem, start, edges } = input;
    this.#input = input;
    this.#state = new PlanState(problem, start, edges);
    this.#guard = new ContiguityGuard(reduced);
    this.#labels = problem.gridCount;
    const nodes = Math.max(1, start.length);
    const meanNode = Math.max(1, start.reduce((sum, _, node) => sum + dearest(reduced, node), 0) / nodes);
    const meanEdge = Math.max(1, edges.cost.reduce((sum, cost) => sum + cost, 0) / Math.max(1, edges.count));
    const byCut = input.first === 'cut';
    this.#rates = byCut
      ? { disruption: (TIE_SHARE * meanEdge) / meanNode, cut: 1 }
      : { disruption: 1, cut: (TIE_SHARE * meanNode) / meanEdge };
    this.#moveCost = byCut ? meanEdge : meanNode;
    this.#gridCost = this.#moveCost * Math.max(1, nodes / problem.gridCount);
    this.#disruption = reducedDisruption(reduced, start);
    this.#excess = this.#state.excess();
    this.#startsWhole = this.#guard.isLawful(start);
  }

  run(): void {
    const { proposals, heat, keepGoing } = this.#input;
    const rounds = Math.max(1, Math.ceil(proposals / STRIDE));
    if (this.#isFeasible()) this.#take();
    for (let round = 0; round < rounds; round += 1) {
      const share = round / Math.max(1, rounds - 1);
      const temperature = this.#moveCost * heat * (COLD / heat) ** share;
      const price = this.#gridCost * LOOSE * (TIGHT / LOOSE) ** share;
      for (let step = 0; step < STRIDE && this.#state.cutCount > 0; step += 1)
        if (this.#propose(temperature, price) && this.#isBetter() && this.#isFeasible()) this.#take();
      if (round % STRIDES_BETWEEN_CALLS === STRIDES_BETWEEN_CALLS - 1 && !keepGoing()) return;
    }
  }

  /** One node crosses a border, or two at once: the second out of the grid the first has joined. @returns whether the plan changed */
  #propose(temperature: number, price: number): boolean {
    const { random } = this.#input;
    const { assignment, edges, cutEdges, cutCount } = this.#state;
    const pick = random() * 2 * cutCount;
    const edge = cutEdges[pick >> 1]!;
    const [node, beside] =
      (pick & 1) === 0 ? [edges.one[edge]!, edges.two[edge]!] : [edges.two[edge]!, edges.one[edge]!];
    const to = assignment[beside]!;
    const slack = temperature * -Math.log(1 - random());
    if (random() >= PAIRS) {
      const worse = this.#worse(node, to, price);
      return worse <= slack && this.#guard.mayMove(assignment, node, to) && this.#move(node, to);
    }
    return this.#proposePair(node, to, { price, slack });
  }

  #proposePair(node: number, to: number, { price, slack }: { price: number; slack: number }): boolean {
    const { assignment } = this.#state;
    const from = assignment[node]!;
    const next = this.#neighbour(this.#neighbour(node));
    const beyond = assignment[this.#neighbour(next)]!;
    if (assignment[next] !== to || next === node || beyond === to) return false;
    const first = this.#worse(node, to, price);
    if (first === Infinity || !this.#guard.mayMove(assignment, node, to)) return false;
    this.#move(node, to);
    if (first + this.#worse(next, beyond, price) <= slack && this.#borders(next, beyond))
      if (this.#guard.mayMove(assignment, next, beyond)) return this.#move(next, beyond);
    this.#move(node, from);
    return false;
  }

  /** What a move costs more; Infinity where it may not be. */
  #worse(node: number, to: number, price: number): number {
    const { costs } = this.#input.reduced;
    const state = this.#state;
    const from = state.assignment[node]!;
    const change = costs[node * this.#labels + to]! - costs[node * this.#labels + from]!;
    if (change >= FORBIDDEN / 2 || state.sizes[from] === 1) return Infinity;
    return (
      this.#rates.disruption * change +
      this.#rates.cut * state.cutChange(node, to) +
      price * state.excessChange(node, to)
    );
  }

  #move(node: number, to: number): true {
    const { costs } = this.#input.reduced;
    const from = this.#state.assignment[node]!;
    this.#disruption += costs[node * this.#labels + to]! - costs[node * this.#labels + from]!;
    this.#excess += this.#state.excessChange(node, to);
    this.#state.move(node, to);
    return true;
  }

  #neighbour(node: number): number {
    const { offsets, neighbours } = this.#input.problem.graph;
    const from = offsets[node]!;
    return neighbours[from + Math.floor((offsets[node + 1]! - from) * this.#input.random())] ?? node;
  }

  #borders(node: number, label: number): boolean {
    const { offsets, neighbours } = this.#input.problem.graph;
    for (let at = offsets[node]!; at < offsets[node + 1]!; at += 1)
      if (this.#state.assignment[neighbours[at]!] === label) return true;
    return false;
  }

  #isBetter(): boolean {
    if (this.best === null) return true;
    const fewer = this.#disruption - this.best.disruption;
    const shorter = this.#state.cut - this.best.cut;
    return this.#input.first === 'cut'
      ? shorter < 0 || (shorter === 0 && fewer < 0)
      : fewer < 0 || (fewer === 0 && shorter < 0);
  }

  /** The followed excess drifts in the last bits: it is summed anew whenever it seems to be nothing. */
  #isFeasible(): boolean {
    if (this.#excess > 1e-6) return false;
    this.#excess = this.#state.excess();
    return this.#excess === 0 && (this.#startsWhole || this.#guard.isLawful(this.#state.assignment));
  }

  #take(): void {
    this.best = { labels: this.#state.assignment.slice(), disruption: this.#disruption, cut: this.#state.cut };
  }
}

/** What a node costs where it costs most, locks aside. */
function dearest({ costs, gridOf }: ReducedQuestion, node: number): number {
  let most = 0;
  for (let label = 0; label < gridOf.length; label += 1) {
    const cost = costs[node * gridOf.length + label]!;
    if (cost < FORBIDDEN && cost > most) most = cost;
  }
  return most;
}
