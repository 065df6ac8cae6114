// Owns how locks come to be: units held where they are, units together, a worker kept with units, a whole grid. Pure.
// Refuses a second lock that says the same: locking all grids twice leaves one lock each.
import { AppError } from '#platform/errors';
import { entrancesOf, gridOf, type OpContext } from './op-context.ts';
import type { DraftLock, LockKind, PlanOp } from './plan-ops.ts';

/** @throws AppError BAD_USER_INPUT, PLAN_GRID_UNKNOWN, PLAN_UNIT_UNKNOWN, PLAN_LOCK_UNASSIGNED, PLAN_LOCK_TOGETHER */
export function applyLock(context: OpContext, op: PlanOp, path: string): void {
  if (!op.lock) throw new AppError('BAD_USER_INPUT', {}, `${path}.lock`);
  if (op.lock === 'GRID') lockGrid(context, op, path);
  else if (op.lock === 'TOGETHER') lockTogether(context, op, path);
  else lockUnits(context, op, op.lock, path);
}

function lockGrid(context: OpContext, op: PlanOp, path: string): void {
  const gridId = gridOf(context, op.grid ?? null, `${path}.grid`);
  if (gridId === null) throw new AppError('BAD_USER_INPUT', {}, `${path}.grid`);
  add(context, { kind: 'GRID', gridId, entranceIds: [] });
}

function lockTogether(context: OpContext, op: PlanOp, path: string): void {
  const entranceIds = entrancesOf(context, op, path);
  if (entranceIds.length < 2) throw new AppError('PLAN_LOCK_TOGETHER', {}, `${path}.entrances`);
  add(context, { kind: 'TOGETHER', gridId: null, entranceIds });
}

/** Held in `grid` where the operation names one, else where each unit is now: one lock a grid. */
function lockUnits(context: OpContext, op: PlanOp, kind: 'UNIT' | 'WORKER', path: string): void {
  const entranceIds = entrancesOf(context, op, path);
  const named = gridOf(context, op.grid ?? null, `${path}.grid`);
  const byGrid = Map.groupBy(entranceIds, (id) => named ?? context.draft.unit(id)!.gridId);
  for (const [gridId, ids] of byGrid) {
    if (gridId === null) throw new AppError('PLAN_LOCK_UNASSIGNED', {}, `${path}.entrances`);
    add(context, { kind, gridId, entranceIds: ids });
  }
}

function add(
  { draft, newId, actorName }: OpContext,
  { kind, gridId, entranceIds }: { kind: LockKind; gridId: string | null; entranceIds: readonly string[] },
): void {
  const says = (lock: Pick<DraftLock, 'kind' | 'gridId' | 'entranceIds'>) =>
    [lock.kind, lock.gridId, ...lock.entranceIds.toSorted()].join();
  const wanted = says({ kind, gridId, entranceIds });
  if ([...draft.locks.values()].some((lock) => says(lock) === wanted)) return;
  const id = newId();
  draft.locks.set(id, { id, kind, gridId, entranceIds, byName: actorName });
}
