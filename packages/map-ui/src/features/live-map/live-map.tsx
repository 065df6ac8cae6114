// Owns the live map of a community: geometry once, figures from the stream, legend and clock over it.
import { type ReactNode, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Community } from '#api/community';
import { useLive } from '#api/live-store';
import { can, type Viewer } from '#api/viewer';
import { MapCanvas, MapFurniture, type MapHit, type MapPadding, type MapView } from '#map/index';
import { AsOfClock } from '#ui/clock';
import { ErrorState, MapSkeleton } from '#ui/state';
import { useShownInstant } from '#view/shown-instant';
import type { ViewBy } from '#view/view-state';
import { HoverCard } from './hover-card.tsx';
import './live-map.css';
import { AreaChoice, MapControls, MeasureChoice } from './map-controls.tsx';
import { MapLegend } from './map-legend.tsx';
import { StaleNotice } from './stale-notice.tsx';
import { LAYER, useFigures } from './use-figures.ts';
import { useMapData } from './use-map-data.ts';
import { usePointing, useSelectionOnMap } from './use-pointing.ts';
import { usePulses } from './use-pulses.ts';
import { WaitingNote } from './waiting-note.tsx';

/** Props of `LiveMap`. */
export interface LiveMapProps {
  readonly community: Community;
  readonly viewer: Viewer;
  /** `phone`: no legend column; the sheet covers the lower half. */
  readonly size: 'wide' | 'narrow' | 'phone';
  /** Share of the map's height that a phone's sheet covers. */
  readonly coveredShare?: number;
}

const PADDING: Readonly<Record<LiveMapProps['size'] | 'screen' | 'narrowScreen', MapPadding>> = {
  wide: { top: 66, right: 60, bottom: 60, left: 290 },
  narrow: { top: 62, right: 24, bottom: 48, left: 216 },
  phone: { top: 54, right: 12, bottom: 10, left: 12 },
  screen: { top: 34, right: 24, bottom: 24, left: 340 },
  narrowScreen: { top: 24, right: 16, bottom: 16, left: 250 },
};

export function LiveMap({ community, viewer, size, coveredShare = 0 }: LiveMapProps) {
  const { t } = useTranslation();
  const [map, setMap] = useState<MapView | null>(null);
  const [failed, setFailed] = useState(false);
  const { screen } = viewer;
  const data = useMapData(community);
  const { view, geometry, places, stale } = data;
  const padding = usePadding(screen ? (size === 'wide' ? 'screen' : 'narrowScreen') : size, coveredShare);
  const looks = useFigures(map, { measure: view.measure, by: view.by, heat: view.heat, breaks: data.breaks, geometry });
  const hit = usePointing(map, view.by, places, !screen);
  useSelectionOnMap(map, places, geometry);
  usePulses(map, community.code, can(viewer, 'read-requests'), data.playing);
  if (failed)
    return <ErrorState failed={t('errors.mapFailed')} safe={t('errors.mapSafe')} next={t('errors.mapNext')} />;
  return (
    <MapCanvas
      label={t('map.name')}
      mode={screen ? 'screen' : 'desk'}
      level={data.level}
      stale={stale}
      geometry={geometry}
      padding={padding}
      onView={setMap}
      onFailure={() => setFailed(true)}
    >
      {geometry ? null : <MapSkeleton />}
      {stale ? <StaleNotice /> : null}
      <LegendColumn
        size={size}
        screen={screen}
        stale={stale}
        note={
          <WaitingNote
            view={map}
            community={community.code}
            viewer={viewer}
            places={places}
            playing={data.playing}
            said={size !== 'phone'}
          />
        }
      >
        {data.breaks ? <MapLegend view={map} breaks={data.breaks} looks={looks} screen={screen} stale={stale} /> : null}
      </LegendColumn>
      <div className="qh-live-furniture" data-size={size}>
        <MapFurniture view={map} attribution={community.attribution ?? null} />
      </div>
      {hit && size !== 'phone' ? (
        <HoverCard
          hit={hit}
          places={places}
          countedMapId={countedUnder(hit, view.by)}
          per100={view.normalise === 'per100'}
        />
      ) : null}
    </MapCanvas>
  );
}

/** The area whose figures count under the pointer; null where none does. */
function countedUnder(hit: MapHit, by: ViewBy): number | null {
  if (by === 'grid') return hit.gridMapId;
  return LAYER[by] === hit.area ? hit.mapId : null;
}

interface LegendColumnProps {
  readonly size: LiveMapProps['size'];
  readonly screen: boolean;
  readonly stale: boolean;
  /** The legend; a phone has no room for it. */
  readonly children: ReactNode;
  /** Under the legend. */
  readonly note: ReactNode;
}

/** Choices, legend and clock in one column; on a phone choices and clock in one line. */
function LegendColumn({ size, screen, stale, children, note }: LegendColumnProps) {
  const phone = size === 'phone';
  return (
    <div className="qh-live-legend" data-size={size} data-screen={screen}>
      {screen ? null : <MeasureChoice />}
      {screen ? null : phone ? <AreaChoice /> : <MapControls />}
      {phone ? null : children}
      {note}
      <Clock stale={stale} />
    </div>
  );
}

function usePadding(key: keyof typeof PADDING, coveredShare: number): MapPadding {
  return useMemo(() => ({ ...PADDING[key], coveredShare }), [key, coveredShare]);
}

/** The instant moves at every frame: a component of its own, so that nothing else is drawn again. */
function Clock({ stale }: { readonly stale: boolean }) {
  const { live, asOf } = useShownInstant();
  const now = useLive((state) => state.asOf);
  return <AsOfClock asOf={live ? now : asOf} day={!live} stale={stale} />;
}
