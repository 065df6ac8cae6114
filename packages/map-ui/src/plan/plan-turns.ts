// Owns stepping back and forth through one's own steps: which step is meant, and asking first where locks forbid it. Refuses to know
// what a step restores: the server keeps that.
import type { PlanOpInput } from '#api/gql/graphql';
import type { TurnActs } from './plan-acts.ts';
import type { PlanContent } from './plan-content.ts';
import { ownSteps } from './plan-history.ts';
import { locksInTheWay, type UnitStep } from './plan-locks.ts';
import type { PlanLockedTurn } from './plan-session.types.ts';

/** What stepping needs. */
export interface TurnDeps {
  /** As the server has it. */
  readonly base: () => PlanContent;
  /** Something is still on its way. */
  readonly busy: () => boolean;
  /** What own steps of this page moved, by version. */
  readonly moved: ReadonlyMap<number, readonly UnitStep[]>;
  /** Without a version: the last there is when its turn comes. */
  readonly send: (turn: PlanLockedTurn['turn'], version?: number) => void;
  readonly unlock: (locks: readonly string[]) => void;
  readonly asked: () => PlanLockedTurn | null;
  readonly ask: (turn: PlanLockedTurn | null) => void;
}

/** The acts of stepping. */
export function createTurns(deps: TurnDeps): TurnActs {
  const turn = (kind: PlanLockedTurn['turn']) => {
    const locks = deps.busy() ? [] : locksOf(kind, deps.base(), deps.moved);
    if (locks.length > 0) deps.ask({ turn: kind, locks });
    else deps.send(kind);
  };
  return {
    undo: () => turn('UNDO'),
    redo: () => turn('REDO'),
    answerLockedTurn(unlock) {
      const asked = deps.asked();
      deps.ask(null);
      if (!asked || !unlock) return;
      // Named now: taking the locks off is a step of one's own, too, and would be the last.
      const version = stepOfTurn(asked.turn, deps.base());
      deps.unlock(asked.locks);
      deps.send(asked.turn, version);
    },
  };
}

/** The step that a turn is about, now. */
export function stepOfTurn(
  kind: PlanLockedTurn['turn'],
  { history }: Pick<PlanContent, 'history'>,
): number | undefined {
  const { undoable, redoable } = ownSteps(history);
  return (kind === 'UNDO' ? undoable : redoable).at(-1);
}

function locksOf(kind: PlanLockedTurn['turn'], base: PlanContent, moved: TurnDeps['moved']): string[] {
  const steps = moved.get(stepOfTurn(kind, base) ?? -1) ?? [];
  const back = kind === 'UNDO' ? steps.map(({ unit, from, to }) => ({ unit, from: to, to: from })) : steps;
  return locksInTheWay(base, back);
}

/** What a step moved, by what it asked and what stood before and after. */
export function movesOf(
  ops: readonly PlanOpInput[],
  unitOf: ReadonlyMap<string, number>,
  before: Int32Array,
  after: Int32Array,
): UnitStep[] {
  return ops
    .flatMap(({ kind, entrances }) => (kind === 'MOVE' ? (entrances ?? []) : []))
    .flatMap((entrance) => {
      const unit = unitOf.get(String(entrance));
      return unit === undefined ? [] : [{ unit, from: before[unit] ?? -1, to: after[unit] ?? -1 }];
    });
}
