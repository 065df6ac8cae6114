// Owns the layers that write: names, numbers, notes. Refuses where a number stands (label-point.ts).
import type { LayerSpecification } from 'maplibre-gl';
import { COLOURS, FONT_FAMILY, SEMIBOLD_FAMILY } from '../theme/tokens.ts';
import { SOURCES } from './layer-order.ts';
import { flag, shownIf } from './paint-expressions.ts';
import type { StyleInput } from './style-input.types.ts';

/** A layer before it gets its id from the order. */
export type Layer = Omit<LayerSpecification, 'id'>;

/** Named in full: MapLibre takes `text-font` as a CSS family when there is no glyph server, and reads the weight off it. */
export const REGULAR = [FONT_FAMILY];
const SEMIBOLD = [SEMIBOLD_FAMILY];

/** Labels of buildings and gates appear from here on: coarser than about 1 m a pixel they only collide. */
const LABEL_ZOOM = 16.1;

/** Where a grid's number already stands, a building's name moves aside by up to two letters instead of vanishing. */
const BESIDE = [
  'center',
  [0, 0],
  'left',
  [1, 0],
  'right',
  [-1, 0],
  'top',
  [0, 1],
  'bottom',
  [0, -1],
  'left',
  [2.2, 0],
  'right',
  [-2.2, 0],
];

/** Names of buildings and gates, drawn as glyphs of the bundled font. */
export function label(
  source: string,
  size: number,
  extra: { filter?: unknown; opacity?: unknown; offset?: [number, number] },
): Layer {
  return {
    type: 'symbol',
    source,
    minzoom: LABEL_ZOOM,
    ...(extra.filter ? { filter: extra.filter } : {}),
    layout: {
      'text-field': ['coalesce', ['get', 'label'], ['get', 'name'], ''],
      'text-font': REGULAR,
      'text-size': size,
      ...(extra.offset ? { 'text-offset': extra.offset } : { 'text-variable-anchor-offset': BESIDE }),
      'text-padding': 1,
    },
    paint: {
      'text-color': COLOURS.ink,
      'text-halo-color': 'rgba(250,248,244,0.85)',
      'text-halo-width': 1.5,
      'text-opacity': extra.opacity ?? 1,
    },
  } as Layer;
}

/** Whether symbols are drawn over each other, or only where none stands yet. */
export const overlap = (crowded: boolean): 'never' | 'always' => (crowded ? 'never' : 'always');

/** Numbers of grids, drawn as images; two layers, because an image cannot follow a feature state. */
export function pill(variant: 'plain' | 'corner'): (input: StyleInput) => Layer {
  const shown = variant === 'corner' ? shownIf('corner') : ['case', flag('corner'), 0, 1];
  return ({ mode, level, crowded }) =>
    ({
      type: 'symbol',
      source: SOURCES.gridLabels,
      layout: {
        'icon-image': ['concat', `pill|${mode}|${variant}|`, ['get', 'label']],
        // The corner to fix is always shown; what is hidden of it must not push the plain number beneath it out.
        'icon-overlap': overlap(crowded && variant === 'plain'),
        'icon-ignore-placement': crowded && variant === 'corner',
        'symbol-z-order': 'source',
      },
      paint: { 'icon-opacity': level === 'grids' ? shown : 1 },
    }) as Layer;
}

/** Under the number: 0, n=3, the reason of a suppression. */
export const NOTE: (input: StyleInput) => Layer = ({ mode, crowded }) => ({
  type: 'symbol',
  source: SOURCES.gridLabels,
  filter: ['has', 'note'],
  layout: {
    'text-field': ['get', 'note'],
    'text-font': SEMIBOLD,
    'text-size': mode === 'screen' ? 28 : 14,
    'text-offset': [0, mode === 'screen' ? 1.5 : 1.7],
    'text-overlap': overlap(crowded),
  },
  paint: { 'text-color': COLOURS.ink, 'text-halo-color': COLOURS.paper, 'text-halo-width': 3 },
});
