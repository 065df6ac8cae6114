// Owns the acts on an open plan: each becomes operations of the contract, or a change of what one looks at. Refuses keeping and
// sending them.
import { ACCEPTED_BY_UNITS, repairPiece } from '@qinghe/rebalance';
import type { PlanChangeSource, PlanOpInput } from '#api/gql/graphql';
import { repairLimits } from './limit-repair.ts';
import type { PlanContent } from './plan-content.ts';
import { createDrawing, type PlanDrawing } from './plan-drawing.ts';
import { fillUnassigned } from './plan-fill.ts';
import { keepTogether, lockedGrids, lockedMoves } from './plan-locks.ts';
import type { PlanModel } from './plan-model.ts';
import { movesBetween } from './plan-ops.ts';
import { questionOf } from './plan-question.ts';
import { locksAgainst, takenInto } from './plan-take.ts';
import type { PlanActs, PlanFinding, PlanSessionState } from './plan-session.types.ts';

/** Why an act did nothing, where the page knows it before the server. */
export const LOCKED = 'LOCKED';
/** What was to be taken would reach into what is locked; nothing of it was taken. */
export const LOCKED_PLAN = 'LOCKED_PLAN';
/** No repair of a loose piece leaves limits, locks and other grids whole. */
export const NO_REPAIR = 'NO_REPAIR';

/** What acts act on. */
export interface ActsDeps {
  readonly model: PlanModel;
  /** As shown: with all own steps. */
  readonly plan: () => PlanContent;
  readonly add: (ops: readonly PlanOpInput[], source: PlanChangeSource) => void;
  readonly refuse: (reason: string) => void;
  readonly dismiss: () => void;
}

/** Acts that only change what one looks at. */
export type LocalActs = Pick<
  PlanActs,
  | 'setTool'
  | 'setGrain'
  | 'paintWith'
  | 'selectGrid'
  | 'selectUnits'
  | 'hoverGrid'
  | 'show'
  | 'compare'
  | 'boundariesOf'
>;

/** Acts that step through the history. */
export type TurnActs = Pick<PlanActs, 'undo' | 'redo' | 'answerLockedTurn'>;

/** Acts that change the plan. */
export function createActs({
  model,
  plan,
  add,
  refuse,
  dismiss,
}: ActsDeps): Omit<PlanActs, keyof LocalActs | keyof TurnActs> {
  const edit = (ops: readonly PlanOpInput[], source: PlanChangeSource = 'HAND') => {
    if (ops.length > 0 && plan().acts.includes('EDIT')) add(ops, source);
  };
  const entrances = (units: readonly number[]) => units.flatMap((unit) => model.units[unit]?.entrance ?? []);
  const numberOf = (grid: number | null) => (grid === null ? null : (model.grids[grid]?.number ?? null));
  const moveTo = (asked: ReadonlyMap<number, number>) => {
    const going = lockedMoves(plan(), asked);
    const next = plan().assignment.slice();
    for (const [unit, grid] of going) next[unit] = grid;
    edit(movesBetween(model, plan().assignment, next));
    if ([...asked.keys()].some((unit) => !going.has(unit))) refuse(LOCKED);
  };
  return {
    move: (units, grid) => moveTo(new Map(units.map((unit) => [unit, grid]))),
    swap(one, other) {
      const [gridOfOne = -1, gridOfOther = -1] = [plan().assignment[one], plan().assignment[other]];
      moveTo(
        new Map([
          [one, gridOfOther],
          [other, gridOfOne],
        ]),
      );
    },
    fillUnassigned() {
      const filled = fillUnassigned(model, plan().assignment, lockedGrids(plan()));
      edit(movesBetween(model, plan().assignment, keepTogether(plan(), filled)));
    },
    addGrid: (number) => edit([{ kind: 'ADD_GRID', grid: number }]),
    closeGrid(grid) {
      const lock = plan().locks.find((each) => each.grid === grid);
      if (lock) refuse(LOCKED);
      else edit([{ kind: 'CLOSE_GRID', grid: numberOf(grid) }]);
    },
    lock(kind, units, grid) {
      edit([
        { kind: 'LOCK', lock: kind, entrances: entrances(units), grid: kind === 'TOGETHER' ? null : numberOf(grid) },
      ]);
    },
    lockGrids(grids) {
      const locked = lockedGrids(plan());
      const open = grids.filter((grid) => !locked.has(grid));
      edit(open.map((grid) => ({ kind: 'LOCK', lock: 'GRID', grid: numberOf(grid) })));
    },
    unlock(lockIds) {
      const named = (id: string): PlanOpInput => {
        const lock = plan().locks.find((each) => each.id === id);
        // One's own lock that the server has not named yet.
        return lock?.by === ''
          ? { kind: 'UNLOCK', id, lock: lock.kind, entrances: entrances(lock.units), grid: numberOf(lock.grid) }
          : { kind: 'UNLOCK', id };
      };
      edit(lockIds.map(named));
    },
    exempt({ check, grid, units }, reason) {
      const named = ACCEPTED_BY_UNITS.has(check) || grid === null ? entrances(units) : [];
      edit([{ kind: 'EXEMPT', check, grid: numberOf(grid), entrances: named, text: reason }]);
    },
    unexempt(exemptionIds) {
      const named = (id: string): PlanOpInput => {
        const exemption = plan().exemptions.find((each) => each.id === id);
        if (exemption?.by !== '') return { kind: 'UNEXEMPT', id };
        // One's own that the server has not named yet.
        const { check, grid, units } = exemption;
        return { kind: 'UNEXEMPT', id, check, grid: numberOf(grid), entrances: entrances(units) };
      };
      edit(exemptionIds.map(named));
    },
    repair(finding) {
      const mended = mend(model, plan(), finding);
      if (mended) edit(movesBetween(model, plan().assignment, mended), 'REPAIR');
      else refuse(NO_REPAIR);
    },
    take(assignment, source, grids) {
      if (locksAgainst(plan(), assignment, grids).length > 0) return refuse(LOCKED_PLAN);
      const before = plan().assignment;
      edit(movesBetween(model, before, takenInto(before, assignment, grids)), source);
    },
    setRules: (rules) => edit([{ kind: 'SET_RULES', rules: { ...rules } }]),
    rename: (name) => edit([{ kind: 'RENAME', text: name }]),
    dismissConflict: dismiss,
  };
}

/** The cheapest repair of a loose piece, or of a limit, that breaks nothing else. Null: there is none. */
function mend(model: PlanModel, plan: PlanContent, { check, grid, units }: PlanFinding): Int32Array | null {
  const question = questionOf(model, plan);
  if (check === 'households' && grid !== null) return repairLimits(question, plan.assignment, grid)?.assignment ?? null;
  const moves = repairPiece(question, plan.assignment, units);
  if (moves === null) return null;
  const mended = plan.assignment.slice();
  for (const { unit, grid } of moves) mended[unit] = grid;
  return mended;
}

/** Acts on what one looks at. */
export function localActs(
  model: PlanModel,
  set: (patch: Partial<PlanSessionState>) => void,
  get: () => PlanSessionState,
): LocalActs {
  return {
    setTool: (tool) => set({ tool }),
    setGrain: (grain) => set({ grain }),
    paintWith: (paintGrid) => set({ paintGrid }),
    selectGrid: (selectedGrid) => set({ selectedGrid }),
    selectUnits: (selectedUnits) => set({ selectedUnits }),
    hoverGrid: (hoveredGrid) => {
      if (get().hoveredGrid !== hoveredGrid) set({ hoveredGrid });
    },
    show: (preview) => set({ preview }),
    compare: (comparison) => set({ comparison }),
    boundariesOf: drawAside(model),
  };
}

/** Draws previews on a drawing of their own: the next one differs from the last by a few units. */
function drawAside(model: PlanModel): PlanActs['boundariesOf'] {
  let drawing: PlanDrawing | null = null;
  return (assignment) => {
    drawing ??= createDrawing(model, assignment);
    drawing.draw(assignment);
    return drawing.boundaries();
  };
}
