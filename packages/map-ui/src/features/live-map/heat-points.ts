// Owns the heat level: weights at entrances, and what the colours mean per hectare. Pure; refuses drawing.
import type { Figure } from '#api/live-store';
import { HEAT_RADIUS_METRES, type HeatPoints, type MapGeometry } from '#map/index';

const SQUARE_METRES_PER_HECTARE = 10_000;
/** The map's kernel is a normal one cut at its radius of three standard deviations, peak 1/√(2π). */
const SIGMA_METRES = HEAT_RADIUS_METRES / 3;
const KERNEL_PEAK = 1 / Math.sqrt(2 * Math.PI);
/** Events per hectare at which the map's own density is 1, for a weight of 1 an event. */
const PER_HECTARE_AT_ONE = SQUARE_METRES_PER_HECTARE / (2 * Math.PI * SIGMA_METRES ** 2) / KERNEL_PEAK;
/** Densities at which the five steps of the ramp begin; those of the heat layer. */
const RAMP_AT = [0.12, 0.32, 0.52, 0.72, 0.92] as const;

/**
 * Weight of one event, so that the ramp ends where a busy entrance of the last 90 days stands. Fixed for the day with
 * its breaks.
 *
 * @param busyCount events at an entrance in the window, upper fifth of the last 90 days
 */
export function heatWeight(busyCount: number): number {
  return 0.92 / KERNEL_PEAK / Math.max(1, busyCount);
}

/** Events per hectare at the five steps of the ramp. */
export function heatTicks(weight: number): number[] {
  return RAMP_AT.map((density) => (density * PER_HECTARE_AT_ONE) / weight);
}

/** One point an entrance, at the middle of its cell. O(entrances). */
export function heatPoints(
  geometry: MapGeometry,
  areas: ReadonlyMap<number, { readonly figures: readonly Figure[] }>,
  metric: Figure['metric'],
  weight: number,
): HeatPoints {
  const features = geometry.entrances.features.flatMap(({ id, geometry: cell }) => {
    const count = areas.get(Number(id))?.figures.find((figure) => figure.metric === metric)?.numerator ?? 0;
    const shell = cell.type === 'Polygon' ? cell.coordinates[0] : cell.coordinates[0]?.[0];
    if (count === 0 || !shell) return [];
    const corners = shell.slice(0, -1);
    const mean = (axis: 0 | 1) => corners.reduce((sum, corner) => sum + (corner[axis] ?? 0), 0) / corners.length;
    return [
      {
        type: 'Feature' as const,
        properties: { weight: count * weight },
        geometry: { type: 'Point' as const, coordinates: [mean(0), mean(1)] },
      },
    ];
  });
  return { type: 'FeatureCollection', features };
}
