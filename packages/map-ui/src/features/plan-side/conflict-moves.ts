// Owns what is left to do after choosing in a conflict: theirs is what the plan has, so only what is kept of one's own is moved
// again. Pure.
import type { PlanConflictModel } from '#plan/plan-session.types';

export type ConflictChoice = 'yours' | 'theirs';

/** Units by the grid they go to; -1 is none. */
export function conflictMoves(
  { units }: PlanConflictModel,
  choices: ReadonlyMap<number, ConflictChoice>,
): { readonly grid: number; readonly units: readonly number[] }[] {
  const kept = units.filter(({ unit, yours, theirs }) => choices.get(unit) === 'yours' && yours !== theirs);
  return [...Map.groupBy(kept, ({ yours }) => yours ?? -1)].map(([grid, list]) => ({
    grid,
    units: list.map(({ unit }) => unit),
  }));
}
