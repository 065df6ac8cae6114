// Owns how a draft gets another grid, and how it lets one go. Pure: the number of a new grid was given before (grid-book.ts).
// Refuses to close a grid that still has units, that a lock names, or that is the last.
import { AppError } from '#platform/errors';
import { nextNumber } from './grid-book.ts';
import type { OpContext } from './op-context.ts';
import type { PlanOp } from './plan-ops.ts';

/** Nothing happens where the draft has it. @throws AppError BAD_USER_INPUT, PLAN_GRID_NUMBER, GRID_COUNT_TOO_LARGE */
export function applyAddGrid({ draft, grids }: OpContext, op: PlanOp, path: string): void {
  const number = numberOf(op, path);
  const gridId = grids.idOf.get(number);
  if (gridId === undefined)
    throw new AppError('PLAN_GRID_NUMBER', { grid: number, next: nextNumber(grids) }, `${path}.grid`);
  if (draft.grids.has(gridId)) return;
  const units = draft.unitCount();
  if (draft.grids.size >= units)
    throw new AppError('GRID_COUNT_TOO_LARGE', { units, grids: draft.grids.size + 1 }, `${path}.grid`);
  draft.grids.add(gridId);
}

/** Nothing happens where the draft has it no more. @throws AppError BAD_USER_INPUT, PLAN_GRID_UNKNOWN, and as {@link closeGrid} */
export function applyCloseGrid(context: OpContext, op: PlanOp, path: string): void {
  const number = numberOf(op, path);
  const gridId = context.grids.idOf.get(number);
  if (gridId === undefined) throw new AppError('PLAN_GRID_UNKNOWN', { grid: number }, `${path}.grid`);
  closeGrid(context, gridId, `${path}.grid`);
}

/** What was accepted about the grid goes with it. @throws AppError PLAN_GRID_NOT_EMPTY, PLAN_GRID_HELD, PLAN_GRID_LAST */
export function closeGrid({ draft, grids }: OpContext, gridId: string, path: string): void {
  if (!draft.grids.has(gridId)) return;
  const grid = grids.numberOf.get(gridId) ?? 0;
  const count = draft.unitCount(gridId);
  if (count > 0) throw new AppError('PLAN_GRID_NOT_EMPTY', { grid, count }, path);
  const lock = [...draft.locks.values()].find((each) => each.gridId === gridId);
  if (lock) throw new AppError('PLAN_GRID_HELD', { grid, by: lock.byName }, path);
  if (draft.grids.size === 1) throw new AppError('PLAN_GRID_LAST', { grid }, path);
  for (const exemption of draft.exemptions.values())
    if (exemption.gridId === gridId) draft.exemptions.delete(exemption.id);
  draft.grids.delete(gridId);
}

function numberOf({ grid }: PlanOp, path: string): number {
  if (grid === null || grid === undefined || grid < 1) throw new AppError('BAD_USER_INPUT', {}, `${path}.grid`);
  return grid;
}
