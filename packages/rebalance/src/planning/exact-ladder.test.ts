// Proofs against brute force: communities small enough to look at every assignment, with every kind of lock.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadHighs } from '../../bin/load-highs.ts';
import { grownQuestion } from '../../test/plan-questions.ts';
import { componentCounts } from '../contiguity.ts';
import { gridLoads } from '../partition/problem.ts';
import { seededRandom } from '../random.ts';
import { findPlan } from './find-plan.ts';
import { cheapestMatching } from './match-labels.ts';
import { disruptionOf, type Lock, type PlanQuestion } from './question.ts';
import { reduceQuestion } from './reduce-question.ts';
import { suggestPlans } from './suggest-plans.ts';
import { transportBound } from './transport-bound.ts';

const solver = await loadHighs();
const UNITS = 9;
const GRIDS = 3;

/** The same worlds every run: that they hold feasible, infeasible and proved ones is asserted too, and chance must not decide it. */
const WORLDS = { seed: 20_260_707 } as const;

interface Known {
  readonly disruption: number;
  readonly deviation: number;
}

/** Every plan there is. */
function allPlans(question: PlanQuestion): Known[] {
  const { graph, measures, current, locks } = question;
  const [measure] = measures;
  const mean = measure.weights.reduce((sum, weight) => sum + weight, 0) / GRIDS;
  const known: Known[] = [];
  for (let code = 0; code < GRIDS ** UNITS; code += 1) {
    const plan = Int32Array.from({ length: UNITS }, (_, unit) => Math.floor(code / GRIDS ** unit) % GRIDS);
    const loads = gridLoads(measure, plan, GRIDS);
    if (loads.some((load) => load < measure.lower || load > measure.upper)) continue;
    const keeps = locks.every((lock) => {
      if (lock.kind === 'stay') return lock.units.every((unit) => plan[unit] === lock.grid);
      if (lock.kind === 'together') return new Set(lock.units.map((unit) => plan[unit])).size === 1;
      return plan.every((grid, unit) => (grid === lock.grid) === (current[unit] === lock.grid));
    });
    if (!keeps || componentCounts(graph, plan, GRIDS).some((count) => count !== 1)) continue;
    const deviation = loads.reduce((most, load) => Math.max(most, Math.abs(load - mean)), 0) / mean;
    known.push({ disruption: disruptionOf(question, plan), deviation });
  }
  return known;
}

function leastOf(plans: readonly Known[]): number {
  return Math.min(...plans.map(({ disruption }) => disruption));
}

const smallQuestion = fc
  .record({
    seed: fc.integer({ min: 1, max: 10_000 }),
    tolerance: fc.constantFrom(0.12, 0.3, 0.5),
    held: fc.option(fc.integer({ min: 0, max: GRIDS - 1 })),
    stay: fc.option(fc.tuple(fc.integer({ min: 0, max: UNITS - 1 }), fc.integer({ min: 0, max: GRIDS - 1 }))),
    together: fc.option(fc.tuple(fc.integer({ min: 0, max: UNITS - 1 }), fc.integer({ min: 0, max: UNITS - 1 }))),
    homeless: fc.option(fc.integer({ min: 0, max: UNITS - 1 })),
  })
  .map(({ seed, tolerance, held, stay, together, homeless }): PlanQuestion => {
    const grown = grownQuestion({ units: UNITS, grids: GRIDS, tolerance, seed });
    const current = grown.current.slice();
    if (homeless !== null) current[homeless] = -1;
    const locks: Lock[] = [];
    if (held !== null) locks.push({ kind: 'grid', grid: held });
    if (stay !== null) locks.push({ kind: 'stay', units: [stay[0]], grid: stay[1] });
    if (together !== null) locks.push({ kind: 'together', units: together });
    return { ...grown, current, locks };
  })
  // A grid that lost its only bridge may stay in pieces: then connected sets are not all there is, and nothing is enumerated.
  .filter(({ graph, current }) => componentCounts(graph, current, GRIDS).every((count) => count === 1));

describe('a question with a solver', () => {
  it('has a plan exactly where looking at every assignment finds one', () => {
    const met = { found: 0, infeasible: 0 };
    fc.assert(
      fc.property(smallQuestion, (question) => {
        const answer = findPlan(question, { seed: 1, solver, effort: 0.01 }).status;
        expect(answer).toBe(allPlans(question).length > 0 ? 'found' : 'infeasible');
        met[answer as 'found' | 'infeasible'] += 1;
      }),
      { ...WORLDS, numRuns: 40 },
    );
    expect(Math.min(met.found, met.infeasible)).toBeGreaterThan(0);
  });

  it('is answered with the least disruption at each deviation, and bounds that no plan is below', () => {
    let proved = 0;
    fc.assert(
      fc.property(smallQuestion, (question) => {
        const known = allPlans(question);
        const { plans } = suggestPlans(question, { seed: 1, solver, effort: 0.01 });
        expect(plans.length > 0).toBe(known.length > 0);
        expect(plans[0]?.disruption ?? Infinity).toBe(leastOf(known));
        // A held grid far from the target hides the others' deviation: their rung is tighter, its bound higher.
        const judged = question.locks.some(({ kind }) => kind === 'grid') ? [] : plans;
        const wrong = judged.filter(({ maxDeviation, disruption, disruptionBound, proof }) => {
          const least = leastOf(known.filter(({ deviation }) => deviation <= maxDeviation + 1e-9));
          return (
            disruptionBound > least || (proof === 'proved') !== (disruption === disruptionBound) || least > disruption
          );
        });
        expect(wrong).toEqual([]);
        proved += judged.filter(({ proof }) => proof === 'proved').length;
      }),
      { ...WORLDS, numRuns: 30 },
    );
    expect(proved).toBeGreaterThan(0);
  });

  it('has a transport bound below every plan', () => {
    fc.assert(
      fc.property(smallQuestion, (question) => {
        const reduced = reduceQuestion(question);
        const bound = reduced.kind === 'contradiction' ? Infinity : transportBound(reduced, reduced.problem);
        expect(bound).toBeLessThanOrEqual(leastOf(allPlans(question)));
      }),
      { numRuns: 30 },
    );
  });
});

describe('cheapestMatching', () => {
  it('is as cheap as the best of all permutations', () => {
    const permutations = (rest: readonly number[]): number[][] =>
      rest.length === 0
        ? [[]]
        : rest.flatMap((one) => permutations(rest.filter((other) => other !== one)).map((tail) => [one, ...tail]));
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), fc.integer({ min: 1, max: 5 }), (seed, size) => {
        const random = seededRandom(seed);
        const costs = Array.from({ length: size }, () =>
          Float64Array.from({ length: size }, () => Math.floor(20 * random())),
        );
        const sum = (columns: ArrayLike<number>): number =>
          costs.reduce((total, row, at) => total + row[columns[at]!]!, 0);
        const columns = cheapestMatching(costs);
        expect(new Set(columns).size).toBe(size);
        expect(sum(columns)).toBe(Math.min(...permutations([...costs.keys()]).map(sum)));
      }),
    );
  });
});
