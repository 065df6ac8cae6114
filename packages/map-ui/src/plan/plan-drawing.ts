// Owns the drawn grids of one assignment: after a move only grids that gave or took are drawn and measured again.
import { Boundaries, type MultiPolygon, multiPolygonArea, toLonLatPolygons } from '@qinghe/rebalance';
import type { PlanModel } from './plan-model.ts';
import type { Boundary } from './plan-session.types.ts';

/** Polygons of an assignment that changes. */
export interface PlanDrawing {
  /** Per grid, degrees; elements of untouched grids stay the same objects. */
  boundaries(): readonly Boundary[];
  compactness(grid: number): number | null;
  /** Draws another assignment. @returns the grids drawn again */
  draw(assignment: Int32Array): ReadonlySet<number>;
}

/** Draws all grids once. O(points of the coverage) */
export function createDrawing(model: PlanModel, first: Int32Array): PlanDrawing {
  const gridCount = model.grids.length;
  const metres = new Boundaries({ arcs: model.arcs }, first, gridCount);
  const inDegrees = (polygons: MultiPolygon): Boundary => toLonLatPolygons(model.projection, polygons);
  let degrees: readonly Boundary[] = metres.polygons.map(inDegrees);
  return {
    boundaries: () => degrees,
    compactness: (grid) => compactnessOf(metres.polygons[grid] ?? []),
    draw(assignment) {
      const moves = [...assignment].flatMap((grid, unit) => (metres.gridOf(unit) === grid ? [] : [{ unit, grid }]));
      const drawn = new Set(metres.move(moves));
      if (drawn.size > 0)
        degrees = degrees.map((boundary, grid) =>
          drawn.has(grid) ? inDegrees(metres.polygons[grid] ?? []) : boundary,
        );
      return drawn;
    },
  };
}

/** Polsby–Popper: 4π area over squared perimeter, 1 for a circle; null for nothing. */
export function compactnessOf(polygons: MultiPolygon): number | null {
  const perimeter = polygons.flat().reduce((sum, ring) => sum + lengthOf(ring), 0);
  return perimeter === 0 ? null : (4 * Math.PI * multiPolygonArea(polygons)) / perimeter ** 2;
}

function lengthOf(ring: readonly (readonly [number, number])[]): number {
  return ring.reduce((sum, [x, y], at) => {
    const [fromX, fromY] = ring[at - 1] ?? [x, y];
    return sum + Math.hypot(x - fromX, y - fromY);
  }, 0);
}
