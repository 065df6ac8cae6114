// Owns the table of grids: order, columns, picking rows to lock, the link to the map. Refuses counting: figures are given.
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '#i18n/index';
import { usePlan, usePlanActs } from '#plan/open-plan';
import { Segmented, TextAction } from '#ui/control';
import { SectionHeading } from '#ui/page';
import { barScale } from './bar-scale.ts';
import { AddGrid } from './add-grid.tsx';
import { BarHead } from './deviation-bar.tsx';
import { GridTableRow } from './grid-table-row.tsx';
import { type GridOrder, orderRows } from './grid-order.ts';
import { RulesForm } from './rules-form.tsx';
import { columnsOf, TABLE_VIEWS, type TableView } from './table-columns.tsx';
import { TotalsRow } from './totals-row.tsx';
import { totalsOf, type TableRow, useGridRows } from './use-grid-rows.ts';
import { usePickedRows } from './use-picked-rows.ts';

export function GridTable() {
  const { t } = useTranslation();
  const formats = useFormats();
  const acts = usePlanActs();
  const limits = usePlan((plan) => plan.rules);
  const selected = usePlan((plan) => plan.selectedGrid);
  const hovered = usePlan((plan) => plan.hoveredGrid);
  const editable = usePlan((plan) => plan.acts.includes('EDIT'));
  const rows = useGridRows();
  const [view, setView] = useState<TableView>('balance');
  const [sort, setSort] = useState<Sort>({ order: 'number', reverse: false });
  const shown = useMemo(() => orderRows(rows, sort.order, limits, sort.reverse), [rows, sort, limits]);
  const scale = useMemo(
    () =>
      barScale(
        rows.flatMap(({ row, before }) => [row.households, before.households]),
        limits,
      ),
    [rows, limits],
  );
  const lock = (grids: readonly number[]) => {
    if (editable) lockOrOpen(rows, grids, acts);
  };
  const picking = usePickedRows(
    shown.map(({ grid }) => grid),
    { onOpen: (grid) => acts.selectGrid(grid === selected ? null : grid), onLock: lock },
  );
  const totals = totalsOf(rows);
  const columns = columnsOf(view);
  const words = { t, formats, limits };
  return (
    <section className="qh-grid-table" data-view={view}>
      <SectionHeading
        title={t('plan.gridCount', { count: rows.length })}
        detail={t('plan.limits', {
          households: formats.number(totals.households),
          target: limits.targetHouseholds,
          least: limits.minHouseholds,
          most: limits.maxHouseholds,
        })}
        end={<RulesForm />}
      />
      <div className="qh-grid-table-bar">
        {picking.picked.size > 0 ? (
          <PickedActions
            rows={rows}
            picked={picking.picked}
            onLock={lock}
            onClear={picking.clear}
            editable={editable}
          />
        ) : (
          <>
            <Segmented
              label={t('plan.view')}
              value={view}
              onChange={setView}
              options={TABLE_VIEWS.map((value) => ({ value, text: t(`plan.view_${value}`) }))}
            />
            <OverloadAction sort={sort} onSort={setSort} />
          </>
        )}
      </div>
      <table data-keys="l enter escape" aria-label={t('plan.tableLabel')} aria-describedby="qh-table-keys">
        <colgroup>
          <col className="qh-col-pick" />
          <col className="qh-col-number" />
          {columns.map(({ key }) => (
            <col key={key} className={`qh-col-${key}`} />
          ))}
          <col className="qh-col-bar" />
        </colgroup>
        <thead>
          <tr>
            <SortHead
              sort={sort}
              onSort={setSort}
              column={{ key: 'grid', order: 'number' }}
              span={2}
              text={t('plan.col_grid')}
            />
            {columns.map((column) => (
              <SortHead
                key={column.key}
                sort={sort}
                onSort={setSort}
                column={column}
                text={t(`plan.col_${column.key}`)}
              />
            ))}
            <td className="qh-cell-bar">
              <BarHead limits={limits} scale={scale} />
            </td>
          </tr>
        </thead>
        <tbody>
          {shown.map((row) => (
            <GridTableRow
              key={row.grid}
              {...{ row, columns, words, scale }}
              selected={row.grid === selected}
              hovered={row.grid === hovered}
              picked={picking.picked.has(row.grid)}
              reachable={row.grid === picking.focused}
              onPick={picking.onPick}
              onRowClick={picking.onRowClick}
              onFocus={picking.onFocus}
              onKey={picking.onKey}
              onHover={acts.hoverGrid}
            />
          ))}
        </tbody>
        <TotalsRow totals={totals} columns={columns} />
      </table>
      {editable ? <AddGrid /> : null}
      <p id="qh-table-keys" className="qh-table-keys">
        {t('plan.tableKeys')}
      </p>
    </section>
  );
}

interface Sort {
  readonly order: GridOrder;
  readonly reverse: boolean;
}

/** Locks what is open; where all are locked already, opens them. */
function lockOrOpen(
  rows: readonly TableRow[],
  grids: readonly number[],
  acts: { lockGrids(grids: readonly number[]): void; unlock(locks: readonly string[]): void },
): void {
  const own = rows.filter(({ grid }) => grids.includes(grid));
  if (own.some(({ locks }) => locks.length === 0)) acts.lockGrids(grids);
  else acts.unlock(own.flatMap(({ locks }) => locks));
}

interface SortProps {
  readonly sort: Sort;
  readonly onSort: (sort: Sort) => void;
}

interface SortHeadProps extends SortProps {
  readonly column: { readonly key: string; readonly order: GridOrder | null };
  readonly text: string;
  readonly span?: number;
}

function SortHead({ sort, onSort, column: { key, order }, text, span = 1 }: SortHeadProps) {
  const on = order !== null && sort.order === order;
  const ascending = order === 'number' ? !sort.reverse : sort.reverse;
  return (
    <th
      scope="col"
      colSpan={span}
      className={`qh-cell-${key}`}
      aria-sort={on ? (ascending ? 'ascending' : 'descending') : 'none'}
    >
      {order === null ? (
        text
      ) : (
        <button type="button" onClick={() => onSort({ order, reverse: on && !sort.reverse })}>
          {text}
          <span aria-hidden="true">{on ? (ascending ? '↑' : '↓') : ''}</span>
        </button>
      )}
    </th>
  );
}

/** The order one asks for most has a word of its own. */
function OverloadAction({ sort, onSort }: SortProps) {
  const { t } = useTranslation();
  const by = sort.order === 'overload' ? 'number' : 'overload';
  return <TextAction text={t(`plan.sortBy_${by}`)} onAction={() => onSort({ order: by, reverse: false })} />;
}

interface PickedActionsProps {
  readonly rows: readonly TableRow[];
  readonly picked: ReadonlySet<number>;
  readonly editable: boolean;
  readonly onLock: (grids: readonly number[]) => void;
  readonly onClear: () => void;
}

function PickedActions({ rows, picked, editable, onLock, onClear }: PickedActionsProps) {
  const { t } = useTranslation();
  const allLocked = rows.every(({ grid, locks }) => !picked.has(grid) || locks.length > 0);
  return (
    <div className="qh-picked" role="toolbar" aria-label={t('plan.pickedLabel')}>
      <span role="status">{t('plan.picked', { count: picked.size })}</span>
      {editable ? (
        <TextAction text={t(allLocked ? 'plan.openGrids' : 'plan.lockGrids')} onAction={() => onLock([...picked])} />
      ) : null}
      <TextAction text={t('plan.clearPicked')} onAction={onClear} />
    </div>
  );
}
