// Holds what keys, tools and locks mean before any map is there.
import { describe, expect, it, vi } from 'vitest';
import type { PlanSession } from '#plan/plan-session';
import type { PlanLockModel } from '#plan/plan-session.types';
import { escape } from './plan-keys.ts';
import { chooseTool, comparisonOf } from './plan-tool-choice.ts';
import { locksOn, unitsByGrid } from './unit-locks.ts';

const session = (state: Partial<PlanSession>) =>
  ({
    tool: 'select',
    paintGrid: null,
    selectedGrid: null,
    selectedUnits: [],
    comparison: null,
    setTool: vi.fn<() => void>(),
    paintWith: vi.fn<() => void>(),
    selectUnits: vi.fn<() => void>(),
    selectGrid: vi.fn<() => void>(),
    compare: vi.fn<() => void>(),
    ...state,
  }) as unknown as PlanSession;

describe('chooseTool', () => {
  it('paints with the selected grid unless one was chosen', () => {
    const fresh = session({ selectedGrid: 3 });
    chooseTool(fresh, 'brush');
    expect(fresh.paintWith).toHaveBeenCalledWith(3);
    const chosen = session({ selectedGrid: 3, paintGrid: 5 });
    chooseTool(chosen, 'brush');
    expect(chosen.paintWith).not.toHaveBeenCalled();
  });

  it('ends a comparison when one begins to edit', () => {
    const comparing = session({
      comparison: {
        left: { label: '', assignment: Int32Array.of() },
        right: { label: '', assignment: Int32Array.of() },
      },
    });
    chooseTool(comparing, 'lasso');
    expect(comparing.compare).toHaveBeenCalledWith(null);
  });
});

describe('comparisonOf', () => {
  const words = { before: 'now', draft: 'draft' };
  const [before, assignment, suggested] = [Int32Array.of(0), Int32Array.of(1), Int32Array.of(2)];

  it('lays the draft on the right of what is in force, and a preview on the right of the draft', () => {
    expect(comparisonOf({ preview: null, assignment, before }, words)).toEqual({
      left: { label: 'now', assignment: before },
      right: { label: 'draft', assignment },
    });
    const preview = { label: 'B', assignment: suggested };
    expect(comparisonOf({ preview, assignment, before }, words)).toEqual({
      left: { label: 'draft', assignment },
      right: preview,
    });
  });
});

describe('escape', () => {
  const deps = {
    cancelDrag: () => false,
    toggleCompare: vi.fn<() => void>(),
    chooseTool: vi.fn<() => void>(),
    toggleList: vi.fn<() => void>(),
    session: () => session({}),
  };

  it('takes the innermost thing, and leaves the key to others when there is none', () => {
    const busy = session({ selectedUnits: [1], tool: 'brush', paintGrid: 2 });
    expect(escape(busy, deps)).toBe(true);
    expect(busy.selectUnits).toHaveBeenCalledWith([]);
    expect(busy.paintWith).not.toHaveBeenCalled();
    expect(escape(session({}), deps)).toBe(false);
    expect(escape(session({ selectedUnits: [1] }), { ...deps, cancelDrag: () => true })).toBe(true);
  });
});

describe('locks of selected units', () => {
  const lock = (id: string, kind: PlanLockModel['kind'], units: readonly number[]): PlanLockModel => ({
    id,
    kind,
    units,
    grid: 0,
    by: '',
  });

  it('finds those that hold any of them, whole grids apart', () => {
    const locks = [
      lock('a', 'UNIT', [1]),
      lock('b', 'TOGETHER', [2, 3]),
      lock('c', 'GRID', [1, 2]),
      lock('d', 'WORKER', [4]),
    ];
    expect(locksOn(locks, [1, 3])).toEqual(['a', 'b']);
  });

  it('groups units by grid and leaves out those without', () => {
    expect(unitsByGrid(Int32Array.of(2, -1, 0, 2), [0, 1, 2, 3])).toEqual([
      { grid: 0, units: [2] },
      { grid: 2, units: [0, 3] },
    ]);
  });
});
