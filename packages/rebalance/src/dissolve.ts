// Owns the polygons of all grids at once, from scratch. What changes after a move is redrawn by boundaries.ts.

import { BoundaryTracer } from './boundary-tracer.ts';
import type { Arcs } from './mesh/arcs.ts';
import type { MultiPolygon } from './shapes.ts';

/**
 * One MultiPolygon per grid (index = grid) in metres: shells counter-clockwise, holes clockwise, valid by the rules of OGC.
 * A grid whose units are connected over shared borders comes out as one polygon. `assignment[unit]` is a grid index, or below 0 for
 * none. O(points + arcs at shared junctions).
 */
export function dissolve(
  coverage: { readonly arcs: Arcs },
  assignment: Int16Array | Int32Array,
  gridCount?: number,
): MultiPolygon[] {
  const { arcs } = coverage;
  const { left, right } = arcs;
  const gridOf = (unit: number): number => (unit < 0 ? -1 : (assignment[unit] ?? -1));
  let grids = gridCount ?? 0;
  for (let arc = 0; arc < left.length; arc += 1)
    grids = Math.max(grids, gridOf(left[arc]!) + 1, gridOf(right[arc]!) + 1);
  return traceAll(new BoundaryTracer(arcs), arcs, gridOf, grids);
}

/** Draws grids 0 to `grids - 1`; `gridOf` answers -1 for a unit without one and for -1. O(points). */
export function traceAll(
  tracer: BoundaryTracer,
  arcs: Arcs,
  gridOf: (unit: number) => number,
  grids: number,
): MultiPolygon[] {
  const { offsets, halfArcs } = borderRows(arcs, gridOf, grids);
  return Array.from({ length: grids }, (_, grid) =>
    tracer.trace(halfArcs.subarray(offsets[grid]!, offsets[grid + 1]!)),
  );
}

/** The half-arcs round each grid, ascending, in compressed rows. */
function borderRows(
  { left, right }: Arcs,
  gridOf: (unit: number) => number,
  grids: number,
): { readonly offsets: Int32Array; readonly halfArcs: Int32Array } {
  const offsets = new Int32Array(grids + 1);
  const each = (visit: (grid: number, halfArc: number) => void): void => {
    for (let arc = 0; arc < left.length; arc += 1) {
      const [inside, beyond] = [gridOf(left[arc]!), gridOf(right[arc]!)];
      if (inside === beyond) continue;
      if (inside >= 0) visit(inside, 2 * arc);
      if (beyond >= 0) visit(beyond, 2 * arc + 1);
    }
  };
  each((grid) => (offsets[grid + 1]! += 1));
  for (let grid = 0; grid < grids; grid += 1) offsets[grid + 1]! += offsets[grid]!;
  const halfArcs = new Int32Array(offsets[grids]!);
  const fill = offsets.slice();
  each((grid, halfArc) => {
    halfArcs[fill[grid]!++] = halfArc;
  });
  return { offsets, halfArcs };
}
