// Owns the card beside the pointer: number, people, households, figures of the area. Refuses residents.
import { useTranslation } from 'react-i18next';
import type { GridPlace, Places } from '#api/community';
import type { Figure } from '#api/live-store';
import { useFormats } from '#i18n/index';
import type { MapHit } from '#map/index';
import { NumberPill } from '#ui/number';
import { countedBy } from '#view/live-question';
import { useShownAreas } from '#view/shown-instant';
import { useView } from '#view/view-state';

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
  const figures = useFiguresOf(countedMapId);
  const grid = hit.gridMapId === null ? undefined : places?.grids.get(hit.gridMapId);
  const inner = innerPlace(hit, places);
  const place = inner ?? grid;
  if (!place) return null;
  return (
    <div className="qh-hover-card" style={placeFor(hit)} aria-hidden="true">
      <p className="qh-hover-title">
        {grid ? <NumberPill label={formats.grid(grid.number)} /> : null}
        <strong>{inner ? inner.name : t('map.gridNumber', { number: grid ? formats.grid(grid.number) : '' })}</strong>
      </p>
      <dl>
        {grid ? <People grid={grid} /> : null}
        <CardFigures households={place.households} figures={figures} per100={per100} />
      </dl>
    </div>
  );
}

/** The building or entrance pointed at; undefined on a grid's ground. */
function innerPlace({ area, mapId }: MapHit, places: Places | null) {
  if (area === 'buildings') return places?.buildings.get(mapId);
  return area === 'entrances' ? places?.entrances.get(mapId) : undefined;
}

function useFiguresOf(mapId: number | null): readonly Figure[] {
  const areas = useShownAreas(useView(countedBy));
  return (mapId === null ? undefined : areas.get(mapId))?.figures ?? [];
}

function People({ grid: { worker, branchSecretary } }: { readonly grid: GridPlace }) {
  const { t } = useTranslation();
  return (
    <>
      {worker?.name ? <Row term={t('map.workerOf')} value={worker.name} /> : null}
      {branchSecretary?.name ? <Row term={t('map.branchSecretaryOf')} value={branchSecretary.name} /> : null}
    </>
  );
}

interface CardFiguresProps {
  readonly households: number;
  readonly figures: readonly Figure[];
  readonly per100: boolean;
}

function CardFigures({ households, figures, per100 }: CardFiguresProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const none = t('map.noData');
  const terms = per100
    ? { requests: t('legend.perHundredRequests'), visits: t('legend.perHundredVisits') }
    : { requests: t('legend.countRequests'), visits: t('legend.countVisits') };
  return (
    <>
      <Row term={t('map.households')} value={formats.number(households)} />
      <Row term={terms.requests} value={write(figures, 'NEW_REQUESTS', formats, none)} />
      <Row term={terms.visits} value={write(figures, 'VISITS', formats, none)} />
      <Row term={t('map.openRequests')} value={count(figures, 'OPEN_REQUESTS', formats)} />
      <Row term={t('map.doorsDue')} value={count(figures, 'DOORS_DUE', formats)} />
    </>
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
