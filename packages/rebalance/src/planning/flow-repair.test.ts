// Load that has to cross many grids: the flow brings it there where flips do not, and neither tears a grid nor breaks a lock on the way.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { grownQuestion, stripQuestion } from '../../test/plan-questions.ts';
import { edgeList, PlanState } from '../partition/plan-state.ts';
import type { Assignment } from '../partition/problem.ts';
import { seededRandom } from '../random.ts';
import { searchCalmly } from './calm-search.ts';
import { ContiguityGuard } from './contiguity-guard.ts';
import { repairByFlow } from './flow-repair.ts';
import type { Lock, PlanQuestion } from './question.ts';
import { FORBIDDEN, reducedDisruption, reduceQuestion, type ReducedQuestion } from './reduce-question.ts';
import { startPlan } from './start-plan.ts';
import { suggestPlans } from './suggest-plans.ts';

const keepGoing = (): boolean => true;

function begun(question: PlanQuestion) {
  const reduced = reduceQuestion(question);
  if (reduced.kind === 'contradiction') throw new Error('locks contradict');
  const { problem } = reduced;
  return { reduced, problem, edges: edgeList(problem.graph), start: startPlan(reduced), keepGoing };
}

function excessOf({ problem }: ReducedQuestion, labels: Assignment): number {
  return new PlanState(problem, labels).excess();
}

describe('repairByFlow', () => {
  it.each([
    { side: 4, grown: { grids: 1, share: 1 }, tolerance: 0.05 },
    { side: 4, grown: { grids: 3, share: 0.6 }, tolerance: 0.05 },
    { side: 10, grown: { grids: 1, share: 1 }, tolerance: 0.1 },
    { side: 10, grown: { grids: 3, share: 0.6 }, tolerance: 0.1 },
  ])('brings the surplus of one end of a strip to the other: %o', (wish) => {
    const repair = begun(stripQuestion({ ...wish, seed: 1 }));
    const { reduced, start } = repair;
    expect(excessOf(reduced, start)).toBeGreaterThan(0.5);
    const labels = repairByFlow(repair);
    expect(excessOf(reduced, labels)).toBe(0);
    expect(new ContiguityGuard(reduced).isLawful(labels)).toBe(true);
  });

  it('does in some hundred moves what flips do not do in 200,000', () => {
    const repair = begun(stripQuestion({ side: 10, grown: { grids: 3, share: 0.6 }, tolerance: 0.1, seed: 1 }));
    const annealed = { proposals: 200_000, random: seededRandom(1), heat: 0.8, first: 'disruption' as const };
    expect(searchCalmly({ ...repair, ...annealed })).toBeNull();
    const moved = repairByFlow(repair).filter((label, node) => label !== repair.start[node]);
    expect(moved.length).toBeLessThan(700);
    expect(excessOf(repair.reduced, repairByFlow(repair))).toBe(0);
  });

  it('lets a suggestion tell a plan at its first step', () => {
    const question = stripQuestion({ side: 4, grown: { grids: 3, share: 0.6 }, tolerance: 0.05, seed: 2 });
    const steps: number[] = [];
    const told: number[] = [];
    suggestPlans(question, {
      seed: 1,
      effort: 0.01,
      onProgress: ({ done }) => steps.push(done) > 0,
      onPlan: () => told.push(steps.at(-1)!),
    });
    expect(told[0]).toBe(0);
  });

  it('leaves a plan within the limits alone, and stops when told', () => {
    const even = begun(stripQuestion({ side: 4, grown: { grids: 1, share: 1 }, tolerance: 1, seed: 1 }));
    expect(repairByFlow(even)).toEqual(even.start);
    const uneven = begun(stripQuestion({ side: 4, grown: { grids: 1, share: 1 }, tolerance: 0.05, seed: 1 }));
    expect(repairByFlow({ ...uneven, keepGoing: () => false })).toEqual(uneven.start);
  });

  it('never leaves more outside the limits, tears no grid further, breaks no lock, and does the same again', () => {
    let helped = 0;
    fc.assert(
      fc.property(
        fc.record({
          seed: fc.integer({ min: 1, max: 500 }),
          tolerance: fc.constantFrom(0.05, 0.15, 0.3),
          held: fc.integer({ min: 0, max: 7 }),
          stay: fc.array(fc.nat({ max: 71 }), { maxLength: 4 }),
          together: fc.uniqueArray(fc.nat({ max: 71 }), { minLength: 2, maxLength: 3 }),
          strewn: fc.array(fc.tuple(fc.nat({ max: 71 }), fc.integer({ min: -1, max: 7 })), { maxLength: 5 }),
        }),
        ({ seed, tolerance, held, stay, together, strewn }) => {
          const grown = grownQuestion({ units: 72, grids: 8, tolerance, seed });
          const current = grown.current.slice();
          for (const [unit, grid] of strewn) current[unit] = grid;
          const locks: Lock[] = [
            { kind: 'grid', grid: held },
            { kind: 'together', units: together },
            ...stay.map((unit): Lock => ({ kind: 'stay', units: [unit], grid: Math.max(0, current[unit]!) })),
          ];
          const question = { ...grown, current, locks };
          const reduced = reduceQuestion(question);
          if (reduced.kind === 'contradiction') return;
          const repair = begun(question);
          const labels = repairByFlow(repair);
          const [before, after] = [excessOf(reduced, repair.start), excessOf(reduced, labels)];
          if (after < before) helped += 1;
          expect(after).toBeLessThanOrEqual(before);
          const guard = new ContiguityGuard(reduced);
          const then = guard.faults(repair.start);
          for (const [label, count] of guard.faults(labels).entries()) expect(count).toBeLessThanOrEqual(then[label]!);
          expect(Math.floor(reducedDisruption(reduced, labels) / FORBIDDEN)).toBeLessThanOrEqual(
            Math.floor(reducedDisruption(reduced, repair.start) / FORBIDDEN),
          );
          expect(repairByFlow(repair)).toEqual(labels);
        },
      ),
      { numRuns: 60, seed: 21 },
    );
    expect(helped).toBeGreaterThan(15);
  });
});
