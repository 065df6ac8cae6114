// The proof against brute force on small graphs, and on the two instances it was made for.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blocks } from '../../test/communities.ts';
import { demoInstance } from '../../test/demo-instance.ts';
import { loadHighs } from '../../bin/load-highs.ts';
import { componentCounts } from '../contiguity.ts';
import { branchGrids } from './branch-grids.ts';
import { enumerateGrids } from './enumerate-grids.ts';
import { listGrids } from './grid-columns.ts';
import { readInstance } from './instance.ts';
import { exactPrices, priceGrids } from './price-grids.ts';
import { type Assignment, cutCost, gridLoads, type PartitionProblem, unitGraph } from './problem.ts';
import { searchPlan } from './search.ts';
import { provePartition } from './set-partition.ts';

const highs = await loadHighs();
const demo = readInstance(demoInstance());

/** Connected graph of up to 9 units: a random tree and some edges more; two measures, limits that are sometimes impossible. */
const smallProblem = fc
  .integer({ min: 2, max: 9 })
  .chain((units) =>
    fc.record({
      parents: fc.tuple(...Array.from({ length: units - 1 }, (_, unit) => fc.nat({ max: unit }))),
      extra: fc.array(fc.tuple(fc.nat({ max: units - 1 }), fc.nat({ max: units - 1 })), { maxLength: 8 }),
      weights: fc.array(fc.integer({ min: 0, max: 9 }), { minLength: units, maxLength: units }),
      others: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: units, maxLength: units }),
      gridCount: fc.integer({ min: 1, max: Math.min(4, units) }),
      slack: fc.integer({ min: 0, max: 8 }),
      costSeed: fc.integer({ min: 1, max: 50 }),
    }),
  )
  .map(({ parents, extra, weights, others, gridCount, slack, costSeed }): PartitionProblem => {
    const edges = new Map<string, readonly [number, number]>();
    const join = (one: number, two: number) => {
      if (one !== two) edges.set(`${Math.min(one, two)} ${Math.max(one, two)}`, [one, two]);
    };
    (parents as number[]).forEach((parent, unit) => join(parent, unit + 1));
    for (const [one, two] of extra) join(one, two);
    const mean = weights.reduce((sum, weight) => sum + weight, 0) / gridCount;
    return {
      graph: unitGraph(
        weights.length,
        [...edges.values()],
        [...edges.values()].map((_, edge) => 1 + ((edge * costSeed) % 11)),
      ),
      measures: [
        {
          weights: Int32Array.from(weights),
          lower: Math.max(0, Math.ceil(mean - slack)),
          upper: Math.floor(mean + slack),
        },
        { weights: Int32Array.from(others), lower: 0, upper: 12 },
      ],
      gridCount,
    };
  });

function isLawful(problem: PartitionProblem, set: number): boolean {
  const units = problem.graph.offsets.length - 1;
  const inside = Int32Array.from({ length: units }, (_, unit) => ((set >> unit) & 1) - 1);
  if (componentCounts(problem.graph, inside, 1)[0] !== 1) return false;
  return problem.measures.every(({ weights, lower, upper }) => {
    const load = weights.reduce((sum, weight, unit) => sum + (inside[unit] === 0 ? weight : 0), 0);
    return load >= lower && load <= upper;
  });
}

/** Every lawful set of units as a bit mask, by looking at all of them. */
function lawfulSets(problem: PartitionProblem): number[] {
  const units = problem.graph.offsets.length - 1;
  return Array.from({ length: 2 ** units - 1 }, (_, index) => index + 1).filter((set) => isLawful(problem, set));
}

/** The least cut over all plans, null when there is none: the lowest free unit's grid is chosen first. */
function bestCut(problem: PartitionProblem, sets: readonly number[]): number | null {
  const units = problem.graph.offsets.length - 1;
  const assignment = new Int32Array(units);
  let best: number | null = null;
  const choose = (covered: number, grid: number): void => {
    if (covered === 2 ** units - 1) {
      const cut = cutCost(problem.graph, assignment);
      if (grid === problem.gridCount && (best === null || cut < best)) best = cut;
      return;
    }
    if (grid === problem.gridCount) return;
    const free = ~covered & -~covered;
    for (const set of sets) {
      if ((set & free) === 0 || (set & covered) !== 0) continue;
      for (let unit = 0; unit < units; unit += 1) if ((set >> unit) & 1) assignment[unit] = grid;
      choose(covered | set, grid + 1);
    }
  };
  choose(0, 0);
  return best;
}

function assertLawfulPlan(problem: PartitionProblem, assignment: Assignment | null): asserts assignment {
  expect(assignment).not.toBeNull();
  const plan = assignment!;
  expect([...componentCounts(problem.graph, plan, problem.gridCount)]).toEqual(
    Array.from({ length: problem.gridCount }, () => 1),
  );
  for (const measure of problem.measures) {
    const loads = gridLoads(measure, plan, problem.gridCount);
    expect(Math.min(...loads)).toBeGreaterThanOrEqual(measure.lower);
    expect(Math.max(...loads)).toBeLessThanOrEqual(measure.upper);
  }
}

const everyEntry = ({ borders, entryCount }: ReturnType<typeof enumerateGrids>) =>
  Int32Array.from({ length: entryCount }, (_, entry) => entry).filter((entry) => borders[entry]! >= 0);

describe('enumerateGrids', () => {
  it('finds every lawful connected set once, with its border', () => {
    fc.assert(
      fc.property(smallProblem, (problem) => {
        const columns = enumerateGrids(problem);
        const list = listGrids(columns, everyEntry(columns));
        const found = Array.from(list.borders, (border, grid) => {
          const members = list.members.subarray(list.starts[grid]!, list.starts[grid + 1]!);
          const set = members.reduce((bits, unit) => bits | (1 << unit), 0);
          const inside = Int32Array.from({ length: columns.unitCount }, (_, unit) => (set >> unit) & 1);
          expect(border).toBe(cutCost(problem.graph, inside));
          return set;
        });
        expect(found.toSorted((a, b) => a - b)).toEqual(lawfulSets(problem));
        expect(columns.gridCount).toBe(found.length);
        expect(columns.complete).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('says that it stopped at its cap', () => {
    const columns = enumerateGrids(demo, { maxGrids: 1000 });
    expect(columns.complete).toBe(false);
    expect(columns.gridCount).toBe(1000);
    expect(provePartition(demo, columns, highs)).toMatchObject({ status: 'none', bound: null, assignment: null });
  });

  it('stops when told to', () => {
    const told: number[] = [];
    const columns = enumerateGrids(demo, { keepGoing: (count) => told.push(count) < 1 });
    expect(told).toHaveLength(1);
    expect(columns.complete).toBe(false);
  });
});

describe('priceGrids', () => {
  it('bounds every plan whatever the prices', () => {
    fc.assert(
      fc.property(
        smallProblem,
        fc.array(fc.double({ min: -20, max: 40, noNaN: true }), { minLength: 9 }),
        (problem, wild) => {
          const columns = enumerateGrids(problem);
          const best = bestCut(problem, lawfulSets(problem));
          const prices = exactPrices(Float64Array.from(wild.slice(0, columns.unitCount)));
          const { bound } = priceGrids(columns, problem.gridCount, prices, { limit: 10 });
          expect(bound).toBeLessThanOrEqual(best === null ? Infinity : 2 * best);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('keeps the grids of least reduced cost and says up to where none is missing', () => {
    const columns = enumerateGrids(readInstance(blocks(30, 6, 0.3, 5)));
    const prices = exactPrices(Float64Array.from({ length: 30 }, (_, unit) => 1 + (unit % 7) / 3));
    const all = priceGrids(columns, 6, prices, { limit: columns.gridCount });
    const few = priceGrids(columns, 6, prices, { limit: 50 });
    const sorted = all.reduced.toSorted((a, b) => a - b);
    expect(all.entries).toEqual(everyEntry(columns));
    expect(few.entries).toHaveLength(50);
    expect(few.reduced.toSorted((a, b) => a - b)).toEqual(sorted.slice(0, 50));
    expect(few.completeBelow).toBe(sorted[50]);
    expect(few.least).toBe(sorted[0]);
  });
});

describe('provePartition', () => {
  it('finds the best plan, or that there is none, as brute force does', () => {
    fc.assert(
      fc.property(smallProblem, (problem) => {
        const best = bestCut(problem, lawfulSets(problem));
        const proof = provePartition(problem, enumerateGrids(problem), highs);
        const verdict =
          best === null
            ? { status: 'infeasible', assignment: null, cut: null, bound: null }
            : { status: 'proved', cut: best, bound: best };
        expect(proof).toMatchObject(verdict);
        if (proof.assignment === null) return;
        assertLawfulPlan(problem, proof.assignment);
        expect(cutCost(problem.graph, proof.assignment)).toBe(best);
      }),
      { numRuns: 300 },
    );
  });

  it('comes to the same by the integer program, where the search among few grids is too long', () => {
    const problem = readInstance(blocks(36, 9, 0.15, 1));
    const columns = enumerateGrids(problem);
    const proof = provePartition(problem, columns, highs, { maxCoverNodes: 5 });
    expect(proof).toMatchObject({ status: 'proved', cut: provePartition(problem, columns, highs).cut });
    assertLawfulPlan(problem, proof.assignment);
  });

  it.each([1, 3])('leaves out no grid that a better plan needs (%i)', (seed) => {
    const problem = readInstance(blocks(36, 9, 0.15, seed));
    const columns = enumerateGrids(problem);
    // The integer program over all grids, priced or not.
    const whole = branchGrids(highs, listGrids(columns, everyEntry(columns)), {
      unitCount: 36,
      gridCount: 9,
      maxNodes: 100_000,
      keepGoing: () => true,
    });
    const proof = provePartition(problem, columns, highs);
    expect(whole.verdict).toBe('best');
    expect(proof).toMatchObject({ status: 'proved', cut: cutCost(problem.graph, whole.assignment!) });
    expect(Math.max(...proof.stats.branched)).toBeLessThan(columns.gridCount / 2);
  });

  it('recognises a problem without a plan that its relaxation does not', () => {
    // Two triangles, grids of two units: half of every edge covers each unit once, yet an odd triangle has no pairing.
    const graph = unitGraph(6, [
      [0, 1],
      [1, 2],
      [0, 2],
      [3, 4],
      [4, 5],
      [3, 5],
    ]);
    const measures = [{ weights: new Int32Array(6).fill(1), lower: 2, upper: 2 }] as const;
    const problem = { graph, measures, gridCount: 3 };
    expect(provePartition(problem, enumerateGrids(problem), highs)).toMatchObject({
      status: 'infeasible',
      stats: { branched: [6] },
    });
  });

  it('refuses an incumbent that breaks a limit', () => {
    const columns = enumerateGrids(demo, { maxGrids: 10 });
    const incumbent = Int32Array.from({ length: 76 }, (_, unit) => Math.min(14, Math.floor(unit / 5)));
    expect(() => provePartition(demo, columns, highs, { incumbent })).toThrow(/^incumbent: /);
  });
});

describe('a hundred buildings, 15 grids within a tenth of the mean', () => {
  const problem = readInstance(blocks(100, 15, 0.1, 11));
  const columns = enumerateGrids(problem);
  const proof = provePartition(problem, columns, highs);

  it('is proved, without a plan to start from', () => {
    expect(columns.gridCount).toBe(691_231);
    expect(proof).toMatchObject({ status: 'proved', cut: 101, bound: 101 });
    assertLawfulPlan(problem, proof.assignment);
  });

  it('is never beaten by the search, whose plan gives the same proof', () => {
    for (const seed of [1, 2, 3]) {
      const { cut, feasible, assignment } = searchPlan(problem, { seed, proposals: 200_000 });
      expect(feasible).toBe(true);
      expect(cut).toBeGreaterThanOrEqual(101);
      expect(provePartition(problem, columns, highs, { incumbent: assignment })).toMatchObject({
        status: 'proved',
        cut: 101,
      });
    }
  });
});

describe('the demo: 76 entrances, 15 grids of 300 to 500 households', () => {
  const columns = enumerateGrids(demo);
  const proof = provePartition(demo, columns, highs);

  it('is proved', () => {
    expect(proof).toMatchObject({ status: 'proved', cut: 13_320, bound: 13_320 });
    assertLawfulPlan(demo, proof.assignment);
    expect(cutCost(demo.graph, proof.assignment)).toBe(13_320);
  });

  it('keeps an incumbent that is the best', () => {
    const again = provePartition(demo, columns, highs, { incumbent: proof.assignment! });
    expect(again).toMatchObject({ status: 'proved', cut: proof.cut });
    expect(again.assignment).toBe(proof.assignment);
  });

  it('is proved with the three facilities as well, units of no weight', () => {
    const problem = readInstance(demoInstance(true));
    const wider = provePartition(problem, enumerateGrids(problem), highs);
    expect(wider).toMatchObject({ status: 'proved', cut: 11_875 });
    assertLawfulPlan(problem, wider.assignment);
  });

  it('keeps a true bound when stopped', () => {
    let calls = 0;
    const stopped = provePartition(demo, columns, highs, { keepGoing: () => (calls += 1) < 4 });
    expect(stopped.status).toBe('gap');
    expect(stopped.bound).toBeGreaterThan(0);
    expect(stopped.bound).toBeLessThanOrEqual(proof.cut!);
  });
});
