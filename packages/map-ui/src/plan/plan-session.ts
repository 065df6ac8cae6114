// Owns one open plan: what the server has, own steps on top until each is answered, and what comes of conflicts and refusals.
// Refuses the network, the browser's storage and React: they are arguments.
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { PlanChangeSource, PlanOpInput, PlanPartsFragment } from '#api/gql/graphql';
import { createActs, localActs } from './plan-acts.ts';
import { gridIndex, type PlanContent, readPlan } from './plan-content.ts';
import { ownSteps } from './plan-history.ts';
import type { PlanModel } from './plan-model.ts';
import { exemptionNamed, lockNamed, withBatches, withoutEntrances } from './plan-ops.ts';
import { createPainter } from './plan-picture.ts';
import { locksInTheWay, type UnitStep } from './plan-locks.ts';
import { createTurns, movesOf, stepOfTurn } from './plan-turns.ts';
import { createPlanQueue, type PlanEntry, type PlanQueueDeps } from './plan-queue.ts';
import type { ApplyAnswer } from './plan-sending.ts';
import type { PlanActs, PlanConflictModel, PlanSessionState, SaveState } from './plan-session.types.ts';

/** State and acts in one. */
export type PlanSession = PlanSessionState & PlanActs;

/** What the outside gives. */
export interface PlanSessionDeps extends Pick<PlanQueueDeps<ApplyAnswer>, 'storage' | 'key' | 'send' | 'later'> {
  readonly community: string;
  readonly newId: () => string;
}

/** An open plan. */
export interface OpenPlan {
  readonly store: StoreApi<PlanSession>;
  readonly model: PlanModel;
  /** Takes what the server says the plan is now. An older version is left alone. */
  adopt(plan: PlanPartsFragment): void;
  /** Sends at once what waits. */
  retry(): void;
  close(): void;
}

/** What somebody has to be told. */
type Trouble = Pick<PlanSessionState, 'conflict' | 'refusal' | 'lockedTurn'>;
type Conflict = Extract<ApplyAnswer, { __typename: 'PlanConflict' }>;

/**
 * Opens a plan; steps that an earlier page left behind are on top and are sent.
 *
 * @throws RangeError when the plan is of another ground
 */
export function createPlanSession(model: PlanModel, plan: PlanPartsFragment, deps: PlanSessionDeps): OpenPlan {
  let base = readPlan(model, plan);
  let shown = base;
  let trouble: Trouble = { conflict: null, refusal: null, lockedTurn: null };
  const moved = new Map<number, readonly UnitStep[]>();
  /** What stood when a step was taken, until it is answered. */
  const seen = new Map<string, Int32Array>();
  const paint = createPainter(model, base);

  const adopt = (next: PlanPartsFragment) => {
    if (next.version >= base.version) base = readPlan(model, next);
  };
  /** The batch without what others moved goes again, as seen from the version that has theirs. */
  const onConflict = (entry: PlanEntry, { plan: theirs, units }: Conflict): PlanEntry | null => {
    adopt(theirs);
    trouble = { ...trouble, conflict: conflictOf(model, units) };
    if (entry.turn) return null;
    const ops = withoutEntrances(entry.ops, new Set(units.map(({ entrance }) => entrance)));
    return ops.length === 0 ? null : { ...entry, ops, clientEventId: deps.newId(), baseVersion: base.version };
  };
  const onApplied = (entry: PlanEntry, next: PlanPartsFragment) => {
    // The stream may have told of the step before its answer: then the base has it already.
    const before = seen.get(entry.clientEventId) ?? base.assignment;
    seen.delete(entry.clientEventId);
    adopt(next);
    const version = ownSteps(base.history).undoable.at(-1);
    if (!entry.turn && version !== undefined)
      moved.set(version, movesOf(entry.ops, model.unitOf, before, base.assignment));
  };
  const answered = (entry: PlanEntry, answer: ApplyAnswer): PlanEntry | null => {
    if (answer.__typename === 'PlanConflict') return onConflict(entry, answer);
    if (answer.__typename === 'PlanApplied') onApplied(entry, answer.plan);
    else if (entry.turn && answer.__typename === 'Refusal' && answer.code === 'PLAN_LOCKED')
      trouble = { ...trouble, lockedTurn: { turn: entry.turn, locks: locksInTheWay(base, null) } };
    else trouble = { ...trouble, refusal: answer.message };
    return null;
  };
  const queue = createPlanQueue<ApplyAnswer>({
    ...deps,
    prepare: (entry) => prepareEntry(model, base, entry),
    answered,
    changed: () => refresh(),
  });
  const add = (ops: readonly PlanOpInput[], source: PlanChangeSource, turn?: 'UNDO' | 'REDO') => {
    trouble = { ...trouble, refusal: null };
    const entry = { clientEventId: deps.newId(), ops, source, baseVersion: base.version };
    seen.set(entry.clientEventId, shown.assignment);
    queue.add(turn ? { ...entry, turn } : entry);
  };
  const status = () => statusOf(base, queue.pending(), queue.waits(), trouble);
  const note = (more: Partial<Trouble>) => {
    trouble = { ...trouble, ...more };
    refresh();
  };
  const acts = createActs({
    model,
    plan: () => shown,
    add,
    refuse: (refusal) => note({ refusal }),
    dismiss: () => note({ conflict: null, refusal: null }),
  });
  const turns = createTurns({
    base: () => base,
    busy: () => queue.pending().length > 0,
    moved,
    send: (turn, version) => add(version === undefined ? [] : [{ kind: turn, version }], 'HAND', turn),
    unlock: (locks) => acts.unlock(locks),
    asked: () => trouble.lockedTurn,
    ask: (lockedTurn) => note({ lockedTurn }),
  });
  shown = withBatches(model, base, queue.pending());
  const store = createStore<PlanSession>((set, get) => ({
    community: deps.community,
    planId: base.id,
    units: model.units,
    grids: model.grids,
    graph: model.graph,
    ...paint(shown),
    ...status(),
    ...LOCAL,
    ...acts,
    ...turns,
    ...localActs(model, set, get),
    addGrid(number) {
      acts.addGrid(number);
      const grid = gridIndex(model, number);
      if (shown.openGrids.includes(grid)) set({ selectedGrid: grid, paintGrid: grid, tool: 'brush' });
    },
  }));
  function refresh(): void {
    shown = withBatches(model, base, queue.pending());
    store.setState({ ...paint(shown), ...status() });
    store.setState(withoutClosed(store.getState()));
  }

  return {
    store,
    model,
    adopt: (next) => {
      adopt(next);
      refresh();
    },
    retry: () => queue.retry(),
    close: () => queue.close(),
  };
}

/** Nobody looks at, or paints with, a grid that the plan has no more. */
function withoutClosed({ openGrids, selectedGrid, paintGrid }: PlanSession): Partial<PlanSessionState> {
  const isClosed = (grid: number | null) => grid !== null && grid >= 0 && !openGrids.includes(grid);
  return {
    ...(isClosed(selectedGrid) ? { selectedGrid: null } : {}),
    ...(isClosed(paintGrid) ? { paintGrid: null } : {}),
  };
}

const LOCAL = {
  tool: 'select',
  grain: 'entrance',
  paintGrid: null,
  selectedGrid: null,
  selectedUnits: [],
  hoveredGrid: null,
  preview: null,
  comparison: null,
} as const satisfies Partial<PlanSessionState>;

function statusOf(base: PlanContent, pending: readonly PlanEntry[], waits: boolean, trouble: Trouble) {
  const steps = ownSteps(base.history);
  const turns = pending.filter(({ turn }) => turn);
  const undos = turns.filter(({ turn }) => turn === 'UNDO').length;
  const plain = pending.length - turns.length;
  const undoable = steps.undoable.length + plain + turns.length - 2 * undos;
  const redoable = plain > 0 ? undos : steps.redoable.length + 2 * undos - turns.length;
  return {
    version: base.version,
    savedAt: base.savedAt,
    saveState: saveStateOf(pending, waits, trouble),
    ...trouble,
    canUndo: base.acts.includes('EDIT') && undoable > 0,
    canRedo: base.acts.includes('EDIT') && redoable > 0,
  };
}

function saveStateOf(pending: readonly PlanEntry[], waits: boolean, { conflict, refusal }: Trouble): SaveState {
  if (conflict) return 'conflict';
  if (pending.length > 0) return waits ? 'unsent' : 'saving';
  return refusal === null ? 'saved' : 'refused';
}

/** What is known only at an entry's turn: the step an undo is about, the server's id of a lock that was local. */
function prepareEntry(model: PlanModel, base: PlanContent, entry: PlanEntry): PlanEntry | null {
  if (entry.turn && entry.ops.length === 0) {
    const version = stepOfTurn(entry.turn, base);
    return version === undefined ? null : { ...entry, baseVersion: base.version, ops: [{ kind: entry.turn, version }] };
  }
  const ops = entry.ops.flatMap((op) => namedByServer(model, base, op));
  return ops.length === 0 ? null : { ...entry, ops };
}

/** Without what named its lock or exemption while the server had no id for it; nothing where the server has no such thing. */
function namedByServer(model: PlanModel, { locks, exemptions }: PlanContent, op: PlanOpInput): PlanOpInput[] {
  const isLocal = (op.kind === 'UNLOCK' && op.lock) || (op.kind === 'UNEXEMPT' && op.check);
  if (!isLocal) return [op];
  const named = op.kind === 'UNLOCK' ? lockNamed(model, locks, op) : exemptionNamed(model, exemptions, op);
  return named ? [{ kind: op.kind, id: named.id }] : [];
}

function conflictOf(model: PlanModel, units: Conflict['units']): PlanConflictModel {
  const grid = (number: number | null | undefined) => (number == null ? null : gridIndex(model, number));
  return {
    units: units.map((each) => ({
      unit: model.unitOf.get(each.entrance) ?? -1,
      name: each.name,
      yours: grid(each.yours),
      theirs: grid(each.theirs),
      theirName: each.theirName,
      yourName: each.yourName,
      theirAt: each.theirAt,
    })),
  };
}
