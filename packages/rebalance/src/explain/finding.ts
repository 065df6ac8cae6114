// What may be wrong with a plan, one shape each, so that a list can count, name and fly to it. Refuses names: units, grids, locks
// and measures are indexes of the question.

/** Units in no grid; a plan has none of them when it is submitted. */
export interface UnassignedFinding {
  readonly kind: 'unassigned';
  readonly units: readonly number[];
}

/** A grid without a unit. */
export interface EmptyGridFinding {
  readonly kind: 'empty-grid';
  readonly grid: number;
}

/** A piece of a grid that is not its heaviest. `existing`: today's grid has this piece too, so the plan makes nothing worse. */
export interface LoosePieceFinding {
  readonly kind: 'loose-piece';
  readonly grid: number;
  readonly units: readonly number[];
  readonly existing: boolean;
}

/** A grid, or a piece of it, all of whose neighbours lie in the one grid `around`, and that nowhere reaches the outline. */
export interface HoleFinding {
  readonly kind: 'hole';
  readonly grid: number;
  readonly around: number;
  readonly units: readonly number[];
}

/** A load outside a limit; both limits are allowed loads themselves. */
export interface LimitFinding {
  readonly kind: 'limit';
  readonly grid: number;
  readonly measure: number;
  readonly load: number;
  readonly lower: number;
  readonly upper: number;
}

/** The two units of a grid that lie farthest apart are farther than allowed. */
export interface SpanFinding {
  readonly kind: 'span';
  readonly grid: number;
  readonly metres: number;
  readonly between: readonly [number, number];
}

/** A grid lies on both sides of a barrier, at these pairs. `existing`: today each of the pairs is in one grid too. */
export interface BarrierCrossedFinding {
  readonly kind: 'barrier-crossed';
  readonly grid: number;
  readonly existing: boolean;
  readonly pairs: readonly (readonly [number, number])[];
}

/** `units` are those that would have to move, or to be moved back, for the lock to hold. */
export interface LockBrokenFinding {
  readonly kind: 'lock-broken';
  readonly lock: number;
  readonly units: readonly number[];
}

/** One fault of a plan, told apart by `kind`. */
export type Finding =
  | UnassignedFinding
  | EmptyGridFinding
  | LoosePieceFinding
  | HoleFinding
  | LimitFinding
  | SpanFinding
  | BarrierCrossedFinding
  | LockBrokenFinding;

/** What the checks of a plan may know beyond the question. */
export interface CheckExtra {
  /** Where each unit lies, metres. */
  readonly x?: ArrayLike<number>;
  readonly y?: ArrayLike<number>;
  /** Checked only with `x` and `y`. */
  readonly maxSpanMetres?: number;
  /** Units that face each other across something no grid should cross. */
  readonly barrierPairs?: readonly (readonly [number, number])[];
  /**
   * Units that reach the outline of the community: no grid with one of them is a hole. Holes are looked for only with it: on the graph
   * alone a grid in a corner looks the same.
   */
  readonly outlineUnits?: Iterable<number>;
}
