// Suggested plans keep what they must, cost what they say, and none beats another.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { demoQuestion, grownQuestion } from '../../test/plan-questions.ts';
import { keepsRules } from '../../test/small-question.ts';
import { checkPlan } from '../explain/check-plan.ts';
import { whyNot } from '../explain/why-not.ts';
import { cutCost, gridLoads } from '../partition/problem.ts';
import { disruptionOf, type Lock, type PlanQuestion } from './question.ts';
import { suggestPlans, type SuggestedPlan, type Suggestions } from './suggest-plans.ts';

const demo = demoQuestion();

function keepsLock({ current }: PlanQuestion, lock: Lock, assignment: Int32Array): boolean {
  if (lock.kind === 'stay') return lock.units.every((unit) => assignment[unit] === lock.grid);
  if (lock.kind === 'together') return new Set(lock.units.map((unit) => assignment[unit])).size === 1;
  return current.every((grid, unit) => (grid === lock.grid) === (assignment[unit] === lock.grid));
}

/** What the checks would say of it that is not so today. */
function findings(question: PlanQuestion, assignment: Int32Array): string[] {
  const anew = checkPlan(question, assignment).filter((fault) => fault.kind !== 'loose-piece' || !fault.existing);
  return anew.map(({ kind }) => `finding ${kind}`);
}

/** Everything a plan promises, judged on the question alone. */
function faults(question: PlanQuestion, plan: SuggestedPlan): string[] {
  const { graph, measures, gridCount, locks } = question;
  const { assignment } = plan;
  const found: string[] = [];
  if (assignment.some((grid) => grid < 0 || grid >= gridCount)) found.push('grid');
  if (!keepsRules(question, [{ kind: 'grid-count' }, { kind: 'contiguity' }], assignment)) found.push('pieces');
  found.push(...findings(question, assignment));
  for (const measure of measures)
    if (gridLoads(measure, assignment, gridCount).some((load) => load < measure.lower || load > measure.upper))
      found.push('limits');
  for (const lock of locks) if (!keepsLock(question, lock, assignment)) found.push(`lock ${lock.kind}`);
  if (plan.disruption !== disruptionOf(question, assignment)) found.push('disruption');
  if (plan.cut !== cutCost(graph, assignment)) found.push('cut');
  if (plan.disruptionBound > plan.disruption) found.push('bound');
  if (plan.cutBound !== null && plan.cutBound > plan.cut) found.push('cut bound');
  return found;
}

/** Of the grids that no lock holds: the others are the same in every plan. */
function freeDeviation({ measures, gridCount, locks }: PlanQuestion, { assignment }: SuggestedPlan): number {
  const loads = gridLoads(measures[0], assignment, gridCount);
  const mean = loads.reduce((sum, load) => sum + load, 0) / gridCount;
  const isHeld = (grid: number): boolean => locks.some((lock) => lock.kind === 'grid' && lock.grid === grid);
  return loads.reduce((most, load, grid) => (isHeld(grid) ? most : Math.max(most, Math.abs(load - mean))), 0);
}

function beats(question: PlanQuestion, one: SuggestedPlan, other: SuggestedPlan): boolean {
  const isCalmer = one.disruption <= other.disruption && one.cut <= other.cut;
  return isCalmer && freeDeviation(question, one) <= freeDeviation(question, other);
}

/** Those on the ladder, as a chart of change against CV shows them. */
function beatenByCv({ plans }: Suggestions): number[] {
  const rungs = plans.filter(({ roles }) => roles.some((role) => role !== 'most-compact') || roles.length === 0);
  return [...rungs.keys()].filter((at) => {
    const { disruption, cv } = rungs[at]!;
    return rungs.some((other, index) => index !== at && other.disruption <= disruption && other.cv <= cv);
  });
}

function allFaults(question: PlanQuestion, answer: Suggestions): string[] {
  const { plans } = answer;
  const found = plans.flatMap((plan, at) => [
    ...faults(question, plan),
    ...plans.filter((other, index) => index !== at && beats(question, other, plan)).map(() => `plan ${at} is beaten`),
  ]);
  return [...found, ...beatenByCv(answer).map((rung) => `rung ${rung} is beaten by CV`)];
}

describe('suggestPlans', () => {
  it('answers the demo: a unit without a grid gets one, limits hold, nothing is beaten', () => {
    const answer = suggestPlans(demo, { seed: 1 });
    expect(answer.status).toBe('found');
    expect(allFaults(demo, answer)).toEqual([]);
    expect(answer.plans.flatMap(({ roles }) => roles).toSorted()).toEqual(
      expect.arrayContaining(['best-balance', 'least-change', 'most-compact']),
    );
    expect(answer.plans[0]!.disruption).toBeLessThan(700);
  });

  it('gives the same plans for the same seed', () => {
    const one = suggestPlans(demo, { seed: 5, effort: 0.1 });
    expect(suggestPlans(demo, { seed: 5, effort: 0.1 })).toEqual(one);
  });

  it('stops when told, with what it has', () => {
    let asked = 0;
    const { plans } = suggestPlans(demo, { seed: 1, onProgress: () => (asked += 1) < 5 });
    expect(asked).toBe(5);
    expect(plans.flatMap((plan) => faults(demo, plan))).toEqual([]);
  });

  it('says none where the totals or the locks rule every plan out', () => {
    const [measure] = demo.measures;
    expect(suggestPlans({ ...demo, measures: [{ ...measure, upper: 340 }] }, { seed: 1 }).status).toBe('none');
    const twice: Lock[] = [
      { kind: 'stay', units: [4], grid: 1 },
      { kind: 'stay', units: [4], grid: 2 },
    ];
    expect(suggestPlans({ ...demo, locks: twice }, { seed: 1 }).status).toBe('none');
  });

  it('says none without a step where a locked grid is outside the limits; why-not names it, and one key opens it', () => {
    const loads = gridLoads(
      demo.measures[0],
      demo.current.map((grid) => Math.max(0, grid)),
      demo.gridCount,
    );
    const grid = loads.findIndex((load) => load < demo.measures[0].lower);
    const question: PlanQuestion = { ...demo, locks: [{ kind: 'grid', grid }] };
    let asked = 0;
    const options = { seed: 1, onProgress: () => (asked += 1) > 0 };
    expect(suggestPlans(question, options)).toEqual({ status: 'none', plans: [] });
    expect(asked).toBe(0);
    const why = whyNot(question, { seed: 1 });
    expect(why).toMatchObject({
      status: 'infeasible',
      provedMinimal: true,
      core: [
        { kind: 'limit', measure: 0, side: 'lower' },
        { kind: 'lock', lock: 0 },
      ],
    });
    const [cheapest] = why.status === 'infeasible' ? why.relaxations : [];
    expect(cheapest?.changes).toEqual([{ kind: 'free-lock', lock: 0 }]);
  });

  it('keeps every lock, limit and piece in communities with random locks', () => {
    let answered = 0;
    fc.assert(
      fc.property(
        fc.record({
          seed: fc.integer({ min: 1, max: 500 }),
          held: fc.integer({ min: 0, max: 5 }),
          stay: fc.array(fc.integer({ min: 0, max: 47 }), { maxLength: 4 }),
          // Neighbours in a row: far-apart ones would leave few questions with an answer.
          together: fc.integer({ min: 0, max: 46 }).map((unit) => [unit, unit + 1]),
          homeless: fc.integer({ min: 0, max: 47 }),
        }),
        ({ seed, held, stay, together, homeless }) => {
          const grown = grownQuestion({ units: 48, grids: 6, tolerance: 0.4, seed });
          const current = grown.current.slice();
          current[homeless] = -1;
          const locks: Lock[] = [
            { kind: 'grid', grid: held },
            ...stay
              .filter((unit) => unit !== homeless)
              .map((unit): Lock => ({ kind: 'stay', units: [unit], grid: current[unit]! })),
            { kind: 'together', units: together },
          ];
          const question: PlanQuestion = { ...grown, current, locks };
          const answer = suggestPlans(question, { seed, effort: 0.03 });
          if (answer.status === 'found') answered += 1;
          expect(allFaults(question, answer)).toEqual([]);
        },
      ),
      { numRuns: 15, seed: 32 },
    );
    expect(answered).toBeGreaterThan(5);
  });

  it('lets a grid in two pieces stay so, and makes no third', () => {
    const grown = grownQuestion({ units: 60, grids: 6, tolerance: 0.3, seed: 4 });
    const current = grown.current.slice();
    const island = current.findIndex((grid, unit) => {
      const beside = [...grown.graph.neighbours.subarray(grown.graph.offsets[unit], grown.graph.offsets[unit + 1])];
      return grid !== 0 && beside.every((one) => current[one] !== 0);
    });
    current[island] = 0;
    const question = { ...grown, current };
    const answer = suggestPlans(question, { seed: 2, effort: 0.1 });
    expect(answer.status).toBe('found');
    expect(allFaults(question, answer)).toEqual([]);
  });

  it('adds no loose piece to grids that are torn today, whatever they are torn into', () => {
    let answered = 0;
    let torn = 0;
    fc.assert(
      fc.property(
        fc.record({
          seed: fc.integer({ min: 1, max: 500 }),
          tolerance: fc.constantFrom(0.25, 0.4),
          strewn: fc.array(fc.tuple(fc.nat({ max: 47 }), fc.integer({ min: -1, max: 5 })), {
            minLength: 1,
            maxLength: 8,
          }),
          together: fc.uniqueArray(fc.nat({ max: 47 }), { minLength: 2, maxLength: 3 }),
          isTogether: fc.boolean(),
        }),
        ({ seed, tolerance, strewn, together, isTogether }) => {
          const grown = grownQuestion({ units: 48, grids: 6, tolerance, seed });
          const current = grown.current.slice();
          for (const [unit, grid] of strewn) current[unit] = grid;
          const locks: Lock[] = isTogether ? [{ kind: 'together', units: together }] : [];
          const question: PlanQuestion = { ...grown, current, locks };
          const answer = suggestPlans(question, { seed, effort: 0.03 });
          if (answer.status === 'found') answered += 1;
          if (answer.plans.some(({ assignment }) => checkPlan(question, assignment).length > 0)) torn += 1;
          expect(allFaults(question, answer)).toEqual([]);
        },
      ),
      { numRuns: 15, seed: 31 },
    );
    expect(answered).toBeGreaterThan(10);
    expect(torn).toBeGreaterThan(5);
  });
});
