// Owns an open plan that tests answer by hand: six entrances in three columns, a server in order, a browser's storage. Refuses use
// outside tests.
import type { PlanPartsFragment } from '#api/gql/graphql';
import { latticeGround, latticePlan } from './plan-lattice.ts';
import { readGround } from './plan-model.ts';
import type { PlanAnswer, PlanEntry } from './plan-queue.ts';
import type { ApplyAnswer } from './plan-sending.ts';
import { createPlanSession } from './plan-session.ts';

const MODEL = readGround(latticeGround({ columns: 3, rows: 2, grids: 3 }));
/** Columns west to east. */
export const COLUMNS = [1, 2, 3, 1, 2, 3];

function memory() {
  const kept = new Map<string, string>();
  return {
    kept,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
}

/** A server one answers by hand, in order. */
export function desk(storage = memory()) {
  const asked: { readonly entry: PlanEntry; readonly answer: (answer: PlanAnswer<ApplyAnswer>) => void }[] = [];
  const timers: (() => void)[] = [];
  let ids = 0;
  const deps = {
    community: 'c',
    key: 'k',
    storage,
    newId: () => `id${(ids += 1)}`,
    send: (entry: PlanEntry) => new Promise<PlanAnswer<ApplyAnswer>>((answer) => void asked.push({ entry, answer })),
    later: (run: () => void) => {
      timers.push(run);
      return () => undefined;
    },
  };
  return { asked, timers, storage, deps };
}

export const settle = async () => {
  for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
};
export const applied = (plan: PlanPartsFragment): PlanAnswer<ApplyAnswer> => ({
  answer: { __typename: 'PlanApplied', merged: false, plan },
});
export const step = (version: number, more: Partial<PlanPartsFragment['history'][number]> = {}) => ({
  version,
  of: null,
  mine: true,
  undone: false,
  kinds: ['MOVE' as const],
  movedUnits: 1,
  source: 'HAND' as const,
  by: 'A',
  at: '2026-07-07T10:00:00Z',
  ...more,
});

export function open(plan = latticePlan(COLUMNS), at = desk()) {
  const session = createPlanSession(MODEL, plan, at.deps);
  return { ...at, session, state: () => session.store.getState() };
}
