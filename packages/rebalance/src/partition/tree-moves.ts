// Tree moves: two neighbouring grids are taken together, a random spanning tree is drawn over their units, and cutting one of its
// edges gives two new connected grids. Right for lumpy weights, where no single unit can cross without breaking a limit.

import type { Random } from '../random.ts';
import type { PlanState } from './plan-state.ts';
import { TreeCutter } from './tree-cutter.ts';

/** From hot to cold; costs are in the unit of the graph's costs. */
export interface TreeSchedule {
  readonly proposals: number;
  readonly hot: number;
  readonly cold: number;
  /** Cost of an excess of 100 % of a limit, rising by the same factor at every step. */
  readonly looseExcessCost: number;
  readonly tightExcessCost: number;
}

/** Changes `state`. `onFeasible` as for flips. @returns accepted moves. O(units and edges of two grids) a proposal */
export function treeMoves(
  state: PlanState,
  random: Random,
  schedule: TreeSchedule,
  onFeasible: (state: PlanState) => void,
): number {
  const mover = new TreeMover(state);
  let accepted = 0;
  let best = Number.POSITIVE_INFINITY;
  for (let step = 0; step < schedule.proposals && state.cutCount > 0; step += 1) {
    const share = step / schedule.proposals;
    const temperature = schedule.hot * (schedule.cold / schedule.hot) ** share;
    const price = schedule.looseExcessCost * (schedule.tightExcessCost / schedule.looseExcessCost) ** share;
    if (!mover.propose(random, temperature, price)) continue;
    accepted += 1;
    if (state.cut < best && state.excess() === 0) {
      best = state.cut;
      onFeasible(state);
    }
  }
  return accepted;
}

class TreeMover {
  readonly #state: PlanState;
  readonly #cutter: TreeCutter;
  /** 1 where a unit of the pair is below the cut. */
  readonly #side: Uint8Array;
  readonly #choices: Int32Array;

  constructor(state: PlanState) {
    this.#state = state;
    this.#cutter = new TreeCutter(state.problem.graph, state.edges, state.problem.measures);
    this.#side = new Uint8Array(state.assignment.length);
    this.#choices = new Int32Array(state.assignment.length);
  }

  /** One proposal. @returns whether it was taken and changed something */
  propose(random: Random, temperature: number, excessCost: number): boolean {
    const state = this.#state;
    const { edges, assignment } = state;
    const edge = state.cutEdges[(random() * state.cutCount) | 0]!;
    const [one, two] = [assignment[edges.one[edge]!]!, assignment[edges.two[edge]!]!];
    this.#cutter.gather(assignment, edges.one[edge]!, one, two);
    this.#cutter.draw(random);
    const before = this.#pairExcess(one, two);
    const { position, excess } = this.#choose(random, one, two);
    if (position < 0) return false;
    const worse = this.#cutChange(position) + excessCost * (excess - before);
    if (worse > 0 && random() >= Math.exp(-worse / temperature)) return false;
    return this.#apply(position, one, two);
  }

  #pairExcess(one: number, two: number): number {
    const { problem, loads } = this.#state;
    let sum = 0;
    for (let measure = 0; measure < problem.measures.length; measure += 1)
      sum +=
        this.#state.excessAt(measure, loads[measure * problem.gridCount + one]!) +
        this.#state.excessAt(measure, loads[measure * problem.gridCount + two]!);
    return sum;
  }

  /** A random one of the tree's edges whose two halves lie least outside the limits. */
  #choose(random: Random, one: number, two: number): { position: number; excess: number } {
    const { problem, loads } = this.#state;
    const { below, capacity, count } = this.#cutter;
    let least = Number.POSITIVE_INFINITY;
    let found = 0;
    for (let position = 1; position < count; position += 1) {
      let excess = 0;
      for (let measure = 0; measure < problem.measures.length; measure += 1) {
        const total = loads[measure * problem.gridCount + one]! + loads[measure * problem.gridCount + two]!;
        const part = below[measure * capacity + position]!;
        excess += this.#state.excessAt(measure, part) + this.#state.excessAt(measure, total - part);
        if (excess > least) break;
      }
      if (excess > least) continue;
      if (excess < least) {
        least = excess;
        found = 0;
      }
      this.#choices[found] = position;
      found += 1;
    }
    return { position: found === 0 ? -1 : this.#choices[(random() * found) | 0]!, excess: least };
  }

  /** Also marks the side of every unit of the pair. */
  #cutChange(position: number): number {
    const { order, span, count, innerEdges } = this.#cutter;
    const { edges, assignment } = this.#state;
    const end = position + span[position]!;
    for (let at = 0; at < count; at += 1) this.#side[order[at]!] = at >= position && at < end ? 1 : 0;
    let change = 0;
    for (const edge of innerEdges) {
      const [a, b] = [edges.one[edge]!, edges.two[edge]!];
      if (this.#side[a] !== this.#side[b]) change += edges.cost[edge]!;
      if (assignment[a] !== assignment[b]) change -= edges.cost[edge]!;
    }
    return change;
  }

  /** The half below keeps the number of the grid it holds more units of. */
  #apply(position: number, one: number, two: number): boolean {
    const { order, span, count } = this.#cutter;
    const { assignment } = this.#state;
    let agree = 0;
    for (let at = 0; at < count; at += 1)
      if ((assignment[order[at]!] === one) === (this.#side[order[at]!] === 1)) agree += 1;
    const [below, rest] = 2 * agree >= count ? [one, two] : [two, one];
    let moved = false;
    for (let at = 0; at < count; at += 1) {
      const to = at >= position && at < position + span[position]! ? below : rest;
      if (assignment[order[at]!] === to) continue;
      this.#state.move(order[at]!, to);
      moved = true;
    }
    return moved;
  }
}
