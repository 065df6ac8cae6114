// The full sweep with labels: every grid against the prices of every label in one pass over the store. From this, and from nothing else,
// comes a bound on disruption. Refuses to list what no label may take.

import type { GridColumns } from '../partition/grid-columns.ts';
import { Shortlist } from '../partition/price-grids.ts';
import { FORBIDDEN, type ReducedQuestion } from './reduce-question.ts';

/** What nodes cost, as a sweep reads it: most places cost a node the same, few are cheaper. */
export interface LabelCosts {
  readonly labels: number;
  /** Per node: what it costs where it costs most. */
  readonly dearest: Float64Array;
  /** Cheaper places of node `n`: entries `starts[n]` to `starts[n + 1] - 1`. */
  readonly starts: Int32Array;
  readonly places: Int32Array;
  /** How much cheaper. */
  readonly gains: Float64Array;
}

/** A grid with a label. */
export interface Candidate {
  readonly entry: number;
  readonly label: number;
  /** Cost less prices. */
  readonly reduced: number;
}

/** What a sweep finds. */
export interface LabelSweep {
  readonly prices: Float64Array;
  /** No plan costs less: the sum of all prices, and for each label the least that a grid of it costs beyond its prices. */
  readonly bound: number;
  /** Least reduced cost per label. */
  readonly least: Float64Array;
  readonly candidates: readonly Candidate[];
  /** No grid is missing whose reduced cost exceeds its label's least by less than this. */
  readonly completeBelow: number;
}

/** @param scale multiplies all costs */
export function labelCosts({ costs, gridOf, unitsOf }: ReducedQuestion, scale: number): LabelCosts {
  const labels = gridOf.length;
  const starts = new Int32Array(unitsOf.length + 1);
  const [places, gains]: [number[], number[]] = [[], []];
  const dearest = Float64Array.from(unitsOf, (_, node) => {
    const row = costs.subarray(node * labels, (node + 1) * labels);
    const most = row.reduce((a, b) => Math.max(a, b), 0);
    row.forEach((cost, label) => {
      if (cost === most) return;
      places.push(label);
      gains.push(scale * (most - cost));
    });
    starts[node + 1] = places.length;
    return scale * most;
  });
  return { labels, dearest, starts, places: Int32Array.from(places), gains: Float64Array.from(gains) };
}

/** What to collect on the way. */
export interface LabelSweepOptions {
  /** Grids wanted a label, at most. */
  readonly limit: number;
  /** Per label: of this reduced cost or more is of no interest; null: all is. */
  readonly below: Float64Array | null;
}

/** @param prices per node, multiples of the price step: all sums are exact. O(entries · labels that gain in a grid) */
export function priceLabels(
  columns: GridColumns,
  costs: LabelCosts,
  prices: Float64Array,
  options: LabelSweepOptions,
): LabelSweep {
  const sweep = new Sweep(columns.maxSize, costs, prices, options);
  for (let entry = 0; entry < columns.entryCount; entry += 1) {
    const size = columns.sizes[entry]!;
    sweep.extend(size, columns.units[entry]!);
    if (columns.borders[entry]! >= 0) sweep.offer(entry, size);
  }
  return sweep.finish();
}

class Sweep {
  readonly #costs: LabelCosts;
  readonly #prices: Float64Array;
  /** Cost less price of a node that gains nothing; and its sums by size of the set. */
  readonly #own: Float64Array;
  readonly #paths: Float64Array;
  /** By size of the set: how many labels gain in it, which, and how much. */
  readonly #counts: Int32Array;
  readonly #gaining: Int32Array;
  readonly #gained: Float64Array;
  readonly #below: Float64Array;
  readonly #least: Float64Array;
  readonly #lists: readonly Shortlist[];
  readonly #thresholds: Float64Array;
  /** What a set costs any label that gains nothing in it. */
  readonly #elsewhere: Shortlist;
  #leastElsewhere = Infinity;

  constructor(maxSize: number, costs: LabelCosts, prices: Float64Array, { limit, below }: LabelSweepOptions) {
    const { labels, dearest } = costs;
    this.#costs = costs;
    this.#prices = prices;
    this.#own = prices.map((price, node) => dearest[node]! - price);
    this.#paths = new Float64Array(maxSize + 1);
    this.#counts = new Int32Array(maxSize + 1);
    this.#gaining = new Int32Array((maxSize + 1) * labels);
    this.#gained = new Float64Array((maxSize + 1) * labels);
    this.#below = below ?? new Float64Array(labels).fill(Infinity);
    this.#least = new Float64Array(labels).fill(Infinity);
    this.#lists = Array.from(this.#below, (each) => new Shortlist(limit, each));
    this.#thresholds = this.#below.slice();
    this.#elsewhere = new Shortlist(
      limit,
      this.#below.reduce((most, each) => Math.max(most, each), -Infinity),
    );
  }

  /** The set of this size is the one a unit smaller, and the node. */
  extend(size: number, node: number): void {
    const { labels, starts, places, gains } = this.#costs;
    this.#paths[size] = this.#paths[size - 1]! + this.#own[node]!;
    const row = size * labels;
    const known = this.#counts[size - 1]!;
    for (let at = row; at < row + known; at += 1) {
      this.#gaining[at] = this.#gaining[at - labels]!;
      this.#gained[at] = this.#gained[at - labels]!;
    }
    let end = row + known;
    for (let place = starts[node]!; place < starts[node + 1]!; place += 1) {
      let at = row;
      while (at < end && this.#gaining[at] !== places[place]) at += 1;
      if (at === end) {
        this.#gaining[at] = places[place]!;
        this.#gained[at] = 0;
        end += 1;
      }
      this.#gained[at]! += gains[place]!;
    }
    this.#counts[size] = end - row;
  }

  /** Prices the set of this size. */
  offer(entry: number, size: number): void {
    const base = this.#paths[size]!;
    if (base < this.#leastElsewhere) this.#leastElsewhere = base;
    if (base < this.#elsewhere.threshold) this.#elsewhere.add(entry, base);
    const row = size * this.#costs.labels;
    for (let at = row; at < row + this.#counts[size]!; at += 1) {
      const label = this.#gaining[at]!;
      const reduced = base - this.#gained[at]!;
      if (reduced < this.#least[label]!) this.#least[label] = reduced;
      if (reduced < this.#thresholds[label]!) this.#thresholds[label] = this.#lists[label]!.add(entry, reduced);
    }
  }

  finish(): LabelSweep {
    // A label that gains in a set has it cheaper still: the least elsewhere may stand for all labels.
    const least = this.#least.map((each) => Math.min(each, this.#leastElsewhere));
    const elsewhere = this.#elsewhere.finish();
    const candidates: Candidate[] = [];
    let completeBelow = Infinity;
    this.#lists.forEach((list, label) => {
      const own = list.finish();
      const listed = new Set(own.entries);
      const wanted = this.#below[label]!;
      own.entries.forEach((entry, at) => push(candidates, { entry, label, reduced: own.reduced[at]! }));
      elsewhere.entries.forEach((entry, at) => {
        const reduced = elsewhere.reduced[at]!;
        if (reduced < wanted && !listed.has(entry)) push(candidates, { entry, label, reduced });
      });
      const missing = Math.min(own.completeBelow, elsewhere.completeBelow);
      if (missing < wanted) completeBelow = Math.min(completeBelow, missing - least[label]!);
    });
    const total = this.#prices.reduce((sum, price) => sum + price, 0);
    const bound = least.reduce((sum, each) => sum + each, total);
    return { prices: this.#prices, bound, least, candidates, completeBelow };
  }
}

/** A lock keeps some nodes out of some labels: such grids are none. */
function push(candidates: Candidate[], candidate: Candidate): void {
  if (candidate.reduced < FORBIDDEN / 2) candidates.push(candidate);
}
