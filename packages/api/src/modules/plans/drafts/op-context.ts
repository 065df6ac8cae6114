// Owns what an operation on a draft may look at, and how it names units and grids. Pure.
// Refuses to guess: an id of elsewhere or a number that no grid has is the caller's to mend.
import { AppError } from '#platform/errors';
import { decodeId } from '#platform/ids';
import type { DraftState, UnitState } from './draft-state.ts';
import type { GridBook } from './grid-book.ts';
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

/** A grid of the draft; null stays null: in no grid. @throws AppError PLAN_GRID_UNKNOWN, PLAN_GRID_NOT_IN_PLAN */
export function gridOf({ draft, grids }: OpContext, number: number | null, path: string): string | null {
  if (number === null) return null;
  const id = grids.idOf.get(number);
  if (!id) throw new AppError('PLAN_GRID_UNKNOWN', { grid: number }, path);
  if (!draft.grids.has(id)) throw new AppError('PLAN_GRID_NOT_IN_PLAN', { grid: number }, path);
  return id;
}
