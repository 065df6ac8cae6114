// Conflicts and ways out against brute force over all plans of small questions, and the demo's wish for whole buildings.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadHighs } from '../../bin/load-highs.ts';
import { demoQuestion, WHOLE_BUILDINGS } from '../../test/demo-question.ts';
import { eased, fewestOut, keepsRules, smallQuestion, somePlanKeeps } from '../../test/small-question.ts';
import { gridLoads } from '../partition/problem.ts';
import { checkPlan } from './check-plan.ts';
import { rulesOf } from './terms.ts';
import { whyNot } from './why-not.ts';

const highs = await loadHighs();

describe('whyNot on every plan of small questions', () => {
  it('says feasible with a plan that keeps all rules, infeasible only when none does', () => {
    const seen = { feasible: 0, infeasible: 0, unknown: 0 };
    fc.assert(
      fc.property(smallQuestion(7), (question) => {
        const answer = whyNot(question, { seed: 1 });
        seen[answer.status] += 1;
        const rules = rulesOf(question);
        const isRight =
          answer.status === 'feasible'
            ? keepsRules(question, rules, answer.assignment)
            : answer.status === 'unknown' || !somePlanKeeps(question, rules);
        expect(isRight).toBe(true);
      }),
      { numRuns: 120, seed: 11 },
    );
    expect(seen.feasible).toBeGreaterThan(40);
    expect(seen.infeasible).toBeGreaterThan(40);
    expect(seen.unknown).toBeLessThan(5);
  });

  it('names a conflict that no plan keeps, where each rule less lets one', () => {
    let minimal = 0;
    fc.assert(
      fc.property(smallQuestion(7), (question) => {
        const answer = whyNot(question, { seed: 2, solver: highs });
        if (answer.status !== 'infeasible') return;
        expect(somePlanKeeps(question, answer.core)).toBe(false);
        if (!answer.provedMinimal) return;
        minimal += 1;
        for (const rule of answer.core)
          expect(
            somePlanKeeps(
              question,
              answer.core.filter((other) => other !== rule),
            ),
          ).toBe(true);
      }),
      { numRuns: 120, seed: 12 },
    );
    expect(minimal).toBeGreaterThan(30);
  });

  it('offers ways out that hold, the cheapest first, and least where it says so', () => {
    let offered = 0;
    fc.assert(
      fc.property(smallQuestion(6), (question) => {
        const answer = whyNot(question, { seed: 3 });
        if (answer.status !== 'infeasible') return;
        for (const { changes, assignment, provedLeast } of answer.relaxations) {
          offered += 1;
          expect(changes.length).toBeGreaterThan(0);
          const after = eased(question, changes);
          expect(keepsRules(after, rulesOf(after), assignment)).toBe(true);
          for (const change of provedLeast && changes.length > 1 ? changes : []) {
            if (change.kind !== 'free-lock') continue;
            const less = eased(
              question,
              changes.filter((other) => other !== change),
            );
            expect(somePlanKeeps(less, rulesOf(less))).toBe(false);
          }
          const [only] = changes;
          if (!provedLeast || changes.length > 1 || only!.kind !== 'limit') continue;
          const nearer = only!.side === 'lower' ? only!.value + 1 : only!.value - 1;
          const less = eased(question, [{ ...only!, value: nearer }]);
          expect(somePlanKeeps(less, rulesOf(less))).toBe(false);
        }
      }),
      { numRuns: 150, seed: 13 },
    );
    expect(offered).toBeGreaterThan(60);
  });

  it('counts no more grids out than every plan has', () => {
    let counted = 0;
    fc.assert(
      fc.property(smallQuestion(6), (question) => {
        const answer = whyNot(question, { seed: 4 });
        if (answer.status !== 'infeasible' || answer.leastGridsOut === null) return;
        counted += 1;
        const { count, measure, side, grids, assignment } = answer.leastGridsOut;
        const best = fewestOut(question, measure, side);
        expect(count).toBeLessThanOrEqual(best);
        if (assignment === null) return;
        expect(grids).toHaveLength(count);
      }),
      { numRuns: 150, seed: 14 },
    );
    expect(counted).toBeGreaterThan(15);
  });
});

describe('whyNot on the demo', () => {
  const whole = demoQuestion(WHOLE_BUILDINGS);
  const wholeAnswer = whyNot(whole, { seed: 1 });
  const withFacilities = demoQuestion(WHOLE_BUILDINGS, true);

  it.each([
    ['the entrances', whole, wholeAnswer],
    ['the entrances and facilities', withFacilities, whyNot(withFacilities, { seed: 1 })],
  ])('explains why whole buildings cannot be fifteen grids of 300 to 500: %s', (_, question, answer) => {
    if (answer.status !== 'infeasible') throw new Error(`${answer.status}, infeasible expected`);
    expect(answer.provedMinimal).toBe(true);
    // Two buildings to fill a grid, or four parts of a split one: with 15 kept whole there are 31 pieces for 15 grids, with 16 only 28.
    expect(answer.core.filter(({ kind }) => kind === 'lock')).toHaveLength(16);
    expect(answer.core.filter(({ kind }) => kind !== 'lock')).toEqual([
      { kind: 'limit', measure: 0, side: 'lower' },
      { kind: 'grid-count' },
    ]);
    expect(answer.leastGridsOut).toMatchObject({ count: 11, measure: 0, side: 'lower' });
    expect(answer.leastGridsOut!.groups).toHaveLength(19);
    expect(answer.leastGridsOut!.grids).toHaveLength(11);
    const example = answer.leastGridsOut!.assignment!;
    const loads = gridLoads(question.measures[0], example, 15);
    expect([...loads.keys()].filter((grid) => loads[grid]! < 300)).toEqual(answer.leastGridsOut!.grids);
    const kept = { ...question, measures: [{ ...question.measures[0], lower: 0, upper: 5235 }] as const };
    expect(checkPlan(kept, example)).toEqual([]);
  });

  it('offers to split some buildings by entrance, then nearer limits, each with its plan', () => {
    const answer = wholeAnswer;
    if (answer.status !== 'infeasible') throw new Error(`${answer.status}, infeasible expected`);
    const [first, second] = answer.relaxations;
    expect(new Set(first!.changes.map(({ kind }) => kind))).toEqual(new Set(['free-lock']));
    // Counting says four at the least.
    expect(first!.count).toBeGreaterThanOrEqual(4);
    expect(first!.count).toBeLessThanOrEqual(8);
    expect(second).toMatchObject({
      provedLeast: true,
      changes: [
        { kind: 'limit', measure: 0, side: 'lower', value: 264 },
        { kind: 'limit', measure: 0, side: 'upper', value: 536 },
      ],
    });
    for (const { changes, assignment } of answer.relaxations)
      expect(checkPlan(eased(whole, changes), assignment)).toEqual([]);
  });

  it('names two locks that cannot both hold, and frees either', () => {
    const locks = [WHOLE_BUILDINGS[2]!, { kind: 'grid', grid: 2 }, { kind: 'stay', units: [0], grid: 0 }] as const;
    const answer = whyNot(demoQuestion(locks), { seed: 1 });
    expect(answer).toMatchObject({
      status: 'infeasible',
      provedMinimal: true,
      leastGridsOut: null,
      core: [
        { kind: 'lock', lock: 0 },
        { kind: 'lock', lock: 1 },
      ],
    });
    if (answer.status !== 'infeasible') return;
    expect(answer.relaxations.map(({ changes }) => changes)).toEqual(
      expect.arrayContaining([[{ kind: 'free-lock', lock: 0 }], [{ kind: 'free-lock', lock: 1 }]]),
    );
  });

  it('sees that five entrances fill a grid of 355, and that 76 are one too many', () => {
    const [households] = demoQuestion().measures;
    const narrow = {
      ...demoQuestion([], true),
      measures: [{ ...demoQuestion([], true).measures[0], upper: 355 }] as const,
    };
    expect(
      households.weights
        .toSorted()
        .subarray(0, 6)
        .reduce((sum, weight) => sum + weight, 0),
    ).toBeGreaterThan(355);
    expect(whyNot(narrow, { seed: 1 })).toMatchObject({
      status: 'infeasible',
      core: [{ kind: 'limit', measure: 0, side: 'upper' }, { kind: 'grid-count' }],
      provedMinimal: true,
      leastGridsOut: { count: 1, measure: 0, side: 'upper' },
    });
  });

  it('proves with a solver that no choice among all lawful grids is a plan', () => {
    const free = demoQuestion();
    const narrow = { ...free, measures: [{ ...free.measures[0], lower: 338, upper: 370 }] as const };
    let asked = 0;
    expect(whyNot(narrow, { seed: 1, onProgress: () => (asked += 1) <= 3 })).toEqual({ status: 'unknown' });
    const answer = whyNot(narrow, { seed: 1, solver: highs });
    expect(answer).toMatchObject({ status: 'infeasible', provedMinimal: true, leastGridsOut: null });
    if (answer.status !== 'infeasible') return;
    expect(answer.core.map(({ kind }) => kind)).toEqual(['contiguity', 'limit', 'grid-count']);
    for (const { changes, assignment } of answer.relaxations)
      expect(checkPlan(eased(narrow, changes), assignment)).toEqual([]);
  });

  it('moves named grids where locks name several, and eases a limit or frees either of two', () => {
    const stays = [
      { kind: 'stay', units: [4, 5, 6, 7], grid: 1 },
      { kind: 'stay', units: [20, 21, 22, 23], grid: 4 },
      { kind: 'stay', units: [8, 9, 10], grid: 1 },
    ] as const;
    const question = demoQuestion(stays, true);
    const answer = whyNot(question, { seed: 1 });
    if (answer.status !== 'infeasible') throw new Error(`${answer.status}, infeasible expected`);
    expect(answer.core).toEqual([
      { kind: 'limit', measure: 0, side: 'upper' },
      { kind: 'lock', lock: 0 },
      { kind: 'lock', lock: 2 },
    ]);
    expect(answer.relaxations.length).toBeGreaterThan(1);
    for (const { changes, assignment } of answer.relaxations)
      expect(checkPlan(eased(question, changes), assignment)).toEqual([]);
  });

  it('finds a plan when nothing conflicts, and says unknown when it is stopped first', () => {
    const free = demoQuestion([{ kind: 'stay', units: [72, 73, 74, 75], grid: 14 }]);
    const answer = whyNot(free, { seed: 1 });
    if (answer.status !== 'feasible') throw new Error(`${answer.status}, feasible expected`);
    expect(checkPlan(free, answer.assignment)).toEqual([]);
    expect(whyNot(free, { seed: 1, onProgress: () => false })).toEqual({ status: 'unknown' });
  });

  it('gives the same answer again', () => {
    expect(whyNot(whole, { seed: 1 })).toEqual(wholeAnswer);
  });
});
