// Use case: one step of a draft. All operations of a call or none; what others did since is merged by unit.
// Refuses a conflict by throwing it: the caller shows both names, and nothing of the step was kept.
import type { Transaction } from '#platform/database/database';
import { sql } from '#platform/database/sql';
import { AppError } from '#platform/errors';
import { newId } from '#platform/ids';
import { applyOp } from './apply-op.ts';
import { DraftState } from './draft-state.ts';
import { readContent, takeVersion, writeStep } from './draft-store.ts';
import { gridBookFor } from './grid-book.ts';
import type { OpContext, UnitConflict } from './op-context.ts';
import type { ChangeSource, PlanOp } from './plan-ops.ts';
import { keptStep, turnOf, turnStep } from './take-back.ts';

const MAX_OPS = 500;
const MAX_ENTRANCES = 5_000;

/** One call, decoded: the draft by its uuid. */
export interface AskedStep {
  readonly draftId: string;
  readonly baseVersion: number;
  readonly ops: readonly PlanOp[];
  readonly source: ChangeSource;
  readonly by: { readonly id: string; readonly name: string };
}

/** Somebody else moved the same units elsewhere. Thrown inside the unit of work, so that nothing of it stays. */
export class PlanConflictFound extends Error {
  readonly units: readonly (Omit<UnitConflict, 'yours' | 'theirs'> & {
    readonly yours: number | null;
    readonly theirs: number | null;
    readonly theirName: string;
    /** Epoch milliseconds. */
    readonly theirAt: number;
  })[];

  constructor(units: PlanConflictFound['units']) {
    super(`${units.length} units were moved elsewhere by someone else`);
    this.name = 'PlanConflictFound';
    this.units = units;
  }
}

/**
 * @returns whether others had changed it since `baseVersion`
 * @throws PlanConflictFound; AppError NOT_FOUND, PLAN_NOT_EDITABLE, PLAN_VERSION_UNKNOWN, PLAN_TOO_MANY_OPS, and those of the operations
 */
export async function applyOps(tx: Transaction, asked: AskedStep): Promise<{ merged: boolean; version: number }> {
  const { baseVersion, ops, source, by } = asked;
  refuseTooMany(ops);
  const draft = await takeVersion(tx, asked.draftId);
  if (draft.stage !== 'DRAFT') throw new AppError('PLAN_NOT_EDITABLE', {}, 'input.plan');
  if (baseVersion < 1 || baseVersion >= draft.version)
    throw new AppError('PLAN_VERSION_UNKNOWN', { version: draft.version - 1 }, 'input.baseVersion');
  const stamp = { version: draft.version, byId: by.id, byName: by.name, at: tx.now.getTime() };
  const state = new DraftState(await readContent(tx, draft), stamp);
  const context: OpContext = {
    draft: state,
    communityId: tx.communityId,
    grids: await gridBookFor(tx, ops),
    actorId: by.id,
    actorName: by.name,
    baseVersion,
    newId,
    conflicts: [],
  };
  const of = await applyAll(tx, context, draft.id, ops);
  if (context.conflicts.length > 0) throw conflictOf(context);
  const merged = await othersSince(tx, asked);
  await writeStep(tx, { draft, stamp, source, ops, diff: state.diff(), of });
  tx.record({ kind: 'plan.changed', at: tx.now, data: { plan: draft.id, version: draft.version } });
  return { merged, version: draft.version };
}

/** @returns the version of the step that was taken back or done again; null for other operations */
async function applyAll(
  tx: Transaction,
  context: OpContext,
  draftId: string,
  ops: readonly PlanOp[],
): Promise<number | null> {
  const turn = turnOf(ops);
  if (!turn) {
    ops.forEach((op, index) => applyOp(context, op, `input.ops[${index}]`));
    return null;
  }
  const step = await keptStep(tx, draftId, turn);
  turnStep(context, turn.kind, step);
  await tx.execute(sql`
    update plan_changes set undone = ${turn.kind === 'UNDO'}::boolean
    where community_id = ${tx.communityId}::uuid and draft_id = ${draftId}::uuid and version = ${step.version}::int`);
  return step.version;
}

function refuseTooMany(ops: readonly PlanOp[]): void {
  const entrances = ops.reduce((sum, op) => sum + (op.entrances?.length ?? 0), 0);
  if (ops.length === 0) throw new AppError('BAD_USER_INPUT', {}, 'input.ops');
  if (ops.length > MAX_OPS || entrances > MAX_ENTRANCES)
    throw new AppError('PLAN_TOO_MANY_OPS', { ops: MAX_OPS, entrances: MAX_ENTRANCES }, 'input.ops');
}

function conflictOf({ conflicts, grids }: OpContext): PlanConflictFound {
  const number = (gridId: string | null) => (gridId === null ? null : (grids.numberOf.get(gridId) ?? null));
  const last = new Map(conflicts.map((conflict) => [conflict.entranceId, conflict]));
  return new PlanConflictFound(
    [...last.values()].map(({ entranceId, yours, theirs }) => ({
      entranceId,
      yours: number(yours),
      theirs: number(theirs.gridId),
      theirName: theirs.movedByName ?? '',
      theirAt: theirs.movedAt ?? 0,
    })),
  );
}

async function othersSince(tx: Transaction, { draftId, baseVersion, by }: AskedStep): Promise<boolean> {
  const [row] = await tx.execute<{ others: boolean }>(sql`
    select exists (select 1 from plan_changes where community_id = ${tx.communityId}::uuid and draft_id = ${draftId}::uuid
      and version > ${baseVersion}::int and by_id <> ${by.id}::uuid) as others`);
  return row?.others ?? false;
}
