// The full sweep: every enumerated grid against one set of prices. From this, and from nothing else, comes a bound. Refuses to trust
// a solver's duals: any prices give a true bound, so they are rounded to binary fractions and all sums here are exact.

import type { GridColumns } from './grid-columns.ts';

/** Prices, and so reduced costs, are multiples of this. Borders below 2^31 leave 2^22 of room for sums, exact in a double. */
export const PRICE_STEP = 2 ** -16;

/** What one sweep finds. */
export interface Sweep {
  /** Least border minus prices over all grids; Infinity when there is none. */
  readonly least: number;
  /**
   * Lower bound on the sum of the borders of any plan, twice its cut: each unit is in one grid, so a plan costs the sum of all prices
   * plus what its grids cost beyond theirs, and that is at least `least` for each of them.
   */
  readonly bound: number;
  /** Entries of the grids of least reduced cost, ascending by entry, at most as many as asked for. */
  readonly entries: Int32Array;
  /** Border minus prices, per entry. */
  readonly reduced: Float64Array;
  /** No grid below this reduced cost is missing from `entries`. */
  readonly completeBelow: number;
}

/** What to collect on the way. */
export interface SweepOptions {
  /** Entries wanted, at most. */
  readonly limit: number;
  /** Grids of this reduced cost or more are of no interest; default Infinity. */
  readonly below?: number;
}

/** Prices as the sweep takes them. */
export function exactPrices(prices: Float64Array): Float64Array {
  return prices.map((price) => Math.round(price / PRICE_STEP) * PRICE_STEP);
}

/** @param prices per unit, of `exactPrices`. O(entries): one addition each, as a set's price is its parent's plus its last unit's. */
export function priceGrids(
  { entryCount, sizes, units, borders, maxSize }: GridColumns,
  gridCount: number,
  prices: Float64Array,
  { limit, below = Infinity }: SweepOptions,
): Sweep {
  const kept = new Shortlist(limit, below);
  const paths = new Float64Array(maxSize + 2);
  let least = Infinity;
  let threshold = kept.threshold;
  for (let entry = 0; entry < entryCount; entry += 1) {
    const size = sizes[entry]!;
    const sum = paths[size - 1]! + prices[units[entry]!]!;
    paths[size] = sum;
    const border = borders[entry]!;
    if (border < 0) continue;
    const reduced = border - sum;
    if (reduced < least) least = reduced;
    if (reduced < threshold) threshold = kept.add(entry, reduced);
  }
  const total = prices.reduce((sum, price) => sum + price, 0);
  return { least, bound: total + gridCount * least, ...kept.finish() };
}

/** The least values seen, found without sorting what arrives: when twice as many are held as wanted, the upper half goes. */
export class Shortlist {
  threshold: number;
  private readonly limit: number;
  private readonly entries: Int32Array;
  private readonly values: Float64Array;
  private count = 0;

  constructor(limit: number, below: number) {
    this.limit = limit;
    this.threshold = below;
    this.entries = new Int32Array(2 * limit);
    this.values = new Float64Array(2 * limit);
  }

  add(entry: number, value: number): number {
    this.entries[this.count] = entry;
    this.values[this.count] = value;
    this.count += 1;
    if (this.count === this.values.length) this.halve();
    return this.threshold;
  }

  finish(): Pick<Sweep, 'entries' | 'reduced' | 'completeBelow'> {
    if (this.count > this.limit) this.halve();
    return {
      entries: this.entries.slice(0, this.count),
      reduced: this.values.slice(0, this.count),
      completeBelow: this.threshold,
    };
  }

  /** Whatever is below the value after the last wanted stays, so that the threshold means the same for all that follow; ties fill up. */
  private halve(): void {
    const sorted = this.values.slice(0, this.count).sort();
    const threshold = sorted[this.limit]!;
    let ties = this.limit;
    while (ties > 0 && sorted[ties - 1] === threshold) ties -= 1;
    ties = this.limit - ties;
    this.threshold = threshold;
    let kept = 0;
    for (let at = 0; at < this.count; at += 1) {
      const value = this.values[at]!;
      if (value > threshold || (value === threshold && ties-- <= 0)) continue;
      this.entries[kept] = this.entries[at]!;
      this.values[kept] = this.values[at]!;
      kept += 1;
    }
    this.count = kept;
  }
}
