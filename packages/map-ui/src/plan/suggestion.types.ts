// Owns what the page knows of a plan that was found. Refuses names: units and grids are indexes of the open plan.

/** What is certain about a plan: none disrupts less, none by more than a share, or nothing. */
export type SuggestionProof = 'proved' | 'within' | 'none';

/** A plan that was found, with the letter it has in list and chart. */
export interface Suggestion {
  readonly label: string;
  readonly assignment: Int32Array;
  readonly cv: number;
  readonly movedUnits: number;
  /** Households of units that have another grid than before. */
  readonly movedHouseholds: number;
  /** As the engine counts it: moved households, daily-care doors weighing ten. */
  readonly disruption: number;
  /** No plan as balanced disrupts less. */
  readonly disruptionBound: number;
  readonly proof: SuggestionProof;
  /** How far above the bound it is at the most, as a share of the bound; null when nothing is known. */
  readonly within: number | null;
  /** What it is best at: `least-change`, `knee`, `best-balance`, `most-compact`. */
  readonly roles: readonly string[];
}
