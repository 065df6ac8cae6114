// Owns the map's twin as a table: the same areas and figures, linked pointing, keyboard all the way, any order.
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Community, usePlaces } from '#api/community';
import { useStale } from '#api/live-store';
import type { Viewer } from '#api/viewer';
import { useFormats } from '#i18n/index';
import { SectionHeading } from '#ui/page';
import { EmptyState, RowsSkeleton } from '#ui/state';
import { countedBy } from '#view/live-question';
import { useShownFigures } from '#view/map-port';
import { useShownAreas, useShownInstant } from '#view/shown-instant';
import { useView } from '#view/view-state';
import './list-twin.css';
import { ListRowView } from './list-row-view.tsx';
import { type ListColumn, listRows, sortRows } from './list-rows.ts';

/** Props of `ListPanel`. */
export interface ListPanelProps {
  readonly community: Community;
  readonly viewer: Viewer;
}

const COLUMNS: readonly {
  readonly column: ListColumn;
  readonly key:
    | 'name'
    | 'household'
    | 'requests'
    | 'visits'
    | 'open'
    | 'overdue'
    | 'doorsDue'
    | 'doorsOverdue'
    | 'coverage';
}[] = [
  { column: 'name', key: 'name' },
  { column: 'households', key: 'household' },
  { column: 'NEW_REQUESTS', key: 'requests' },
  { column: 'VISITS', key: 'visits' },
  { column: 'OPEN_REQUESTS', key: 'open' },
  { column: 'OVERDUE_REQUESTS', key: 'overdue' },
  { column: 'DOORS_DUE', key: 'doorsDue' },
  { column: 'DOORS_OVERDUE', key: 'doorsOverdue' },
  { column: 'COVERAGE', key: 'coverage' },
];
const BY_KEYS = { grid: 'legend.byGrid', building: 'legend.byBuilding', entrance: 'legend.byEntrance' } as const;

export function ListPanel({ community }: ListPanelProps) {
  const { t } = useTranslation();
  const by = useView(countedBy);
  const { live } = useShownInstant();
  const stale = useStale() && live;
  const [order, setOrder] = useState<{ readonly column: ListColumn; readonly descending: boolean }>({
    column: 'name',
    descending: false,
  });
  const rows = useRows(community.code, order);
  if (!rows) return <RowsSkeleton rows={8} />;
  const turn = (column: ListColumn) =>
    setOrder((before) => ({ column, descending: before.column === column ? !before.descending : column !== 'name' }));
  return (
    <section aria-label={t('list.title')} data-testid="list">
      <SectionHeading
        title={t('list.title')}
        detail={rows.length}
        end={t('list.caption', { by: t(BY_KEYS[by]) })}
        stale={stale}
      />
      {rows.length === 0 ? (
        <EmptyState title={t('list.empty')} />
      ) : (
        <table className="qh-list" data-stale={stale}>
          <thead>
            <tr>
              {COLUMNS.map(({ column, key }) => (
                <th key={column} scope="col" aria-sort={sortOf(order, column)}>
                  <button
                    type="button"
                    onClick={() => turn(column)}
                    aria-label={t('list.sortBy', { column: t(`list.${key}`) })}
                  >
                    {t(`list.${key}`)}
                    <span aria-hidden="true">{mark(order, column)}</span>
                  </button>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <ListRowView key={row.mapId} row={row} by={by} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function useRows(code: string, { column, descending }: { readonly column: ListColumn; readonly descending: boolean }) {
  const { t } = useTranslation();
  const by = useView(countedBy);
  const formats = useFormats();
  const places = usePlaces(
    code,
    useShownFigures((figures) => figures?.validAt ?? null),
  );
  const areas = useShownAreas(by);
  return useMemo(
    () =>
      places &&
      sortRows(
        listRows(places, areas, by, (number) => t('map.gridNumber', { number: formats.grid(number) })),
        column,
        descending,
      ),
    [places, areas, by, column, descending, t, formats],
  );
}

type Order = { readonly column: ListColumn; readonly descending: boolean };

function sortOf(order: Order, column: ListColumn): 'ascending' | 'descending' | 'none' {
  if (order.column !== column) return 'none';
  return order.descending ? 'descending' : 'ascending';
}

function mark(order: Order, column: ListColumn): string {
  if (order.column !== column) return '';
  return order.descending ? ' ↓' : ' ↑';
}
