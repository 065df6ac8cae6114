// Holds that grids are added and closed at once, saved in order, taken over from others, and that nobody paints with a closed one.
import { describe, expect, it } from 'vitest';
import { applied, open, settle, step } from './plan-desk.ts';
import { latticePlan } from './plan-lattice.ts';

const NEXT = 3;

describe('a grid that is added', () => {
  it('is there at once, empty, chosen and painted with, and takes units', async () => {
    const { state, asked } = open();
    state().addGrid(4);
    expect(state()).toMatchObject({ openGrids: [0, 1, 2, NEXT], selectedGrid: NEXT, paintGrid: NEXT, tool: 'brush' });
    expect(state().findings.map(({ check, grid }) => [check, grid])).toContainEqual(['empty-grid', NEXT]);
    expect(state().figures.maxOverMin).toBeNull();
    state().move([1], NEXT);
    expect(state().findings.filter(({ check }) => check === 'empty-grid')).toEqual([]);
    expect(state().boundaries[NEXT]).toHaveLength(1);
    expect(asked[0]?.entry.ops).toEqual([{ kind: 'ADD_GRID', grid: 4 }]);
    asked[0]?.answer(applied(latticePlan([1, 2, 3, 1, 2, 3], { version: 2, grids: [1, 2, 3, 4], history: [step(2)] })));
    await settle();
    expect(asked[1]?.entry.ops).toEqual([{ kind: 'MOVE', entrances: ['e1'], grid: 4 }]);
    expect(state().openGrids).toEqual([0, 1, 2, NEXT]);
  });

  it('changes nothing a second time, and a number nobody may add is left to the server', () => {
    const { state } = open();
    state().addGrid(3);
    expect(state().openGrids).toEqual([0, 1, 2]);
    state().addGrid(99);
    expect(state().openGrids).toEqual([0, 1, 2]);
  });

  it('is taken over from another planner', () => {
    const { state, session } = open();
    session.adopt(latticePlan([1, 4, 3, 1, 2, 3], { version: 2, grids: [1, 2, 3, 4] }));
    expect([state().openGrids, [...state().assignment]]).toEqual([
      [0, 1, 2, NEXT],
      [0, NEXT, 2, 0, 1, 2],
    ]);
  });
});

describe('a grid that is closed', () => {
  it('is gone once it is empty, from figures, checks, choice and paint', () => {
    const { state, asked } = open();
    state().move([1, 4], 0);
    state().selectGrid(1);
    state().paintWith(1);
    expect(state().findings.map(({ check, grid }) => [check, grid])).toContainEqual(['empty-grid', 1]);
    state().closeGrid(1);
    expect(state()).toMatchObject({ openGrids: [0, 2], selectedGrid: null, paintGrid: null });
    expect(state().findings.filter(({ check }) => check === 'empty-grid')).toEqual([]);
    expect(state().figures.maxOverMin).toBe(2);
    expect(asked).toHaveLength(1);
  });

  it('is kept while it has units or a lock names it', () => {
    const { state } = open();
    state().closeGrid(1);
    expect(state().openGrids).toEqual([0, 1, 2]);
    const locked = open();
    locked.state().lockGrids([1]);
    locked.state().closeGrid(1);
    expect(locked.state()).toMatchObject({ openGrids: [0, 1, 2], refusal: 'LOCKED' });
  });
});
