// The shapes every file of the engine speaks: plain arrays in metres (or degrees where a name says so).
// Holds types only; no GeoJSON envelopes, no CRS objects.

/** A point: `[x, y]` in metres east and north of the anchor, or `[lon, lat]` in degrees where the name says lonLat. */
export type Position = readonly [number, number];
/** A closed ring: the last position equals the first. */
export type Ring = readonly Position[];
/** Shell first, then holes; the coordinates of a GeoJSON Polygon. */
export type Polygon = readonly Ring[];
/** The coordinates of a GeoJSON MultiPolygon. */
export type MultiPolygon = readonly Polygon[];
/** The coordinates of a GeoJSON LineString. */
export type LineString = readonly Position[];
