// The map's face for features and app: `#map/index`.
export { boundsOfArea, useGeometry } from './community-geometry.ts';
export { boundsOf, gridLabels } from './geometry-sources.ts';
export { scaleLength } from './scale-length.ts';
export { HEAT_RADIUS_METRES } from './heat.ts';
export { MapCanvas, type MapCanvasProps } from './map-canvas.tsx';
export { PlanCanvas, type PlanCanvasProps } from './plan-canvas.tsx';
export type { PlanFlags, PlanMapView } from './plan-map-view.ts';
export type {
  PlanArrowProperties,
  PlanData,
  PlanLockProperties,
  PlanMapEvents,
  PlanPart,
  PlanPointing,
} from './plan-map.types.ts';
export { tiltOf } from './arrow-words.ts';
export { labelPoint } from './label-point.ts';
export { MapFurniture, type MapFurnitureProps } from './map-furniture.tsx';
export type {
  AreaLayer,
  Areas,
  BaseKind,
  BaseProperties,
  Bounds,
  BuildingProperties,
  DataLevel,
  EntranceProperties,
  GridProperties,
  HeatPoints,
  LngLat,
  MapGeometry,
} from './map-geometry.types.ts';
export type { MapHit } from './map-pointer.ts';
export type { MapView } from './map-view.ts';
export type { MapCamera, MapPadding, MapViewEvents, MapViewOptions } from './map-view.types.ts';
export type { Pulse } from './pulses.ts';
