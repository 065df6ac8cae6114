// Owns what each operation does to a draft in memory, and when it may not. Pure but for new ids, which are given.
// Refuses half a step: whatever is wrong is thrown, and nothing of the call is kept. Taking back stands in take-back.ts.
import { canonical } from '#platform/events/once';
import { AppError } from '#platform/errors';
import { decodeId } from '#platform/ids';
import { applyAddGrid, applyCloseGrid } from './apply-grid.ts';
import { applyLock } from './apply-lock.ts';
import { refuseLocked, refuseTorn, togetherNow } from './locked-units.ts';
import { entrancesOf, gridOf, type OpContext } from './op-context.ts';
import type { DraftExemption, OpKind, PlanOp } from './plan-ops.ts';
import { exemptCheck, planName, reasonText } from './plan-text.ts';
import { validRules } from './valid-rules.ts';

type Apply = (context: OpContext, op: PlanOp, path: string) => void;

const APPLY: Record<Exclude<OpKind, 'UNDO' | 'REDO'>, Apply> = {
  MOVE: applyMove,
  ADD_GRID: applyAddGrid,
  CLOSE_GRID: applyCloseGrid,
  LOCK: applyLock,
  UNLOCK: ({ draft, communityId }, op, path) => takeOut(draft.locks, communityId, 'PlanLock', op.id, `${path}.id`),
  EXEMPT: applyExempt,
  UNEXEMPT: ({ draft, communityId }, op, path) =>
    takeOut(draft.exemptions, communityId, 'PlanExemption', op.id, `${path}.id`),
  SET_RULES({ draft }, op, path) {
    if (!op.rules) throw new AppError('BAD_USER_INPUT', {}, `${path}.rules`);
    const rules = validRules(op.rules, `${path}.rules`);
    if (canonical(rules) !== canonical(draft.rules)) draft.rules = rules;
  },
  RENAME({ draft }, op, path) {
    draft.name = planName(op.text ?? '', `${path}.text`);
  },
};

/** @param path of the operation, e.g. `input.ops[3]` @throws AppError with a path below it; PLAN_STEP_ALONE for UNDO and REDO */
export function applyOp(context: OpContext, op: PlanOp, path: string): void {
  if (op.kind === 'UNDO' || op.kind === 'REDO') throw new AppError('PLAN_STEP_ALONE', {}, `${path}.kind`);
  APPLY[op.kind](context, op, path);
}

function applyMove(context: OpContext, op: PlanOp, path: string): void {
  const entranceIds = entrancesOf(context, op, path);
  const gridId = gridOf(context, op.grid ?? null, `${path}.grid`);
  const { draft, actorId, baseVersion, conflicts } = context;
  const together = togetherNow(draft);
  for (const entranceId of entranceIds) {
    const unit = draft.unit(entranceId)!;
    if (unit.gridId === gridId) continue;
    if (unit.movedVersion > baseVersion && unit.movedById !== actorId) {
      conflicts.push({ entranceId, yours: gridId, theirs: unit });
      continue;
    }
    refuseLocked(draft, entranceId, gridId, path);
    draft.move(entranceId, gridId);
  }
  // What stayed behind in a conflict is for its author to decide first.
  if (conflicts.length === 0) refuseTorn(draft, together, path);
}

function applyExempt(context: OpContext, op: PlanOp, path: string): void {
  const check = exemptCheck(op.check ?? '', `${path}.check`);
  const entranceIds = op.entrances && op.entrances.length > 0 ? entrancesOf(context, op, path) : [];
  const gridId = gridOf(context, op.grid ?? null, `${path}.grid`);
  if (entranceIds.length === 0 && gridId === null) throw new AppError('BAD_USER_INPUT', {}, `${path}.entrances`);
  const reason = reasonText(op.text ?? '', `${path}.text`);
  const { exemptions } = context.draft;
  const says = (each: Pick<DraftExemption, 'check' | 'gridId' | 'entranceIds'>) =>
    [each.check, each.gridId, ...each.entranceIds.toSorted()].join();
  // Two who accept the same finding accept it once.
  if ([...exemptions.values()].some((each) => says(each) === says({ check, gridId, entranceIds }))) return;
  const id = context.newId();
  exemptions.set(id, { id, check, gridId, entranceIds, reason, byName: context.actorName });
}

function takeOut(
  things: Map<string, object>,
  communityId: string,
  type: 'PlanLock' | 'PlanExemption',
  opaque: string | null | undefined,
  path: string,
): void {
  const { communityId: home, id } = decodeId(opaque ?? '', type, path);
  if (home !== communityId || !things.delete(id)) throw new AppError('PLAN_CONDITION_UNKNOWN', {}, path);
}
