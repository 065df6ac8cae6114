// Owns the polygons of a plan while it is edited: after a move only the grids that gave or took a unit are drawn again.
// Judges no plan: a grid may be empty or in pieces here, and says so by its polygons.

import { BoundaryTracer } from './boundary-tracer.ts';
import { traceAll } from './dissolve.ts';
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
    this.#polygons = traceAll(this.#tracer, this.#arcs, (unit) => this.gridOf(unit), gridCount);
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
   * Moves units, all or none, and redraws. O(units · grids touched + their points).
   * @returns the grids drawn again, ascending; empty when no unit changed its grid
   * @throws RangeError when a unit or a grid does not exist
   */
  move(moves: readonly UnitMove[]): number[] {
    for (const { unit, grid } of moves) {
      if (this.#assignment[unit] === undefined) throw new RangeError(`moves: there is no unit ${unit}`);
      if (grid !== -1 && this.#polygons[grid] === undefined) throw new RangeError(`moves: there is no grid ${grid}`);
    }
    const touched = new Set<number>();
    for (const { unit, grid } of moves) {
      const before = this.#assignment[unit]!;
      if (before === grid) continue;
      if (before >= 0) touched.add(before);
      if (grid >= 0) touched.add(grid);
      this.#assignment[unit] = grid;
    }
    const drawn = [...touched].sort((a, b) => a - b);
    for (const grid of drawn) this.#polygons[grid] = this.#tracer.trace(this.#borderOf(grid));
    return drawn;
  }

  /** The half-arcs of a grid's units that have another grid, none or the outside on their other side; ascending. */
  #borderOf(grid: number): Int32Array {
    const { left, right } = this.#arcs;
    const assignment = this.#assignment;
    let count = 0;
    // A scan of small integers: at 10,000 units it costs less than lists of members would to keep.
    for (let unit = 0; unit < assignment.length; unit += 1) {
      if (assignment[unit] !== grid) continue;
      for (let at = this.#rowOffsets[unit]!; at < this.#rowOffsets[unit + 1]!; at += 1) {
        const halfArc = this.#rows[at]!;
        const beyond = (halfArc & 1) === 0 ? right[halfArc >> 1]! : left[halfArc >> 1]!;
        if (beyond < 0 || assignment[beyond] !== grid) this.#border[count++] = halfArc;
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
