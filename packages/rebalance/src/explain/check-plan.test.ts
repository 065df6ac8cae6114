// Each kind of finding on a small lattice whose plan is drawn beside it, what is not a finding, and a lattice of random faults.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { demoInstance } from '../../test/demo-instance.ts';
import { lattice, latticeQuestion, plan, QUARTERS, quarters } from '../../test/lattice-question.ts';
import { components } from '../contiguity.ts';
import { readInstance } from '../partition/instance.ts';
import { checkPlan } from './check-plan.ts';

const question = quarters({ lower: 4, upper: 4 });

describe('checkPlan', () => {
  it('finds nothing in a plan that keeps everything', () => {
    expect(checkPlan(question, QUARTERS)).toEqual([]);
  });

  it('names units without a grid, and grids without a unit instead of their limits', () => {
    const assignment = QUARTERS.map((grid) => (grid === 3 ? -1 : grid));
    expect(checkPlan(question, assignment)).toEqual([
      { kind: 'unassigned', units: [10, 11, 14, 15] },
      { kind: 'empty-grid', grid: 3 },
    ]);
  });

  it('names every piece but the heaviest, and the limits that it costs', () => {
    const assignment = plan(`
      0 0 1 0
      0 0 1 1
      2 2 3 3
      2 2 3 3`);
    expect(checkPlan(question, assignment)).toEqual([
      { kind: 'loose-piece', grid: 0, units: [3], existing: false },
      { kind: 'limit', grid: 0, measure: 0, load: 5, lower: 4, upper: 4 },
      { kind: 'limit', grid: 1, measure: 0, load: 3, lower: 4, upper: 4 },
    ]);
  });

  it('takes the weight, not the number of units, for the heaviest piece', () => {
    const weights = [1, 1, 1, 9, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1];
    const heavy = quarters({ lower: 0, upper: 99, weights });
    const assignment = QUARTERS.slice();
    assignment[3] = 0;
    expect(checkPlan(heavy, assignment)).toEqual([
      { kind: 'loose-piece', grid: 0, units: [0, 1, 4, 5], existing: false },
    ]);
  });

  it('tells pieces that today has from those the plan makes', () => {
    const today = plan(`
      0 0 1 0
      0 0 1 0
      2 2 1 1
      2 2 1 1`);
    const wide = latticeQuestion(today, { width: 4, lower: 0, upper: 16 });
    const loose = (assignment: Int32Array) =>
      checkPlan(wide, assignment).flatMap((found) =>
        found.kind === 'loose-piece' ? [{ units: found.units, existing: found.existing }] : [],
      );
    expect(loose(today)).toEqual([{ units: [3, 7], existing: true }]);
    const smaller = today.slice();
    smaller[7] = 1;
    expect(loose(smaller)).toEqual([{ units: [3], existing: true }]);
    const larger = today.slice();
    larger[11] = 0;
    expect(loose(larger)).toEqual([{ units: [3, 7, 11], existing: false }]);
    const another = today.slice();
    another[15] = 0;
    expect(loose(another)).toEqual([
      { units: [3, 7], existing: true },
      { units: [15], existing: false },
    ]);
    const elsewhere = plan(`
      2 2 1 0
      2 2 1 0
      2 2 1 1
      0 0 0 1`);
    expect(loose(elsewhere)).toEqual([{ units: [3, 7], existing: false }]);
  });

  it('finds a grid enclosed by another, but none on the outline', () => {
    const assignment = plan(`
      0 0 0 1
      0 2 0 1
      0 0 0 1
      3 3 3 1`);
    const wide = latticeQuestion(assignment, { width: 4, lower: 0, upper: 16 });
    const outlineUnits = [0, 1, 2, 3, 4, 7, 8, 11, 12, 13, 14, 15];
    expect(checkPlan(wide, assignment, { outlineUnits })).toEqual([{ kind: 'hole', grid: 2, around: 0, units: [5] }]);
    const corner = plan(`
      2 0 0 1
      0 0 0 1
      0 0 0 1
      3 3 3 1`);
    expect(checkPlan(wide, corner, { outlineUnits })).toEqual([]);
    const loose = plan(`
      2 2 0 1
      0 0 0 1
      0 2 0 1
      3 0 0 1`);
    expect(checkPlan(wide, loose, { outlineUnits })).toEqual([
      { kind: 'loose-piece', grid: 2, units: [9], existing: false },
      { kind: 'hole', grid: 2, around: 0, units: [9] },
    ]);
    const between = plan(`
      0 0 0 1
      0 2 1 1
      0 0 0 1
      3 3 3 1`);
    expect(checkPlan(wide, between, { outlineUnits })).toEqual([]);
  });

  it('measures the span of a grid between its farthest units', () => {
    const { x, y } = lattice(4, 16);
    const assignment = plan(`
      0 0 0 0
      1 1 1 1
      2 2 2 2
      3 3 3 3`);
    expect(checkPlan(question, assignment, { x, y, maxSpanMetres: 30 })).toEqual([]);
    const findings = checkPlan(question, assignment, { x, y, maxSpanMetres: 29 });
    expect(findings).toHaveLength(4);
    expect(findings[1]).toEqual({ kind: 'span', grid: 1, metres: 30, between: [4, 7] });
    const square = checkPlan(question, QUARTERS, { x, y, maxSpanMetres: 14 });
    expect(square[0]).toMatchObject({ kind: 'span', grid: 0 });
    expect(square.map((found) => found.kind === 'span' && found.metres.toFixed(3))).toEqual(Array(4).fill('14.142'));
  });

  it('gathers the pairs at which grids cross a barrier', () => {
    const barrierPairs = [
      [8, 12],
      [9, 13],
      [5, 9],
      [11, 15],
    ] as const;
    expect(checkPlan(question, QUARTERS, { barrierPairs })).toEqual([
      { kind: 'barrier-crossed', grid: 2, existing: true, pairs: [barrierPairs[0], barrierPairs[1]] },
      { kind: 'barrier-crossed', grid: 3, existing: true, pairs: [barrierPairs[3]] },
    ]);
    const joined = QUARTERS.slice();
    joined[5] = 2;
    joined[15] = -1;
    expect(checkPlan(question, joined, { barrierPairs }).filter(({ kind }) => kind === 'barrier-crossed')).toEqual([
      { kind: 'barrier-crossed', grid: 2, existing: false, pairs: [barrierPairs[2]] },
      { kind: 'barrier-crossed', grid: 2, existing: true, pairs: [barrierPairs[0], barrierPairs[1]] },
    ]);
  });

  it('names the units that stand against a lock', () => {
    const locked = {
      ...quarters({ lower: 0, upper: 16 }),
      locks: [
        { kind: 'stay', units: [0, 6], grid: 0 },
        { kind: 'together', units: [8, 9, 10] },
        { kind: 'grid', grid: 1 },
        { kind: 'together', units: [12, 13] },
      ],
    } as const;
    const assignment = QUARTERS.slice();
    assignment[6] = 3;
    assignment[5] = 1;
    expect(checkPlan(locked, assignment).filter(({ kind }) => kind === 'lock-broken')).toEqual([
      { kind: 'lock-broken', lock: 0, units: [6] },
      { kind: 'lock-broken', lock: 1, units: [10] },
      { kind: 'lock-broken', lock: 2, units: [5, 6] },
    ]);
  });

  it('counts on random plans what components and loads count', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1, max: 4 }), { minLength: 20, maxLength: 20 }), (grids) => {
        const assignment = Int32Array.from(grids);
        const wide = latticeQuestion(new Int32Array(20), { width: 5, lower: 2, upper: 5, gridCount: 5 });
        const findings = checkPlan(wide, assignment);
        const componentCount = Math.max(-1, ...components(wide.graph, assignment)) + 1;
        const used = new Set(grids.filter((grid) => grid >= 0)).size;
        expect(findings.filter(({ kind }) => kind === 'loose-piece')).toHaveLength(componentCount - used);
        expect(findings.filter(({ kind }) => kind === 'empty-grid')).toHaveLength(5 - used);
        for (let grid = 0; grid < 5; grid += 1) {
          const load = grids.filter((other) => other === grid).length;
          const reported = findings.some((found) => found.kind === 'limit' && found.grid === grid);
          expect(reported).toBe(load > 0 && (load < 2 || load > 5));
        }
      }),
      { numRuns: 200 },
    );
  });

  it('counts the grids of the demo outside their limits', () => {
    const problem = readInstance(demoInstance());
    const assignment = Int32Array.from({ length: 76 }, (_, unit) => Math.min(14, Math.floor(unit / 5)));
    const demo = { ...problem, current: assignment, disruption: problem.measures[0].weights, locks: [] };
    const loads = demo.measures[0].weights.reduce<number[]>((sums, weight, unit) => {
      sums[assignment[unit]!] = (sums[assignment[unit]!] ?? 0) + weight;
      return sums;
    }, []);
    const expected = loads.flatMap((load, grid) => (load < 300 || load > 500 ? [grid] : []));
    const found = checkPlan(demo, assignment).flatMap((each) => (each.kind === 'limit' ? [each.grid] : []));
    expect(found).toEqual(expected);
  });
});
