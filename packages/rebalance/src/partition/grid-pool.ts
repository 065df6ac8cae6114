// Which grids the linear relaxation is given: those a sweep found worth it, spread over the ground, none twice. Refuses to price.

import { type GridColumns, type GridList, listGrids } from './grid-columns.ts';
import type { Sweep } from './price-grids.ts';

/** How many grids a round adds, and how often a unit may be among them. */
export interface PoolBatch {
  readonly most: number;
  readonly perUnit: number;
}

/** Remembers what has been handed out. */
export class GridPool {
  private readonly columns: GridColumns;
  private readonly entries: number[] = [];
  private readonly known = new Set<number>();

  constructor(columns: GridColumns) {
    this.columns = columns;
  }

  get size(): number {
    return this.entries.length;
  }

  /** The grids handed out as the given ones, in any order. */
  list(indexes: readonly number[]): GridList {
    return listGrids(this.columns, Int32Array.from(indexes, (index) => this.entries[index]!).sort());
  }

  /**
   * Grids of the sweep not handed out before, cheapest first, at most so many over any unit: the best ones alone lie on one heap, and
   * would teach the prices of one corner only.
   */
  next({ entries, reduced }: Sweep, { most, perUnit }: PoolBatch): GridList {
    const fresh: number[] = [];
    for (let at = 0; at < entries.length; at += 1) if (!this.known.has(entries[at]!)) fresh.push(at);
    const list = listGrids(
      this.columns,
      Int32Array.from(fresh, (at) => entries[at]!),
    );
    const order = fresh.map((_, index) => index).sort((a, b) => reduced[fresh[a]!]! - reduced[fresh[b]!]! || a - b);
    const uses = new Int32Array(this.columns.unitCount);
    const chosen: number[] = [];
    for (const index of order) {
      if (chosen.length === most) break;
      const members = list.members.subarray(list.starts[index]!, list.starts[index + 1]!);
      if (members.some((unit) => uses[unit]! >= perUnit)) continue;
      for (const unit of members) uses[unit]! += 1;
      chosen.push(index);
    }
    for (const index of chosen) {
      this.known.add(entries[fresh[index]!]!);
      this.entries.push(entries[fresh[index]!]!);
    }
    return pick(list, chosen);
  }
}

function pick({ starts, members, borders }: GridList, chosen: readonly number[]): GridList {
  const lengths = chosen.map((grid) => starts[grid + 1]! - starts[grid]!);
  const newStarts = new Int32Array(chosen.length + 1);
  lengths.forEach((length, index) => (newStarts[index + 1] = newStarts[index]! + length));
  const newMembers = new Int32Array(newStarts[chosen.length]!);
  chosen.forEach((grid, index) =>
    newMembers.set(members.subarray(starts[grid]!, starts[grid + 1]!), newStarts[index]!),
  );
  return { starts: newStarts, members: newMembers, borders: Int32Array.from(chosen, (grid) => borders[grid]!) };
}
