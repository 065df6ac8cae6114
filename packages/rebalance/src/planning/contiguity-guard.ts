// Whether a node may leave its grid for another: no grid may get a piece that it does not have today. Settled on the graph of nodes where
// both grids are whole today and every node is one piece, else piece by piece on the ground. Refuses to weigh loads.

import { LeaveTest } from '../partition/leave-test.ts';
import type { Assignment } from '../partition/problem.ts';
import { newPieces, piecesAmong } from './plan-pieces.ts';
import type { ReducedQuestion } from './reduce-question.ts';

export class ContiguityGuard {
  readonly #reduced: ReducedQuestion;
  readonly #leave: LeaveTest;

  constructor(reduced: ReducedQuestion) {
    this.#reduced = reduced;
    this.#leave = new LeaveTest(reduced.problem.graph);
  }

  /** `to` must border the node. Nearly always O(degree); O(units) where pieces must be looked at. */
  mayMove(labels: Assignment, node: number, to: number): boolean {
    const { tornToday, tight } = this.#reduced;
    const from = labels[node]!;
    if (tight && tornToday[from] === 0) {
      const isWhole = this.#leave.staysWhole(labels, node);
      if (!isWhole || tornToday[to] === 0) return isWhole;
    }
    labels[node] = to;
    const after = [this.#faultsOf(labels, from), this.#faultsOf(labels, to)] as const;
    labels[node] = from;
    if (after[0] + after[1] === 0) return true;
    return after[0] <= this.#faultsOf(labels, from) && after[1] <= this.#faultsOf(labels, to);
  }

  /** True when no label has a piece that it may not have, and none is empty. O(units) */
  isLawful(labels: Assignment): boolean {
    return this.faults(labels).every((count) => count === 0);
  }

  /** Pieces per label that it may not have; Infinity where it is empty. O(units) */
  faults(labels: Assignment): number[] {
    const { nodeOf, gridOf } = this.#reduced;
    const unitsOf = Array.from(gridOf, (): number[] => []);
    nodeOf.forEach((node, unit) => {
      if (node >= 0) unitsOf[labels[node]!]!.push(unit);
    });
    return unitsOf.map((units, label) => this.#faultsAmong(label, units));
  }

  #faultsOf(labels: Assignment, label: number): number {
    const { nodeOf } = this.#reduced;
    const units: number[] = [];
    for (let unit = 0; unit < nodeOf.length; unit += 1)
      if (nodeOf[unit]! >= 0 && labels[nodeOf[unit]!] === label) units.push(unit);
    return this.#faultsAmong(label, units);
  }

  #faultsAmong(label: number, units: readonly number[]): number {
    const { question, gridOf, today } = this.#reduced;
    if (units.length === 0) return Infinity;
    return newPieces(question, piecesAmong(question, gridOf[label]!, units), today).length;
  }
}
