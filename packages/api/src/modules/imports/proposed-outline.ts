// Owns the outline that is proposed when nobody gave one: the hull of all footprints and a margin. Pure.
// Refuses to differ from what the surveyor derives: what was shown is what is saved.
import {
  type MultiPolygon as EnginePolygons,
  outlineFromFootprints,
  localProjection,
  projectPolygons,
  roundLonLat,
  toLonLatPolygons,
} from '@qinghe/rebalance';
import { boundsOf, mapPositions, positionsOf, type MultiPolygon, type Position } from './geojson-shapes.ts';

const MARGIN_METRES = 15;

/** Degrees in and out; null when the footprints have no area together. O(n log n) in vertices. */
export function proposeOutline(footprints: readonly MultiPolygon[]): MultiPolygon | null {
  const rounded = footprints.map((shape) => mapPositions(shape, ([x = NaN, y = NaN]) => [...roundLonLat([x, y])]));
  const bounds = boundsOf(rounded.flatMap((shape): Position[] => positionsOf(shape)));
  if (!bounds || !(bounds[0] < bounds[2] && bounds[1] < bounds[3])) return null;
  const projection = localProjection([(bounds[0] + bounds[2]) / 2, (bounds[1] + bounds[3]) / 2]);
  const metres = rounded.flatMap((shape) => projectPolygons(projection, asEnginePolygons(shape)));
  try {
    const outline = toLonLatPolygons(projection, outlineFromFootprints(metres, MARGIN_METRES));
    return {
      type: 'MultiPolygon',
      coordinates: outline.map((polygon) => polygon.map((ring) => ring.map((position) => [...position]))),
    };
  } catch (error) {
    // Footprints in one line, or half a world apart: the faults of the preview say more than a hull could.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function asEnginePolygons({ coordinates }: MultiPolygon): EnginePolygons {
  return coordinates.map((polygon) => polygon.map((ring) => ring.map(([x = NaN, y = NaN]) => [x, y] as const)));
}
