// Holds what an open plan promises: shown at once, saved in order, merged, given back on conflict, kept through a reload.
import { describe, expect, it } from 'vitest';
import { applied, COLUMNS, desk, open, settle, step } from './plan-desk.ts';
import { latticePlan } from './plan-lattice.ts';

describe('an open plan', () => {
  it('shows a move at once in numbers and boundaries, and keeps what it did not touch', () => {
    const { state } = open();
    const before = state();
    before.move([1], 0);
    const after = state();
    expect([...after.assignment]).toEqual([0, 0, 2, 0, 1, 2]);
    expect(after.openGrids.map((grid) => after.figures.rows[grid]?.households)).toEqual([300, 100, 200]);
    expect(after.figures).toMatchObject({ movedUnits: 1, movedHouseholds: 100, maxOverMin: 3 });
    expect(after.boundaries[0]).not.toBe(before.boundaries[0]);
    expect(after.boundaries[2]).toBe(before.boundaries[2]);
    expect(after.figures.rows[2]).toBe(before.figures.rows[2]);
    expect(after.findings.map(({ check, grid, value }) => [check, grid, value])).toEqual([['households', 1, 100]]);
    expect(after.saveState).toBe('saving');
  });

  it('sends steps one at a time, each with the version its author saw', async () => {
    const { state, asked } = open();
    state().move([1], 0);
    state().move([4], 0);
    expect(asked.map(({ entry }) => entry.ops)).toEqual([[{ kind: 'MOVE', entrances: ['e1'], grid: 1 }]]);
    asked[0]?.answer(applied(latticePlan([1, 1, 3, 1, 2, 3], { version: 2, history: [step(2)] })));
    await settle();
    expect(asked[1]?.entry).toMatchObject({ baseVersion: 1, ops: [{ kind: 'MOVE', entrances: ['e4'], grid: 1 }] });
    expect(state()).toMatchObject({ version: 2, saveState: 'saving' });
    expect([...state().assignment]).toEqual([0, 0, 2, 0, 0, 2]);
  });

  it('puts own steps on top of what others did meanwhile', () => {
    const { state, session } = open();
    state().move([1], 0);
    session.adopt(latticePlan([1, 2, 3, 1, 2, 2], { version: 2, present: ['A', 'B'] }));
    expect([...state().assignment]).toEqual([0, 0, 2, 0, 1, 1]);
    expect(state().present).toEqual(['A', 'B']);
    session.adopt(latticePlan(COLUMNS, { version: 1 }));
    expect(state().version).toBe(2);
  });

  it('gives back only what another moved, and sends the rest again', async () => {
    const { state, asked } = open();
    state().move([1, 4], 0);
    asked[0]?.answer({
      answer: {
        __typename: 'PlanConflict',
        plan: latticePlan([1, 3, 3, 1, 2, 3], { version: 2 }),
        units: [
          {
            entrance: 'e1',
            name: 'B1-2',
            yours: 1,
            theirs: 3,
            yourName: 'A',
            theirName: 'B',
            theirAt: '2026-07-07T10:01:00Z',
          },
        ],
      },
    });
    await settle();
    expect([...state().assignment]).toEqual([0, 2, 2, 0, 0, 2]);
    expect(state()).toMatchObject({
      saveState: 'conflict',
      conflict: { units: [{ unit: 1, yours: 0, theirs: 2, theirName: 'B' }] },
    });
    expect(asked[1]?.entry).toMatchObject({ baseVersion: 2, ops: [{ kind: 'MOVE', entrances: ['e4'], grid: 1 }] });
    expect(asked[1]?.entry.clientEventId).not.toBe(asked[0]?.entry.clientEventId);
    state().dismissConflict();
    expect(state()).toMatchObject({ conflict: null, saveState: 'saving' });
  });

  it('restores what the server refuses, and says why', async () => {
    const { state, asked } = open();
    state().move([1], 0);
    asked[0]?.answer({ answer: { __typename: 'Refusal', code: 'CONFLICT', message: 'It was submitted.', path: null } });
    await settle();
    expect([...state().assignment]).toEqual([0, 1, 2, 0, 1, 2]);
    expect(state()).toMatchObject({ saveState: 'refused', refusal: 'It was submitted.' });
  });

  it('keeps unsent steps through a reload and sends them again under the same id', async () => {
    const first = open();
    first.state().move([1], 0);
    first.asked[0]?.answer(null);
    await settle();
    expect(first.state().saveState).toBe('unsent');
    first.session.close();
    const second = open(latticePlan(COLUMNS), desk(first.storage));
    expect([...second.state().assignment]).toEqual([0, 0, 2, 0, 1, 2]);
    second.timers[0]?.();
    expect(second.asked[0]?.entry.clientEventId).toBe('id1');
    second.asked[0]?.answer(applied(latticePlan([1, 1, 3, 1, 2, 3], { version: 2, history: [step(2)] })));
    await settle();
    expect(second.state().saveState).toBe('saved');
    expect(second.storage.kept.size).toBe(0);
  });

  it('undoes the last own step that the server has, once its turn comes', async () => {
    const { state, asked } = open();
    expect(state().canUndo).toBe(false);
    state().move([1], 0);
    state().undo();
    expect(state()).toMatchObject({ canUndo: false, canRedo: true });
    asked[0]?.answer(applied(latticePlan([1, 1, 3, 1, 2, 3], { version: 2, history: [step(2)] })));
    await settle();
    expect(asked[1]?.entry).toMatchObject({ baseVersion: 2, ops: [{ kind: 'UNDO', version: 2 }] });
    const history = [step(2, { undone: true }), step(3, { of: 2, kinds: ['UNDO'] })];
    asked[1]?.answer(applied(latticePlan(COLUMNS, { version: 3, history })));
    await settle();
    expect([...state().assignment]).toEqual([0, 1, 2, 0, 1, 2]);
    expect(state()).toMatchObject({ canUndo: false, canRedo: true, saveState: 'saved' });
    state().redo();
    expect(asked[2]?.entry.ops).toEqual([{ kind: 'REDO', version: 2 }]);
  });

  it('repairs a loose piece, swaps two and fills what has no grid', () => {
    const { state } = open(latticePlan([1, 1, 2, 2, null, 2]));
    expect(state().findings.map(({ check }) => check)).toContain('unassigned');
    state().fillUnassigned();
    expect([...state().assignment]).toEqual([0, 0, 1, 1, 1, 1]);
    state().swap(0, 3);
    expect([...state().assignment]).toEqual([1, 0, 1, 0, 1, 1]);
    const loose = state().findings.find(({ check, units }) => check === 'loose-piece' && units.includes(0));
    expect(loose).toMatchObject({ grid: 1, units: [0] });
    if (loose) state().repair(loose);
    expect(state().assignment[0]).toBe(0);
  });

  it('takes a suggestion whole or by grid', () => {
    const { state } = open();
    const other = Int32Array.from([0, 0, 2, 0, 1, 1]);
    state().take(other, 'SUGGESTION', [2]);
    expect([...state().assignment]).toEqual([0, 1, 2, 0, 1, 1]);
    state().take(other, 'SUGGESTION');
    expect([...state().assignment]).toEqual([...other]);
  });
});
