// Owns what the checks find in a draft, as the list shows it. Pure. Refuses wording.
import { components } from '@qinghe/rebalance';
import type { PlanContent } from './plan-content.ts';
import { membersOf } from './plan-figures.ts';
import type { PlanModel } from './plan-model.ts';
import { sameUnits } from './plan-ops.ts';
import type { GridRow, PlanFigures, PlanFinding } from './plan-session.types.ts';

type Found = Omit<PlanFinding, 'key' | 'exempt'>;

/** All findings, hardest first; those exempted carry it. O(units + edges) */
export function planFindings(model: PlanModel, content: PlanContent, figures: PlanFigures): PlanFinding[] {
  const { assignment } = content;
  const members = membersOf(assignment, model.grids.length);
  const unassigned = [...assignment.keys()].filter((unit) => (assignment[unit] ?? -1) < 0);
  const found: Found[] = [
    ...(unassigned.length === 0
      ? []
      : [{ check: 'unassigned', grid: null, units: unassigned, value: unassigned.length, limit: 0 } as const]),
    ...members.flatMap((units, grid) =>
      units.length === 0 ? [{ check: 'empty-grid', grid, units: [], value: 0, limit: 1 } as const] : [],
    ),
    ...loosePieces(model, assignment, members),
    ...figures.rows.flatMap((row) => limitsBroken(row, members[row.grid] ?? [], content)),
    ...locksBroken(content),
  ];
  return found.map((finding) => ({
    ...finding,
    key: [finding.check, finding.grid ?? '', ...finding.units.slice(0, 3)].join(':'),
    exempt: content.exemptions.some(
      (each) =>
        each.check === finding.check &&
        each.grid === finding.grid &&
        (finding.check !== 'loose-piece' || sameUnits(each.units, finding.units)),
    ),
  }));
}

/** All pieces of a grid but its largest. */
function loosePieces(model: PlanModel, assignment: Int32Array, members: readonly (readonly number[])[]): Found[] {
  const componentOf = components(model.graph, assignment);
  return members.flatMap((units, grid) => {
    const pieces = [...Map.groupBy(units, (unit) => componentOf[unit]).values()];
    if (pieces.length < 2) return [];
    const households = (piece: readonly number[]) =>
      piece.reduce((sum, unit) => sum + (model.units[unit]?.households ?? 0), 0);
    return pieces
      .toSorted((one, other) => households(other) - households(one))
      .slice(1)
      .map((piece): Found => ({ check: 'loose-piece', grid, units: piece, value: piece.length, limit: 0 }));
  });
}

function limitsBroken(row: GridRow, units: readonly number[], { rules }: PlanContent): Found[] {
  if (row.units === 0) return [];
  const limits: (Pick<Found, 'check' | 'value' | 'limit'> & { readonly broken: boolean })[] = [
    {
      check: 'households',
      value: row.households,
      limit: row.households < rules.minHouseholds ? rules.minHouseholds : rules.maxHouseholds,
      broken: row.households < rules.minHouseholds || row.households > rules.maxHouseholds,
    },
    {
      check: 'residents',
      value: row.residents,
      limit: rules.maxResidents,
      broken: (row.residents ?? 0) > rules.maxResidents,
    },
    { check: 'span', value: row.spanMetres, limit: rules.maxSpanMetres, broken: row.spanMetres > rules.maxSpanMetres },
  ];
  return limits.flatMap(({ broken, ...finding }) => (broken ? [{ ...finding, grid: row.grid, units }] : []));
}

function locksBroken({ locks, assignment, before }: PlanContent): Found[] {
  return locks.flatMap(({ kind, units, grid }) => {
    const out = (kept: readonly number[], of: number) => kept.filter((unit) => assignment[unit] !== of);
    const broken = {
      UNIT: () => out(units, grid),
      WORKER: () => out(units, grid),
      TOGETHER: () => out(units, assignment[units[0] ?? 0] ?? -1),
      GRID: () => [...assignment.keys()].filter((unit) => (assignment[unit] === grid) !== (before[unit] === grid)),
    }[kind]();
    return broken.length === 0
      ? []
      : [{ check: 'lock' as const, grid: grid < 0 ? null : grid, units: broken, value: broken.length, limit: 0 }];
  });
}
