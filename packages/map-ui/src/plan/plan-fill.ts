// Owns where units without a grid go when one asks for the nearest: the neighbour with the longest common border, else the nearest
// by distance. Pure.
import type { PlanModel } from './plan-model.ts';

/** The assignment with every unit in a grid that may take it. O(units · rounds + edges) */
export function fillUnassigned(model: PlanModel, assignment: Int32Array, closed: ReadonlySet<number>): Int32Array {
  const filled = assignment.slice();
  for (let changed = true; changed;) {
    const round = units(filled).flatMap((unit) => {
      const grid = neighbouringGrid(model, filled, unit, closed);
      return grid === null ? [] : [{ unit, grid }];
    });
    for (const { unit, grid } of round) filled[unit] = grid;
    changed = round.length > 0;
  }
  for (const unit of units(filled)) filled[unit] = nearestGrid(model, assignment, unit, closed);
  return filled;
}

function units(assignment: Int32Array): number[] {
  return [...assignment.keys()].filter((unit) => (assignment[unit] ?? -1) < 0);
}

/** Of the grids beside a unit, the one that shares most border with it; null where there is none. */
export function neighbouringGrid(
  { graph }: Pick<PlanModel, 'graph'>,
  assignment: Int32Array,
  unit: number,
  closed: ReadonlySet<number>,
): number | null {
  const shared = new Map<number, number>();
  for (let at = graph.offsets[unit] ?? 0; at < (graph.offsets[unit + 1] ?? 0); at += 1) {
    const grid = assignment[graph.neighbours[at] ?? unit] ?? -1;
    if (grid >= 0 && !closed.has(grid)) shared.set(grid, (shared.get(grid) ?? 0) + (graph.costs[at] ?? 0));
  }
  const best = [...shared].toSorted(([one, long], [other, longer]) => longer - long || one - other)[0];
  return best?.[0] ?? null;
}

function nearestGrid(model: PlanModel, assignment: Int32Array, unit: number, closed: ReadonlySet<number>): number {
  const [x, y] = model.places[unit] ?? [0, 0];
  let nearest = { grid: -1, metres: Infinity };
  assignment.forEach((grid, other) => {
    if (grid < 0 || closed.has(grid)) return;
    const [otherX, otherY] = model.places[other] ?? [0, 0];
    const metres = Math.hypot(otherX - x, otherY - y);
    if (metres < nearest.metres) nearest = { grid, metres };
  });
  return nearest.grid;
}
