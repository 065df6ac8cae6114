// Owns what the checks find in a draft, as the list shows it: the engine's findings, and whether someone accepted them or they were
// so before. Pure. Refuses wording.
import { checkPlan, COMMUNITY_MEASURES, type Finding } from '@qinghe/rebalance';
import { duplicateNames } from './duplicate-names.ts';
import type { PlanContent } from './plan-content.ts';
import { membersOf } from './plan-figures.ts';
import type { PlanModel } from './plan-model.ts';
import { sameUnits } from './plan-ops.ts';
import { checkExtraOf, questionOf } from './plan-question.ts';
import type { CheckCode, PlanFinding } from './plan-session.types.ts';

type Found = Omit<PlanFinding, 'key' | 'exempt'> & { readonly existing?: boolean };

/** What is accepted by the units it names: of other units in the same grid it says nothing. The others are of a grid as a whole. */
export const BY_UNITS: ReadonlySet<CheckCode> = new Set(['loose-piece', 'barrier', 'duplicate-name']);

/** All findings in the engine's order, names that occur twice last. O(units + edges) */
export function planFindings(model: PlanModel, content: PlanContent): PlanFinding[] {
  const question = questionOf(model, content);
  const extra = checkExtraOf(model, content.rules.maxSpanMetres);
  const { locks, rules, assignment } = content;
  const around = { locks, maxSpanMetres: rules.maxSpanMetres, members: membersOf(assignment, model.grids.length) };
  const had = membersOf(content.before, model.grids.length);
  const found = checkPlan(question, assignment, extra).flatMap((finding) => {
    const found = foundOf(finding, around);
    // A grid of the past that neither plan uses is no empty grid.
    if (found.check === 'empty-grid' && had[found.grid ?? -1]?.length === 0) return [];
    const { existing = false, ...shown } = found;
    return [{ ...shown, key: keyOf(found), exempt: existing || isExempted(found, content) }];
  });
  const names = duplicateNames(model.units).map((units): Found => ({
    check: 'duplicate-name',
    grid: null,
    units,
    value: units.length,
    limit: null,
  }));
  return [...found, ...names.map((each) => ({ ...each, key: keyOf(each), exempt: isExempted(each, content) }))];
}

function keyOf({ check, grid, units }: Found): string {
  return [check, grid ?? '', ...(check === 'lock' || BY_UNITS.has(check) ? units.slice(0, 2) : [])].join(':');
}

function isExempted({ check, grid, units }: Found, { exemptions }: PlanContent): boolean {
  return exemptions.some(
    (each) => each.check === check && each.grid === grid && (!BY_UNITS.has(check) || covers(check, each.units, units)),
  );
}

/** A crossing that became shorter stays accepted; a piece or a set of names that changed is another one. */
function covers(check: CheckCode, accepted: readonly number[], units: readonly number[]): boolean {
  return check === 'barrier' ? units.every((unit) => accepted.includes(unit)) : sameUnits(accepted, units);
}

/** What reading a finding needs besides it. */
interface Around {
  readonly locks: PlanContent['locks'];
  readonly maxSpanMetres: number;
  readonly members: readonly (readonly number[])[];
}

type Of<Kind extends Finding['kind']> = Extract<Finding, { readonly kind: Kind }>;

const READ: { readonly [Kind in Finding['kind']]: (finding: Of<Kind>, around: Around) => Found } = {
  unassigned: ({ units }) => ({ check: 'unassigned', grid: null, units, value: units.length, limit: null }),
  'empty-grid': ({ grid }) => ({ check: 'empty-grid', grid, units: [], value: null, limit: null }),
  'loose-piece': ({ grid, units, existing }) => ({
    check: 'loose-piece',
    grid,
    units,
    value: units.length,
    limit: null,
    existing,
  }),
  hole: ({ grid, units, around }) => ({ check: 'hole', grid, units, value: around, limit: null }),
  limit: ({ grid, measure, load, lower, upper }, { members }) => ({
    check: COMMUNITY_MEASURES[measure] ?? 'households',
    grid,
    units: members[grid] ?? [],
    value: load,
    limit: load < lower ? lower : upper,
  }),
  span: ({ grid, metres, between }, { maxSpanMetres }) => ({
    check: 'span',
    grid,
    units: [...between],
    value: metres,
    limit: maxSpanMetres,
  }),
  // The first two units are the first pair.
  'barrier-crossed': ({ grid, pairs, existing }) => ({
    check: 'barrier',
    grid,
    existing,
    units: [...new Set(pairs.flat())],
    value: pairs.length,
    limit: null,
  }),
  'lock-broken': ({ lock, units }, { locks }) => {
    const grid = locks[lock]?.grid ?? -1;
    return { check: 'lock', grid: grid < 0 ? null : grid, units, value: units.length, limit: null };
  },
};

function foundOf<Kind extends Finding['kind']>(finding: Of<Kind>, around: Around): Found {
  const read = READ[finding.kind as Kind] as (each: Of<Kind>, more: Around) => Found;
  return read(finding, around);
}
