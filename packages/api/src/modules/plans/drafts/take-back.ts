// Owns undo and redo of any step, also of somebody else's and of an accepted suggestion: what it changed is put back as a new step.
// Refuses to touch what someone changed since, and to reach into what is locked: that is asked for by unlocking first.
import type { Transaction } from '#platform/database/database';
import { sql } from '#platform/database/sql';
import { canonical } from '#platform/events/once';
import { AppError } from '#platform/errors';
import { closeGrid } from './apply-grid.ts';
import type { DraftState } from './draft-state.ts';
import { refuseLocked, refuseTorn, togetherNow } from './locked-units.ts';
import type { OpContext } from './op-context.ts';
import type { OpKind, PlanOp, StepDiff, Swap } from './plan-ops.ts';

/** Of the one operation that a turn is. */
const PATH = 'input.ops[0]';

/** A step that may be taken back or done again. */
export interface KeptStep {
  readonly version: number;
  readonly diff: StepDiff;
  readonly undone: boolean;
  /** Its own version, and those of the steps that took it back or did it again. */
  readonly family: ReadonlySet<number>;
}

/** The one UNDO or REDO of a call; null for a call of other operations. @throws AppError PLAN_STEP_ALONE */
export function turnOf(ops: readonly PlanOp[]): (PlanOp & { readonly kind: 'UNDO' | 'REDO' }) | null {
  const index = ops.findIndex(({ kind }) => kind === 'UNDO' || kind === 'REDO');
  if (index < 0) return null;
  if (ops.length > 1) throw new AppError('PLAN_STEP_ALONE', {}, `input.ops[${index}].kind`);
  return ops[index] as PlanOp & { readonly kind: 'UNDO' | 'REDO' };
}

/** Undo of a redo means the step itself, and so does redo of an undo. @throws AppError PLAN_STEP_UNKNOWN, PLAN_STEP_TAKEN */
export async function keptStep(tx: Transaction, draftId: string, op: PlanOp): Promise<KeptStep> {
  const path = 'input.ops[0].version';
  const named = await readStep(tx, draftId, op.version ?? 0);
  if (!named) throw new AppError('PLAN_STEP_UNKNOWN', {}, path);
  if (named.of !== null && named.kinds.includes(op.kind)) throw new AppError('PLAN_STEP_TAKEN', {}, path);
  const step = named.of === null ? named : await readStep(tx, draftId, named.of);
  if (!step) throw new AppError('PLAN_STEP_UNKNOWN', {}, path);
  if (step.undone !== (op.kind === 'REDO')) throw new AppError('PLAN_STEP_TAKEN', {}, path);
  const family = await tx.execute<{ version: number }>(sql`
    select version from plan_changes where community_id = ${tx.communityId}::uuid and draft_id = ${draftId}::uuid
      and (of_version = ${step.version}::int or version = ${step.version}::int)`);
  return { ...step, family: new Set(family.map(({ version }) => version)) };
}

interface StepRow {
  readonly version: number;
  readonly diff: StepDiff;
  readonly undone: boolean;
  readonly of: number | null;
  readonly kinds: readonly OpKind[];
}

async function readStep(tx: Transaction, draftId: string, version: number): Promise<StepRow | undefined> {
  const [row] = await tx.execute<StepRow>(sql`
    select version, undo as diff, undone, of_version as of, (select json_agg(op ->> 'kind') from jsonb_array_elements(ops) op) as kinds
    from plan_changes where community_id = ${tx.communityId}::uuid and draft_id = ${draftId}::uuid and version = ${version}::int`);
  return row;
}

/**
 * Puts a step's change back, or makes it again. Conflicts are gathered in the context.
 * @throws AppError PLAN_LOCKED, PLAN_STEP_OVERTAKEN, PLAN_GRID_NOT_IN_PLAN, and as {@link closeGrid}
 */
export function turnStep(context: OpContext, kind: 'UNDO' | 'REDO', step: KeptStep): void {
  const diff = kind === 'REDO' ? step.diff : reversed(step.diff);
  const { draft } = context;
  for (const gridId of diff.grids?.added ?? []) draft.grids.add(gridId);
  for (const { id } of diff.locks.removed) draft.locks.delete(id);
  for (const { id } of diff.exemptions.removed) draft.exemptions.delete(id);
  const together = togetherNow(draft);
  for (const unit of diff.units) turnUnit(context, unit, step.family);
  // Nothing of a conflict is kept: what else would be in the way is not asked.
  if (context.conflicts.length > 0) return;
  refuseTorn(draft, together, PATH);
  putBack(context, draft.locks, diff.locks.added);
  for (const gridId of diff.grids?.removed ?? []) closeGrid(context, gridId, PATH);
  putBack(context, draft.exemptions, diff.exemptions.added);
  turnWords(draft, diff);
}

/** Conditions come back as they were, in grids that the draft has. */
function putBack<Condition extends { readonly id: string; readonly gridId: string | null }>(
  context: OpContext,
  into: Map<string, Condition>,
  gone: readonly Condition[],
): void {
  for (const condition of gone) {
    refuseClosed(context, condition.gridId);
    into.set(condition.id, condition);
  }
}

/** A grid that somebody closed since takes nothing back. @throws AppError PLAN_GRID_NOT_IN_PLAN */
function refuseClosed({ draft, grids }: OpContext, gridId: string | null): void {
  if (gridId === null || draft.grids.has(gridId)) return;
  throw new AppError('PLAN_GRID_NOT_IN_PLAN', { grid: grids.numberOf.get(gridId) ?? 0 }, PATH);
}

function turnUnit(
  context: OpContext,
  [entranceId, from, to]: StepDiff['units'][number],
  family: ReadonlySet<number>,
): void {
  const { draft, actorId, conflicts } = context;
  const unit = draft.unit(entranceId);
  if (!unit) return;
  const movedSince = !family.has(unit.movedVersion) && unit.movedById !== actorId;
  if (unit.gridId !== from || movedSince) {
    if (unit.gridId !== to) conflicts.push({ entranceId, yours: to, theirs: unit });
    return;
  }
  refuseClosed(context, to);
  refuseLocked(draft, entranceId, to, PATH);
  draft.move(entranceId, to);
}

function turnWords(draft: DraftState, { rules, name }: StepDiff): void {
  const overtaken =
    (rules !== null && canonical(draft.rules) !== canonical(rules.before)) ||
    (name !== null && draft.name !== name.before);
  if (overtaken) throw new AppError('PLAN_STEP_OVERTAKEN', {}, 'input.ops[0].version');
  if (rules) draft.rules = rules.after;
  if (name) draft.name = name.after;
}

function reversed({ grids, units, locks, exemptions, rules, name }: StepDiff): StepDiff {
  return {
    ...(grids && { grids: swapped(grids) }),
    units: units.map(([id, before, after]) => [id, after, before] as const),
    locks: swapped(locks),
    exemptions: swapped(exemptions),
    rules: rules && { before: rules.after, after: rules.before },
    name: name && { before: name.after, after: name.before },
  };
}

function swapped<Thing>({ added, removed }: Swap<Thing>): Swap<Thing> {
  return { added: removed, removed: added };
}
