// Owns the numbers of grids: a row each, counted again only for grids that changed, and how evenly they share. Pure. Judges
// nothing: limits are for the checks.
import { minutesPerWeek } from '@qinghe/rebalance';
import type { PlanModel } from './plan-model.ts';
import type { GridRow, PlanFigures, PlanRulesModel, PlanUnitModel } from './plan-session.types.ts';

/** Polsby–Popper of each grid's drawn boundary. */
export type Compactness = (grid: number) => number | null;

/** Units of each grid; what is in no grid is left out. */
export function membersOf(assignment: Int32Array, gridCount: number): number[][] {
  const members = Array.from({ length: gridCount }, (): number[] => []);
  assignment.forEach((grid, unit) => members[grid]?.push(unit));
  return members;
}

/** What of a plan is counted. */
export interface Counted {
  readonly assignment: Int32Array;
  readonly before: Int32Array;
  readonly rules: PlanRulesModel;
  /** Grids that share; those without a unit do. */
  readonly openGrids: Iterable<number>;
}

/**
 * Figures of a plan. O(units + span of the counted grids)
 *
 * @param known former rows, and the grids whose units changed since; left out: all are counted
 */
export function planFigures(
  model: PlanModel,
  { assignment, before, rules, openGrids }: Counted,
  compactness: Compactness,
  known?: { readonly rows: readonly GridRow[]; readonly changed: ReadonlySet<number> },
): PlanFigures {
  const members = membersOf(assignment, model.grids.length);
  const rows = members.map((units, grid) => {
    const kept = known && !known.changed.has(grid) ? known.rows[grid] : undefined;
    return kept ?? countGrid(model, grid, units, rules, compactness);
  });
  const moved = movedUnits(assignment, before);
  const open = new Set(openGrids);
  return {
    rows,
    ...balanceOf(rows.flatMap(({ grid, households }) => (open.has(grid) ? [households] : []))),
    movedUnits: moved.length,
    movedHouseholds: moved.reduce((sum, unit) => sum + (model.units[unit]?.households ?? 0), 0),
  };
}

/** Units that leave the grid they had; one that had none leaves nobody. */
export function movedUnits(assignment: Int32Array, before: Int32Array): number[] {
  const moved: number[] = [];
  assignment.forEach((grid, unit) => {
    if ((before[unit] ?? -1) >= 0 && grid !== before[unit]) moved.push(unit);
  });
  return moved;
}

/** Standard deviation over mean, and most over least. */
export function balanceOf(households: readonly number[]): Pick<PlanFigures, 'cv' | 'maxOverMin'> {
  const mean = households.reduce((sum, each) => sum + each, 0) / Math.max(1, households.length);
  const variance = households.reduce((sum, each) => sum + (each - mean) ** 2, 0) / Math.max(1, households.length);
  const least = Math.min(...households);
  return {
    cv: mean === 0 ? 0 : Math.sqrt(variance) / mean,
    maxOverMin: least > 0 ? Math.max(...households) / least : null,
  };
}

function countGrid(
  model: PlanModel,
  grid: number,
  indexes: readonly number[],
  rules: PlanRulesModel,
  compactness: Compactness,
): GridRow {
  const units = indexes.map((unit) => model.units[unit] as PlanUnitModel);
  const sum = (of: (unit: PlanUnitModel) => number) => units.reduce((total, unit) => total + of(unit), 0);
  return {
    grid,
    units: units.length,
    households: sum(({ households }) => households),
    residents: units.some(({ residents }) => residents === null) ? null : sum(({ residents }) => residents ?? 0),
    minutesPerWeek: sum((unit) => minutesPerWeek(unit, rules)),
    dailyCareDoors: sum(({ dailyCareDoors }) => dailyCareDoors),
    compactness: units.length === 0 ? null : compactness(grid),
    ...reachOf(
      indexes.map((unit) => ({ place: model.places[unit] ?? [0, 0], weight: model.units[unit]?.households ?? 0 })),
    ),
  };
}

interface Weighed {
  readonly place: readonly [number, number];
  readonly weight: number;
}

function reachOf(units: readonly Weighed[]): Pick<GridRow, 'spreadMetres' | 'spanMetres'> {
  const weight = units.reduce((sum, each) => sum + each.weight, 0);
  let spanMetres = 0;
  units.forEach((one, at) => {
    for (const other of units.slice(at + 1)) spanMetres = Math.max(spanMetres, distance(one.place, other.place));
  });
  if (weight === 0) return { spreadMetres: null, spanMetres };
  const mean = (axis: 0 | 1) => units.reduce((sum, each) => sum + each.place[axis] * each.weight, 0) / weight;
  const middle = [mean(0), mean(1)] as const;
  const spread = units.reduce((sum, each) => sum + each.weight * distance(each.place, middle), 0);
  return { spreadMetres: spread / weight, spanMetres };
}

function distance(one: readonly [number, number], other: readonly [number, number]): number {
  return Math.hypot(one[0] - other[0], one[1] - other[1]);
}
