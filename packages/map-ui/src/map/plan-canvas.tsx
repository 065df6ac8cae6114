// Owns the island of a plan's map in a React tree: makes one PlanMapView, hands it out, frees it. Refuses the plan: it goes to the
// view, past React.
import { type ReactNode, useEffect, useRef, useState } from 'react';
import 'maplibre-gl/dist/maplibre-gl.css';
import { loadFonts } from '../theme/load-fonts.ts';
import './map.css';
import type { MapGeometry } from './map-geometry.types.ts';
import type { MapPadding } from './map-view.types.ts';
import { PlanMapView } from './plan-map-view.ts';

/** Props of `PlanCanvas`. */
export interface PlanCanvasProps {
  /** Name of the map for those who do not see it. */
  readonly label: string;
  /** Null while loading. A new object means a new geography version. */
  readonly geometry: MapGeometry | null;
  /** Free margins. Keep the object stable between renders. */
  readonly padding: MapPadding;
  /** Called with the map when it stands, with null when it goes. Must be stable. */
  readonly onView: (view: PlanMapView | null) => void;
  /** Called when the browser gives no WebGL. */
  readonly onFailure?: (error: unknown) => void;
  readonly children?: ReactNode;
}

export function PlanCanvas(props: PlanCanvasProps) {
  const { geometry, padding, children } = props;
  const container = useRef<HTMLDivElement>(null);
  const first = useRef(props);
  const [view, setView] = useState<PlanMapView | null>(null);
  useEffect(() => {
    let made: PlanMapView | null = null;
    let gone = false;
    const { label, onView, onFailure } = first.current;
    const make = async () => {
      await loadFonts();
      if (gone || !container.current) return;
      made = new PlanMapView({ container: container.current, label, padding: first.current.padding });
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
  useEffect(() => void (geometry && view?.setGround(geometry)), [view, geometry]);
  useEffect(() => view?.setPadding(padding), [view, padding]);
  return (
    <div className="qh-map">
      <div className="qh-map-canvas" ref={container} />
      {children}
    </div>
  );
}
