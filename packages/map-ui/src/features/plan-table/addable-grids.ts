// Owns which numbers a draft may add: the first that no plan ever had, and those of grids that plans had and have no more. Pure.
import type { PlanGridModel } from '#plan/plan-session.types';

/** Numbers; `next` null where a page knows no further one. */
export interface AddableGrids {
  readonly next: number | null;
  readonly former: readonly number[];
}

/** @param openGrids indexes of the grids that the draft has */
export function addableGrids(grids: readonly PlanGridModel[], openGrids: readonly number[]): AddableGrids {
  const free = grids.filter((_, grid) => !openGrids.includes(grid));
  const numbers = (drafted: boolean) => free.flatMap((grid) => (grid.drafted === drafted ? [grid.number] : []));
  return { next: numbers(true)[0] ?? null, former: numbers(false) };
}
