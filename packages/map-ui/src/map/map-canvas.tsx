// Owns the island of the map in a React tree: forwards the few props that change how everything looks. Refuses figures: they go
// to the MapView, past React.
import { type ReactNode, useEffect } from 'react';
import type { DisplayMode } from '../theme/tokens.ts';
import type { DataLevel, MapGeometry } from './map-geometry.types.ts';
import { MapView } from './map-view.ts';
import { type MapViewProps, useMapView } from './use-map-view.ts';

/** Props of `MapCanvas`. */
export interface MapCanvasProps extends MapViewProps<MapView> {
  readonly mode: DisplayMode;
  readonly level: DataLevel;
  readonly stale: boolean;
  /** Null while loading: `children` may show a skeleton. A new object means a new geography version. */
  readonly geometry: MapGeometry | null;
  /** Drawn over the map: legend, clock, stale line, furniture. */
  readonly children?: ReactNode;
}

export function MapCanvas(props: MapCanvasProps) {
  const { container, view } = useMapView<MapView, MapCanvasProps>(props, makeView);
  const { geometry, mode, level, stale, children } = props;
  useEffect(() => void (geometry && view?.setGeometry(geometry)), [view, geometry]);
  useEffect(() => view?.setScreenMode(mode === 'screen'), [view, mode]);
  useEffect(() => view?.setLevel(level), [view, level]);
  useEffect(() => view?.setStale(stale), [view, stale]);
  return (
    <div className="qh-map" data-stale={stale}>
      <div className="qh-map-canvas" ref={container} />
      {children}
    </div>
  );
}

function makeView(container: HTMLElement, { label, mode, level, stale, padding }: MapCanvasProps): MapView {
  return new MapView({ container, label, mode, level, stale, padding });
}
