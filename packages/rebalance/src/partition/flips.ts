// Annealed boundary flips: one unit at a time crosses the line between two grids. Right for fine weights, where many small
// steps reach a balance that no single split of two grids has.

import type { Random } from '../random.ts';
import { LeaveTest } from './leave-test.ts';
import type { PlanState } from './plan-state.ts';

/** From hot to cold, in proposals; costs are in the unit of the graph's costs. */
export interface FlipSchedule {
  readonly proposals: number;
  readonly hot: number;
  readonly cold: number;
  /** Cost of an excess of 100 % of a limit, rising by the same factor at every step: first through infeasible plans, then out of them. */
  readonly looseExcessCost: number;
  readonly tightExcessCost: number;
}

/** Proposals between two looks at temperature and prices. */
const STRIDE = 256;

/**
 * Changes `state`; grids stay connected and none is emptied. Calls `onFeasible` whenever a plan within all limits has a lower
 * cut than any before in this run. O(degree) a proposal.
 */
export function annealFlips(
  state: PlanState,
  random: Random,
  schedule: FlipSchedule,
  onFeasible: (state: PlanState) => void,
): void {
  const flipper = new Flipper(state, random);
  const rounds = Math.ceil(schedule.proposals / STRIDE);
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < rounds; round += 1) {
    const share = round / Math.max(1, rounds - 1);
    const temperature = schedule.hot * (schedule.cold / schedule.hot) ** share;
    const price = schedule.looseExcessCost * (schedule.tightExcessCost / schedule.looseExcessCost) ** share;
    for (let step = 0; step < STRIDE && state.cutCount > 0; step += 1) {
      if (!flipper.propose(temperature, price) || state.cut >= best || !flipper.isFeasible()) continue;
      best = state.cut;
      onFeasible(state);
    }
  }
}

class Flipper {
  readonly #state: PlanState;
  readonly #random: Random;
  readonly #leave: LeaveTest;
  /** Followed by differences; exact again whenever it seems to be nothing. */
  #excess: number;

  constructor(state: PlanState, random: Random) {
    this.#state = state;
    this.#random = random;
    this.#leave = new LeaveTest(state.problem.graph);
    this.#excess = state.excess();
  }

  /** One unit beside a random edge between grids, towards the other end's grid. @returns whether it moved */
  propose(temperature: number, price: number): boolean {
    const state = this.#state;
    const { assignment, edges } = state;
    const pick = this.#random() * 2 * state.cutCount;
    const edge = state.cutEdges[pick >> 1]!;
    const [unit, beside] =
      (pick & 1) === 0 ? [edges.one[edge]!, edges.two[edge]!] : [edges.two[edge]!, edges.one[edge]!];
    const to = assignment[beside]!;
    if (state.sizes[assignment[unit]!] === 1) return false;
    const excessChange = state.excessChange(unit, to);
    const worse = state.cutChange(unit, to) + price * excessChange;
    if (worse > 0 && this.#random() >= Math.exp(-worse / temperature)) return false;
    if (!this.#leave.staysWhole(assignment, unit)) return false;
    state.move(unit, to);
    this.#excess += excessChange;
    return true;
  }

  isFeasible(): boolean {
    if (this.#excess > 1e-6) return false;
    this.#excess = this.#state.excess();
    return this.#excess === 0;
  }
}
