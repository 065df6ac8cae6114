// Owns which moves a draft's locks forbid. Pure. Refuses to weigh TOGETHER: units that belong together may travel one by one, and
// the checks say when they end apart.
import { AppError } from '#platform/errors';
import type { DraftState } from './draft-state.ts';

/** @throws AppError PLAN_LOCKED when a lock holds the unit elsewhere, or closes the grid it leaves or enters */
export function refuseLocked(draft: DraftState, entranceId: string, toGridId: string | null, path: string): void {
  const fromGridId = draft.unit(entranceId)?.gridId ?? null;
  for (const lock of draft.locks.values()) {
    const closed = lock.kind === 'GRID' && (lock.gridId === fromGridId || lock.gridId === toGridId);
    const held =
      (lock.kind === 'UNIT' || lock.kind === 'WORKER') &&
      lock.gridId !== toGridId &&
      lock.entranceIds.includes(entranceId);
    if (closed || held) throw new AppError('PLAN_LOCKED', { by: lock.byName }, path);
  }
}
