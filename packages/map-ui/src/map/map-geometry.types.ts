// Owns the shapes the map is given. All positions are WGS 84 longitude, latitude (RFC 7946); every feature's top-level
// numeric id is its mapId, which figures and live frames name.

/** An area people are counted in, or the ground under it. */
export type AreaLayer = 'grids' | 'buildings' | 'entrances';

/** What carries the data fill. `heat` draws density per hectare instead of areas. */
export type DataLevel = AreaLayer | 'heat';

/** Longitude, latitude. */
export type LngLat = readonly [longitude: number, latitude: number];

/** West, south, east, north, degrees. */
export type Bounds = readonly [west: number, south: number, east: number, north: number];

/** `label` is drawn on the number pill ("07"); `labelAt` places it, else a place clear of buildings is found. */
export interface GridProperties {
  readonly label: string;
  readonly labelAt?: LngLat;
}

/** `residential` false: dashed outline (service centre, canteen). */
export interface BuildingProperties {
  readonly label: string;
  readonly residential: boolean;
}

/** The cell of one entrance: a part of its building's surroundings. */
export interface EntranceProperties {
  readonly label: string;
}

/** Court: polygon. Road, lane, wall: line. Gate, tree: point. */
export type BaseKind = 'court' | 'road' | 'lane' | 'wall' | 'gate' | 'tree';

/** `widthMetres` of roads and lanes; for trees the width of the crown. */
export interface BaseProperties {
  readonly kind: BaseKind;
  readonly name?: string;
  readonly widthMetres?: number;
}

/** A collection whose features carry mapIds. */
export type Areas<P> = GeoJSON.FeatureCollection<GeoJSON.Polygon | GeoJSON.MultiPolygon, P>;

/** Everything that changes only with the geography version. */
export interface MapGeometry {
  readonly grids: Areas<GridProperties>;
  readonly buildings: Areas<BuildingProperties>;
  readonly entrances: Areas<EntranceProperties>;
  readonly base: GeoJSON.FeatureCollection<GeoJSON.Geometry, BaseProperties>;
}

/** Points of a heat layer; `weight` is events, or events per household, never a person. */
export type HeatPoints = GeoJSON.FeatureCollection<GeoJSON.Point, { readonly weight: number }>;
