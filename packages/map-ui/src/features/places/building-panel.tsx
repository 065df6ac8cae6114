// Owns the panel of one building: what it is, its counts, its entrances with due doors, its requests. Refuses doors:
// an entrance opens its floors.
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useData } from '#api/client';
import type { BuildingDetailQuery, Metric } from '#api/gql/graphql';
import { useStale } from '#api/live-store';
import { useFormats } from '#i18n/index';
import { SectionHeading } from '#ui/page';
import { EmptyState, RowsSkeleton } from '#ui/state';
import { countsByEntrance, sumCounts } from './entrance-counts.ts';
import { EntranceRows } from './entrance-rows.tsx';
import { Facts } from './facts.tsx';
import { FigureTable } from './figure-table.tsx';
import type { PlaceFigure } from './figure-words.ts';
import { BUILDING_DETAIL, ENTRANCE_COUNTS } from './place-documents.ts';
import { PlaceFailure } from './place-failure.tsx';
import type { PlaceView } from './place-view.types.ts';
import { useTimeWords } from './use-time-words.ts';
import { usePlaceEvents } from './use-place-events.ts';
import './places.css';

/** Props of `BuildingPanel`. */
export interface BuildingPanelProps extends PlaceView {
  /** Opaque id. */
  readonly building: string;
  readonly onExplain: (metric: Metric) => void;
  readonly onEntrance: (id: string) => void;
  /** The open requests of the building. */
  readonly requests?: ReactNode;
}

export function BuildingPanel(props: BuildingPanelProps) {
  const answer = useData(BUILDING_DETAIL, { id: props.building }, { staleMs: 60_000, keepPrevious: true });
  const node = answer.data?.node;
  if (node?.__typename === 'Building') return <BuildingSheet {...props} found={node} />;
  if (answer.isError || answer.data) return <PlaceFailure error={answer.error} onRetry={() => void answer.refetch()} />;
  return <RowsSkeleton rows={5} />;
}

type FoundBuilding = Extract<NonNullable<BuildingDetailQuery['node']>, { readonly __typename: 'Building' }>;

function BuildingSheet({ found, ...props }: BuildingPanelProps & { readonly found: FoundBuilding }) {
  const { community, window, asOf = null, requests } = props;
  const { t } = useTranslation();
  const formats = useFormats();
  const stale = useStale() && asOf === null;
  const time = useTimeWords(window, asOf);
  const { data, refetch } = useData(ENTRANCE_COUNTS, { community, window, asOf });
  usePlaceEvents(
    asOf === null,
    (event) => event.buildingMapId === found.mapId,
    () => void refetch(),
  );
  const counts = useMemo(() => (data ? countsByEntrance(data) : new Map()), [data]);
  const sum = sumCounts(
    found.entrances.map(({ id }) => id),
    counts,
  );
  const facts = [
    found.floors === null ? null : t('grid.floors', { count: found.floors }),
    t('grid.units', { count: found.entrances.length }),
    t('grid.households', { number: formats.number(found.households) }),
    found.residents == null
      ? t('grid.residentsUnknown')
      : t('grid.residents', { number: formats.number(found.residents) }),
  ];
  const lines = found.entrances.map((entrance) => ({
    ...entrance,
    place: entrance.grid ? t('grid.title', { number: formats.grid(entrance.grid.number) }) : undefined,
  }));
  return (
    <article className="qh-place" data-building={found.number}>
      <SectionHeading title={found.name} detail={<Facts facts={facts} />} long stale={stale} />
      {found.aliases.length > 0 ? (
        <p className="qh-place-facts">{t('grid.aliases', { names: found.aliases.join(', ') })}</p>
      ) : null}
      <section>
        <SectionHeading title={t('grid.entrances')} detail={String(found.entrances.length)} />
        {lines.length === 0 ? (
          <EmptyState title={t('grid.noEntrances')} />
        ) : (
          <EntranceRows entrances={lines} counts={counts} onOpen={props.onEntrance} />
        )}
      </section>
      {requests === undefined ? null : (
        <section className="qh-place-part">
          <SectionHeading title={t('grid.requests')} />
          {requests}
        </section>
      )}
      {sum === null || lines.length === 0 ? null : (
        <section className="qh-place-part">
          <SectionHeading title={t('grid.figures')} />
          <FigureTable
            figures={buildingFigures(sum, found.households, props.per100)}
            per100={props.per100}
            time={time}
            stale={stale}
            onExplain={props.onExplain}
          />
        </section>
      )}
    </article>
  );
}

function buildingFigures(
  sum: NonNullable<ReturnType<typeof sumCounts>>,
  households: number,
  per100: boolean,
): readonly PlaceFigure[] {
  const counted = [
    ['NEW_REQUESTS', sum.newRequests],
    ['OPEN_REQUESTS', sum.open],
    ['OVERDUE_REQUESTS', sum.overdue],
    ['VISITS', sum.visits],
    ['DOORS_DUE', sum.due],
    ['DOORS_OVERDUE', sum.doorsOverdue],
  ] as const;
  return counted.map(([metric, numerator]) => {
    if (!per100) return { metric, value: numerator, numerator, denominator: null, reason: null };
    if (households === 0) return { metric, value: null, numerator, denominator: 0, reason: 'NO_HOUSEHOLDS' };
    return { metric, value: (numerator * 100) / households, numerator, denominator: households, reason: null };
  });
}
