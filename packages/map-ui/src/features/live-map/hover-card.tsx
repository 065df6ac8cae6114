// Owns the card beside the pointer: number, people, households, figures of the area. Refuses residents.
import { useTranslation } from 'react-i18next';
import type { Places } from '#api/community';
import { type Figure, type LiveArea, useLive } from '#api/live-store';
import { useFormats } from '#i18n/index';
import { type MapHit, twoDigits } from '#map/index';
import { NumberPill } from '#ui/number';
import { useShownFigures } from '#view/map-port';

/** Props of `HoverCard`. */
export interface HoverCardProps {
  readonly hit: MapHit;
  readonly places: Places | null;
  /** MapId of the area whose figures are shown; null: none counted there. */
  readonly countedMapId: number | null;
  readonly per100: boolean;
}

const ROOM = { width: 300, height: 240 } as const;

export function HoverCard({ hit, places, countedMapId, per100 }: HoverCardProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const live = useLive(({ areas }): Pick<LiveArea, 'figures'> | undefined => (countedMapId === null ? undefined : areas.get(countedMapId)));
  const shown = useShownFigures((figures) => (figures && countedMapId !== null ? figures.areas.get(countedMapId) : undefined));
  const grid = hit.gridMapId === null ? undefined : places?.grids.get(hit.gridMapId);
  const inner = hit.area === 'buildings' ? places?.buildings.get(hit.mapId) : hit.area === 'entrances' ? places?.entrances.get(hit.mapId) : undefined;
  if (!grid && !inner) return null;
  const figures = (shown ?? live)?.figures ?? [];
  const households = (inner ?? grid)?.households ?? 0;
  return (
    <div className="qh-hover-card" style={placeFor(hit)} aria-hidden="true">
      <p className="qh-hover-title">
        {grid ? <NumberPill label={twoDigits(grid.number)} /> : null}
        <strong>{inner ? inner.name : t('map.gridNumber', { number: twoDigits(grid?.number) })}</strong>
      </p>
      <dl>
        {grid?.worker?.name ? <Row term={t('map.workerOf')} value={grid.worker.name} /> : null}
        {grid?.branchSecretary?.name ? <Row term={t('map.branchSecretaryOf')} value={grid.branchSecretary.name} /> : null}
        <Row term={t('map.households')} value={formats.number(households)} />
        <Row term={per100 ? t('legend.perHundredRequests') : t('legend.countRequests')} value={write(figures, 'NEW_REQUESTS', formats, t('map.noData'))} />
        <Row term={per100 ? t('legend.perHundredVisits') : t('legend.countVisits')} value={write(figures, 'VISITS', formats, t('map.noData'))} />
        <Row term={t('map.openRequests')} value={count(figures, 'OPEN_REQUESTS', formats)} />
        <Row term={t('map.doorsDue')} value={count(figures, 'DOORS_DUE', formats)} />
      </dl>
    </div>
  );
}

function Row({ term, value }: { readonly term: string; readonly value: string }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{value}</dd>
    </div>
  );
}

type Formats = ReturnType<typeof useFormats>;

function write(figures: readonly Figure[], metric: Figure['metric'], formats: Formats, none: string): string {
  const value = figures.find((figure) => figure.metric === metric)?.value;
  return value === null || value === undefined ? none : formats.decimal(value);
}

function count(figures: readonly Figure[], metric: Figure['metric'], formats: Formats): string {
  const figure = figures.find((each) => each.metric === metric);
  return figure ? formats.number(figure.numerator) : '–';
}

/** Beside the pointer, turned inwards near the edges. */
function placeFor({ point }: MapHit) {
  const right = point.x + ROOM.width + 24 > innerWidth * 0.66;
  const below = point.y + ROOM.height > innerHeight * 0.72;
  return {
    ...(right ? { right: `calc(100% - ${point.x - 18}px)` } : { left: point.x + 18 }),
    ...(below ? { bottom: `calc(100% - ${point.y - 18}px)` } : { top: point.y + 18 }),
  };
}
