// Owns the way between GeoJSON of the database and the engine's arrays: 7 decimals, no heights.
// Refuses validation: the gate in front of the surveyor has done it.
import { type MultiPolygon, type Position, roundLonLat } from '@qinghe/rebalance';
import type { MultiPolygonShape } from './survey-inputs.types.ts';

/** Positions rounded to 7 decimals, without heights. */
export function roundedShape(shape: MultiPolygonShape): MultiPolygonShape {
  return {
    type: 'MultiPolygon',
    coordinates: shape.coordinates.map((polygon) => polygon.map((ring) => ring.map(rounded))),
  };
}

/** The coordinates of a stored or given MultiPolygon, for the engine. */
export function coordinatesOf(shape: MultiPolygonShape): MultiPolygon {
  return shape.coordinates as MultiPolygon;
}

/** A stored `*_geojson` text of a MultiPolygon. */
export function parseShape(geojson: string): MultiPolygonShape {
  return JSON.parse(geojson) as MultiPolygonShape;
}

export function toShape(coordinates: MultiPolygon): MultiPolygonShape {
  return { type: 'MultiPolygon', coordinates };
}

/** Whether the same coordinates are written in both, vertex for vertex. */
export function sameShape(one: MultiPolygonShape, two: MultiPolygonShape): boolean {
  return JSON.stringify(one.coordinates) === JSON.stringify(two.coordinates);
}

function rounded([longitude = Number.NaN, latitude = Number.NaN]: readonly number[]): Position {
  return roundLonLat([longitude, latitude]);
}
