// Owns what each operation does to a draft in memory, and when it may not. Pure but for new ids, which are given.
// Refuses half a step: whatever is wrong is thrown, and nothing of the call is kept.
import { AppError } from '#platform/errors';
import { decodeId } from '#platform/ids';
import type { DraftState, UnitState } from './draft-state.ts';
import type { GridBook } from './draft-store.ts';
import { refuseLocked } from './locked-units.ts';
import type { PlanOp } from './plan-ops.ts';

/** What an operation may look at. */
export interface OpContext {
  readonly draft: DraftState;
  readonly communityId: string;
  readonly grids: GridBook;
  readonly actorId: string;
  readonly actorName: string;
  readonly baseVersion: number;
  readonly newId: () => string;
  /** Units that somebody else moved elsewhere since `baseVersion`. */
  readonly conflicts: UnitConflict[];
}

/** Uuids; grids as ids. */
export interface UnitConflict {
  readonly entranceId: string;
  readonly yours: string | null;
  readonly theirs: UnitState;
}

/** @param path of the operation, e.g. `input.ops[3]` @throws AppError with a path below it */
export function applyOp(context: OpContext, op: PlanOp, path: string): void {
  if (op.kind !== 'MOVE') throw new AppError('BAD_USER_INPUT', {}, `${path}.kind`);
  applyMove(context, op, path);
}

function applyMove(context: OpContext, op: PlanOp, path: string): void {
  const entranceIds = entrancesOf(context, op, path);
  const gridId = gridOf(context, op.grid ?? null, `${path}.grid`);
  const { draft, actorId, baseVersion } = context;
  for (const entranceId of entranceIds) {
    const unit = draft.unit(entranceId)!;
    if (unit.gridId === gridId) continue;
    if (unit.movedVersion > baseVersion && unit.movedById !== actorId) {
      context.conflicts.push({ entranceId, yours: gridId, theirs: unit });
      continue;
    }
    refuseLocked(draft, entranceId, gridId, path);
    draft.move(entranceId, gridId);
  }
}

/** Uuids of the named entrances, each once. @throws AppError BAD_USER_INPUT, BAD_ID, PLAN_UNIT_UNKNOWN */
export function entrancesOf({ communityId, draft }: OpContext, op: PlanOp, path: string): string[] {
  if (!op.entrances || op.entrances.length === 0) throw new AppError('BAD_USER_INPUT', {}, `${path}.entrances`);
  const ids = op.entrances.map((text, index) => {
    const at = `${path}.entrances[${index}]`;
    const { communityId: home, id } = decodeId(text, 'Entrance', at);
    if (home !== communityId || !draft.unit(id)) throw new AppError('PLAN_UNIT_UNKNOWN', {}, at);
    return id;
  });
  return [...new Set(ids)];
}

/** Null stays null: in no grid. @throws AppError PLAN_GRID_UNKNOWN */
export function gridOf({ grids }: OpContext, number: number | null, path: string): string | null {
  if (number === null) return null;
  const id = grids.idOf.get(number);
  if (!id) throw new AppError('PLAN_GRID_UNKNOWN', { grid: number }, path);
  return id;
}
