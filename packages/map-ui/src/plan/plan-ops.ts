// Owns what an operation does to a plan, before the server says so. Pure. Refuses undo and redo: what they restore is the
// server's to know.
import type { PlanOpInput } from '#api/gql/graphql';
import { gridIndex, type PlanContent, type PlanExemptionModel, unitsOf } from './plan-content.ts';
import type { PlanModel } from './plan-model.ts';
import type { PlanLockModel } from './plan-session.types.ts';

/** One step on its way to the server: its operations and the id they are sent under. */
export interface PlanBatch {
  readonly clientEventId: string;
  readonly ops: readonly PlanOpInput[];
}

/** The plan with these steps on top; the same object when they change nothing. O(units + operations) */
export function withBatches(model: PlanModel, content: PlanContent, batches: readonly PlanBatch[]): PlanContent {
  return batches.reduce(
    (plan, { clientEventId, ops }) =>
      ops.reduce((before, op, at) => applyOp(model, before, op, `${clientEventId}:${at}`), plan),
    content,
  );
}

type Apply = (model: PlanModel, content: PlanContent, op: PlanOpInput, localId: string) => PlanContent;

const APPLY: Readonly<Record<PlanOpInput['kind'], Apply>> = {
  MOVE: applyMove,
  ADD_GRID: applyAddGrid,
  CLOSE_GRID: applyCloseGrid,
  LOCK: applyLock,
  UNLOCK: applyUnlock,
  EXEMPT: applyExempt,
  UNEXEMPT: applyUnexempt,
  SET_RULES: (_, content, { rules }) => (rules ? { ...content, rules: { ...rules } } : content),
  RENAME: (_, content, { text }) => (text ? { ...content, name: text } : content),
  UNDO: (_, content) => content,
  REDO: (_, content) => content,
};

function applyOp(model: PlanModel, content: PlanContent, op: PlanOpInput, localId: string): PlanContent {
  return APPLY[op.kind](model, content, op, localId);
}

function applyMove(model: PlanModel, content: PlanContent, { entrances, grid }: PlanOpInput): PlanContent {
  const target = gridIndex(model, grid);
  const units = unitsOf(model, (entrances ?? []).map(String)).filter((unit) => content.assignment[unit] !== target);
  if (units.length === 0) return content;
  const assignment = content.assignment.slice();
  for (const unit of units) assignment[unit] = target;
  return { ...content, assignment };
}

function applyAddGrid(model: PlanModel, content: PlanContent, { grid: number }: PlanOpInput): PlanContent {
  const grid = gridIndex(model, number);
  if (grid < 0 || content.openGrids.includes(grid)) return content;
  return { ...content, openGrids: [...content.openGrids, grid].toSorted((one, other) => one - other) };
}

/** What the server would refuse changes nothing here either. */
function applyCloseGrid(model: PlanModel, content: PlanContent, { grid: number }: PlanOpInput): PlanContent {
  const grid = gridIndex(model, number);
  const held = content.assignment.includes(grid) || content.locks.some((lock) => lock.grid === grid);
  if (held || !content.openGrids.includes(grid)) return content;
  return {
    ...content,
    openGrids: content.openGrids.filter((each) => each !== grid),
    exemptions: content.exemptions.filter((each) => each.grid !== grid),
  };
}

function applyLock(model: PlanModel, content: PlanContent, op: PlanOpInput, id: string): PlanContent {
  const added = lockOf(model, op, id);
  if (!added) return content;
  // The server's own may have come before its answer to this one.
  return content.locks.some((known) => sameLock(known, added))
    ? content
    : { ...content, locks: [...content.locks, added] };
}

/** An unlock of a lock that the server has not named yet says what was locked, too. */
function applyUnlock(model: PlanModel, content: PlanContent, op: PlanOpInput): PlanContent {
  const gone = lockNamed(model, content.locks, op);
  return gone ? { ...content, locks: content.locks.filter((lock) => lock !== gone) } : content;
}

/** The lock an UNLOCK is about, by its id or by what it locks. */
export function lockNamed(
  model: PlanModel,
  locks: readonly PlanLockModel[],
  op: PlanOpInput,
): PlanLockModel | undefined {
  const local = lockOf(model, op, '');
  return locks.find((lock) => lock.id === op.id || (local !== null && sameLock(lock, local)));
}

function lockOf(model: PlanModel, { lock, entrances, grid }: PlanOpInput, id: string): PlanLockModel | null {
  if (!lock) return null;
  return { id, kind: lock, units: unitsOf(model, (entrances ?? []).map(String)), grid: gridIndex(model, grid), by: '' };
}

function sameLock(one: PlanLockModel, other: PlanLockModel): boolean {
  if (one.kind !== other.kind || one.grid !== other.grid) return false;
  return one.kind === 'GRID' || sameUnits(one.units, other.units);
}

function applyExempt(model: PlanModel, content: PlanContent, op: PlanOpInput, id: string): PlanContent {
  const added = exemptionOf(model, op, id);
  if (!added) return content;
  return content.exemptions.some((known) => sameExemption(known, added))
    ? content
    : { ...content, exemptions: [...content.exemptions, added] };
}

function applyUnexempt(model: PlanModel, content: PlanContent, op: PlanOpInput): PlanContent {
  const gone = exemptionNamed(model, content.exemptions, op);
  return gone ? { ...content, exemptions: content.exemptions.filter((each) => each !== gone) } : content;
}

/** The exemption an UNEXEMPT is about, by its id or by what it accepts. */
export function exemptionNamed(
  model: PlanModel,
  exemptions: readonly PlanExemptionModel[],
  op: PlanOpInput,
): PlanExemptionModel | undefined {
  const local = exemptionOf(model, op, '');
  return exemptions.find((each) => each.id === op.id || (local !== null && sameExemption(each, local)));
}

function exemptionOf(
  model: PlanModel,
  { check, grid, entrances, text }: PlanOpInput,
  id: string,
): PlanExemptionModel | null {
  if (!check) return null;
  return {
    id,
    check,
    grid: grid == null ? null : gridIndex(model, grid),
    units: unitsOf(model, (entrances ?? []).map(String)),
    reason: text ?? '',
    by: '',
  };
}

function sameExemption(one: PlanExemptionModel, other: PlanExemptionModel): boolean {
  return one.check === other.check && one.grid === other.grid && sameUnits(one.units, other.units);
}

/** Whether two lists name the same units, in any order. */
export function sameUnits(one: readonly number[], other: readonly number[]): boolean {
  return one.length === other.length && one.every((unit) => other.includes(unit));
}

/** The operations without these entrances; a move that moves nothing any more is left out. */
export function withoutEntrances(ops: readonly PlanOpInput[], gone: ReadonlySet<string>): PlanOpInput[] {
  return ops.flatMap((op) => {
    if (op.kind !== 'MOVE') return [op];
    const entrances = (op.entrances ?? []).filter((entrance) => !gone.has(String(entrance)));
    return entrances.length === 0 ? [] : [{ ...op, entrances }];
  });
}

/** The moves that make one assignment of another, a grid each. */
export function movesBetween(model: PlanModel, from: Int32Array, to: Int32Array): PlanOpInput[] {
  const byGrid = new Map<number, string[]>();
  to.forEach((grid, unit) => {
    if (grid === from[unit]) return;
    byGrid.set(grid, [...(byGrid.get(grid) ?? []), model.units[unit]?.entrance ?? '']);
  });
  return [...byGrid].map(([grid, entrances]) => ({
    kind: 'MOVE',
    entrances,
    grid: model.grids[grid]?.number ?? null,
  }));
}
