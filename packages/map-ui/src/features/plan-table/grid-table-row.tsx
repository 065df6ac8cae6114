// Owns one row: a grid of the draft, linked to the map by hover and selection.
import type { KeyboardEvent, MouseEvent } from 'react';
import { type BarScale } from './bar-scale.ts';
import { DeviationBar } from './deviation-bar.tsx';
import type { CellWords, TableColumn } from './table-columns.tsx';
import { Padlock, TintSwatch } from './tint-swatch.tsx';
import type { TableRow } from './use-grid-rows.ts';

/** Props of `GridTableRow`. */
export interface GridTableRowProps {
  readonly row: TableRow;
  readonly columns: readonly TableColumn[];
  readonly words: CellWords;
  readonly scale: BarScale;
  readonly selected: boolean;
  readonly hovered: boolean;
  readonly picked: boolean;
  /** Tab reaches this row. */
  readonly reachable: boolean;
  readonly onPick: (grid: number) => void;
  readonly onRowClick: (grid: number, event: MouseEvent) => void;
  readonly onFocus: (grid: number) => void;
  readonly onKey: (event: KeyboardEvent<HTMLElement>) => void;
  readonly onHover: (grid: number | null) => void;
}

export function GridTableRow(props: GridTableRowProps) {
  const { row, columns, words, scale, selected, hovered, picked, onHover } = props;
  const { t, formats, limits } = words;
  const { grid, number, worker } = row;
  const locked = row.locks.length > 0;
  const changed = row.row.households !== row.before.households;
  return (
    <tr
      data-row={grid}
      data-selected={selected}
      data-hovered={hovered}
      data-picked={picked}
      tabIndex={props.reachable ? 0 : -1}
      title={worker === null ? undefined : t('plan.workerOf', { name: worker })}
      onClick={(event) => props.onRowClick(grid, event)}
      onFocus={() => props.onFocus(grid)}
      onKeyDown={props.onKey}
      onMouseEnter={() => onHover(grid)}
      onMouseLeave={() => onHover(null)}
    >
      <td className="qh-cell-pick">
        <button
          type="button"
          tabIndex={-1}
          aria-pressed={picked}
          aria-label={t('plan.pick', { number: formats.grid(number) })}
          onClick={(event) => {
            event.stopPropagation();
            props.onPick(grid);
          }}
        >
          <TintSwatch tint={row.tint} locked={locked} picked={picked} />
        </button>
      </td>
      <th scope="row" className="qh-cell-number">
        {formats.grid(number)}
        {row.isNew ? <span className="qh-cell-new">{t('plan.newGrid')}</span> : null}
        {locked ? (
          <span role="img" aria-label={t('plan.locked')}>
            <Padlock />
          </span>
        ) : row.holds > 0 ? (
          <span className="qh-cell-holds" role="img" aria-label={t('plan.holds', { count: row.holds })}>
            <Padlock />
          </span>
        ) : null}
      </th>
      {columns.map(({ key, cell }) => (
        <td key={key} className={`qh-cell-${key}`}>
          {cell(row, words)}
        </td>
      ))}
      <td className="qh-cell-bar">
        <DeviationBar
          households={row.row.households}
          before={changed ? row.before.households : null}
          limits={limits}
          scale={scale}
        />
      </td>
    </tr>
  );
}
