// What a repair moves and what it refuses to cost; what leaving a move out would do.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plan, QUARTERS, quarters } from '../../test/lattice-question.ts';
import { checkPlan } from './check-plan.ts';
import { explainMove } from './explain-move.ts';
import { repairPiece } from './repair-piece.ts';

const question = quarters({ lower: 2, upper: 6 });

/** Units 1 and 3 have changed places. */
const TORN = plan(`
  0 1 1 0
  0 0 1 1
  2 2 3 3
  2 2 3 3`);

describe('repairPiece', () => {
  it('gives the piece back to the grid where it costs least', () => {
    expect(repairPiece(question, TORN, [3])).toEqual([{ unit: 3, grid: 1 }]);
  });

  it('reconnects where a lock keeps the piece, through the grid that can spare a unit', () => {
    const assignment = plan(`
      0 0 1 1
      1 0 1 3
      2 2 3 3
      2 2 3 3`);
    expect(repairPiece(question, assignment, [4])).toEqual([{ unit: 4, grid: 0 }]);
    const locked = { ...question, locks: [{ kind: 'stay', units: [4], grid: 1 }] as const };
    expect(repairPiece(locked, assignment, [4])).toEqual([{ unit: 5, grid: 1 }]);
    const full = { ...locked, measures: [{ ...locked.measures[0], lower: 3 }] as const };
    expect(repairPiece(full, assignment, [4])).toBeNull();
    const bothLocked = { ...question, locks: [...locked.locks, { kind: 'grid', grid: 0 }] as const };
    expect(repairPiece(bothLocked, assignment, [4])).toBeNull();
  });

  it('finds none when every way costs a limit', () => {
    const exact = quarters({ lower: 4, upper: 4 });
    const swapped = plan(`
      0 0 1 0
      0 1 1 1
      2 2 3 3
      2 2 3 3`);
    expect(repairPiece(exact, swapped, [3])).toBeNull();
  });

  it('gives units without a grid to one that has room', () => {
    const assignment = QUARTERS.slice();
    assignment[15] = -1;
    expect(repairPiece(question, assignment, [15])).toEqual([{ unit: 15, grid: 3 }]);
  });

  it('leaves a plan with nothing loose alone', () => {
    expect(repairPiece(question, QUARTERS, [0, 1, 4, 5])).toBeNull();
    expect(repairPiece(question, QUARTERS, [])).toBeNull();
  });

  it('removes the piece and adds no finding, on random plans', () => {
    let mended = 0;
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 16, maxLength: 16 }), (grids) => {
        const assignment = Int32Array.from(grids);
        const before = checkPlan(question, assignment);
        for (const piece of before) {
          if (piece.kind !== 'loose-piece') continue;
          const moves = repairPiece(question, assignment, piece.units);
          if (moves === null) continue;
          mended += 1;
          const after = assignment.slice();
          for (const { unit, grid } of moves) after[unit] = grid;
          const count = (findings: typeof before, kind: string) =>
            findings.filter((found) => found.kind === kind).length;
          const findings = checkPlan(question, after);
          expect(count(findings, 'loose-piece')).toBeLessThan(count(before, 'loose-piece'));
          expect(count(findings, 'empty-grid')).toBeLessThanOrEqual(count(before, 'empty-grid'));
          // An empty grid that is filled has limits again.
          const outside = (list: typeof before) => count(list, 'limit') + count(list, 'empty-grid');
          expect(outside(findings)).toBeLessThanOrEqual(outside(before));
        }
      }),
      { numRuns: 150, seed: 5 },
    );
    expect(mended).toBeGreaterThan(20);
  });
});

describe('explainMove', () => {
  const weights = [10, 20, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10];
  const weighted = quarters({ lower: 40, upper: 45, weights });

  it('says what both grids have with and without the move', () => {
    const assignment = QUARTERS.slice();
    assignment[1] = 1;
    const effect = explainMove(weighted, assignment, 1)!;
    expect(effect.with.map(({ grid, load }) => [grid, load])).toEqual([
      [0, 30],
      [1, 60],
    ]);
    expect(effect.without).toEqual([
      { grid: 0, measure: 0, load: 50, lower: 40, upper: 45 },
      { grid: 1, measure: 0, load: 40, lower: 40, upper: 45 },
    ]);
    // Grid 0 lies five above its upper limit instead of ten below the lower one: the move is what hurts.
    expect(effect).toMatchObject({
      units: [1],
      breaks: [],
      fallApart: [],
      empties: [],
      locks: [],
      disruptionSaved: 20,
    });
    expect([...effect.assignment]).toEqual([...QUARTERS]);
  });

  it('tells which limits the move mends', () => {
    const assignment = QUARTERS.slice();
    assignment[0] = 2;
    const effect = explainMove(weighted, assignment, [0, 4, 9])!;
    expect(effect.units).toEqual([0]);
    expect(effect.breaks).toEqual([{ grid: 0, measure: 0, load: 50, lower: 40, upper: 45 }]);
  });

  it('tells when a grid would fall in pieces, be empty, or a lock break', () => {
    const assignment = plan(`
      0 0 1 1
      2 0 1 1
      2 2 3 3
      2 3 3 3`);
    const chained = { ...question, locks: [{ kind: 'together', units: [12, 13] }] as const };
    const pulled = plan(`
      1 2 1 1
      2 2 1 1
      2 2 3 3
      2 2 3 3`);
    expect(explainMove(question, assignment, 4)).toMatchObject({ fallApart: [], empties: [], locks: [] });
    expect(explainMove(chained, assignment, 13)).toMatchObject({ locks: [] });
    const both = assignment.slice();
    both[12] = 3;
    expect(explainMove(chained, both, 13)).toMatchObject({ locks: [0] });
    expect(explainMove(question, pulled, 5)).toMatchObject({
      fallApart: [{ grid: 2, pieces: 2, piecesWith: 1 }],
      empties: [],
    });
    const emptied = QUARTERS.map((grid) => (grid === 3 ? 2 : grid));
    expect(explainMove({ ...question, current: emptied }, QUARTERS, [10, 11, 14, 15])).toMatchObject({ empties: [3] });
  });

  it('has nothing to say of a unit that stays or that had no grid', () => {
    expect(explainMove(question, QUARTERS, 3)).toBeNull();
    const fresh = QUARTERS.slice();
    fresh[3] = -1;
    expect(explainMove({ ...question, current: fresh }, QUARTERS, 3)).toBeNull();
  });
});
