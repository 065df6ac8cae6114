// Owns what the workbench's parts agree on: the model of an open plan and what one may do with it. Units and grids are indexes
// into `ground.units` and `ground.grids`; -1 is "in no grid", which is never a grid. Refuses React and the network.

import type { CommunityCheck, UnitGraph } from '@qinghe/rebalance';

/** One unit of the ground, as the contract gives it, with its place in metres. */
export interface PlanUnitModel {
  readonly entrance: string;
  readonly mapId: number;
  readonly building: string;
  readonly buildingMapId: number;
  readonly buildingName: string;
  readonly name: string;
  readonly point: readonly [number, number];
  readonly households: number;
  readonly residents: number | null;
  readonly dailyCareDoors: number;
  readonly openRequests: number;
  readonly requestsPerWeek: number;
  readonly doorsDuePerWeek: number;
  readonly floorsPerWeek: number;
}

export interface PlanGridModel {
  readonly grid: string;
  readonly number: number;
  readonly mapId: number;
  readonly worker: string | null;
  /** No plan ever had it in force. */
  readonly drafted: boolean;
}

export interface PlanRulesModel {
  readonly minHouseholds: number;
  readonly targetHouseholds: number;
  readonly maxHouseholds: number;
  readonly maxResidents: number;
  readonly maxSpanMetres: number;
  readonly minutesPerRequest: number;
  readonly minutesPerDoor: number;
  readonly minutesPerFloor: number;
}

export type PlanLockKind = 'UNIT' | 'TOGETHER' | 'WORKER' | 'GRID';
export interface PlanLockModel {
  readonly id: string;
  readonly kind: PlanLockKind;
  readonly units: readonly number[];
  /** Index of the grid; -1 for TOGETHER. */
  readonly grid: number;
  readonly by: string;
}

/** What the row of a grid shows. */
export interface GridRow {
  readonly grid: number;
  readonly units: number;
  readonly households: number;
  /** Null when nobody counted them in some unit. */
  readonly residents: number | null;
  readonly minutesPerWeek: number;
  readonly dailyCareDoors: number;
  /** Polsby–Popper of the drawn boundary, 0 to 1; null for an empty grid. */
  readonly compactness: number | null;
  /** Mean distance of households from their middle, metres. */
  readonly spreadMetres: number | null;
  /** Greatest distance between two units, metres. */
  readonly spanMetres: number;
}

export interface PlanFigures {
  readonly rows: readonly GridRow[];
  /** Of households per grid; standard deviation over mean. */
  readonly cv: number;
  /** Most over least households; null when a grid has none. */
  readonly maxOverMin: number | null;
  readonly movedUnits: number;
  readonly movedHouseholds: number;
}

export type CheckCode = CommunityCheck;

/** Who accepted a finding, and why; `by` is empty until the server has heard of it. */
export interface FindingExemption {
  readonly id: string;
  readonly by: string;
  readonly reason: string;
}

/** One line of the checks list; `units` are what flying there shows. */
export interface PlanFinding {
  readonly key: string;
  readonly check: CheckCode;
  readonly grid: number | null;
  readonly units: readonly number[];
  readonly value: number | null;
  readonly limit: number | null;
  /** Someone accepted it, or it was so before. */
  readonly exempt: boolean;
  /** Null where nobody accepted it, also where it was so before. */
  readonly exemption: FindingExemption | null;
}

/** How the pointer edits: select and inspect, paint entrances, or gather by rectangle or lasso. */
export type PlanTool = 'select' | 'brush' | 'rectangle' | 'lasso';
/** A click takes the entrance, or its whole building. */
export type PlanGrain = 'entrance' | 'building';

/** A plan that is looked at but not taken: a suggestion hovered, a comparison. */
export interface PlanPreview {
  readonly label: string;
  readonly assignment: Int32Array;
}

/** Two plans side by side under one swipe; the left one reaches up to the divider. */
export interface PlanComparison {
  readonly left: PlanPreview;
  readonly right: PlanPreview;
}

/** Two planners moved the same units: what the other did, and what was asked here. */
export interface PlanConflictModel {
  readonly units: readonly {
    readonly unit: number;
    readonly name: string;
    readonly yours: number | null;
    readonly theirs: number | null;
    readonly theirName: string;
    readonly yourName: string;
    readonly theirAt: string;
  }[];
}

/** A step back or forth that locks forbid; `locks` are those in its way. */
export interface PlanLockedTurn {
  readonly turn: 'UNDO' | 'REDO';
  readonly locks: readonly string[];
}

export type SaveState = 'saved' | 'saving' | 'unsent' | 'conflict' | 'refused';

/** Coordinates of a GeoJSON MultiPolygon, degrees. */
export type Boundary = readonly (readonly (readonly (readonly [number, number])[])[])[];

/** The open plan. Arrays are replaced, never changed in place, so that a slice compares by identity. */
export interface PlanSessionState {
  readonly community: string;
  readonly planId: string;
  readonly name: string;
  readonly stage: string;
  readonly acts: readonly string[];
  readonly version: number;
  readonly savedAt: string;
  readonly saveState: SaveState;
  /** The server's sentence, or `LOCKED`: a lock holds what was to be moved, `LOCKED_PLAN`: what was to be taken, `NO_REPAIR`: no repair leaves the rest whole. */
  readonly refusal: string | null;
  readonly conflict: PlanConflictModel | null;
  readonly present: readonly string[];
  readonly units: readonly PlanUnitModel[];
  /** Every grid that ever was, and room for those that drafts add meanwhile; `openGrids` are those of this plan. */
  readonly grids: readonly PlanGridModel[];
  /** Indexes of the grids that the plan has, ascending; one that was added has no unit at first. */
  readonly openGrids: readonly number[];
  /** Who borders whom, and what separating the two costs, decimetres: `planGround.borders`. */
  readonly graph: UnitGraph;
  readonly rules: PlanRulesModel;
  readonly locks: readonly PlanLockModel[];
  readonly assignment: Int32Array;
  readonly before: Int32Array;
  readonly figures: PlanFigures;
  readonly figuresBefore: PlanFigures;
  readonly findings: readonly PlanFinding[];
  /** Per grid: of the draft and of before. */
  readonly boundaries: readonly Boundary[];
  readonly boundariesBefore: readonly Boundary[];
  /** One of six tints per grid, no two neighbours alike. */
  readonly tints: readonly number[];
  readonly tool: PlanTool;
  readonly grain: PlanGrain;
  /** The grid that brush, rectangle and lasso give units to; null: none chosen; -1 takes units out of their grid. */
  readonly paintGrid: number | null;
  readonly selectedGrid: number | null;
  readonly selectedUnits: readonly number[];
  readonly hoveredGrid: number | null;
  readonly preview: PlanPreview | null;
  readonly comparison: PlanComparison | null;
  /** What undo or redo would move inside locked grids: it asks first. */
  readonly lockedTurn: PlanLockedTurn | null;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
}

/** What one may do. Editing acts are shown at once and saved behind; a refusal restores what the server has. */
export interface PlanActs {
  move(units: readonly number[], grid: number): void;
  /** Gives each of two units the other's grid. */
  swap(one: number, other: number): void;
  fillUnassigned(): void;
  /** Gives the plan a grid that it has not, by number, and makes it the one that is painted with. */
  addGrid(number: number): void;
  /** Lets a grid go that has no unit. */
  closeGrid(grid: number): void;
  lock(kind: PlanLockKind, units: readonly number[], grid: number): void;
  lockGrids(grids: readonly number[]): void;
  unlock(lockIds: readonly string[]): void;
  exempt(finding: PlanFinding, reason: string): void;
  /** Holds what was accepted against the draft again; by the ids of the exemptions. */
  unexempt(exemptionIds: readonly string[]): void;
  repair(finding: PlanFinding): void;
  /** Takes a whole assignment, or only the units that go to or come from these grids; nothing where a lock stands against it. */
  take(assignment: Int32Array, source: 'SUGGESTION' | 'REPAIR', grids?: readonly number[]): void;
  setRules(rules: PlanRulesModel): void;
  rename(name: string): void;
  undo(): void;
  redo(): void;
  /** Takes the locks in the way off and steps on, or leaves both as they are. */
  answerLockedTurn(unlock: boolean): void;
  setTool(tool: PlanTool): void;
  setGrain(grain: PlanGrain): void;
  paintWith(grid: number | null): void;
  selectGrid(grid: number | null): void;
  selectUnits(units: readonly number[]): void;
  hoverGrid(grid: number | null): void;
  show(preview: PlanPreview | null): void;
  /** Lays two plans under the swipe; null ends it. */
  compare(comparison: PlanComparison | null): void;
  /** Polygons per grid of any assignment, degrees: what a preview or a comparison is drawn from. */
  boundariesOf(assignment: Int32Array): readonly Boundary[];
  dismissConflict(): void;
}
