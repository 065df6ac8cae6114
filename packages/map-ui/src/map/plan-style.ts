// Owns the definition of a plan's layers over the base of the live map. Refuses order (layer-order.ts) and the colours of
// measures: here a tint only tells neighbours apart.
import type { ExpressionSpecification, LayerSpecification, SourceSpecification, StyleSpecification } from 'maplibre-gl';
import { TINTS } from '../theme/palette.ts';
import { COLOURS, SEMIBOLD_FAMILY } from '../theme/tokens.ts';
import { LAYER_ORDER, type LayerId, PLAN_LAYER_ORDER, PLAN_SOURCES, type PlanLayerId } from './layer-order.ts';
import { layerOf } from './map-style.ts';
import { overlap } from './map-symbols.ts';
import { FILL_OPACITY, shownIf } from './paint-expressions.ts';
import { ARROW_LIFT, ARROW_WORD_SIZE, ARROW_WORDS } from './arrow-words.ts';
import { LOCK_HATCH_ID } from './patterns.ts';
import { FIRST_STYLE } from './style-input.ts';

type OwnLayer = Exclude<PlanLayerId, LayerId>;
type Definition = Omit<LayerSpecification, 'id'>;

const SEMIBOLD = [SEMIBOLD_FAMILY];
const MOVED_OPACITY = 0.92;
const LIVE_LAYERS: ReadonlySet<string> = new Set(LAYER_ORDER.map(({ id }) => id));

/**
 * The style of a plan's map; all sources start empty, nothing is fetched.
 *
 * @param latitude degrees, for widths in metres
 * @param crowded whether numbers of grids give way to each other
 */
export function buildPlanStyle(latitude: number, crowded: boolean): StyleSpecification {
  const base = { ...FIRST_STYLE, level: 'entrances', crowded, latitude } as const;
  const own = { ...OWN, 'plan-number': numberLayer(crowded) };
  const layers = PLAN_LAYER_ORDER.map(({ id }) =>
    isOwn(id) ? ({ id, ...own[id] } as LayerSpecification) : layerOf(id, base),
  );
  const sources: Record<string, SourceSpecification> = {};
  for (const id of Object.values(PLAN_SOURCES)) {
    sources[id] = { type: 'geojson', data: { type: 'FeatureCollection', features: [] }, tolerance: 0.1, buffer: 64 };
  }
  return { version: 8, sources, layers, transition: { duration: 0, delay: 0 } };
}

function isOwn(id: PlanLayerId): id is OwnLayer {
  return !LIVE_LAYERS.has(id);
}

function line(source: string, paint: Record<string, unknown>, more: Record<string, unknown> = {}): Definition {
  return { type: 'line', source, layout: { 'line-join': 'round' }, paint, ...more } as Definition;
}

function fill(source: string, paint: Record<string, unknown>, filter?: unknown): Definition {
  return { type: 'fill', source, paint, ...(filter ? { filter } : {}) } as Definition;
}

const TINT_COLOUR = [
  'match',
  ['get', 'tint'],
  ...TINTS.flatMap((colour, tint) => [tint, colour]),
  COLOURS.paper,
] as unknown as ExpressionSpecification;

const isPart = (part: string) => ['==', ['get', 'part'], part];
const isArea = ['in', ['geometry-type'], ['literal', ['Polygon', 'MultiPolygon']]];
const isPoint = ['==', ['geometry-type'], 'Point'];
const { grids, slices, before, moved, unassigned, locks, arrows, numbers } = PLAN_SOURCES;

const OWN: Readonly<Record<Exclude<OwnLayer, 'plan-number'>, Definition>> = {
  'plan-fill': fill(grids, { 'fill-color': TINT_COLOUR, 'fill-opacity': FILL_OPACITY, 'fill-antialias': false }),
  'plan-hatch': fill(grids, { 'fill-pattern': LOCK_HATCH_ID, 'fill-opacity': FILL_OPACITY }, ['get', 'locked']),
  'plan-unit-hatch': fill(locks, { 'fill-pattern': LOCK_HATCH_ID }, isArea),
  'plan-slices-line': line(slices, { 'line-color': COLOURS.ink, 'line-opacity': 0.4, 'line-width': 0.75 }),
  'plan-unassigned': fill(unassigned, { 'fill-color': COLOURS.paper }, isArea),
  'plan-moved': fill(
    moved,
    { 'fill-color': COLOURS.action, 'fill-opacity': MOVED_OPACITY, 'fill-antialias': true },
    isPart('slice'),
  ),
  'plan-notch': fill(moved, { 'fill-color': COLOURS.paper }, isPart('notch')),
  'plan-unassigned-line': line(
    unassigned,
    { 'line-color': COLOURS.ink, 'line-width': 1.5, 'line-dasharray': [2.4, 2] },
    { filter: isArea },
  ),
  'plan-before-casing': line(before, { 'line-color': COLOURS.paper, 'line-width': 4.5, 'line-opacity': 0.8 }),
  'plan-before': line(before, { 'line-color': COLOURS.ink, 'line-width': 2, 'line-dasharray': [3, 2] }),
  'plan-casing': line(grids, { 'line-color': COLOURS.paper, 'line-width': 4.5 }),
  'plan-line': line(grids, { 'line-color': COLOURS.ink, 'line-width': 2.5 }),
  'plan-selected-casing': line(grids, {
    'line-color': COLOURS.paper,
    'line-width': 7,
    'line-opacity': shownIf('selected'),
  }),
  'plan-selected': line(grids, { 'line-color': COLOURS.ink, 'line-width': 4, 'line-opacity': shownIf('selected') }),
  'plan-slices-pointed': line(slices, {
    'line-color': COLOURS.action,
    'line-width': 2,
    'line-opacity': shownIf('pointed'),
  }),
  'plan-slices-selected-casing': line(slices, {
    'line-color': COLOURS.paper,
    'line-width': 6,
    'line-opacity': shownIf('selected'),
  }),
  'plan-slices-selected': line(slices, {
    'line-color': COLOURS.action,
    'line-width': 3,
    'line-opacity': shownIf('selected'),
  }),
  'plan-unassigned-mark': {
    type: 'symbol',
    source: unassigned,
    filter: isPoint,
    layout: { 'text-field': '?', 'text-font': SEMIBOLD, 'text-size': 16, 'text-allow-overlap': true },
    paint: { 'text-color': COLOURS.ink, 'text-halo-color': COLOURS.paper, 'text-halo-width': 2 },
  } as Definition,
  'plan-lock-mark': {
    type: 'symbol',
    source: locks,
    filter: isPoint,
    layout: {
      'icon-image': ['concat', 'lock|', ['get', 'mark']],
      'icon-allow-overlap': true,
      'icon-ignore-placement': true,
    },
  } as Definition,
  'plan-arrow-label': {
    type: 'symbol',
    source: arrows,
    layout: {
      'text-field': ['get', 'label'],
      'text-font': SEMIBOLD,
      'text-size': ARROW_WORD_SIZE,
      'text-variable-anchor-offset': ARROW_WORDS,
      'text-padding': 1,
      'text-max-width': 20,
    },
    paint: { 'text-color': COLOURS.action, 'text-halo-color': COLOURS.paper, 'text-halo-width': 2 },
  } as Definition,
  'plan-arrow': {
    type: 'symbol',
    source: arrows,
    layout: {
      'icon-image': 'arrow',
      'icon-rotate': ['-', ['get', 'bearing'], 90],
      'icon-rotation-alignment': 'map',
      // Drawn whatever is there; words and names keep off it.
      'icon-allow-overlap': true,
      'icon-padding': 0,
    },
    paint: { 'icon-translate': [0, -ARROW_LIFT] },
  } as Definition,
};

function numberLayer(crowded: boolean): Definition {
  return {
    type: 'symbol',
    source: numbers,
    layout: {
      'icon-image': ['concat', 'pill|desk|', ['case', ['get', 'locked'], 'locked', 'plain'], '|', ['get', 'label']],
      'icon-overlap': overlap(crowded),
      'symbol-z-order': 'source',
    },
  } as Definition;
}
