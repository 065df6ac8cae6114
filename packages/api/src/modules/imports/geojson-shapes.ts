// Owns the GeoJSON shapes that imports pass around. Refuses Features and properties: see source-table.ts.

/** Longitude and latitude in degrees, or easting and northing in metres before conversion; a third number is a height. */
export type Position = number[];
export interface Point {
  type: 'Point';
  coordinates: Position;
}
export interface MultiPoint {
  type: 'MultiPoint';
  coordinates: Position[];
}
export interface LineString {
  type: 'LineString';
  coordinates: Position[];
}
export interface MultiLineString {
  type: 'MultiLineString';
  coordinates: Position[][];
}
export interface Polygon {
  type: 'Polygon';
  coordinates: Position[][];
}
export interface MultiPolygon {
  type: 'MultiPolygon';
  coordinates: Position[][][];
}
export interface GeometryCollection {
  type: 'GeometryCollection';
  geometries: Geometry[];
}
export type SimpleGeometry = Point | MultiPoint | LineString | MultiLineString | Polygon | MultiPolygon;
export type Geometry = SimpleGeometry | GeometryCollection;
export type GeometryType = Geometry['type'];

/** West, south, east, north. */
export type Bounds = [number, number, number, number];

const depthOf = { Point: 0, MultiPoint: 1, LineString: 1, MultiLineString: 2, Polygon: 2, MultiPolygon: 3 } as const;

/** How many arrays lie round a position in the coordinates of a type. */
export function coordinateDepth(type: SimpleGeometry['type']): number {
  return depthOf[type];
}

/** All positions of a geometry, in file order. O(vertices). */
export function positionsOf(geometry: Geometry): Position[] {
  if (geometry.type === 'GeometryCollection') return geometry.geometries.flatMap(positionsOf);
  const depth = coordinateDepth(geometry.type);
  return (depth === 0 ? [geometry.coordinates] : geometry.coordinates.flat(Math.max(depth - 1, 0) as 0)) as Position[];
}

/** The same geometry with every position replaced. Never changes its argument. */
export function mapPositions<G extends Geometry>(geometry: G, change: (position: Position) => Position): G {
  if (geometry.type === 'GeometryCollection') {
    return { ...geometry, geometries: geometry.geometries.map((part) => mapPositions(part, change)) };
  }
  const walk = (value: unknown, depth: number): unknown =>
    depth === 0 ? change(value as Position) : (value as unknown[]).map((item) => walk(item, depth - 1));
  return { ...geometry, coordinates: walk(geometry.coordinates, coordinateDepth(geometry.type)) };
}

/** Bounds of positions, or null when there are none. */
export function boundsOf(positions: Iterable<Position>): Bounds | null {
  const bounds: Bounds = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x = NaN, y = NaN] of positions) {
    bounds[0] = Math.min(bounds[0], x);
    bounds[1] = Math.min(bounds[1], y);
    bounds[2] = Math.max(bounds[2], x);
    bounds[3] = Math.max(bounds[3], y);
  }
  return bounds[0] <= bounds[2] ? bounds : null;
}
