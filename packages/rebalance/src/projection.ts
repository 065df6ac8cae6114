// Owns the way between WGS 84 degrees and local metres. Knows no other datum and converts none.

import { ringArea } from './polygon-measures.ts';
import { assemble, splitAtRepeats } from './rings.ts';
import type { MultiPolygon, Position, Ring } from './shapes.ts';

const SEMI_MAJOR_METRES = 6_378_137;
const ECCENTRICITY_SQUARED = 0.006_694_379_990_141_316;
const DEGREE = Math.PI / 180;
const LON_LAT_STEPS_PER_DEGREE = 1e7;

/** Both directions of one local projection. */
export interface Projection {
  readonly anchor: Position;
  /** `[lon, lat]` degrees to `[x, y]` metres. */
  readonly forward: (lonLat: Position) => Position;
  /** `[x, y]` metres to `[lon, lat]` degrees, not rounded. */
  readonly inverse: (metres: Position) => Position;
}

/**
 * An equirectangular projection about `anchor` (`[lon, lat]`, WGS 84) with the ellipsoid's two radii there.
 *
 * It is affine on purpose: what is straight in degrees stays straight in metres, so that a coverage that is exact here is exact in
 * SRID 4326 too, and a round trip costs less than a micrometre. The price is scale: at latitude 30.6 an east-west length 2 km north
 * or south of the anchor is off by 0.019 % (2 cm in 100 m, 0.37 m in 2 km); north-south lengths by less than 0.001 %.
 * @throws RangeError when the anchor is no point of the earth or lies within 1 degree of a pole.
 */
export function localProjection(anchor: Position): Projection {
  const [lon0, lat0] = anchor;
  if (!(Math.abs(lon0) <= 180 && Math.abs(lat0) <= 89)) throw new RangeError('anchor: [lon, lat] in degrees expected');
  const sine = Math.sin(lat0 * DEGREE);
  const flattening = 1 - ECCENTRICITY_SQUARED * sine * sine;
  const primeVertical = SEMI_MAJOR_METRES / Math.sqrt(flattening);
  const meridian = (primeVertical * (1 - ECCENTRICITY_SQUARED)) / flattening;
  const metresPerLon = primeVertical * Math.cos(lat0 * DEGREE) * DEGREE;
  const metresPerLat = meridian * DEGREE;
  return {
    anchor,
    forward: ([lon, lat]) => [(lon - lon0) * metresPerLon, (lat - lat0) * metresPerLat],
    inverse: ([x, y]) => [lon0 + x / metresPerLon, lat0 + y / metresPerLat],
  };
}

/** Rounds to 7 decimals of a degree (about 1 cm). A function of the position alone: equal vertices stay equal. */
export function roundLonLat(lonLat: Position): Position {
  const [lon, lat] = stepsOf(lonLat);
  return [lon / LON_LAT_STEPS_PER_DEGREE, lat / LON_LAT_STEPS_PER_DEGREE];
}

/** A position in whole steps of 7 decimals: what {@link roundLonLat} rounds to. */
export function stepsOf([lon, lat]: Position): Position {
  return [Math.round(lon * LON_LAT_STEPS_PER_DEGREE), Math.round(lat * LON_LAT_STEPS_PER_DEGREE)];
}

/** Projects degrees to metres, ring by ring. */
export function projectPolygons(projection: Projection, lonLat: MultiPolygon): MultiPolygon {
  return lonLat.map((polygon) => polygon.map((ring) => ring.map(projection.forward)));
}

/**
 * Metres back to degrees, rounded by {@link roundLonLat}. The first ring of a polygon is its shell, whichever way it turns: footprints
 * of files turn either way, and come back with shells counter-clockwise. Vertices that fall together are merged; what has no width
 * left is dropped, on both sides of a border alike.
 */
export function toLonLatPolygons(projection: Projection, metres: MultiPolygon): MultiPolygon {
  return assemble(
    metres
      .flatMap((polygon) => polygon.map((ring, at) => turned(ring, at === 0 ? 1 : -1)))
      .flatMap((ring) =>
        splitAtRepeats(withoutRepeats(ring.slice(1).map((position) => roundLonLat(projection.inverse(position))))),
      ),
  );
}

function turned(ring: Ring, sign: 1 | -1): Ring {
  return sign * ringArea(ring) < 0 ? ring.toReversed() : ring;
}

function withoutRepeats(open: readonly Position[]): Position[] {
  return open.filter((position, index) => {
    const before = open.at(index - 1)!;
    return before[0] !== position[0] || before[1] !== position[1];
  });
}
