// Holds what locks and exemptions do to an open plan: what stays, what asks first, what is accepted and taken back.
import { describe, expect, it } from 'vitest';
import { LOCKED, LOCKED_PLAN } from './plan-acts.ts';
import { applied, COLUMNS, open, settle, step } from './plan-desk.ts';
import { latticePlan } from './plan-lattice.ts';

describe('conditions of an open plan', () => {
  it('asks before an undo that would move something inside a locked grid', async () => {
    const { state, asked } = open();
    state().move([1], 0);
    asked[0]?.answer(applied(latticePlan([1, 1, 3, 1, 2, 3], { version: 2, history: [step(2)] })));
    await settle();
    const locks = [
      { id: 'L1', kind: 'GRID' as const, entrances: [], grid: 1, by: 'A' },
      { id: 'L3', kind: 'GRID' as const, entrances: [], grid: 3, by: 'A' },
    ];
    const history = [step(2), step(3, { kinds: ['LOCK'], mine: false })];
    state().undo();
    await settle();
    asked[1]?.answer({ answer: { __typename: 'Refusal', code: 'PLAN_LOCKED', message: '', path: null } });
    await settle();
    expect(state().lockedTurn).toEqual({ turn: 'UNDO', locks: [] });
    state().answerLockedTurn(false);
    const next = open(latticePlan([1, 1, 3, 1, 2, 3], { version: 3, locks, history, before: COLUMNS }));
    next.state().undo();
    await settle();
    next.asked[0]?.answer({ answer: { __typename: 'Refusal', code: 'PLAN_LOCKED', message: '', path: null } });
    await settle();
    expect(next.state().lockedTurn).toEqual({ turn: 'UNDO', locks: ['L1', 'L3'] });
    next.state().answerLockedTurn(true);
    await settle();
    expect(next.asked[1]?.entry.ops).toEqual([
      { kind: 'UNLOCK', id: 'L1' },
      { kind: 'UNLOCK', id: 'L3' },
    ]);
    const unlocked = [...history, step(4, { kinds: ['UNLOCK'] })];
    next.asked[1]?.answer(applied(latticePlan([1, 1, 3, 1, 2, 3], { version: 4, history: unlocked })));
    await settle();
    expect(next.asked[2]?.entry.ops).toEqual([{ kind: 'UNDO', version: 2 }]);
  });

  it('knows the locks in the way of what it did itself', async () => {
    const { state, asked, session } = open();
    state().move([1], 0);
    asked[0]?.answer(applied(latticePlan([1, 1, 3, 1, 2, 3], { version: 2, history: [step(2)] })));
    await settle();
    const locks = [1, 3].map((grid) => ({ id: `L${grid}`, kind: 'GRID' as const, entrances: [], grid, by: 'B' }));
    const history = [step(2), step(3, { kinds: ['LOCK'], mine: false })];
    session.adopt(latticePlan([1, 1, 3, 1, 2, 3], { version: 3, locks, history }));
    state().undo();
    expect(state().lockedTurn).toEqual({ turn: 'UNDO', locks: ['L1'] });
    expect(asked).toHaveLength(1);
  });

  it('moves nothing into or out of a locked grid, nor a unit that is held', () => {
    const { state, asked } = open();
    state().lockGrids([2]);
    state().lock('UNIT', [0], 0);
    state().move([2, 4], 0);
    state().move([0], 1);
    expect([...state().assignment]).toEqual([0, 1, 2, 0, 0, 2]);
    expect(state().refusal).toBe(LOCKED);
    expect(asked[0]?.entry.ops).toEqual([{ kind: 'LOCK', lock: 'GRID', grid: 3 }]);
  });

  it('moves a group that is locked together as one, in one operation', () => {
    const { state, asked } = open();
    state().lock('TOGETHER', [1, 4], -1);
    state().move([4], 0);
    expect([...state().assignment]).toEqual([0, 0, 2, 0, 0, 2]);
    state().swap(0, 2);
    expect(state().refusal).toBeNull();
    state().lock('UNIT', [1], 0);
    state().move([4], 2);
    expect(state()).toMatchObject({ refusal: LOCKED });
    expect([...state().assignment]).toEqual([2, 0, 0, 0, 0, 2]);
    expect(asked[0]?.entry.ops).toMatchObject([{ kind: 'LOCK', lock: 'TOGETHER', entrances: ['e1', 'e4'] }]);
  });

  it('finds no lock broken in a grid that was changed first and locked then', () => {
    const { state } = open();
    state().move([1], 0);
    state().lockGrids([0]);
    expect(state().findings.map(({ check }) => check)).toEqual(['households']);
  });

  it('exempts a grid outside its limits as a whole, a loose piece by its units', async () => {
    const { state, asked } = open();
    state().move([1], 0);
    asked[0]?.answer(applied(latticePlan([1, 1, 3, 1, 2, 3], { version: 2, before: COLUMNS, history: [step(2)] })));
    await settle();
    const [finding] = state().findings;
    if (finding) state().exempt(finding, 'new building next year');
    expect(asked[1]?.entry.ops).toEqual([
      { kind: 'EXEMPT', check: 'households', grid: 2, entrances: [], text: 'new building next year' },
    ]);
    expect(state().findings).toMatchObject([{ check: 'households', grid: 1, exempt: true }]);
  });

  it('takes an exemption back, also one that the server has not named yet', async () => {
    const { state, asked } = open(latticePlan([1, 1, 3, 1, 2, 3], { before: COLUMNS }));
    const [finding] = state().findings;
    if (finding) state().exempt(finding, 'why');
    expect(state().findings).toMatchObject([{ exempt: true, exemption: { by: '', reason: 'why' } }]);
    state().unexempt([state().findings[0]?.exemption?.id ?? '']);
    expect(state().findings).toMatchObject([{ exempt: false, exemption: null }]);
    const exemptions = [{ id: 'X', check: 'households', grid: 2, entrances: [], reason: 'why', by: 'A', at: '' }];
    const history = [step(2, { kinds: ['EXEMPT'] })];
    asked[0]?.answer(applied(latticePlan([1, 1, 3, 1, 2, 3], { version: 2, before: COLUMNS, exemptions, history })));
    await settle();
    expect(asked[1]?.entry.ops).toEqual([{ kind: 'UNEXEMPT', id: 'X' }]);
    const named = open(latticePlan([1, 1, 3, 1, 2, 3], { before: COLUMNS, exemptions }));
    expect(named.state().findings).toMatchObject([{ exemption: { id: 'X', by: 'A', reason: 'why' } }]);
    named.state().unexempt(['X']);
    expect(named.asked[0]?.entry.ops).toEqual([{ kind: 'UNEXEMPT', id: 'X' }]);
    expect(named.state()).toMatchObject({ canUndo: true, findings: [{ exempt: false }] });
  });

  it('unlocks a lock that the server has not named yet by the name it gets', async () => {
    const { state, asked } = open();
    state().lockGrids([2]);
    state().unlock([state().locks[0]?.id ?? '']);
    expect(state().locks).toEqual([]);
    const locks = [{ id: 'L', kind: 'GRID' as const, entrances: [], grid: 3, by: 'A' }];
    asked[0]?.answer(applied(latticePlan(COLUMNS, { version: 2, locks, history: [step(2, { kinds: ['LOCK'] })] })));
    await settle();
    expect(asked[1]?.entry.ops).toEqual([{ kind: 'UNLOCK', id: 'L' }]);
  });

  it('takes nothing of a suggestion that a lock stands against, and says so', () => {
    const { state, asked } = open();
    state().lock('UNIT', [4], 1);
    const suggestion = Int32Array.from([0, 0, 2, 0, 0, 2]);
    state().take(suggestion, 'SUGGESTION');
    expect([...state().assignment]).toEqual([0, 1, 2, 0, 1, 2]);
    expect(state().refusal).toBe(LOCKED_PLAN);
    expect(asked).toHaveLength(1);
  });
});
