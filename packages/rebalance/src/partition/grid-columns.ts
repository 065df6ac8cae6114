// Millions of grids in eight bytes each: the sets are kept in the order in which they were grown, each as its parent plus one
// unit, so that one pass over the store prices every grid with a single addition. Refuses to say which sets are worth keeping.

/**
 * Sets of units in preorder of their growth: entry `i` is the last entry before it of size `sizes[i] - 1`, plus `units[i]`.
 * Transferable as it is.
 */
export interface GridColumns {
  readonly unitCount: number;
  /** Entries in use; the arrays may be longer. */
  readonly entryCount: number;
  readonly sizes: Uint16Array;
  readonly units: Uint16Array;
  /** Sum of the costs on the border of the set; `PATH_ONLY` for a set that is no grid itself but leads to one. */
  readonly borders: Int32Array;
  /** Entries that are grids. */
  readonly gridCount: number;
  /** Largest size. */
  readonly maxSize: number;
  /** False when a cap or the caller stopped the enumeration: what is missing is unknown, so no bound follows from these. */
  readonly complete: boolean;
}

export const PATH_ONLY = -1;

/** Takes entries in preorder. */
export class GridColumnsBuilder {
  sizes = new Uint16Array(1 << 14);
  units = new Uint16Array(1 << 14);
  borders = new Int32Array(1 << 14);
  entryCount = 0;
  gridCount = 0;
  maxSize = 0;
  private lastGrid = -1;

  push(size: number, unit: number, border: number): void {
    if (this.entryCount === this.sizes.length) this.grow();
    const entry = this.entryCount;
    this.sizes[entry] = size;
    this.units[entry] = unit;
    this.borders[entry] = border;
    this.entryCount = entry + 1;
    if (size > this.maxSize) this.maxSize = size;
    if (border === PATH_ONLY) return;
    this.lastGrid = entry;
    this.gridCount += 1;
  }

  /** Forgets a path begun at `entry` when it led to no grid. */
  dropBarren(entry: number): void {
    if (this.lastGrid < entry) this.entryCount = entry;
  }

  finish(unitCount: number, complete: boolean): GridColumns {
    const { entryCount, sizes, units, borders, gridCount, maxSize } = this;
    return { unitCount, entryCount, sizes, units, borders, gridCount, maxSize, complete };
  }

  /** `transfer` lets the engine extend in place: a copy would hold both at the peak. */
  private grow(): void {
    const length = this.sizes.length * 2;
    this.sizes = new Uint16Array(this.sizes.buffer.transfer(length * 2));
    this.units = new Uint16Array(this.units.buffer.transfer(length * 2));
    this.borders = new Int32Array(this.borders.buffer.transfer(length * 4));
  }
}

/** A handful of grids written out: grid `g` is `members[starts[g]] … members[starts[g + 1] - 1]`. */
export interface GridList {
  readonly starts: Int32Array;
  readonly members: Int32Array;
  readonly borders: Int32Array;
}

/** Writes out chosen entries. One pass over the store. @param entries ascending */
export function listGrids({ sizes, units, borders, maxSize }: GridColumns, entries: Int32Array): GridList {
  const starts = new Int32Array(entries.length + 1);
  entries.forEach((entry, grid) => (starts[grid + 1] = starts[grid]! + sizes[entry]!));
  const members = new Int32Array(starts[entries.length]!);
  const path = new Int32Array(maxSize + 1);
  let at = 0;
  entries.forEach((entry, grid) => {
    for (; at <= entry; at += 1) path[sizes[at]!] = units[at]!;
    members.set(path.subarray(1, sizes[entry]! + 1), starts[grid]!);
  });
  return { starts, members, borders: Int32Array.from(entries, (entry) => borders[entry]!) };
}
