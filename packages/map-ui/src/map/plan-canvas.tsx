// Owns the island of a plan's map in a React tree. Refuses the plan: it goes to the view, past React.
import { type ReactNode, useEffect } from 'react';
import type { MapGeometry } from './map-geometry.types.ts';
import { PlanMapView } from './plan-map-view.ts';
import { type MapViewProps, useMapView } from './use-map-view.ts';

/** Props of `PlanCanvas`. */
export interface PlanCanvasProps extends MapViewProps<PlanMapView> {
  /** Null while loading. A new object means a new geography version. */
  readonly geometry: MapGeometry | null;
  readonly children?: ReactNode;
}

export function PlanCanvas(props: PlanCanvasProps) {
  const { container, view } = useMapView<PlanMapView, PlanCanvasProps>(props, makeView);
  const { geometry, children } = props;
  useEffect(() => void (geometry && view?.setGround(geometry)), [view, geometry]);
  return (
    <div className="qh-map">
      <div className="qh-map-canvas" ref={container} />
      {children}
    </div>
  );
}

function makeView(container: HTMLElement, { label, padding }: PlanCanvasProps): PlanMapView {
  return new PlanMapView({ container, label, padding });
}
