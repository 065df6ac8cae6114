// Holds what the checks of a community's plan list, and how far an acceptance of it reaches.
import { describe, expect, it } from 'vitest';
import { unitGraph } from '../partition/problem.ts';
import { communityTerms } from '../planning/community-terms.ts';
import type { Lock } from '../planning/question.ts';
import { acceptanceOf } from './accepted.ts';
import { communityExtra } from './community-extra.ts';
import { communityFindings } from './community-findings.ts';
import { sameNames } from './same-names.ts';

const RULES = { minHouseholds: 150, targetHouseholds: 300, maxHouseholds: 450, maxResidents: 1_000 };

/** Two rows of three, 100 households each, 100 m apart; three columns are three grids. */
function checked(assignment: readonly number[], more: { locks?: readonly Lock[]; maxSpanMetres?: number } = {}) {
  const units = assignment.map(() => ({ households: 100, residents: 250, dailyCareDoors: 0 }));
  const edges = [
    [0, 1],
    [1, 2],
    [3, 4],
    [4, 5],
    [0, 3],
    [1, 4],
    [2, 5],
  ] as const;
  const ground = {
    places: assignment.map((_, unit) => [(unit % 3) * 100, Math.floor(unit / 3) * 100] as const),
    arcs: { left: [0, -1, 2, 3, 4, 5, 0], right: [-1, 1, -1, -1, -1, -1, 3] },
    barrierPairs: [[0, 1]] as const,
  };
  const locks = more.locks ?? [];
  return communityFindings({
    question: {
      graph: unitGraph(6, edges, [1, 1, 1, 1, 1, 1, 1]),
      ...communityTerms(units, RULES),
      gridCount: 4,
      current: Int32Array.of(0, 1, 2, 0, 1, 2),
      locks,
    },
    assignment: Int32Array.from(assignment),
    extra: communityExtra(ground, more.maxSpanMetres ?? 1_000),
    grids: new Set([0, 1, 2]),
    lockGrids: locks.map((lock) => ('grid' in lock ? lock.grid : -1)),
    names: ['1栋1单元', '1栋2单元', '2栋', '3栋', '4栋', '5栋'],
  });
}

describe('findings of a community', () => {
  it('are none where the plan is as before; a grid of the question that the plan has not is no empty one', () => {
    expect(checked([0, 1, 2, 0, 1, 2])).toEqual([]);
    expect(checked([0, 0, 2, 0, 0, 2]).map(({ check, grid }) => [check, grid])).toEqual([
      ['empty-grid', 1],
      ['barrier', 0],
    ]);
  });

  it('name the check, the grid, the units, the value and its limit', () => {
    expect(checked([0, 1, 2, 1, 1, 2])).toEqual([
      { check: 'households', grid: 0, units: [0], value: 100, limit: 150, existing: false },
    ]);
    expect(checked([0, 0, 2, 0, 0, 0])).toMatchObject([
      { check: 'empty-grid', grid: 1 },
      { check: 'households', grid: 0, units: [0, 1, 3, 4, 5], value: 500, limit: 450 },
      { check: 'residents', grid: 0, value: 1_250, limit: 1_000 },
      { check: 'households', grid: 2, value: 100, limit: 150 },
      { check: 'barrier', grid: 0, units: [0, 1], value: 1, limit: null, existing: false },
    ]);
    expect(checked([0, 1, 2, 0, 1, 2], { maxSpanMetres: 99 })).toMatchObject([
      { check: 'span', grid: 0, units: [0, 3], value: 100, limit: 99 },
      { check: 'span', grid: 1 },
      { check: 'span', grid: 2 },
    ]);
    expect(checked([0, 1, 2, 0, 1, -1])).toMatchObject([
      { check: 'unassigned', grid: null, units: [5], value: 1 },
      { check: 'households', grid: 2 },
    ]);
  });

  it('name the grid of a broken lock, and none for units together', () => {
    const locks: readonly Lock[] = [
      { kind: 'stay', units: [3], grid: 0 },
      { kind: 'together', units: [0, 3] },
    ];
    expect(checked([0, 1, 2, 1, 1, 2], { locks }).filter(({ check }) => check === 'lock')).toEqual([
      { check: 'lock', grid: 0, units: [3], value: 1, limit: null, existing: false },
      { check: 'lock', grid: null, units: [3], value: 1, limit: null, existing: false },
    ]);
  });
});

describe('an acceptance', () => {
  const given = (check: string, grid: number | null, units: readonly number[] = []) => ({ check, grid, units });
  const found = (
    check: 'households' | 'loose-piece' | 'barrier' | 'lock' | 'unassigned',
    units: readonly number[],
  ) => ({
    check,
    grid: 2,
    units,
  });

  it('covers the check of the whole grid, whatever its units', () => {
    const own = given('households', 2);
    expect(acceptanceOf(found('households', [1, 2]), [given('span', 2), given('households', 1), own])).toBe(own);
    expect(acceptanceOf(found('households', [1]), [given('households', null)])).toBeUndefined();
  });

  it('covers a piece of just these units, and a crossing of no further place', () => {
    expect(acceptanceOf(found('loose-piece', [4, 5]), [given('loose-piece', 2, [5, 4])])).toBeDefined();
    expect(acceptanceOf(found('loose-piece', [4]), [given('loose-piece', 2, [5, 4])])).toBeUndefined();
    expect(acceptanceOf(found('barrier', [4]), [given('barrier', 2, [5, 4])])).toBeDefined();
    expect(acceptanceOf(found('barrier', [4, 6]), [given('barrier', 2, [5, 4])])).toBeUndefined();
  });

  it('never covers units in no grid, nor a broken lock', () => {
    expect(acceptanceOf(found('unassigned', [1]), [given('unassigned', 2, [1])])).toBeUndefined();
    expect(acceptanceOf(found('lock', [1]), [given('lock', 2, [1])])).toBeUndefined();
  });
});

describe('units of one name', () => {
  it('are found however wide or spaced the name is written', () => {
    expect(sameNames(['1栋1单元', '1栋2单元', '2栋'])).toEqual([]);
    expect(sameNames(['1栋1单元', '2栋', '1栋1单元', '2栋', '2栋'])).toEqual([
      [0, 2],
      [1, 3, 4],
    ]);
    expect(sameNames(['1栋', '1 栋', '1栋'])).toEqual([[0, 1, 2]]);
  });
});
