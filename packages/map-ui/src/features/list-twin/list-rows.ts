// Owns the rows of the map's twin: the same areas, the same figures, in an order. Pure.
import type { Places } from '#api/community';
import type { Figure } from '#api/live-store';
import type { ViewBy } from '#view/view-state';

/** Figures a column shows. */
export type FigureColumn =
  | 'NEW_REQUESTS'
  | 'VISITS'
  | 'OPEN_REQUESTS'
  | 'OVERDUE_REQUESTS'
  | 'DOORS_DUE'
  | 'DOORS_OVERDUE'
  | 'COVERAGE';
/** What rows can be ordered by. */
export type ListColumn = 'name' | 'households' | FigureColumn;

/** One area. `figures` holds null where nothing is known. */
export interface ListRow {
  readonly id: string;
  readonly mapId: number;
  /** Written for the language by `nameOf`. */
  readonly name: string;
  /** Natural order of names: 2栋 before 10栋. */
  readonly rank: number;
  readonly households: number;
  readonly worker: string | null;
  readonly figures: Readonly<Record<FigureColumn, number | null>>;
}

/** Stocks are counts of things; flows and coverage are shown as the map shows them. */
const STOCKS = new Set<Figure['metric']>(['OPEN_REQUESTS', 'OVERDUE_REQUESTS', 'DOORS_DUE', 'DOORS_OVERDUE']);
const COLUMNS: readonly FigureColumn[] = [
  'NEW_REQUESTS',
  'VISITS',
  'OPEN_REQUESTS',
  'OVERDUE_REQUESTS',
  'DOORS_DUE',
  'DOORS_OVERDUE',
  'COVERAGE',
];

type FigureAreas = ReadonlyMap<number, { readonly figures: readonly Figure[] }>;

/** Rows of one kind of area, unordered. O(areas). */
export function listRows(
  places: Places,
  areas: FigureAreas,
  by: ViewBy,
  gridName: (number: number) => string,
): ListRow[] {
  const figuresOf = (mapId: number) => pick(areas.get(mapId)?.figures ?? []);
  if (by === 'grid') {
    return [...places.grids.values()].map(({ id, mapId, number, households, worker }) => ({
      id,
      mapId,
      name: gridName(number),
      rank: number,
      households,
      worker: worker?.name ?? null,
      figures: figuresOf(mapId),
    }));
  }
  if (by === 'building') {
    return [...places.buildings.values()].map(({ id, mapId, name, number, households }) => ({
      id,
      mapId,
      name,
      rank: Number.parseInt(number, 10) || mapId,
      households,
      worker: null,
      figures: figuresOf(mapId),
    }));
  }
  return [...places.entrances.values()].map(({ id, mapId, name, building, number, households, gridMapId }) => ({
    id,
    mapId,
    name,
    rank: (Number.parseInt(building.number, 10) || 0) * 1_000 + (Number.parseInt(number, 10) || 0),
    households,
    worker: places.grids.get(gridMapId)?.worker?.name ?? null,
    figures: figuresOf(mapId),
  }));
}

function pick(figures: readonly Figure[]): ListRow['figures'] {
  const of = (metric: FigureColumn) => {
    const figure = figures.find((each) => each.metric === metric);
    if (!figure) return null;
    return STOCKS.has(metric) ? figure.numerator : (figure.value ?? null);
  };
  return Object.fromEntries(COLUMNS.map((column) => [column, of(column)])) as ListRow['figures'];
}

/** Rows in order; unknown values last in either direction, ties by name. O(n log n). */
export function sortRows(rows: readonly ListRow[], column: ListColumn, descending: boolean): ListRow[] {
  const value = (row: ListRow): number | null => {
    if (column === 'name') return row.rank;
    return column === 'households' ? row.households : row.figures[column];
  };
  return rows.toSorted((a, b) => {
    const [left, right] = [value(a), value(b)];
    if (left === null || right === null) return Number(left === null) - Number(right === null) || a.rank - b.rank;
    return (descending ? right - left : left - right) || a.rank - b.rank;
  });
}
