// Whether a node may leave its grid for another: no grid may end in more pieces than it is allowed. Settled on the graph of nodes
// where every node is one piece, on the ground otherwise. Refuses to weigh loads.

import { components } from '../contiguity.ts';
import { LeaveTest } from '../partition/leave-test.ts';
import type { Assignment } from '../partition/problem.ts';
import type { ReducedQuestion } from './reduce-question.ts';

export class ContiguityGuard {
  readonly #reduced: ReducedQuestion;
  readonly #leave: LeaveTest;
  readonly #onGround: Int32Array;

  constructor(reduced: ReducedQuestion) {
    this.#reduced = reduced;
    this.#leave = new LeaveTest(reduced.problem.graph);
    this.#onGround = new Int32Array(reduced.question.current.length);
  }

  /** `to` must border the node. Nearly always O(degree); O(units) where pieces must be counted. */
  mayMove(labels: Assignment, node: number, to: number): boolean {
    const { pieces, tight } = this.#reduced;
    const from = labels[node]!;
    if (tight && this.#leave.staysWhole(labels, node)) return true;
    if (tight && pieces[from] === 1) return false;
    const before = this.#count(labels, from, to);
    labels[node] = to;
    const after = this.#count(labels, from, to);
    labels[node] = from;
    const fits = (now: number, then: number, label: number): boolean =>
      now > 0 && now <= Math.max(then, pieces[label]!);
    return fits(after[0], before[0], from) && fits(after[1], before[1], to);
  }

  /** True when no label has more pieces than it may have, and none is empty. O(units) */
  isLawful(labels: Assignment): boolean {
    const { gridOf, pieces } = this.#reduced;
    const counts = this.counts(labels);
    return gridOf.every((_, label) => counts[label]! > 0 && counts[label]! <= pieces[label]!);
  }

  /** Pieces per label, on the ground. */
  counts(labels: Assignment): Int32Array {
    const { question, gridOf } = this.#reduced;
    const counts = new Int32Array(gridOf.length);
    const seen = new Set<number>();
    components(question.graph, this.#ground(labels)).forEach((component, unit) => {
      if (component < 0 || seen.has(component)) return;
      seen.add(component);
      counts[this.#onGround[unit]!]! += 1;
    });
    return counts;
  }

  #count(labels: Assignment, one: number, two: number): [number, number] {
    const ground = this.#ground(labels);
    ground.forEach((label, unit) => {
      if (label !== one && label !== two) ground[unit] = -1;
    });
    let [ofOne, ofTwo] = [0, 0];
    const seen = new Set<number>();
    components(this.#reduced.question.graph, ground).forEach((component, unit) => {
      if (component < 0 || seen.has(component)) return;
      seen.add(component);
      if (ground[unit] === one) ofOne += 1;
      else ofTwo += 1;
    });
    return [ofOne, ofTwo];
  }

  #ground(labels: Assignment): Int32Array {
    this.#reduced.nodeOf.forEach((node, unit) => (this.#onGround[unit] = node < 0 ? -1 : labels[node]!));
    return this.#onGround;
  }
}
