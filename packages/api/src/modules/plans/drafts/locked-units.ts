// Owns which moves a draft's locks forbid: out of a place that is held, into or out of a closed grid, and apart. Pure.
// Refuses to bring together: units locked together while apart travel one by one until they share a grid.
import { AppError } from '#platform/errors';
import type { DraftState } from './draft-state.ts';
import type { DraftLock } from './plan-ops.ts';

/** @throws AppError PLAN_LOCKED when a lock holds the unit elsewhere, or closes the grid it leaves or enters */
export function refuseLocked(draft: DraftState, entranceId: string, toGridId: string | null, path: string): void {
  const fromGridId = gridAt(draft, entranceId);
  for (const lock of draft.locks.values()) {
    const closed = lock.kind === 'GRID' && (lock.gridId === fromGridId || lock.gridId === toGridId);
    const held =
      (lock.kind === 'UNIT' || lock.kind === 'WORKER') &&
      lock.gridId !== toGridId &&
      lock.entranceIds.includes(entranceId);
    if (closed || held) throw new AppError('PLAN_LOCKED', { by: lock.byName }, path);
  }
}

/** Locks of units that must share a grid, and do. */
export function togetherNow(draft: DraftState): DraftLock[] {
  return [...draft.locks.values()].filter((lock) => lock.kind === 'TOGETHER' && sharedGrid(draft, lock) !== null);
}

/** @param together what {@link togetherNow} said before the moves @throws AppError PLAN_LOCKED when one of them was torn apart */
export function refuseTorn(draft: DraftState, together: readonly DraftLock[], path: string): void {
  const torn = together.find(({ entranceIds }) => new Set(entranceIds.map((id) => gridAt(draft, id))).size > 1);
  if (torn) throw new AppError('PLAN_LOCKED', { by: torn.byName }, path);
}

function sharedGrid(draft: DraftState, { entranceIds: [first = '', ...others] }: DraftLock): string | null {
  const grid = gridAt(draft, first);
  return others.every((id) => gridAt(draft, id) === grid) ? grid : null;
}

function gridAt(draft: DraftState, entranceId: string): string | null {
  return draft.unit(entranceId)?.gridId ?? null;
}
