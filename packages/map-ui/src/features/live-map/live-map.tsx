// Owns the live map of a community: geometry once, figures from the stream, legend and clock over it.
import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Community, usePlaces } from '#api/community';
import { useLive, useStale } from '#api/live-store';
import { can, type Viewer } from '#api/viewer';
import { type DataLevel, MapCanvas, MapFurniture, type MapPadding, type MapView, useGeometry } from '#map/index';
import { AsOfClock } from '#ui/clock';
import { ErrorState, MapSkeleton } from '#ui/state';
import { byOf, normaliseOf } from '#view/live-question';
import { useShownFigures } from '#view/map-port';
import { useView } from '#view/view-state';
import { HoverCard } from './hover-card.tsx';
import './live-map.css';
import { MapControls, MeasureChoice } from './map-controls.tsx';
import { MapLegend } from './map-legend.tsx';
import { StaleNotice } from './stale-notice.tsx';
import { useBreaks } from '#view/use-breaks';
import { LAYER, useFigures } from './use-figures.ts';
import { usePointing, useSelectionOnMap } from './use-pointing.ts';
import { usePulses } from './use-pulses.ts';

/** Props of `LiveMap`. */
export interface LiveMapProps {
  readonly community: Community;
  readonly viewer: Viewer;
  /** `phone`: no legend column; the sheet covers the lower half. */
  readonly size: 'wide' | 'narrow' | 'phone';
  /** Over the map's lower edge, e.g. playback. */
  readonly children?: ReactNode;
}

const PADDING: Readonly<Record<LiveMapProps['size'] | 'screen', MapPadding>> = {
  wide: { top: 66, right: 60, bottom: 60, left: 290 },
  narrow: { top: 62, right: 24, bottom: 48, left: 216 },
  phone: { top: 54, right: 12, bottom: 0, left: 12 },
  screen: { top: 34, right: 24, bottom: 24, left: 340 },
};

export function LiveMap({ community, viewer, size, children }: LiveMapProps) {
  const { t } = useTranslation();
  const [map, setMap] = useState<MapView | null>(null);
  const [failed, setFailed] = useState(false);
  const state = useView((view) => view);
  const { screen } = viewer;
  const silent = useStale();
  const playing = useShownFigures((figures) => figures !== null);
  const shownAsOf = useShownFigures((figures) => figures?.asOf ?? null);
  const validAt = useShownFigures((figures) => figures?.validAt ?? null);
  const version = useLive(({ geographyVersion }) => geographyVersion);
  const { geometry } = useGeometry(community.code, version, validAt);
  const places = usePlaces(community.code, validAt);
  const window = useShownFigures((figures) => figures?.window) ?? state.window;
  const breaks = useBreaks(community.code, byOf(state), window, state.measure === 'heat' ? 'NONE' : normaliseOf(state));
  const stale = silent && !playing;
  const level: DataLevel = state.measure === 'heat' ? 'heat' : LAYER[state.by];
  const padding = usePadding(screen ? 'screen' : size);
  const looks = useFigures(map, { measure: state.measure, by: state.by, breaks, geometry });
  const hit = usePointing(map, state.by, places, !screen);
  useSelectionOnMap(map, places, geometry);
  useFitAfterResize(map, padding);
  usePulses(map, community.code, can(viewer, 'read-requests'), playing);
  if (failed) return <ErrorState failed={t('errors.mapFailed')} safe={t('errors.mapSafe')} next={t('errors.mapNext')} />;
  return (
    <MapCanvas
      label={t('map.name')}
      mode={screen ? 'screen' : 'desk'}
      level={level}
      stale={stale}
      geometry={geometry}
      padding={padding}
      onView={setMap}
      onFailure={() => setFailed(true)}
    >
      {geometry ? null : <MapSkeleton />}
      {stale ? <StaleNotice /> : null}
      <div className="qh-live-legend" data-size={size} data-screen={screen}>
        {screen ? null : <MeasureChoice />}
        {screen || size === 'phone' ? null : <MapControls />}
        {breaks && size !== 'phone' ? <MapLegend view={map} breaks={breaks} looks={looks} screen={screen} stale={stale} /> : null}
        <Clock shown={shownAsOf} stale={stale} />
      </div>
      <div className="qh-live-furniture" data-size={size}>
        <MapFurniture view={map} attribution={community.attribution ?? null} />
      </div>
      {hit && size !== 'phone' ? (
        <HoverCard hit={hit} places={places} countedMapId={state.by === 'grid' ? hit.gridMapId : LAYER[state.by] === hit.area ? hit.mapId : null} per100={state.normalise === 'per100'} />
      ) : null}
      {children}
    </MapCanvas>
  );
}

/** MapLibre takes a new size within 50 ms. */
const RESIZED_MS = 200;

/** Height of the half-open sheet with some air, of the window. */
const PHONE_SHEET_SHARE = 0.575;

/** On a phone the sheet covers the lower half. */
function usePadding(key: keyof typeof PADDING): MapPadding {
  return useMemo(() => (key === 'phone' ? { ...PADDING.phone, bottom: Math.round(innerHeight * PHONE_SHEET_SHARE) } : PADDING[key]), [key]);
}

/** Bands change their height with the scale a moment after the map heard of it. */
function useFitAfterResize(map: MapView | null, padding: MapPadding): void {
  useEffect(() => {
    const timer = setTimeout(() => map?.fit({ animate: false, padding }), RESIZED_MS);
    return () => clearTimeout(timer);
  }, [map, padding]);
}

/** The instant moves at every frame: a component of its own, so that nothing else is drawn again. */
function Clock({ shown, stale }: { readonly shown: string | null; readonly stale: boolean }) {
  const asOf = useLive((state) => state.asOf);
  return <AsOfClock asOf={shown ?? asOf} stale={stale} />;
}
