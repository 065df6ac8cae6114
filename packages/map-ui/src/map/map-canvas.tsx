// Owns the island of the map in a React tree: makes one MapView, hands it out, forwards the few props that change how
// everything looks. Refuses figures: they go to the MapView, past React.
import { type ReactNode, useEffect, useRef, useState } from 'react';
import 'maplibre-gl/dist/maplibre-gl.css';
import { loadFonts } from '../theme/load-fonts.ts';
import type { DisplayMode } from '../theme/tokens.ts';
import './map.css';
import type { DataLevel, MapGeometry } from './map-geometry.types.ts';
import { MapView } from './map-view.ts';
import type { MapPadding } from './map-view.types.ts';

/** Props of `MapCanvas`. */
export interface MapCanvasProps {
  /** Name of the map for those who do not see it. */
  readonly label: string;
  readonly mode: DisplayMode;
  readonly level: DataLevel;
  readonly stale: boolean;
  /** Null while loading: `children` may show a skeleton. A new object means a new geography version. */
  readonly geometry: MapGeometry | null;
  /** Free margins; a change fits the community again. Keep the object stable between renders. */
  readonly padding: MapPadding;
  /** Called with the map when it stands, with null when it goes. Must be stable. */
  readonly onView: (view: MapView | null) => void;
  /** Called when the browser gives no WebGL. */
  readonly onFailure?: (error: unknown) => void;
  /** Drawn over the map: legend, clock, stale line, furniture. */
  readonly children?: ReactNode;
}

export function MapCanvas(props: MapCanvasProps) {
  const { container, view } = useMapView(props);
  const { geometry, mode, level, stale, padding, children } = props;
  useEffect(() => void (geometry && view?.setGeometry(geometry)), [view, geometry]);
  useEffect(() => view?.setScreenMode(mode === 'screen'), [view, mode]);
  useEffect(() => view?.setLevel(level), [view, level]);
  useEffect(() => view?.setStale(stale), [view, stale]);
  useEffect(() => view?.setPadding(padding), [view, padding]);
  return (
    <div className="qh-map" data-stale={stale}>
      <div className="qh-map-canvas" ref={container} />
      {children}
    </div>
  );
}

/** Waits for the font, makes the map once, and frees it. */
function useMapView(props: MapCanvasProps) {
  const container = useRef<HTMLDivElement>(null);
  const first = useRef(props);
  const [view, setView] = useState<MapView | null>(null);
  useEffect(() => {
    let made: MapView | null = null;
    let gone = false;
    const { onView, onFailure } = first.current;
    const make = async () => {
      await loadFonts();
      if (gone || !container.current) return;
      const { label, mode, level, stale, padding } = first.current;
      made = new MapView({ container: container.current, label, mode, level, stale, padding });
      await made.ready;
      if (gone) return;
      setView(made);
      onView(made);
    };
    make().catch((error: unknown) => onFailure?.(error));
    return () => {
      gone = true;
      made?.destroy();
      setView(null);
      onView(null);
    };
  }, []);
  return { container, view };
}
