// Holds the pure parts of an open plan: numbers of grids, tints, which step undo means, what a drawn grid measures.
import { describe, expect, it } from 'vitest';
import { compactnessOf } from './plan-drawing.ts';
import { balanceOf, planFigures } from './plan-figures.ts';
import { ownSteps } from './plan-history.ts';
import { latticeGround, latticePlan } from './plan-lattice.ts';
import { readGround } from './plan-model.ts';
import { gridNeighbours, tintsOf } from './plan-tints.ts';

const step = (version: number, of: number | null = null, kind = 'MOVE', mine = true) => ({
  version,
  of,
  mine,
  kinds: [kind],
});

describe('figures of a plan', () => {
  it('count each grid: households, work, care, spread and span', () => {
    const model = readGround(latticeGround({ columns: 2, rows: 1, grids: 2, households: [100, 300] }));
    const assignment = Int32Array.from([0, 0]);
    const { rows } = planFigures(
      model,
      { assignment, before: assignment, rules: latticePlan([]).rules, openGrids: [0, 1] },
      () => 0.5,
    );
    expect(rows[0]).toMatchObject({
      units: 2,
      households: 400,
      residents: 500,
      minutesPerWeek: 200,
      dailyCareDoors: 1,
      compactness: 0.5,
    });
    expect(rows[0]?.spanMetres).toBeCloseTo(100, 0);
    // A quarter of the households 75 m from the middle, the others 25 m.
    expect(rows[0]?.spreadMetres).toBeCloseTo(37.5, 0);
    expect(rows[1]).toMatchObject({ units: 0, households: 0, compactness: null, spreadMetres: null });
  });

  it('measure balance as deviation over mean and most over least', () => {
    expect(balanceOf([100, 300])).toEqual({ cv: 0.5, maxOverMin: 3 });
    expect(balanceOf([0, 300]).maxOverMin).toBeNull();
  });

  it('measure a square as π/4 and nothing as null', () => {
    expect(
      compactnessOf([
        [
          [
            [0, 0],
            [9, 0],
            [9, 9],
            [0, 9],
            [0, 0],
          ],
        ],
      ]),
    ).toBeCloseTo(Math.PI / 4, 12);
    expect(compactnessOf([])).toBeNull();
  });
});

describe('tints', () => {
  const model = readGround(latticeGround({ columns: 4, rows: 4, grids: 8 }));
  const assignment = Int32Array.from({ length: 16 }, (_, unit) => Math.floor(unit / 2));
  const neighbours = gridNeighbours(model.graph, assignment, 8);

  it('differ between neighbours', () => {
    const tints = tintsOf(neighbours);
    neighbours.forEach((beside, grid) => {
      expect(beside.size).toBeGreaterThan(0);
      for (const other of beside) expect(tints[other]).not.toBe(tints[grid]);
    });
  });

  it('stay as they were while no neighbour has the same', () => {
    const tints = tintsOf(neighbours);
    expect(tintsOf(neighbours, tints)).toBe(tints);
    const clash = [...tints];
    const [beside = 0] = neighbours[0] ?? [];
    clash[0] = clash[beside] ?? 0;
    const mended = tintsOf(neighbours, clash);
    expect(mended[0]).not.toBe(mended[beside]);
    expect(mended.filter((tint, grid) => tint !== clash[grid]).length).toBeLessThanOrEqual(2);
  });
});

describe('own steps', () => {
  it('are undone last first and redone in turn', () => {
    expect(ownSteps([step(2), step(3), step(4, 3, 'UNDO')])).toEqual({ undoable: [2], redoable: [3] });
    expect(ownSteps([step(2), step(3), step(4, 3, 'UNDO'), step(5, 2, 'UNDO')])).toEqual({
      undoable: [],
      redoable: [3, 2],
    });
    expect(ownSteps([step(2), step(3, 2, 'UNDO'), step(4, 2, 'REDO')])).toEqual({ undoable: [2], redoable: [] });
  });

  it('cannot be redone after a new one, and are nobody else’s', () => {
    expect(ownSteps([step(2), step(3, 2, 'UNDO'), step(4)])).toEqual({ undoable: [4], redoable: [] });
    expect(ownSteps([step(2), step(3, null, 'MOVE', false)])).toEqual({ undoable: [2], redoable: [] });
  });

  it('understand a redo that names the undo it takes back', () => {
    expect(ownSteps([step(2), step(3, 2, 'UNDO'), step(4, 3, 'REDO')])).toEqual({ undoable: [2], redoable: [] });
  });
});
