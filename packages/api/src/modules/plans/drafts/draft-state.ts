// Owns a draft in memory while one step is applied to it, and the difference that the step makes. Uuids only.
// Refuses the database and rules: operations judge, the store reads and writes.
import type { DraftExemption, DraftLock, PlanRules, StepDiff } from './plan-ops.ts';

/** Where a unit is, and who put it there: version 0 for nobody since the draft was branched. */
export interface UnitState {
  readonly gridId: string | null;
  readonly movedVersion: number;
  readonly movedById: string | null;
  readonly movedByName: string | null;
  /** Epoch milliseconds. */
  readonly movedAt: number | null;
}

export interface DraftContent {
  readonly name: string;
  readonly rules: PlanRules;
  /** The grids that the draft has, also those without a unit. */
  readonly gridIds: readonly string[];
  readonly units: ReadonlyMap<string, UnitState>;
  readonly locks: readonly DraftLock[];
  readonly exemptions: readonly DraftExemption[];
}

/** Who makes the step, when, and as which version. */
export interface StepStamp {
  readonly version: number;
  readonly byId: string;
  readonly byName: string;
  readonly at: number;
}

export class DraftState {
  readonly #before: DraftContent;
  readonly #stamp: StepStamp;
  readonly #units: Map<string, UnitState>;
  readonly #moved = new Set<string>();
  readonly grids: Set<string>;
  readonly locks: Map<string, DraftLock>;
  readonly exemptions: Map<string, DraftExemption>;
  rules: PlanRules;
  name: string;

  constructor(content: DraftContent, stamp: StepStamp) {
    this.#before = content;
    this.#stamp = stamp;
    this.#units = new Map(content.units);
    this.grids = new Set(content.gridIds);
    this.locks = new Map(content.locks.map((lock) => [lock.id, lock]));
    this.exemptions = new Map(content.exemptions.map((exemption) => [exemption.id, exemption]));
    this.rules = content.rules;
    this.name = content.name;
  }

  /** Undefined for an entrance that the community does not have. */
  unit(entranceId: string): UnitState | undefined {
    return this.#units.get(entranceId);
  }

  /** How many units the draft has, or one grid of it. */
  unitCount(gridId?: string): number {
    if (gridId === undefined) return this.#units.size;
    return [...this.#units.values()].reduce((count, unit) => (unit.gridId === gridId ? count + 1 : count), 0);
  }

  move(entranceId: string, gridId: string | null): void {
    const { version, byId, byName, at } = this.#stamp;
    this.#units.set(entranceId, {
      gridId,
      movedVersion: version,
      movedById: byId,
      movedByName: byName,
      movedAt: at,
    });
    this.#moved.add(entranceId);
  }

  diff(): StepDiff {
    const { name, rules, gridIds, units, locks, exemptions } = this.#before;
    return {
      grids: {
        added: [...this.grids].filter((id) => !gridIds.includes(id)),
        removed: gridIds.filter((id) => !this.grids.has(id)),
      },
      units: [...this.#moved].flatMap((id) => {
        const before = units.get(id)?.gridId ?? null;
        const after = this.#units.get(id)?.gridId ?? null;
        return before === after ? [] : [[id, before, after] as const];
      }),
      locks: swap(locks, this.locks),
      exemptions: swap(exemptions, this.exemptions),
      rules: rules === this.rules ? null : { before: rules, after: this.rules },
      name: name === this.name ? null : { before: name, after: this.name },
    };
  }
}

function swap<Thing extends { readonly id: string }>(before: readonly Thing[], after: ReadonlyMap<string, Thing>) {
  const known = new Set(before.map(({ id }) => id));
  return {
    added: [...after.values()].filter(({ id }) => !known.has(id)),
    removed: before.filter(({ id }) => !after.has(id)),
  };
}
