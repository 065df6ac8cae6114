// Owns the panel of one grid: people, sentence, trend, figures, requests, entrances. Refuses names on a big screen, and
// the look of requests: their list comes in.
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useData } from '#api/client';
import type { GridDetailQuery, Metric } from '#api/gql/graphql';
import { useStale } from '#api/live-store';
import { useFormats } from '#i18n/index';
import { TextAction } from '#ui/control';
import { SectionHeading } from '#ui/page';
import { RowsSkeleton } from '#ui/state';
import { countsByEntrance } from './entrance-counts.ts';
import { EntranceRows } from './entrance-rows.tsx';
import { Facts } from './facts.tsx';
import { FigureTable } from './figure-table.tsx';
import { GridTrend } from './grid-trend.tsx';
import { ENTRANCE_COUNTS, GRID_DETAIL } from './place-documents.ts';
import { PlaceFailure } from './place-failure.tsx';
import { useTimeWords } from './use-time-words.ts';
import { usePlaceEvents } from './use-place-events.ts';
import type { PlaceView } from './place-view.types.ts';
import './places.css';

/** Props of `GridPanel`. */
export interface GridPanelProps extends PlaceView {
  /** Opaque id. */
  readonly grid: string;
  readonly onExplain: (metric: Metric) => void;
  /** Why the map has this colour here. */
  readonly onExplainColour: () => void;
  readonly onEntrance: (id: string) => void;
  /** The open requests of the grid. */
  readonly requests?: ReactNode;
}

export function GridPanel(props: GridPanelProps) {
  const { grid, window, per100, asOf = null } = props;
  const normalise = per100 ? 'PER_100_HOUSEHOLDS' : 'NONE';
  const answer = useData(GRID_DETAIL, { id: grid, window, normalise, asOf }, { keepPrevious: true });
  const node = answer.data?.node;
  const found = node?.__typename === 'Grid' ? node : null;
  usePlaceEvents(
    asOf === null,
    (event) => event.gridMapId === found?.mapId,
    () => void answer.refetch(),
  );
  if (found) return <GridSheet {...props} found={found} />;
  if (answer.isError || answer.data) return <PlaceFailure error={answer.error} onRetry={() => void answer.refetch()} />;
  return <RowsSkeleton rows={5} />;
}

type FoundGrid = Extract<NonNullable<GridDetailQuery['node']>, { readonly __typename: 'Grid' }>;

function GridSheet({ found, ...props }: GridPanelProps & { readonly found: FoundGrid }) {
  const { community, window, per100, asOf = null, mode, requests } = props;
  const { t } = useTranslation();
  const formats = useFormats();
  const stale = useStale() && asOf === null;
  const time = useTimeWords(window, asOf);
  const facts = [
    t('grid.code', { code: found.code }),
    t('grid.dwellings', { number: formats.number(found.dwellings) }),
    found.residents == null
      ? t('grid.residentsUnknown')
      : t('grid.residents', { number: formats.number(found.residents) }),
  ];
  return (
    <article className="qh-place" data-grid={found.number}>
      <SectionHeading
        title={t('grid.title', { number: formats.grid(found.number) })}
        detail={<People found={found} screen={mode === 'screen'} />}
        long
        end={<TextAction text={t('grid.whyColour')} stale={stale} onAction={props.onExplainColour} />}
        stale={stale}
      />
      <p className="qh-place-sentence" data-stale={stale}>
        {found.sentence}
      </p>
      <GridTrend {...{ community, asOf, mode, stale }} grid={found.id} households={found.households} />
      {requests === undefined ? null : (
        <section className="qh-place-part">
          <SectionHeading title={t('grid.requests')} />
          {requests}
        </section>
      )}
      <section className="qh-place-part">
        <SectionHeading title={t('grid.figures')} />
        <FigureTable figures={found.figures} per100={per100} time={time} stale={stale} onExplain={props.onExplain} />
      </section>
      <section className="qh-place-part">
        <SectionHeading title={t('grid.entrances')} detail={String(found.entranceCount)} />
        <p className="qh-place-facts">{facts.join(' · ')}</p>
        <GridEntrances {...props} found={found} />
      </section>
    </article>
  );
}

function People({ found, screen }: { readonly found: FoundGrid; readonly screen: boolean }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const worker = screen ? null : found.worker?.name;
  const secretary = screen ? null : found.branchSecretary?.name;
  const parts = [
    t('grid.units', { count: found.entranceCount }),
    t('grid.households', { number: formats.number(found.households) }),
    worker ? t('grid.worker', { name: worker }) : null,
    secretary ? t('grid.branchSecretary', { name: secretary }) : null,
  ];
  return <Facts facts={parts} />;
}

function GridEntrances({
  community,
  window,
  asOf = null,
  found,
  ...props
}: GridPanelProps & { readonly found: FoundGrid }) {
  const { data, refetch } = useData(ENTRANCE_COUNTS, { community, window, asOf });
  usePlaceEvents(
    asOf === null,
    (event) => event.gridMapId === found.mapId,
    () => void refetch(),
  );
  const counts = useMemo(() => (data ? countsByEntrance(data) : new Map()), [data]);
  return <EntranceRows entrances={found.entrances} counts={counts} onOpen={props.onEntrance} />;
}
