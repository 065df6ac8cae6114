// Owns the three sets of numbers that fit the column's width beside the bar: balance, shape, before and after. Refuses layout.
import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';
import type { Formats } from '#i18n/index';
import { type BarLimits, brokenLimit } from './bar-scale.ts';
import type { GridOrder } from './grid-order.ts';
import type { TableRow } from './use-grid-rows.ts';

/** Which numbers are shown. */
export const TABLE_VIEWS = ['balance', 'shape', 'beforeAfter'] as const;
export type TableView = (typeof TABLE_VIEWS)[number];

/** What cells are written with. */
export interface CellWords {
  readonly t: TFunction;
  readonly formats: Formats;
  readonly limits: BarLimits;
}

type ColumnKey =
  | 'households'
  | 'change'
  | 'minutes'
  | 'care'
  | 'overload'
  | 'residents'
  | 'compactness'
  | 'spread'
  | 'span';

/** A column; one ordered by nothing has no key in its head. */
export interface TableColumn {
  readonly key: ColumnKey;
  readonly order: GridOrder | null;
  readonly cell: (row: TableRow, words: CellWords) => ReactNode;
}

const HOUSEHOLDS: TableColumn = {
  key: 'households',
  order: 'households',
  cell: ({ row }, { formats, limits }) => (
    <span className="qh-cell-strong" data-broken={brokenLimit(row.households, limits) !== null}>
      {formats.number(row.households)}
    </span>
  ),
};

const CHANGE: TableColumn = {
  key: 'change',
  order: 'change',
  cell: ({ row, before }, { formats }) => {
    const change = row.households - before.households;
    return change === 0 ? null : <span className="qh-change">{signed(change, formats)}</span>;
  },
};

const OVERLOAD: TableColumn = {
  key: 'overload',
  order: 'overload',
  cell: ({ row }, { t, limits }) => {
    const broken = brokenLimit(row.households, limits);
    if (broken === null) return null;
    return <span aria-label={t(`plan.${broken}`)}>{broken === 'below' ? '▼' : '▲'}</span>;
  },
};

const unknown = (value: number | null, write: (known: number) => string): string =>
  value === null ? '–' : write(value);

const COLUMNS: Readonly<Record<TableView, readonly TableColumn[]>> = {
  balance: [
    HOUSEHOLDS,
    CHANGE,
    {
      key: 'minutes',
      order: 'minutes',
      cell: ({ row }, { formats }) => formats.number(Math.round(row.minutesPerWeek)),
    },
    { key: 'care', order: 'care', cell: ({ row }, { formats }) => formats.number(row.dailyCareDoors) },
    OVERLOAD,
  ],
  shape: [
    HOUSEHOLDS,
    { key: 'residents', order: 'residents', cell: ({ row }, { formats }) => unknown(row.residents, formats.number) },
    {
      key: 'compactness',
      order: 'compactness',
      cell: ({ row }) => unknown(row.compactness, (value) => value.toFixed(2)),
    },
    {
      key: 'spread',
      order: 'spread',
      cell: ({ row }, { formats }) => unknown(row.spreadMetres, (value) => formats.number(Math.round(value))),
    },
    { key: 'span', order: null, cell: ({ row }, { formats }) => formats.number(Math.round(row.spanMetres)) },
  ],
  beforeAfter: [
    {
      key: 'households',
      order: 'households',
      cell: ({ row, before }, { formats }) => fromTo(before.households, row.households, formats),
    },
    {
      key: 'minutes',
      order: 'minutes',
      cell: ({ row, before }, { formats }) => fromTo(before.minutesPerWeek, row.minutesPerWeek, formats),
    },
    {
      key: 'care',
      order: 'care',
      cell: ({ row, before }, { formats }) => fromTo(before.dailyCareDoors, row.dailyCareDoors, formats),
    },
  ],
};

/** Columns of a view. */
export function columnsOf(view: TableView): readonly TableColumn[] {
  return COLUMNS[view];
}

function fromTo(before: number, after: number, formats: Formats): ReactNode {
  const [from, to] = [Math.round(before), Math.round(after)];
  if (from === to) return formats.number(to);
  return (
    <>
      <span className="qh-cell-before">{formats.number(from)} → </span>
      <span className="qh-change">{formats.number(to)}</span>
    </>
  );
}

/** +72, −72; with the minus of print. */
export function signed(value: number, formats: Formats): string {
  return `${value > 0 ? '+' : '−'}${formats.number(Math.abs(value))}`;
}
