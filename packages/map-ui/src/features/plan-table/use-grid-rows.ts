// Owns the rows of the table: what the draft and the plan in force say of each grid that the draft has.
import { useMemo } from 'react';
import { usePlan } from '#plan/open-plan';
import type { GridRow, PlanLockModel } from '#plan/plan-session.types';
import type { OrderedRow } from './grid-order.ts';

/** A row of the table. */
export interface TableRow extends OrderedRow {
  readonly grid: number;
  readonly tint: number;
  readonly worker: string | null;
  /** Locks on the whole grid. */
  readonly locks: readonly string[];
  /** Locks that hold some of its units. */
  readonly holds: number;
  /** The plan before had it not. */
  readonly isNew: boolean;
}

/** Rows by number. Grids that the draft closed, and those of the past, are left out: the draft has them no more. */
export function useGridRows(): readonly TableRow[] {
  const rows = usePlan((plan) => plan.figures.rows);
  const before = usePlan((plan) => plan.figuresBefore.rows);
  const grids = usePlan((plan) => plan.grids);
  const openGrids = usePlan((plan) => plan.openGrids);
  const tints = usePlan((plan) => plan.tints);
  const locks = usePlan((plan) => plan.locks);
  return useMemo(
    () =>
      openGrids.flatMap((grid): TableRow[] => {
        const [row, was] = [rows[grid], before[grid]];
        const { number, worker } = grids[grid] ?? {};
        if (!row || !was || number === undefined) return [];
        const tint = tints[grid] ?? 0;
        const isNew = was.units === 0;
        return [{ row, before: was, grid, number, worker: worker ?? null, tint, isNew, ...locksOf(locks, grid) }];
      }),
    [rows, before, grids, openGrids, tints, locks],
  );
}

function locksOf(locks: readonly PlanLockModel[], grid: number): Pick<TableRow, 'locks' | 'holds'> {
  const own = locks.filter((lock) => lock.grid === grid);
  return {
    locks: own.filter(({ kind }) => kind === 'GRID').map(({ id }) => id),
    holds: own.filter(({ kind }) => kind !== 'GRID').length,
  };
}

/** What all rows sum up to. */
export function totalsOf(rows: readonly { readonly row: GridRow }[]) {
  const sum = (of: (row: GridRow) => number) => rows.reduce((total, { row }) => total + of(row), 0);
  return {
    households: sum((row) => row.households),
    residents: rows.some(({ row }) => row.residents === null) ? null : sum((row) => row.residents ?? 0),
    minutesPerWeek: sum((row) => row.minutesPerWeek),
    dailyCareDoors: sum((row) => row.dailyCareDoors),
  };
}
