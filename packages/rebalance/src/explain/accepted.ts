// Owns when a finding counts as accepted: page and server hold a plan back by the same rule. Pure.
// Refuses reasons and names: who accepted what is the caller's to show.
import type { CommunityCheck, CommunityFinding } from './community-findings.ts';

/** What somebody accepts: a check of a grid as a whole, or of the units it names. */
export interface Acceptance {
  readonly check: string;
  /** Null where the finding is of no grid. */
  readonly grid: number | null;
  readonly units: readonly number[];
}

/** What is accepted by the units it names: of other units in the same grid it says nothing. The others are of a grid as a whole. */
export const ACCEPTED_BY_UNITS: ReadonlySet<CommunityCheck> = new Set(['loose-piece', 'barrier', 'duplicate-name']);

/** A plan with one of these is handed in by nobody, whatever the reason. */
export const NEVER_ACCEPTED: ReadonlySet<CommunityCheck> = new Set(['unassigned', 'empty-grid', 'lock']);

/** The first acceptance that covers the finding; undefined where none does. O(acceptances · units) */
export function acceptanceOf<Given extends Acceptance>(
  { check, grid, units }: Pick<CommunityFinding, 'check' | 'grid' | 'units'>,
  acceptances: readonly Given[],
): Given | undefined {
  if (NEVER_ACCEPTED.has(check)) return undefined;
  return acceptances.find(
    (each) =>
      each.check === check && each.grid === grid && (!ACCEPTED_BY_UNITS.has(check) || covers(check, each.units, units)),
  );
}

/** A crossing that became shorter stays accepted; a piece or a set of names that changed is another one. */
function covers(check: CommunityCheck, accepted: readonly number[], units: readonly number[]): boolean {
  return units.every((unit) => accepted.includes(unit)) && (check === 'barrier' || accepted.length === units.length);
}
