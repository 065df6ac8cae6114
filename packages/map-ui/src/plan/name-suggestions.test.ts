// Checks letters, counts, and that plans shown while the search runs do not beat each other.
import type { SuggestedPlan } from '@qinghe/rebalance';
import { expect, it } from 'vitest';
import { nameSuggestions, withPlan } from './name-suggestions.ts';

const plan = (assignment: readonly number[], disruption: number, cv: number): SuggestedPlan => ({
  assignment: Int32Array.from(assignment),
  disruption,
  disruptionBound: disruption,
  movedUnits: 1,
  maxDeviation: 0.1,
  cv,
  cut: 10,
  cutBound: null,
  proof: 'proved',
  within: 0,
  roles: [],
});
const GROUND = { units: [{ households: 72 }, { households: 60 }, { households: 50 }], before: Int32Array.of(0, 0, -1) };

it('letters from the least change on; a unit that had no grid is not moved', () => {
  const named = nameSuggestions([plan([1, 1, 1], 132, 0.1), plan([0, 1, 0], 60, 0.2)], GROUND);
  expect(named.map(({ label, movedHouseholds }) => [label, movedHouseholds])).toEqual([
    ['A', 60],
    ['B', 132],
  ]);
});

it('keeps what no other beats', () => {
  const [small, balanced] = [plan([0], 60, 0.2), plan([1], 132, 0.1)];
  expect(withPlan([small], balanced)).toEqual([small, balanced]);
  expect(withPlan([small, balanced], plan([0], 60, 0.2))).toEqual([small, balanced]);
  const better = plan([1], 50, 0.1);
  expect(withPlan([small, balanced], better)).toEqual([better]);
});

it('shows no more than five at a time: the ends, and those that differ most', () => {
  const found = [0.2, 0.19, 0.15, 0.1, 0.07, 0.05].map((cv, at) => plan([at], 100 + at, cv));
  const shown = found.reduce<SuggestedPlan[]>((plans, each) => withPlan(plans, each), []);
  expect(shown.map(({ cv }) => cv)).toEqual([0.2, 0.15, 0.1, 0.07, 0.05]);
});
