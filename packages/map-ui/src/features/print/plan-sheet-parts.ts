// Owns the step from an open plan to its sheet: rows, moves, the plan's own grids as shapes. Pure.
import type { Areas, GridProperties } from '#map/index';
import { linesOnlyBefore } from '#plan/before-lines';
import type { Boundary, PlanSessionState } from '#plan/plan-session.types';
import type { PlanSheetMove, PlanSheetRow, PlanSignature } from './plan-sheet.types.ts';

type Plan = Pick<
  PlanSessionState,
  | 'units'
  | 'grids'
  | 'openGrids'
  | 'assignment'
  | 'before'
  | 'figures'
  | 'figuresBefore'
  | 'locks'
  | 'tints'
  | 'boundaries'
>;

/** Writes a grid's number. */
export type GridText = (number: number) => string;

const coordinatesOf = (boundary: Boundary) =>
  boundary.map((polygon) => polygon.map((ring) => ring.map(([longitude, latitude]) => [longitude, latitude])));

/** The plan's grids as areas; one without units has none. */
export function planAreas({ grids, boundaries }: Plan, gridText: GridText): Areas<GridProperties> {
  return {
    type: 'FeatureCollection',
    features: grids.flatMap(({ mapId, number }, grid) => {
      const boundary = boundaries[grid] ?? [];
      if (boundary.length === 0) return [];
      return {
        type: 'Feature',
        id: mapId,
        properties: { label: gridText(number) },
        geometry: { type: 'MultiPolygon', coordinates: coordinatesOf(boundary) },
      };
    }),
  };
}

/** Borders in force that the plan no longer has, each once: dashes of two grids over each other would be a line. */
export function bordersOnlyBefore({
  boundariesBefore,
  boundaries,
}: Pick<PlanSessionState, 'boundariesBefore' | 'boundaries'>): GeoJSON.MultiLineString {
  return { type: 'MultiLineString', coordinates: linesOnlyBefore(boundariesBefore, boundaries) };
}

/** Rows of the plan's grids, by number. */
export function sheetRows(plan: Plan, gridText: GridText): PlanSheetRow[] {
  const locked = new Set(plan.locks.flatMap(({ kind, grid }) => (kind === 'GRID' ? [grid] : [])));
  return plan.figures.rows
    .flatMap((row) => {
      const grid = plan.grids[row.grid];
      const before = plan.figuresBefore.rows[row.grid];
      if (!grid || !plan.openGrids.includes(row.grid)) return [];
      return [
        {
          grid: gridText(grid.number),
          number: grid.number,
          households: row.households,
          change: row.households - (before?.households ?? 0),
          minutesPerWeek: row.minutesPerWeek,
          dailyCareDoors: row.dailyCareDoors,
          tint: plan.tints[row.grid] ?? 0,
          locked: locked.has(row.grid),
        },
      ];
    })
    .toSorted((one, other) => one.number - other.number)
    .map(({ number: _number, ...row }) => row);
}

/** Units whose grid is another, in the order of doors. */
export function sheetMoves({ units, grids, assignment, before }: Plan, gridText: GridText): PlanSheetMove[] {
  const text = (grid: number) => {
    const number = grids[grid]?.number;
    return number === undefined ? '—' : gridText(number);
  };
  return units.flatMap(({ mapId, name, point, households }, unit) => {
    const [from, to] = [before[unit] ?? -1, assignment[unit] ?? -1];
    return from === to ? [] : [{ mapId, name, point, households, from: text(from), to: text(to) }];
  });
}

/** What deciding left behind. */
export interface Decided {
  readonly createdBy: string;
  readonly createdAt: string;
  readonly reviews: readonly {
    readonly role: string;
    readonly by: string;
    readonly at: string;
    /** Null: it was handed in. */
    readonly decision: string | null;
  }[];
}

const SIGNERS = [
  ['community', 'SECRETARY'],
  ['street', 'STREET_REVIEWER'],
  ['district', 'DISTRICT_REVIEWER'],
] as const;

/** Those who sign; of a round that was sent back nobody has. */
export function signaturesOf({ createdBy, createdAt, reviews }: Decided): PlanSignature[] {
  const inOrder = reviews.toSorted((one, other) => Date.parse(one.at) - Date.parse(other.at));
  const round = inOrder.slice(inOrder.findLastIndex(({ decision }) => decision === 'SEND_BACK') + 1);
  return [
    { role: 'drafted', by: createdBy, at: createdAt },
    ...SIGNERS.map(([role, signer]) => {
      const review = round.findLast((each) => each.role === signer);
      return { role, by: review?.by ?? null, at: review?.at ?? null };
    }),
  ];
}
