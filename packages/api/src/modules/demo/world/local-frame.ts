// Owns the step from the compound's own metre frame to WGS 84: turned 8° clockwise, centred on the anchor.
// Refuses distances beyond a few kilometres, where a tangent plane no longer holds.
import type { Position, Ring } from './world-types.ts';

/** Metres in the compound's frame: x along the slabs (roughly east), y across them (roughly north). */
export type LocalPoint = readonly [number, number];

/** Anchor of the synthetic compound, EPSG:4326. */
export const ANCHOR: Position = [114.4203, 30.634];
/** How far the compound is turned clockwise from north. */
const TURN_DEGREES = 8;

const EQUATOR_METRES = 6_378_137;
const ECCENTRICITY_SQUARED = 0.006_694_379_990_14;
const radians = Math.PI / 180;
const sinLatitude = Math.sin(ANCHOR[1] * radians);
const bulge = 1 - ECCENTRICITY_SQUARED * sinLatitude ** 2;
const metresPerDegreeNorth = (radians * EQUATOR_METRES * (1 - ECCENTRICITY_SQUARED)) / bulge ** 1.5;
const metresPerDegreeEast = (radians * EQUATOR_METRES * Math.cos(ANCHOR[1] * radians)) / Math.sqrt(bulge);

const round7 = (degrees: number) => Math.round(degrees * 1e7) / 1e7;

/** Local metres → WGS 84 with 7 decimals (about 1 cm). Equal points give equal positions, so shared edges stay shared. */
export function toPosition([x, y]: LocalPoint): Position {
  const cos = Math.cos(TURN_DEGREES * radians);
  const sin = Math.sin(TURN_DEGREES * radians);
  const east = x * cos + y * sin;
  const north = y * cos - x * sin;
  return [round7(ANCHOR[0] + east / metresPerDegreeEast), round7(ANCHOR[1] + north / metresPerDegreeNorth)];
}

/** WGS 84 → metres east and north of the anchor (not turned), for lengths and areas near it. */
export function toMetres([longitude, latitude]: Position): LocalPoint {
  return [(longitude - ANCHOR[0]) * metresPerDegreeEast, (latitude - ANCHOR[1]) * metresPerDegreeNorth];
}

/** Open list of local corners → closed WGS 84 ring. */
export function toRing(corners: readonly LocalPoint[]): Ring {
  const ring = corners.map(toPosition);
  const first = ring[0];
  if (first === undefined) throw new Error('a ring needs corners');
  return [...ring, first];
}
