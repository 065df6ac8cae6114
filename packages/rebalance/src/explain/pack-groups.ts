// Groups into grids where any two may share one: heaviest first to the lightest grid, then moves and exchanges that bring the loads
// nearer to the limits. Refuses to know a map.

import type { Assignment } from '../partition/problem.ts';
import type { Random } from '../random.ts';
import type { Reach } from './certain.ts';

/** What is packed. */
export interface PackInput {
  readonly reaches: readonly Reach[];
  /** Groups with a label each have a part of their own. */
  readonly labels: Int32Array;
  readonly parts: number;
  readonly proposals: number;
  readonly random: Random;
}

/** A part per group, none empty and all loads within the limits; null when none was found. O(proposals · measures) */
export function packGroups(input: PackInput): Assignment | null {
  const packing = new Packing(input);
  packing.fill();
  for (let proposal = 0; proposal < input.proposals && packing.excess > 0; proposal += 1) packing.propose(input.random);
  return packing.excess === 0 && packing.sizes.every((size) => size > 0) ? packing.partOf : null;
}

class Packing {
  readonly partOf: Int32Array;
  readonly sizes: Int32Array;
  /** By how much the loads lie outside, summed over parts and measures. */
  excess = 0;
  private readonly input: PackInput;
  /** Load of part `p` in measure `m` at `m * parts + p`. */
  private readonly loads: Float64Array;

  constructor(input: PackInput) {
    const groups = input.labels.length;
    this.input = input;
    this.partOf = new Int32Array(groups).fill(-1);
    this.sizes = new Int32Array(input.parts);
    this.loads = new Float64Array(input.reaches.length * input.parts);
  }

  fill(): void {
    const { reaches, labels, parts } = this.input;
    const { weights } = reaches[0]!;
    let named = 0;
    labels.forEach((label, group) => {
      if (label < 0) return;
      this.put(group, named);
      named += 1;
    });
    const order = [...labels.keys()].filter((group) => labels[group]! < 0);
    for (const group of order.toSorted((a, b) => weights[b]! - weights[a]! || a - b)) {
      const empty = this.sizes.indexOf(0);
      const loads = this.loads.subarray(0, parts);
      this.put(group, empty >= 0 ? empty : loads.indexOf(Math.min(...loads)));
    }
    this.excess = Array.from({ length: parts }, (_, part) => this.outside(part)).reduce((sum, each) => sum + each, 0);
  }

  /** Moves a group, or exchanges it with one of another part; taken back when the loads come to lie further outside. */
  propose(random: Random): void {
    const { labels, parts } = this.input;
    const group = Math.floor(random() * labels.length);
    const other = Math.floor(random() * labels.length);
    const from = this.partOf[group]!;
    const isMove = random() < MOVE_SHARE;
    const to = isMove ? Math.floor(random() * parts) : this.partOf[other]!;
    if (from === to || labels[group]! >= 0 || (isMove ? this.sizes[from] === 1 : labels[other]! >= 0)) return;
    const before = this.outside(from) + this.outside(to);
    this.exchange(group, to, isMove ? -1 : other, from);
    const change = this.outside(from) + this.outside(to) - before;
    if (change <= 0) this.excess += change;
    else this.exchange(group, from, isMove ? -1 : other, to);
  }

  private exchange(group: number, to: number, other: number, from: number): void {
    this.put(group, to);
    if (other >= 0) this.put(other, from);
  }

  private put(group: number, part: number): void {
    const { reaches, parts } = this.input;
    const from = this.partOf[group]!;
    reaches.forEach(({ weights }, measure) => {
      if (from >= 0) this.loads[measure * parts + from]! -= weights[group]!;
      this.loads[measure * parts + part]! += weights[group]!;
    });
    if (from >= 0) this.sizes[from]! -= 1;
    this.sizes[part]! += 1;
    this.partOf[group] = part;
  }

  private outside(part: number): number {
    const { reaches, parts } = this.input;
    let sum = 0;
    for (let measure = 0; measure < reaches.length; measure += 1) {
      const load = this.loads[measure * parts + part]!;
      sum += Math.max(0, reaches[measure]!.lower - load, load - reaches[measure]!.upper);
    }
    return sum;
  }
}

/** The other proposals are exchanges. */
const MOVE_SHARE = 0.4;
