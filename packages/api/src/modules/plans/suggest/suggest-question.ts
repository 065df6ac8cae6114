// Owns how a draft is put to the engine as a question: units and grids as indexes, limits as measures, locks as the engine
// names them. Pure. Refuses the terms, which the page shares, to search, and to name anything: names are joined to the answer.
import { communityLock, communityTerms, type Lock, type PlanQuestion, unitGraph } from '@qinghe/rebalance';
import type { PlanLockView } from '../drafts/plan-details.read.ts';
import type { PlanRules } from '../drafts/plan-ops.ts';
import type { PlanUnit } from '../ground/plan-ground.service.ts';

/** What is asked about; units in the order of the ground. */
export interface AskedPlan {
  readonly units: readonly Pick<
    PlanUnit,
    'entrance' | 'building' | 'buildingName' | 'name' | 'households' | 'residents' | 'dailyCareDoors'
  >[];
  /** One unit, the other, decimetres of border, what separating them costs. */
  readonly borders: readonly (readonly number[])[];
  /** Numbers of the draft's grids: those that a plan may use, and no other. */
  readonly grids: readonly number[];
  /** Numbers of the grids that the draft was branched from. */
  readonly before: readonly (number | null)[];
  /** Those of the draft: a locked grid is locked as it is there. */
  readonly assignment: readonly (number | null)[];
  readonly rules: PlanRules;
  readonly locks: readonly PlanLockView[];
  /** Keep the entrances of a building in one grid. */
  readonly wholeBuildings: boolean;
}

/** Whence a lock of the question comes: a lock of the draft, or the wish to keep a building whole. */
export type LockSource =
  | { readonly lock: PlanLockView }
  | { readonly building: string; readonly units: readonly number[] };

export interface AskedQuestion {
  readonly question: PlanQuestion;
  /** Number of each grid of the question. */
  readonly grids: readonly number[];
  /** What it costs that units leave grids which the draft has no more: no plan avoids it. */
  readonly unavoidable: number;
  /** Of each lock of the question. */
  readonly sources: readonly LockSource[];
}

/** A unit of a grid that the draft has no more starts from none. O(units · locked grids + borders) */
export function questionOf(asked: AskedPlan): AskedQuestion {
  const { units, borders, grids, before, assignment, rules, locks } = asked;
  const indexOf = new Map(grids.map((number, index) => [number, index]));
  const unitOf = new Map(units.map(({ entrance }, index) => [entrance, index]));
  const sources = [...locks.map((lock): LockSource => ({ lock })), ...(asked.wholeBuildings ? wholes(units) : [])];
  const indexed = (numbers: AskedPlan['before']) =>
    Int32Array.from(numbers, (grid) => (grid === null ? -1 : (indexOf.get(grid) ?? -1)));
  const drafted = { before: indexed(before), assignment: indexed(assignment) };
  const question: PlanQuestion = {
    graph: unitGraph(
      units.length,
      borders.map(([one, other]) => [one!, other!] as const),
      borders.map((border) => border[3]!),
    ),
    ...communityTerms(units, rules),
    gridCount: grids.length,
    current: drafted.before,
    locks: sources.map((source) => engineLock(source, unitOf, indexOf, drafted)),
  };
  const unavoidable = before.reduce<number>(
    (sum, grid, unit) => (grid === null || indexOf.has(grid) ? sum : sum + question.disruption[unit]!),
    0,
  );
  return { question, grids, unavoidable, sources };
}

function wholes(units: AskedPlan['units']): LockSource[] {
  const byBuilding = Map.groupBy(units.keys(), (unit) => units[unit]!.building);
  return [...byBuilding.values()]
    .filter((own) => own.length > 1)
    .map((own) => ({ building: units[own[0]!]!.buildingName, units: own }));
}

function engineLock(
  source: LockSource,
  unitOf: ReadonlyMap<string, number>,
  indexOf: ReadonlyMap<number, number>,
  drafted: { readonly before: Int32Array; readonly assignment: Int32Array },
): Lock {
  if ('units' in source) return { kind: 'together', units: source.units };
  const { kind, entrances, grid } = source.lock;
  const units = entrances.flatMap((entrance) => unitOf.get(entrance) ?? []);
  return communityLock({ kind, units, grid: indexOf.get(grid ?? -1) ?? -1 }, drafted);
}
