// Owns the polygons of a plan while it is edited: after a move only the grids that gave or took a unit are drawn again.
// Judges no plan: a grid may be empty or in pieces here, and says so by its polygons.

import { BoundaryTracer } from './boundary-tracer.ts';
import type { Arcs } from './mesh/arcs.ts';
import type { MultiPolygon } from './shapes.ts';

/** One unit and the grid it goes to; -1 for none. */
export interface UnitMove {
  readonly unit: number;
  readonly grid: number;
}

/**
 * The boundaries of all grids of a plan. Always equal, ring for ring and position for position, to {@link dissolve} of the same
 * assignment: a grid's polygons depend on its own border arcs alone, and those of a third grid do not change when a neighbour of it
 * changes hands. Polygons of grids not touched by a move stay the same objects.
 */
export class Boundaries {
  readonly #arcs: Arcs;
  readonly #tracer: BoundaryTracer;
  readonly #assignment: Int32Array;
  readonly #polygons: MultiPolygon[];
  /** Half-arcs by the unit inside them, in compressed rows, ascending. */
  readonly #rowOffsets: Int32Array;
  readonly #rows: Int32Array;
  /** Room for the half-arcs of the grid being drawn. */
  readonly #border: Int32Array;

  /**
   * Draws all grids. O(points of the coverage).
   * @param assignment grid per unit, below 0 for none; copied
   * @throws RangeError when a grid is `gridCount` or above, or a unit of the coverage has no entry
   */
  constructor(coverage: { readonly arcs: Arcs }, assignment: Int16Array | Int32Array, gridCount: number) {
    this.#arcs = coverage.arcs;
    this.#tracer = new BoundaryTracer(coverage.arcs);
    this.#assignment = Int32Array.from(assignment, (grid) => Math.max(-1, grid));
    if (this.#assignment.some((grid) => grid >= gridCount))
      throw new RangeError('assignment: grids below gridCount expected');
    this.#rowOffsets = new Int32Array(assignment.length + 1);
    this.#rows = this.#rowsByUnit();
    this.#border = new Int32Array(this.#rows.length);
    this.#polygons = Array.from({ length: gridCount }, () => []);
    this.#redraw(new Uint8Array(gridCount).fill(1));
  }

  /** Per grid, in metres, as {@link dissolve} gives them. A view of the present state: the next move replaces its elements. */
  get polygons(): readonly MultiPolygon[] {
    return this.#polygons;
  }

  /** The grid a unit is in, or -1. */
  gridOf(unit: number): number {
    return this.#assignment[unit] ?? -1;
  }

  /**
   * Moves units, all or none, and redraws. O(units + points of the grids touched).
   * @returns the grids drawn again, ascending; empty when no unit changed its grid
   * @throws RangeError when a unit or a grid does not exist
   */
  move(moves: readonly UnitMove[]): number[] {
    for (const { unit, grid } of moves) {
      if (this.#assignment[unit] === undefined) throw new RangeError(`moves: there is no unit ${unit}`);
      if (grid !== -1 && this.#polygons[grid] === undefined) throw new RangeError(`moves: there is no grid ${grid}`);
    }
    const isTouched = new Uint8Array(this.#polygons.length);
    for (const { unit, grid } of moves) {
      const before = this.#assignment[unit]!;
      if (before === grid) continue;
      if (before >= 0) isTouched[before] = 1;
      if (grid >= 0) isTouched[grid] = 1;
      this.#assignment[unit] = grid;
    }
    return this.#redraw(isTouched);
  }

  /** Draws the marked grids anew. The units of all of them are found in one pass and grouped by grid. */
  #redraw(isTouched: Uint8Array): number[] {
    const ends = new Int32Array(isTouched.length);
    const assignment = this.#assignment;
    for (let unit = 0; unit < assignment.length; unit += 1) {
      const grid = assignment[unit]!;
      if (grid >= 0 && isTouched[grid] === 1) ends[grid]! += 1;
    }
    for (let grid = 1; grid < ends.length; grid += 1) ends[grid]! += ends[grid - 1]!;
    const members = new Int32Array(ends.at(-1) ?? 0);
    const starts = ends.slice();
    for (let unit = assignment.length - 1; unit >= 0; unit -= 1) {
      const grid = assignment[unit]!;
      if (grid >= 0 && isTouched[grid] === 1) members[--starts[grid]!] = unit;
    }
    const drawn: number[] = [];
    for (let grid = 0; grid < isTouched.length; grid += 1) {
      if (isTouched[grid] === 0) continue;
      this.#polygons[grid] = this.#tracer.trace(this.#borderOf(grid, members.subarray(starts[grid], ends[grid])));
      drawn.push(grid);
    }
    return drawn;
  }

  /** The half-arcs of the members that have another grid, none or the outside on their other side; ascending. */
  #borderOf(grid: number, members: Int32Array): Int32Array {
    const { left, right } = this.#arcs;
    let count = 0;
    for (const unit of members) {
      for (let at = this.#rowOffsets[unit]!; at < this.#rowOffsets[unit + 1]!; at += 1) {
        const halfArc = this.#rows[at]!;
        const beyond = (halfArc & 1) === 0 ? right[halfArc >> 1]! : left[halfArc >> 1]!;
        if (beyond < 0 || this.#assignment[beyond] !== grid) this.#border[count++] = halfArc;
      }
    }
    return this.#border.subarray(0, count).sort();
  }

  #rowsByUnit(): Int32Array {
    const { left, right } = this.#arcs;
    const offsets = this.#rowOffsets;
    for (const side of [left, right]) {
      for (const unit of side) {
        if (unit >= this.#assignment.length) throw new RangeError('assignment: a grid per unit expected');
        if (unit >= 0) offsets[unit + 1]! += 1;
      }
    }
    for (let unit = 1; unit < offsets.length; unit += 1) offsets[unit]! += offsets[unit - 1]!;
    const rows = new Int32Array(offsets.at(-1) ?? 0);
    const fill = offsets.slice();
    for (let arc = 0; arc < left.length; arc += 1) {
      if (left[arc]! >= 0) rows[fill[left[arc]!]!++] = 2 * arc;
      if (right[arc]! >= 0) rows[fill[right[arc]!]!++] = 2 * arc + 1;
    }
    return rows;
  }
}
