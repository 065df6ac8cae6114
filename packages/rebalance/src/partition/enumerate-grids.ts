// Every connected set of units that is a lawful grid, each exactly once. Only possible at community size: the number of sets grows
// exponentially with the units a grid holds, so a cap is part of the contract. Refuses to choose among them.

import { type GridColumns, GridColumnsBuilder, PATH_ONLY } from './grid-columns.ts';
import type { PartitionProblem } from './problem.ts';

/** Limits and hooks of an enumeration. */
export interface EnumerateOptions {
  /** Grids to stop at; default 5 million, about 60 MB. Sets visited on the way are capped at four times as many. */
  readonly maxGrids?: number;
  /** Called every 65,536 sets, some milliseconds apart, with the number of grids so far; false stops. */
  readonly keepGoing?: (gridCount: number) => boolean;
}

const DEFAULT_MAX_GRIDS = 5_000_000;
/** What two bytes name. */
const MAX_UNITS = 1 << 16;
const SETS_BETWEEN_CALLS = 1 << 16;

/**
 * Grows sets from each unit in turn, never touching units that came before it: a set is found from its lowest unit only. A unit on the
 * frontier is either taken or refused for good, so every set has one order of growth; no table of sets seen is needed.
 *
 * O(sets up to the upper limits · degree). Units of no weight double the sets around them: contract more than a few beforehand.
 */
export function enumerateGrids(problem: PartitionProblem, options: EnumerateOptions = {}): GridColumns {
  const walk = new Walk(problem, options);
  const unitCount = problem.graph.offsets.length - 1;
  for (let root = 0; root < unitCount && !walk.stopped; root += 1) walk.growFrom(root);
  return walk.found.finish(unitCount, !walk.stopped);
}

/**
 * One enumeration: a stack of sets, each its parent plus one unit. The frontiers share one array: that of a child is what its parent
 * has left, which lies at the end, followed by the new neighbours. Marks keep a unit from being put there twice.
 */
class Walk {
  readonly found = new GridColumnsBuilder();
  stopped = false;
  private readonly problem: PartitionProblem;
  private readonly keepGoing: (gridCount: number) => boolean;
  private readonly maxGrids: number;
  private visited = 0;
  /** Taken, refused, or waiting on the frontier. */
  private readonly marked: Uint8Array;
  private readonly taken: Uint8Array;
  private readonly frontier: Int32Array;
  /** By size of the set: its last unit, the next of the frontier to try, the frontier's end, its border, its first entry. */
  private readonly last: Int32Array;
  private readonly cursor: Int32Array;
  private readonly end: Int32Array;
  private readonly border: Int32Array;
  private readonly entry: Int32Array;
  /** By measure, then by size of the set. */
  private readonly loads: readonly Float64Array[];
  private readonly lightest: readonly number[];
  private readonly unitBorder: Int32Array;

  constructor(problem: PartitionProblem, options: EnumerateOptions) {
    const { offsets, costs } = problem.graph;
    const unitCount = offsets.length - 1;
    const bySize = () => new Int32Array(unitCount + 2);
    this.problem = problem;
    this.keepGoing = options.keepGoing ?? (() => true);
    this.maxGrids = options.maxGrids ?? DEFAULT_MAX_GRIDS;
    this.stopped = unitCount > MAX_UNITS;
    this.marked = new Uint8Array(unitCount);
    this.taken = new Uint8Array(unitCount);
    this.frontier = new Int32Array(unitCount);
    this.last = bySize();
    this.cursor = bySize();
    this.end = bySize();
    this.border = bySize();
    this.entry = bySize();
    this.loads = problem.measures.map(() => new Float64Array(unitCount + 2));
    this.lightest = problem.measures.map(({ weights }) => weights.reduce((least, w) => Math.min(least, w), Infinity));
    this.unitBorder = new Int32Array(unitCount);
    for (let unit = 0; unit < unitCount; unit += 1)
      for (let at = offsets[unit]!; at < offsets[unit + 1]!; at += 1) this.unitBorder[unit]! += costs[at]!;
  }

  /** Every set whose lowest unit is `root`. Leaves the root marked, as lower than all that follow. */
  growFrom(root: number): void {
    this.marked[root] = 1;
    if (!this.fits(0, root)) return;
    this.end[0] = 0;
    this.cursor[0] = 0;
    let size = this.take(0, root);
    while (size > 0 && !this.stopped) {
      const next = this.cursor[size]!;
      if (next === this.end[size]!) {
        this.release(size);
        size -= 1;
        continue;
      }
      this.cursor[size] = next + 1;
      const unit = this.frontier[next]!;
      // Too heavy is refused for good: no superset is lighter.
      if (this.fits(size, unit)) size = this.take(size, unit);
    }
  }

  private fits(size: number, unit: number): boolean {
    const { measures } = this.problem;
    for (let index = 0; index < measures.length; index += 1)
      if (this.loads[index]![size]! + measures[index]!.weights[unit]! > measures[index]!.upper) return false;
    return true;
  }

  /** Records the set of the given size plus `unit`; returns the size to go on from: a set that cannot grow is not entered. */
  private take(size: number, unit: number): number {
    const { measures, graph } = this.problem;
    const grown = size + 1;
    let lawful = true;
    let canGrow = true;
    for (let index = 0; index < measures.length; index += 1) {
      const { weights, lower, upper } = measures[index]!;
      const load = this.loads[index]![size]! + weights[unit]!;
      this.loads[index]![grown] = load;
      if (load < lower) lawful = false;
      if (load + this.lightest[index]! > upper) canGrow = false;
    }
    this.tick();
    if (this.stopped || (!lawful && !canGrow)) return size;
    let border = this.border[size]! + this.unitBorder[unit]!;
    for (let at = graph.offsets[unit]!; at < graph.offsets[unit + 1]!; at += 1)
      if (this.taken[graph.neighbours[at]!] === 1) border -= 2 * graph.costs[at]!;
    this.entry[grown] = this.found.entryCount;
    this.found.push(grown, unit, lawful ? border : PATH_ONLY);
    if (!canGrow) return size;
    this.border[grown] = border;
    this.last[grown] = unit;
    this.taken[unit] = 1;
    this.cursor[grown] = this.cursor[size]!;
    this.end[grown] = this.extendFrontier(unit, this.end[size]!);
    return grown;
  }

  private extendFrontier(unit: number, from: number): number {
    const { offsets, neighbours } = this.problem.graph;
    let end = from;
    for (let at = offsets[unit]!; at < offsets[unit + 1]!; at += 1) {
      const beside = neighbours[at]!;
      if (this.marked[beside] === 1) continue;
      this.marked[beside] = 1;
      this.frontier[end] = beside;
      end += 1;
    }
    return end;
  }

  private release(size: number): void {
    for (let at = this.end[size - 1]!; at < this.end[size]!; at += 1) this.marked[this.frontier[at]!] = 0;
    this.taken[this.last[size]!] = 0;
    this.found.dropBarren(this.entry[size]!);
  }

  private tick(): void {
    this.visited += 1;
    if (this.found.gridCount >= this.maxGrids || this.visited >= 4 * this.maxGrids) this.stopped = true;
    else if (this.visited % SETS_BETWEEN_CALLS === 0 && !this.keepGoing(this.found.gridCount)) this.stopped = true;
  }
}
