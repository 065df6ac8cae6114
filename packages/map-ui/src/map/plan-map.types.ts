// Owns what a map of a plan is given and tells. Grids carry their index in the plan plus one, slices the entrance's mapId. Refuses
// behaviour, and the plan itself: who is locked or moved is decided above.
import type { PlanSource } from './layer-order.ts';
import type { LngLat } from './map-geometry.types.ts';
import type { MapCamera, MapPadding } from './map-view.types.ts';

/** A grid of a plan: one of six tints, and whether it is locked as a whole. */
export interface PlanGridProperties {
  readonly tint: number;
  readonly locked: boolean;
}

/** Where a grid's number stands. */
export interface PlanNumberProperties {
  readonly label: string;
  readonly locked: boolean;
}

/** The slice of a moved entrance, or the notch cut into it. */
export interface PlanMovedProperties {
  readonly part: 'slice' | 'notch';
}

/** An arrow above a moved entrance: degrees clockwise from north, what it says ("3栋3单元 → 02"), and where its words may stand. */
export interface PlanArrowProperties {
  readonly bearing: number;
  readonly label: string;
  /** Which way there is more room. */
  readonly room: 'east' | 'west';
  /** How steep it is, 0 to 3: `tiltOf`. */
  readonly tilt: number;
  /** Near the end of the community: the other way there is none. */
  readonly brink: boolean;
}

/** What a lock of single entrances holds: the unit, several together, or a worker. */
export interface PlanLockProperties {
  readonly mark: 'unit' | 'together' | 'worker';
}

/** What each source holds. */
export interface PlanData {
  readonly 'plan-grids': GeoJSON.FeatureCollection<GeoJSON.MultiPolygon, PlanGridProperties>;
  readonly 'plan-before': GeoJSON.FeatureCollection<GeoJSON.MultiLineString, Record<string, never>>;
  readonly 'plan-numbers': GeoJSON.FeatureCollection<GeoJSON.Point, PlanNumberProperties>;
  readonly 'plan-moved': GeoJSON.FeatureCollection<GeoJSON.Polygon | GeoJSON.MultiPolygon, PlanMovedProperties>;
  readonly 'plan-arrows': GeoJSON.FeatureCollection<GeoJSON.Point, PlanArrowProperties>;
  readonly 'plan-locks': GeoJSON.FeatureCollection<GeoJSON.Geometry, PlanLockProperties>;
  readonly 'plan-unassigned': GeoJSON.FeatureCollection<GeoJSON.Geometry, Record<string, never>>;
}

/** A source a plan's change is written to. */
export type PlanPart = keyof PlanData & PlanSource;

/** Where the pointer is. */
export interface PlanPointing {
  readonly at: LngLat;
  /** CSS pixels from the map's top left corner. */
  readonly point: { readonly x: number; readonly y: number };
  readonly metresPerPixel: number;
  /** Shift: adds to what is selected. */
  readonly extend: boolean;
}

/** What `on` can listen to. A press that hardly moves ends in `click`; else `drag` until `release`, null when it was broken off. */
export interface PlanMapEvents {
  hover: PlanPointing | null;
  press: PlanPointing;
  drag: PlanPointing;
  release: PlanPointing | null;
  click: PlanPointing;
  move: MapCamera;
}

/** How a map of a plan starts. */
export interface PlanMapOptions {
  readonly container: HTMLElement;
  /** Name of the map for those who do not see it. */
  readonly label: string;
  readonly padding: MapPadding;
}
