// Holds what the checks add to the engine's findings: which crossings of barriers are new, whose names are the same, and how far an
// acceptance reaches.
import { describe, expect, it } from 'vitest';
import { readPlan } from './plan-content.ts';
import { planFindings } from './plan-findings.ts';
import { latticeGround, latticePlan } from './plan-lattice.ts';
import { readGround } from './plan-model.ts';

/** Two rows of three; a river between the first two columns, units 0 | 1 and 3 | 4. */
const GROUND = {
  ...latticeGround({ columns: 3, rows: 2, grids: 3 }),
  barrierCrossings: [
    [0, 1],
    [3, 4],
  ],
};
const COLUMNS = [1, 2, 3, 1, 2, 3];

function found(assignment: readonly number[], patch: Parameters<typeof latticePlan>[1] = {}, ground = GROUND) {
  const model = readGround(ground);
  const plan = latticePlan(assignment, { before: COLUMNS, ...patch });
  return planFindings(model, readPlan(model, plan)).filter(
    ({ check }) => check === 'barrier' || check === 'duplicate-name',
  );
}
const accepted = (check: string, grid: number | null, entrances: readonly string[]) => ({
  exemptions: [{ id: 'x', check, grid, entrances: [...entrances], reason: 'a bridge', by: 'A', at: '' }],
});

describe('a grid on both sides of a river', () => {
  it('is found with its pairs, and none is where the river is its border', () => {
    expect(found(COLUMNS)).toEqual([]);
    expect(found([1, 1, 3, 1, 2, 3])).toEqual([
      {
        key: 'barrier:0:0:1',
        check: 'barrier',
        grid: 0,
        units: [0, 1],
        value: 1,
        limit: null,
        exempt: false,
        exemption: null,
      },
    ]);
    expect(found([1, 1, 3, 1, 1, 3])).toMatchObject([{ grid: 0, units: [0, 1, 3, 4], value: 2, exempt: false }]);
  });

  it('is as of today where both sides were one grid before', () => {
    const before = [1, 1, 3, 1, 2, 3];
    expect(found(before, { before })).toMatchObject([{ units: [0, 1], exempt: true, exemption: null }]);
    expect(found([1, 1, 3, 1, 1, 3], { before })).toMatchObject([
      { key: 'barrier:0:3:4', units: [3, 4], exempt: false },
      { key: 'barrier:0:0:1', units: [0, 1], exempt: true },
    ]);
  });

  it('stays accepted while it has no further place', () => {
    const both = accepted('barrier', 1, ['e0', 'e1', 'e3', 'e4']);
    expect(found([1, 1, 3, 1, 1, 3], both)).toMatchObject([
      { exempt: true, exemption: { id: 'x', by: 'A', reason: 'a bridge' } },
    ]);
    expect(found([1, 1, 3, 1, 2, 3], both)).toMatchObject([{ exempt: true }]);
    expect(found([1, 1, 3, 1, 1, 3], accepted('barrier', 1, ['e0', 'e1']))).toMatchObject([{ exempt: false }]);
    expect(found([2, 2, 3, 1, 2, 3], both)).toMatchObject([{ grid: 1, exempt: false }]);
  });

  it('is of no ground whose pairs name other units', () => {
    expect(() => readGround({ ...GROUND, barrierCrossings: [[0, 6]] })).toThrow(RangeError);
  });
});

describe('units of one name', () => {
  it('stand in the checks last, and are accepted by the units that share the name', () => {
    const ground = { ...GROUND, units: GROUND.units.map((unit, at) => (at === 5 ? { ...unit, name: 'B1-1' } : unit)) };
    expect(found([1, 1, 3, 1, 2, 3], {}, ground)).toMatchObject([
      { check: 'barrier' },
      { key: 'duplicate-name::0:5', check: 'duplicate-name', grid: null, units: [0, 5], value: 2, exempt: false },
    ]);
    expect(found(COLUMNS, accepted('duplicate-name', null, ['e5', 'e0']), ground)).toMatchObject([{ exempt: true }]);
    expect(found(COLUMNS, accepted('duplicate-name', null, ['e0', 'e1']), ground)).toMatchObject([{ exempt: false }]);
  });
});
