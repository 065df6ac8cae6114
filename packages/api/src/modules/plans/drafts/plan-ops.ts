// What an operation on a plan looks like, and what a step keeps so that it can be taken back. Refuses GraphQL and SQL.

export const LOCK_KINDS = ['UNIT', 'TOGETHER', 'WORKER', 'GRID'] as const;
export type LockKind = (typeof LOCK_KINDS)[number];

export const OP_KINDS = [
  'MOVE',
  'ADD_GRID',
  'CLOSE_GRID',
  'LOCK',
  'UNLOCK',
  'EXEMPT',
  'UNEXEMPT',
  'SET_RULES',
  'RENAME',
  'UNDO',
  'REDO',
] as const;
export type OpKind = (typeof OP_KINDS)[number];

export const CHANGE_SOURCES = ['HAND', 'SUGGESTION', 'REPAIR', 'IMPORT'] as const;
export type ChangeSource = (typeof CHANGE_SOURCES)[number];

/** What a plan aims at and keeps to; minutes are the rates of the workload. */
export interface PlanRules {
  readonly minHouseholds: number;
  readonly targetHouseholds: number;
  readonly maxHouseholds: number;
  readonly maxResidents: number;
  readonly maxSpanMetres: number;
  readonly minutesPerRequest: number;
  readonly minutesPerDoor: number;
  readonly minutesPerFloor: number;
}

/** As a caller sends it: opaque ids, grids by number; which fields count depends on the kind. */
export interface PlanOp {
  readonly kind: OpKind;
  readonly entrances?: readonly string[] | null;
  readonly grid?: number | null;
  readonly lock?: LockKind | null;
  readonly id?: string | null;
  readonly check?: string | null;
  readonly text?: string | null;
  readonly rules?: PlanRules | null;
  readonly version?: number | null;
}

export interface ApplyPlanOps {
  /** Opaque id. */
  readonly plan: string;
  readonly baseVersion: number;
  readonly ops: readonly PlanOp[];
  readonly source: ChangeSource;
  readonly clientEventId: string;
}

/** Uuids; `gridId` null for TOGETHER. */
export interface DraftLock {
  readonly id: string;
  readonly kind: LockKind;
  readonly gridId: string | null;
  readonly entranceIds: readonly string[];
  readonly byName: string;
}

/** Uuids. */
export interface DraftExemption {
  readonly id: string;
  readonly check: string;
  readonly gridId: string | null;
  readonly entranceIds: readonly string[];
  readonly reason: string;
  readonly byName: string;
}

/** What a step changed: enough to take it back, and to do it again. */
export interface StepDiff {
  /** Uuids; steps that were kept before drafts named their grids do not say. */
  readonly grids?: Swap<string>;
  /** Entrance, grid before, grid after; uuids, null for no grid. */
  readonly units: readonly (readonly [string, string | null, string | null])[];
  readonly locks: Swap<DraftLock>;
  readonly exemptions: Swap<DraftExemption>;
  readonly rules: { readonly before: PlanRules; readonly after: PlanRules } | null;
  readonly name: { readonly before: string; readonly after: string } | null;
}

export interface Swap<Thing> {
  readonly added: readonly Thing[];
  readonly removed: readonly Thing[];
}
