// Owns the global GeoJSON types (RFC 7946) that MapLibre's declarations and ours name. To be deleted the day
// @types/geojson is a dependency of this package.
declare namespace GeoJSON {
  type Position = number[];
  type BBox = [number, number, number, number] | [number, number, number, number, number, number];
  interface GeoJsonObject {
    type: string;
    bbox?: BBox | undefined;
  }
  interface Point extends GeoJsonObject {
    type: 'Point';
    coordinates: Position;
  }
  interface MultiPoint extends GeoJsonObject {
    type: 'MultiPoint';
    coordinates: Position[];
  }
  interface LineString extends GeoJsonObject {
    type: 'LineString';
    coordinates: Position[];
  }
  interface MultiLineString extends GeoJsonObject {
    type: 'MultiLineString';
    coordinates: Position[][];
  }
  interface Polygon extends GeoJsonObject {
    type: 'Polygon';
    coordinates: Position[][];
  }
  interface MultiPolygon extends GeoJsonObject {
    type: 'MultiPolygon';
    coordinates: Position[][][];
  }
  interface GeometryCollection<G extends Geometry = Geometry> extends GeoJsonObject {
    type: 'GeometryCollection';
    geometries: G[];
  }
  type Geometry = Point | MultiPoint | LineString | MultiLineString | Polygon | MultiPolygon | GeometryCollection;
  type GeoJsonProperties = object | null;
  interface Feature<G extends Geometry | null = Geometry, P = GeoJsonProperties> extends GeoJsonObject {
    type: 'Feature';
    geometry: G;
    id?: string | number | undefined;
    properties: P;
  }
  interface FeatureCollection<G extends Geometry | null = Geometry, P = GeoJsonProperties> extends GeoJsonObject {
    type: 'FeatureCollection';
    features: Feature<G, P>[];
  }
  type GeoJSON<G extends Geometry | null = Geometry, P = GeoJsonProperties> =
    | G
    | Feature<G, P>
    | FeatureCollection<G, P>;
}
