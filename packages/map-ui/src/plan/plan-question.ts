// Owns how an open plan is put to the engine as a question: limits as measures, locks as the engine names them. Pure.
import type { CheckExtra, Lock, Measure, PlanQuestion } from '@qinghe/rebalance';
import type { PlanContent } from './plan-content.ts';
import type { PlanModel } from './plan-model.ts';
import type { PlanLockModel } from './plan-session.types.ts';

/** What each measure of the question counts. */
export const MEASURES = ['households', 'residents'] as const;

/** Doors of daily care weigh ten households where people lose the worker they know. */
const CARE_WEIGHT = 10;

/** What of a plan the question needs. */
export interface AskedPlan extends Pick<PlanContent, 'before' | 'rules' | 'locks'> {
  /** The draft, where it may differ from before in a grid that is locked as it is now. */
  readonly assignment?: Int32Array;
}

/** The engine's question; residents count only where everybody was counted. O(units) */
export function questionOf(model: Pick<PlanModel, 'units' | 'graph' | 'grids'>, plan: AskedPlan): PlanQuestion {
  const { rules } = plan;
  const households: Measure = {
    weights: Int32Array.from(model.units, (unit) => unit.households),
    lower: rules.minHouseholds,
    upper: rules.maxHouseholds,
  };
  const residents: Measure = {
    weights: Int32Array.from(model.units, (unit) => unit.residents ?? 0),
    lower: 0,
    upper: rules.maxResidents,
  };
  return {
    graph: model.graph,
    measures: model.units.every((unit) => unit.residents !== null) ? [households, residents] : [households],
    gridCount: model.grids.length,
    current: plan.before,
    disruption: Int32Array.from(model.units, (unit) =>
      // A building without homes has its worker too: it does not move for nothing.
      Math.max(1, unit.households + (CARE_WEIGHT - 1) * unit.dailyCareDoors),
    ),
    locks: plan.locks.map((lock) => engineLock(lock, plan)),
    target: rules.targetHouseholds,
  };
}

/**
 * A grid is locked with the units it has in the draft; the engine's means those it had before. Where the two differ, its units are
 * held, and that no other joins them is left to whoever moves units.
 */
function engineLock({ kind, units, grid }: PlanLockModel, { before, assignment = before }: AskedPlan): Lock {
  if (kind === 'TOGETHER') return { kind: 'together', units };
  if (kind !== 'GRID') return { kind: 'stay', units, grid };
  const changed = assignment.some((now, unit) => (now === grid) !== (before[unit] === grid));
  if (!changed) return { kind: 'grid', grid };
  return { kind: 'stay', units: [...assignment.keys()].filter((unit) => assignment[unit] === grid), grid };
}

/** What the checks know beyond the question. */
export function checkExtraOf(
  { places, arcs, barrierPairs }: Pick<PlanModel, 'places' | 'arcs' | 'barrierPairs'>,
  maxSpanMetres: number,
): CheckExtra {
  const outline = new Set<number>();
  arcs.left.forEach((left, arc) => {
    const right = arcs.right[arc] ?? -1;
    if (left < 0 && right >= 0) outline.add(right);
    if (right < 0 && left >= 0) outline.add(left);
  });
  return {
    x: places.map(([x]) => x),
    y: places.map(([, y]) => y),
    maxSpanMetres,
    barrierPairs,
    outlineUnits: outline,
  };
}
