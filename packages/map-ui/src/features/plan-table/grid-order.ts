// Owns the order of the table's rows. Pure.
import type { GridRow } from '#plan/plan-session.types';
import { type BarLimits, brokenLimit } from './bar-scale.ts';

/** What rows can be ordered by. `overload` puts broken limits first, then the farthest from the target. */
export const ORDERS = [
  'number',
  'overload',
  'households',
  'change',
  'minutes',
  'care',
  'residents',
  'compactness',
  'spread',
] as const;
export type GridOrder = (typeof ORDERS)[number];

/** What a row is ordered with. */
export interface OrderedRow {
  readonly row: GridRow;
  readonly before: GridRow;
  readonly number: number;
}

const BROKEN = 1_000_000;

/** What each order looks at; the larger the value, the earlier the row. Unknown comes last. */
const KEYS: Readonly<Record<GridOrder, (each: OrderedRow, limits: BarLimits) => number>> = {
  number: ({ number }) => -number,
  overload: ({ row }, limits) => overloadOf(row.households, limits),
  households: ({ row }) => row.households,
  change: ({ row, before }) => Math.abs(row.households - before.households),
  minutes: ({ row }) => row.minutesPerWeek,
  care: ({ row }) => row.dailyCareDoors,
  residents: ({ row }) => row.residents ?? -Infinity,
  compactness: ({ row }) => (row.compactness === null ? -Infinity : -row.compactness),
  spread: ({ row }) => row.spreadMetres ?? -Infinity,
};

/** Rows in an order; equal ones by number. `reverse` turns it round. */
export function orderRows<Row extends OrderedRow>(
  rows: readonly Row[],
  order: GridOrder,
  limits: BarLimits,
  reverse = false,
): Row[] {
  const key = KEYS[order];
  const sign = reverse ? -1 : 1;
  return rows.toSorted((one, other) => {
    const [first, second] = [key(one, limits), key(other, limits)];
    return first === second ? one.number - other.number : sign * (second - first);
  });
}

function overloadOf(households: number, limits: BarLimits): number {
  const off = Math.abs(households - limits.targetHouseholds);
  return brokenLimit(households, limits) === null ? off : BROKEN + off;
}
