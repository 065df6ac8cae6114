// Owns one state of a plan in indexes: what the server said, or that with own steps on top. Refuses drawing and sending.
import type { PlanPartsFragment } from '#api/gql/graphql';
import type { PlanModel } from './plan-model.ts';
import type { PlanLockKind, PlanLockModel, PlanRulesModel } from './plan-session.types.ts';

/** A finding somebody accepts. */
export interface PlanExemptionModel {
  readonly id: string;
  readonly check: string;
  readonly grid: number | null;
  readonly units: readonly number[];
  readonly reason: string;
  readonly by: string;
}

/** A step of the history, as far as undo and redo need it. */
export interface PlanStep {
  readonly version: number;
  readonly of: number | null;
  readonly mine: boolean;
  readonly kinds: readonly string[];
}

/** A plan at one version. */
export interface PlanContent {
  readonly id: string;
  readonly name: string;
  readonly stage: string;
  readonly acts: readonly string[];
  readonly version: number;
  readonly savedAt: string;
  readonly present: readonly string[];
  readonly rules: PlanRulesModel;
  readonly locks: readonly PlanLockModel[];
  readonly exemptions: readonly PlanExemptionModel[];
  /** Indexes of the plan's grids, ascending. */
  readonly openGrids: readonly number[];
  readonly assignment: Int32Array;
  readonly before: Int32Array;
  readonly history: readonly PlanStep[];
}

/**
 * The server's plan in indexes.
 *
 * @throws RangeError when it is of another ground: the geography changed
 */
export function readPlan(model: PlanModel, plan: PlanPartsFragment): PlanContent {
  const gridsOf = (numbers: readonly (number | null)[]) => {
    if (numbers.length !== model.units.length) throw new RangeError('assignment: a grid per unit expected');
    return Int32Array.from(numbers, (number) => gridIndex(model, number));
  };
  const { id, name, stage, acts, version, savedAt, present } = plan;
  return {
    id,
    name,
    stage,
    acts,
    version,
    savedAt,
    present,
    rules: { ...plan.rules },
    locks: plan.locks.map((lock) => ({
      id: lock.id,
      kind: lock.kind as PlanLockKind,
      units: unitsOf(model, lock.entrances),
      grid: gridIndex(model, lock.grid),
      by: lock.by,
    })),
    exemptions: plan.exemptions.map((exemption) => ({
      ...exemption,
      grid: exemption.grid == null ? null : gridIndex(model, exemption.grid),
      units: unitsOf(model, exemption.entrances),
    })),
    openGrids: plan.grids.map((number) => gridIndex(model, number)).toSorted((one, other) => one - other),
    assignment: gridsOf(plan.assignment.map((number) => number ?? null)),
    before: gridsOf(plan.before.map((number) => number ?? null)),
    history: plan.history
      .map(({ version: at, of, mine, kinds }) => ({ version: at, of: of ?? null, mine, kinds }))
      .toSorted((one, other) => one.version - other.version),
  };
}

/** Index of a grid by its number; -1 for none or a grid this ground does not have. */
export function gridIndex(model: PlanModel, number: number | null | undefined): number {
  return number == null ? -1 : (model.gridOf.get(number) ?? -1);
}

/** Indexes of entrances; those that are no unit here are left out. */
export function unitsOf(model: PlanModel, entrances: readonly string[]): number[] {
  return entrances.flatMap((entrance) => model.unitOf.get(entrance) ?? []);
}
