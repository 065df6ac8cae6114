// Owns one row of the table: pointed at together with its area on the map, opened by click, Enter or space.
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '#i18n/index';
import { setHovered, useHovered } from '#view/hovered';
import { flyTo } from '#view/map-port';
import { setView, useView, type ViewBy } from '#view/view-state';
import type { ListRow } from './list-rows.ts';

/** Props of `ListRowView`. */
export interface ListRowViewProps {
  readonly row: ListRow;
  readonly by: ViewBy;
}

export function ListRowView({ row, by }: ListRowViewProps) {
  const formats = useFormats();
  const { t } = useTranslation();
  const hovered = useHovered(by) === row.mapId;
  const selected = useView(({ select }) => select?.id === row.id);
  const button = useRef<HTMLButtonElement>(null);
  // Back from what was opened here: go on from this row, not from the top of the page.
  useEffect(() => {
    if (selected && document.activeElement === document.body) button.current?.focus();
  }, [selected]);
  const { figures } = row;
  const rate = (value: number | null) => (value === null ? t('map.noData') : formats.decimal(value));
  const whole = (value: number | null) => (value === null ? '–' : formats.number(value));
  const point = () => setHovered({ kind: by, mapId: row.mapId });
  const leave = () => setHovered(null);
  return (
    <tr data-hovered={hovered} data-selected={selected} onMouseEnter={point} onMouseLeave={leave}>
      <th scope="row">
        <button
          ref={button}
          type="button"
          onFocus={point}
          onBlur={leave}
          onKeyDown={move}
          onClick={() => open(by, row.id)}
        >
          {row.name}
        </button>
      </th>
      <td>{formats.number(row.households)}</td>
      <td>{rate(figures.NEW_REQUESTS)}</td>
      <td>{rate(figures.VISITS)}</td>
      <td>{whole(figures.OPEN_REQUESTS)}</td>
      <td data-alarm={(figures.OVERDUE_REQUESTS ?? 0) > 0}>{whole(figures.OVERDUE_REQUESTS)}</td>
      <td>{whole(figures.DOORS_DUE)}</td>
      <td data-alarm={(figures.DOORS_OVERDUE ?? 0) > 0}>{whole(figures.DOORS_OVERDUE)}</td>
      <td>{figures.COVERAGE === null ? '–' : formats.percent(figures.COVERAGE)}</td>
    </tr>
  );
}

function open(by: ViewBy, id: string): void {
  flyTo({ kind: by, id });
  setView({ select: { kind: by, id }, panel: by });
}

/** Arrows go from row to row. */
function move(event: KeyboardEvent<HTMLButtonElement>): void {
  const row = event.currentTarget.closest('tr');
  const next = { ArrowDown: row?.nextElementSibling, ArrowUp: row?.previousElementSibling }[event.key];
  if (next === undefined) return;
  event.preventDefault();
  next?.querySelector('button')?.focus();
}
