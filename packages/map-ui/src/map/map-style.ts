// Owns the definition of every layer. Refuses order (layer-order.ts), colours of data (palette.ts) and anything
// fetched: no sprite, no glyphs, all sources start empty.
import type { LayerSpecification, SourceSpecification, StyleSpecification } from 'maplibre-gl';
import { COLOURS } from '../theme/tokens.ts';
import { isShownAt, LAYER_ORDER, type LayerId, SOURCES } from './layer-order.ts';
import type { AreaLayer, DataLevel } from './map-geometry.types.ts';
import { FILL_COLOUR, FILL_OPACITY, flag, hatchOpacity, metres, shownIf } from './paint-expressions.ts';
import { label, type Layer, NOTE, pill, REGULAR } from './map-symbols.ts';
import type { StyleInput } from './style-input.types.ts';
import { PATTERN_IDS, type PatternLook } from './patterns.ts';
import { HEAT_RADIUS_METRES, heatColour } from './heat.ts';

/** Greys of the base: under 12 % contrast to paper. */
/** What waits for somebody: the amber of the list of hand-overs. */
const WAITING = '#E0A233';
const BASE = { court: '#F5F2EB', road: '#F1ECE2', lane: '#F2EDE4', lane_over: COLOURS.paper, text: '#8A8F94' } as const;

/** The one style; a change of mode, level or staleness is applied by difference. */
export function buildMapStyle(input: StyleInput): StyleSpecification {
  const layers = LAYER_ORDER.map(({ id }) => withVisibility(id, LAYERS[id](input), input.level));
  const sources: Record<string, SourceSpecification> = {};
  for (const id of Object.values(SOURCES)) {
    sources[id] = { type: 'geojson', data: { type: 'FeatureCollection', features: [] }, tolerance: 0.1, buffer: 64 };
  }
  return { version: 8, sources, layers, transition: { duration: 0, delay: 0 } };
}

/** One layer of the live map, for a map that draws the same base. */
export function layerOf(id: LayerId, input: StyleInput): LayerSpecification {
  return { id, ...LAYERS[id](input) } as LayerSpecification;
}

function withVisibility(id: LayerId, layer: Layer, level: DataLevel): LayerSpecification {
  const visibility = isShownAt(id, level) ? 'visible' : 'none';
  const shown = { id, ...layer } as LayerSpecification;
  return { ...shown, layout: { ...shown.layout, visibility } } as LayerSpecification;
}

const ofKind = (kind: string): LayerSpecification extends { filter?: infer F } ? F : never =>
  ['==', ['get', 'kind'], kind] as never;

function baseLine(kind: string, colour: string, opacity = 1): (input: StyleInput) => Layer {
  return ({ latitude }) =>
    ({
      type: 'line',
      source: SOURCES.base,
      filter: ofKind(kind),
      layout: { 'line-cap': 'butt', 'line-join': 'round' },
      paint: {
        'line-color': colour,
        'line-opacity': opacity,
        'line-width': metres(['number', ['get', 'widthMetres'], 4], latitude),
      },
    }) as Layer;
}

function areaFill(source: AreaLayer): () => Layer {
  return () => ({
    type: 'fill',
    source,
    paint: { 'fill-color': FILL_COLOUR, 'fill-opacity': FILL_OPACITY, 'fill-antialias': false },
  });
}

function areaHatch(source: AreaLayer, look: PatternLook): () => Layer {
  return () => ({
    type: 'fill',
    source,
    paint: { 'fill-pattern': PATTERN_IDS[look], 'fill-opacity': hatchOpacity(look) },
  });
}

interface Stroke {
  readonly source: AreaLayer;
  readonly colour: string;
  readonly desk: number;
  readonly screen: number;
  readonly when?: 'corner' | 'selected' | 'event' | 'waiting';
  readonly opacity?: number;
}

function outline({ source, colour, desk, screen, when, opacity = 1 }: Stroke): (input: StyleInput) => Layer {
  return ({ mode }) => ({
    type: 'line',
    source,
    layout: { 'line-join': 'round' },
    paint: {
      'line-color': colour,
      'line-width': mode === 'screen' ? screen : desk,
      'line-opacity': when ? shownIf(when) : opacity,
    },
  });
}

/** Grid line, 4 px of fill, 4 px of ink: the offset runs to the middle of the inner line. */
const CORNER: (input: StyleInput) => Layer = ({ mode }) => ({
  type: 'line',
  source: SOURCES.grids,
  layout: { 'line-join': 'miter' },
  paint: {
    'line-color': COLOURS.ink,
    'line-width': 4,
    'line-offset': mode === 'screen' ? 8.5 : 7.5,
    'line-opacity': shownIf('corner'),
  },
});

function buildingLine(residential: boolean): () => Layer {
  return () =>
    ({
      type: 'line',
      source: SOURCES.buildings,
      filter: ['==', ['get', 'residential'], residential],
      paint: {
        'line-color': COLOURS.ink,
        'line-opacity': ['case', flag('event'), 0, 0.5],
        'line-width': 1,
        ...(residential ? {} : { 'line-dasharray': [3, 3] }),
      },
    }) as Layer;
}

const LAYERS: Readonly<Record<LayerId, (input: StyleInput) => Layer>> = {
  paper: () => ({ type: 'background', paint: { 'background-color': COLOURS.paper } }) as Layer,
  'base-court': () =>
    ({ type: 'fill', source: SOURCES.base, filter: ofKind('court'), paint: { 'fill-color': BASE.court } }) as Layer,
  'base-road': baseLine('road', BASE.road),
  'base-lane': baseLine('lane', BASE.lane),
  'base-road-name': ({ mode }) =>
    ({
      type: 'symbol',
      source: SOURCES.base,
      filter: ['all', ofKind('road'), ['has', 'name']],
      layout: {
        'symbol-placement': 'line-center',
        'text-field': mode === 'screen' ? '' : ['get', 'name'],
        'text-font': REGULAR,
        'text-size': 12,
        'text-letter-spacing': 0.4,
      },
      paint: { 'text-color': BASE.text },
    }) as Layer,
  'grids-hit': () => ({
    type: 'fill',
    source: SOURCES.grids,
    paint: { 'fill-color': COLOURS.paper, 'fill-opacity': 0 },
  }),
  'grids-fill': areaFill('grids'),
  'grids-none': areaHatch('grids', 'none'),
  'grids-few': areaHatch('grids', 'few'),
  'grids-suppressed': areaHatch('grids', 'suppressed'),
  'entrances-fill': areaFill('entrances'),
  'entrances-none': areaHatch('entrances', 'none'),
  'entrances-few': areaHatch('entrances', 'few'),
  'entrances-suppressed': areaHatch('entrances', 'suppressed'),
  heat: ({ stale, latitude, heatScheme }) =>
    ({
      type: 'heatmap',
      source: SOURCES.heat,
      paint: {
        'heatmap-weight': ['number', ['get', 'weight'], 0],
        'heatmap-radius': metres(HEAT_RADIUS_METRES, latitude),
        'heatmap-color': heatColour(heatScheme, stale),
        'heatmap-opacity': 0.9,
      },
    }) as Layer,
  'base-lane-over': baseLine('lane', BASE.lane_over, 0.22),
  'base-tree': ({ latitude }) =>
    ({
      type: 'circle',
      source: SOURCES.base,
      filter: ofKind('tree'),
      paint: {
        'circle-color': COLOURS.ink,
        'circle-opacity': 0.05,
        'circle-radius': metres(['/', ['number', ['get', 'widthMetres'], 4], 2], latitude),
      },
    }) as Layer,
  'entrances-line': outline({ source: 'entrances', colour: COLOURS.ink, desk: 0.75, screen: 1, opacity: 0.35 }),
  'buildings-paper': () => ({
    type: 'fill',
    source: SOURCES.buildings,
    paint: { 'fill-color': COLOURS.paper, 'fill-opacity': ['case', flag('event'), 1, 0.6] },
  }),
  'buildings-fill': areaFill('buildings'),
  'buildings-none': areaHatch('buildings', 'none'),
  'buildings-few': areaHatch('buildings', 'few'),
  'buildings-suppressed': areaHatch('buildings', 'suppressed'),
  'buildings-line': buildingLine(true),
  'buildings-line-dashed': buildingLine(false),
  'base-wall': () =>
    ({
      type: 'line',
      source: SOURCES.base,
      filter: ofKind('wall'),
      paint: { 'line-color': BASE.text, 'line-width': 1 },
    }) as Layer,
  'grids-casing': outline({ source: 'grids', colour: COLOURS.paper, desk: 4.5, screen: 6.5 }),
  'grids-line': outline({ source: 'grids', colour: COLOURS.ink, desk: 2.5, screen: 3.5 }),
  'grids-corner': CORNER,
  'entrances-waiting-casing': outline({
    source: 'entrances',
    colour: COLOURS.paper,
    desk: 8,
    screen: 10,
    when: 'waiting',
  }),
  'entrances-waiting': outline({ source: 'entrances', colour: WAITING, desk: 4, screen: 5.5, when: 'waiting' }),
  'buildings-event': outline({ source: 'buildings', colour: COLOURS.ink, desk: 2.5, screen: 3.5, when: 'event' }),
  'entrances-selected': outline({ source: 'entrances', colour: COLOURS.ink, desk: 3, screen: 4, when: 'selected' }),
  'grids-selected-casing': outline({ source: 'grids', colour: COLOURS.paper, desk: 8, screen: 10, when: 'selected' }),
  'grids-selected': outline({ source: 'grids', colour: COLOURS.ink, desk: 4, screen: 6, when: 'selected' }),
  'buildings-selected-casing': outline({
    source: 'buildings',
    colour: COLOURS.paper,
    desk: 7,
    screen: 9,
    when: 'selected',
  }),
  'buildings-selected': outline({ source: 'buildings', colour: COLOURS.ink, desk: 3.5, screen: 5, when: 'selected' }),
  'base-gate': () =>
    ({
      type: 'symbol',
      source: SOURCES.base,
      filter: ofKind('gate'),
      layout: { 'icon-image': 'gate', 'icon-allow-overlap': true },
    }) as Layer,
  'base-gate-name': ({ mode }) =>
    label(SOURCES.base, mode === 'screen' ? 28 : 12, {
      filter: ofKind('gate'),
      opacity: mode === 'screen' ? 0 : 1,
      offset: [0, 1.3],
    }),
  'buildings-label': ({ mode }) =>
    label(SOURCES.buildings, mode === 'screen' ? 28 : 12, {
      // In a hall only the building with an event is named, beside its mark: see pulses.ts.
      opacity: mode === 'screen' ? 0 : 1,
    }),
  'grids-pill': pill('plain'),
  'grids-pill-corner': pill('corner'),
  'grids-note': NOTE,
};
