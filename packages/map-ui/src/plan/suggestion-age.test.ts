// Holds when an answer of the engine is of conditions gone by, and when a suggestion may not be taken.
import { describe, expect, it } from 'vitest';
import { latticeGround, latticePlan } from './plan-lattice.ts';
import { readPlan } from './plan-content.ts';
import { readGround } from './plan-model.ts';
import { locksAgainst, takenInto } from './plan-take.ts';
import { askedQuestion, NO_WISH } from './plan-wish.ts';
import { ageOf } from './suggestion-age.ts';

const MODEL = readGround(latticeGround({ columns: 3, rows: 2, grids: 3 }));
const COLUMNS = [1, 2, 3, 1, 2, 3];
const FOUND = Int32Array.of(0, 0, 2, 0, 0, 2);

function plan(patch: Parameters<typeof latticePlan>[1] = {}, assignment = COLUMNS) {
  const content = readPlan(MODEL, latticePlan(assignment, { before: COLUMNS, grids: [1, 2, 3], ...patch }));
  return { ...MODEL, ...content };
}
const locked = (kind: 'UNIT' | 'GRID' | 'TOGETHER', id: string, entrances: string[], grid: number | null) => ({
  id,
  kind,
  entrances,
  grid,
  by: 'A',
});
const first = plan({ locks: [locked('UNIT', 'local', ['e0'], 1)] });
const { question, grids } = askedQuestion(first, NO_WISH);
const answered = { question, grids, wish: NO_WISH, draft: first.assignment, found: [{ assignment: FOUND }] };
const same = { locks: false, rules: false, draft: false };

describe('an answer of the engine', () => {
  it('is of now while only names and rates changed', () => {
    const rules = { ...first.rules, minutesPerDoor: 9 };
    expect(ageOf(plan({ rules, locks: [locked('UNIT', 'named', ['e0'], 1)] }), answered)).toEqual(same);
  });

  it('is of before once locks or limits are others', () => {
    expect(ageOf(plan(), answered)).toEqual({ ...same, locks: true });
    const rules = { ...first.rules, targetHouseholds: 310 };
    expect(ageOf(plan({ rules, locks: [locked('UNIT', 'local', ['e0'], 1)] }), answered)).toEqual({
      ...same,
      rules: true,
    });
    expect(ageOf(plan({ grids: [1, 2, 3, 4], locks: [locked('UNIT', 'local', ['e0'], 1)] }), answered)).toEqual({
      ...same,
      rules: true,
    });
    const { question: whole } = askedQuestion(first, { wholeBuildings: true, splitAllowed: [] });
    expect(ageOf(first, { ...answered, question: whole, wish: { wholeBuildings: true, splitAllowed: [] } })).toEqual(
      same,
    );
  });

  it('knows a draft that was changed by hand from one that took of what was found', () => {
    const locks = [locked('UNIT', 'local', ['e0'], 1)];
    expect(ageOf(plan({ locks }, [1, 2, 3, 1, 2, 2]), answered)).toEqual({ ...same, draft: true });
    expect(ageOf(plan({ locks }, [1, 1, 3, 1, 1, 3]), answered)).toEqual(same);
    expect(ageOf(plan({ locks }, [1, 1, 3, 1, 2, 3]), answered)).toEqual(same);
  });
});

describe('taking a suggestion', () => {
  const wanted = Int32Array.of(0, 0, 2, 0, 0, 1);

  it('is of all units, or of those that go to or come from the chosen grids', () => {
    const current = Int32Array.of(0, 1, 2, 0, 1, 2);
    expect(takenInto(current, wanted)).toBe(wanted);
    expect([...takenInto(current, wanted, [2])]).toEqual([0, 1, 2, 0, 1, 1]);
    expect([...takenInto(current, wanted, [0])]).toEqual([0, 0, 2, 0, 0, 2]);
  });

  it('names the locks it would break, and none where the chosen grids leave them alone', () => {
    const held = plan({
      locks: [
        locked('UNIT', 'U', ['e4'], 2),
        locked('GRID', 'G', [], 3),
        locked('TOGETHER', 'T', ['e1', 'e4'], null),
        locked('TOGETHER', 'S', ['e2', 'e5'], null),
      ],
    });
    expect(locksAgainst(held, wanted)).toEqual(['U', 'G', 'S']);
    expect(locksAgainst(held, wanted, [0])).toEqual(['U']);
    expect(locksAgainst(held, held.assignment)).toEqual([]);
  });
});
