// Exact cover by depth first search: the plans among a few grids, where what each grid costs beyond its prices has to fit what is left
// between bound and goal. Whole arithmetic, no tolerance, stops at any node. Refuses to go on for ever: it has a budget of nodes.

import type { GridList } from './grid-columns.ts';
import type { Assignment } from './problem.ts';

/** What is searched for. */
export interface CoverInput {
  readonly grids: GridList;
  /** Per grid: what a plan with it costs beyond the bound; 0 or more, exact. */
  readonly excess: Float64Array;
  /** Sum of the excess that a plan of interest has at most. */
  readonly slack: number;
  readonly unitCount: number;
  readonly gridCount: number;
  readonly maxNodes: number;
  /** Asked every 1,024 nodes. */
  readonly keepGoing: () => boolean;
}

/** `complete`: all plans within the slack were considered, and `assignment` is the best; null when there is none. */
export interface Cover {
  readonly complete: boolean;
  readonly assignment: Assignment | null;
}

const NODES_BETWEEN_CALLS = 1024;
/** Sums of borders are even: a better plan is better by this. */
const STEP = 2;
const NOTHING_LEFT = -1;
const DEAD = -2;
const ROUNDING = 1e-6;

/**
 * Branches on the unit that the fewest grids still cover, cheapest first. A branch ends when a unit is left with no grid, or when its
 * units need more than is left: a grid's excess spread evenly over its units, each unit needs the least such share of its grids.
 */
export function coverGrids(input: CoverInput): Cover {
  const search = new CoverSearch(input);
  search.branch(0, 0, 0);
  return { complete: !search.stopped, assignment: search.best };
}

class CoverSearch {
  best: Assignment | null = null;
  stopped = false;
  private readonly input: CoverInput;
  private slack: number;
  private nodes = 0;
  private readonly count: number;
  /** Grids by excess, those of each depth one behind the other: grids that overlap nothing chosen so far. */
  private active: Int32Array;
  private readonly chosen: Int32Array;
  private readonly covered: Uint8Array;
  private readonly ways: Int32Array;
  private readonly share: Float64Array;

  constructor(input: CoverInput) {
    const { grids, excess, slack, unitCount, gridCount } = input;
    this.input = input;
    this.slack = slack;
    this.count = grids.borders.length;
    this.active = new Int32Array(this.count * 4);
    const order = Int32Array.from({ length: this.count }, (_, grid) => grid);
    this.active.set(order.sort((a, b) => excess[a]! - excess[b]! || a - b));
    this.chosen = new Int32Array(gridCount + 1);
    this.covered = new Uint8Array(unitCount);
    this.ways = new Int32Array(unitCount);
    this.share = new Float64Array(unitCount);
  }

  /** @param from where the active grids of this depth begin; they end at `from` plus `length`, the whole list at the root */
  branch(depth: number, from: number, spent: number, to = this.count): void {
    if (this.isOver()) return;
    const unit = this.narrowest(from, to, this.slack - spent);
    if (unit === NOTHING_LEFT) this.take(depth, spent);
    if (unit < 0 || depth === this.input.gridCount) return;
    const { starts, members } = this.input.grids;
    for (let at = from; at < to && !this.stopped; at += 1) {
      const grid = this.active[at]!;
      const sum = spent + this.input.excess[grid]!;
      // Ascending: all that follow are dearer.
      if (sum > this.slack) return;
      if (!members.subarray(starts[grid]!, starts[grid + 1]!).includes(unit)) continue;
      this.chosen[depth] = grid;
      this.mark(grid, 1);
      this.branch(depth + 1, to, sum, this.filter(from, to, this.slack - sum));
      this.mark(grid, 0);
    }
  }

  private isOver(): boolean {
    this.nodes += 1;
    const { maxNodes, keepGoing } = this.input;
    if (this.nodes > maxNodes || (this.nodes % NODES_BETWEEN_CALLS === 0 && !keepGoing())) this.stopped = true;
    return this.stopped;
  }

  private mark(grid: number, flag: number): void {
    const { starts, members } = this.input.grids;
    for (let at = starts[grid]!; at < starts[grid + 1]!; at += 1) this.covered[members[at]!] = flag;
  }

  /** Writes what still fits behind `to`; returns the new end. */
  private filter(from: number, to: number, left: number): number {
    const { grids, excess } = this.input;
    const { starts, members } = grids;
    if (2 * to - from > this.active.length) {
      const wider = new Int32Array(2 * this.active.length);
      wider.set(this.active);
      this.active = wider;
    }
    let end = to;
    for (let at = from; at < to; at += 1) {
      const grid = this.active[at]!;
      if (excess[grid]! > left) break;
      let free = true;
      for (let member = starts[grid]!; free && member < starts[grid + 1]!; member += 1)
        free = this.covered[members[member]!] === 0;
      if (!free) continue;
      this.active[end] = grid;
      end += 1;
    }
    return end;
  }

  /** The free unit that the fewest grids cover; `DEAD` when the branch cannot end within the slack. */
  private narrowest(from: number, to: number, left: number): number {
    const { ways, share, covered } = this;
    const { grids, excess } = this.input;
    const { starts, members } = grids;
    ways.fill(0);
    for (let at = from; at < to; at += 1) {
      const grid = this.active[at]!;
      const each = excess[grid]! / (starts[grid + 1]! - starts[grid]!);
      for (let member = starts[grid]!; member < starts[grid + 1]!; member += 1) {
        const unit = members[member]!;
        if (ways[unit] === 0 || each < share[unit]!) share[unit] = each;
        ways[unit]! += 1;
      }
    }
    let needed = 0;
    let narrowest = NOTHING_LEFT;
    for (let unit = 0; unit < ways.length; unit += 1) {
      if (covered[unit] === 1) continue;
      if (ways[unit] === 0) return DEAD;
      needed += share[unit]!;
      if (narrowest < 0 || ways[unit]! < ways[narrowest]!) narrowest = unit;
    }
    // The shares are the only numbers here that are rounded.
    return needed > left + ROUNDING ? DEAD : narrowest;
  }

  private take(depth: number, spent: number): void {
    if (depth !== this.input.gridCount || spent > this.slack) return;
    const { starts, members } = this.input.grids;
    const assignment = new Int32Array(this.input.unitCount);
    for (let index = 0; index < depth; index += 1) {
      const grid = this.chosen[index]!;
      for (let at = starts[grid]!; at < starts[grid + 1]!; at += 1) assignment[members[at]!] = index;
    }
    this.best = assignment;
    this.slack = spent - STEP;
  }
}
