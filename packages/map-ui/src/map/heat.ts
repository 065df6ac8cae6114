// Owns the colours of the heat layer and its grey twin. Refuses weights: they come with the points.
import type { ExpressionSpecification } from 'maplibre-gl';
import { RAMP, staleGrey } from '../theme/palette.ts';

/** Bandwidth of the kernel, for the legend too. */
export const HEAT_RADIUS_METRES = 30;

/** Colour by kernel density: transparent at nothing, then the five steps of the measure's hue. */
export function heatColour(scheme: 'requests' | 'visits', stale: boolean): ExpressionSpecification {
  const steps = RAMP[scheme].map((hex) => (stale ? staleGrey(hex) : hex));
  const [first = '#FFFFFF'] = steps;
  const stops = steps.flatMap((hex, i) => [0.12 + i * 0.2, hex]);
  return [
    'interpolate',
    ['linear'],
    ['heatmap-density'],
    0,
    `${first}00`,
    0.04,
    `${first}00`,
    ...stops,
  ] as ExpressionSpecification;
}
