// Owns what the checks find in a community's plan, as a list shows it: one shape for all, units to fly to, a value and its limit.
// Pure. Refuses wording, and to weigh: what was accepted stands in accepted.ts.
import type { Assignment } from '../partition/problem.ts';
import { COMMUNITY_MEASURES } from '../planning/community-terms.ts';
import type { PlanQuestion } from '../planning/question.ts';
import { checkPlan } from './check-plan.ts';
import type { CheckExtra, Finding } from './finding.ts';
import { sameNames } from './same-names.ts';

/** What may be wrong, by the code that exemptions name. */
export type CommunityCheck =
  | 'unassigned'
  | 'empty-grid'
  | 'loose-piece'
  | 'hole'
  | 'households'
  | 'residents'
  | 'span'
  | 'barrier'
  | 'lock'
  | 'duplicate-name';

/** `value` and `limit` are households, residents, metres or counts; of a hole `value` is the grid around it. */
export interface CommunityFinding {
  readonly check: CommunityCheck;
  readonly grid: number | null;
  readonly units: readonly number[];
  readonly value: number | null;
  readonly limit: number | null;
  /** It was so before: the plan makes nothing worse. */
  readonly existing: boolean;
}

/** A plan of a community; the question asked with {@link communityTerms}. */
export interface CommunityPlan {
  readonly question: PlanQuestion;
  readonly assignment: Assignment;
  readonly extra: CheckExtra;
  /** The grids that the plan has; the others of the question are not empty, they are no grids of it. All where left out. */
  readonly grids?: ReadonlySet<number>;
  /** Grid of each lock of the question; -1 for units together. */
  readonly lockGrids: readonly number[];
  /** Shown names of the units. */
  readonly names: readonly string[];
}

/** All findings in the engine's order, names that occur twice last. O(units + edges) */
export function communityFindings(plan: CommunityPlan): CommunityFinding[] {
  const { question, assignment, extra, grids, names } = plan;
  const found = checkPlan(question, assignment, extra)
    .filter((finding) => finding.kind !== 'empty-grid' || (grids?.has(finding.grid) ?? true))
    .map((finding) => read(finding, plan));
  const twice = sameNames(names).map((units): CommunityFinding => ({
    ...BARE,
    check: 'duplicate-name',
    units,
    value: units.length,
  }));
  return [...found, ...twice];
}

type Of<Kind extends Finding['kind']> = Extract<Finding, { readonly kind: Kind }>;

const BARE = { grid: null, limit: null, existing: false } as const;

const READ: { readonly [Kind in Finding['kind']]: (finding: Of<Kind>, plan: CommunityPlan) => CommunityFinding } = {
  unassigned: ({ units }) => ({ ...BARE, check: 'unassigned', units, value: units.length }),
  'empty-grid': ({ grid }) => ({ ...BARE, check: 'empty-grid', grid, units: [], value: null }),
  'loose-piece': ({ grid, units, existing }) => ({
    ...BARE,
    check: 'loose-piece',
    grid,
    units,
    value: units.length,
    existing,
  }),
  hole: ({ grid, units, around }) => ({ ...BARE, check: 'hole', grid, units, value: around }),
  limit: ({ grid, measure, load, lower, upper }, { assignment }) => ({
    ...BARE,
    check: COMMUNITY_MEASURES[measure] ?? 'households',
    grid,
    units: [...assignment.keys()].filter((unit) => assignment[unit] === grid),
    value: load,
    limit: load < lower ? lower : upper,
  }),
  span: ({ grid, metres, between }, { extra }) => ({
    ...BARE,
    check: 'span',
    grid,
    units: [...between],
    value: metres,
    limit: extra.maxSpanMetres ?? null,
  }),
  // The first two units are the first pair.
  'barrier-crossed': ({ grid, pairs, existing }) => ({
    ...BARE,
    check: 'barrier',
    grid,
    existing,
    units: [...new Set(pairs.flat())],
    value: pairs.length,
  }),
  'lock-broken': ({ lock, units }, { lockGrids }) => {
    const grid = lockGrids[lock] ?? -1;
    return { ...BARE, check: 'lock', grid: grid < 0 ? null : grid, units, value: units.length };
  },
};

function read<Kind extends Finding['kind']>(finding: Of<Kind>, plan: CommunityPlan): CommunityFinding {
  const reading = READ[finding.kind as Kind] as (each: Of<Kind>, of: CommunityPlan) => CommunityFinding;
  return reading(finding, plan);
}
