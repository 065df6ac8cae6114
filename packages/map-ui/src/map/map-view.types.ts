// Owns what a MapView is given and tells. Refuses behaviour.
import type { DisplayMode } from '../theme/tokens.ts';
import type { DataLevel } from './map-geometry.types.ts';
import type { MapHit } from './map-pointer.ts';

/** Free margins around the community, CSS pixels: the legend, the stale line and the scale bar lie there. */
export interface MapPadding {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
  /** Share of the map's height that something covers from below, 0 to 1: a phone's sheet. Added to `bottom`. */
  readonly coveredShare?: number;
}

/** What furniture over the map needs to know. */
export interface MapCamera {
  readonly metresPerPixel: number;
  readonly zoom: number;
}

/** A map that says how near it is looked at. */
export interface CameraSource {
  on(type: 'move', listener: (camera: MapCamera) => void): () => void;
  camera(): MapCamera;
}

/** What `on` can listen to. */
export interface MapViewEvents {
  hover: MapHit | null;
  click: MapHit | null;
  move: MapCamera;
}

/** How a map starts. */
export interface MapViewOptions {
  readonly container: HTMLElement;
  /** Name of the map for those who do not see it. */
  readonly label: string;
  readonly mode: DisplayMode;
  readonly level: DataLevel;
  readonly stale: boolean;
  readonly padding: MapPadding;
}
