// Owns how a community's figures, rules and locks become terms of the engine's question. Page and server ask the same by asking here.
// Pure. Refuses names and ids: units and grids are indexes.

import type { Assignment, Measure } from '../partition/problem.ts';
import type { Lock, PlanQuestion } from './question.ts';

/** What is counted in a unit; residents null where nobody counted them. */
export interface CommunityUnit {
  readonly households: number;
  readonly residents: number | null;
  readonly dailyCareDoors: number;
}

/** What a grid should hold. */
export interface CommunityRules {
  readonly minHouseholds: number;
  readonly targetHouseholds: number;
  readonly maxHouseholds: number;
  readonly maxResidents: number;
}

/** A lock as planners name it: units held in a grid, a worker kept with them, units together (`grid` -1), a whole grid (no units). */
export interface CommunityLock {
  readonly kind: 'UNIT' | 'TOGETHER' | 'WORKER' | 'GRID';
  readonly units: readonly number[];
  readonly grid: number;
}

/** What each measure of a community's question counts, in order. */
export const COMMUNITY_MEASURES = ['households', 'residents'] as const;

/** Doors of daily care weigh ten households where people lose the worker they know. */
const CARE_WEIGHT = 10;

/** Limits, costs and aim of a community; residents count only where everybody was counted. O(units) */
export function communityTerms(
  units: readonly CommunityUnit[],
  rules: CommunityRules,
): Pick<PlanQuestion, 'measures' | 'disruption'> & { readonly target: number } {
  const households: Measure = {
    weights: Int32Array.from(units, (unit) => unit.households),
    lower: rules.minHouseholds,
    upper: rules.maxHouseholds,
  };
  const residents: Measure = {
    weights: Int32Array.from(units, (unit) => unit.residents ?? 0),
    lower: 0,
    upper: rules.maxResidents,
  };
  return {
    measures: units.every((unit) => unit.residents !== null) ? [households, residents] : [households],
    disruption: Int32Array.from(units, (unit) =>
      // A building without homes has its worker too: it does not move for nothing.
      Math.max(1, unit.households + (CARE_WEIGHT - 1) * unit.dailyCareDoors),
    ),
    target: rules.targetHouseholds,
  };
}

/**
 * A lock in the engine's terms. A grid is locked with the units it has in the draft; the engine's means those it had before. Where
 * the two differ its units are held, and that no other joins them is left to whoever moves units. O(units)
 */
export function communityLock(
  { kind, units, grid }: CommunityLock,
  { before, assignment = before }: { readonly before: Assignment; readonly assignment?: Assignment | undefined },
): Lock {
  if (kind === 'TOGETHER') return { kind: 'together', units };
  if (kind !== 'GRID') return { kind: 'stay', units, grid };
  const own = [...assignment.keys()].filter((unit) => assignment[unit] === grid);
  const had = before.reduce((count, each) => (each === grid ? count + 1 : count), 0);
  const isChanged = own.length !== had || own.some((unit) => before[unit] !== grid);
  // A grid without units keeps none of today's: there is nothing that the engine's lock could hold.
  return isChanged || had === 0 ? { kind: 'stay', units: own, grid } : { kind: 'grid', grid };
}
