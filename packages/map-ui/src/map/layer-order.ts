// Owns the order of layers and their names, bottom first, as data. Refuses paint (map-style.ts): one place says what
// lies over what, and a test holds the three visual weights in this order.
import type { DataLevel } from './map-geometry.types.ts';

/** Names of the GeoJSON sources. Feature states are kept per source. */
export const SOURCES = {
  base: 'base',
  grids: 'grids',
  gridLabels: 'grid-labels',
  buildings: 'buildings',
  entrances: 'entrances',
  heat: 'heat',
} as const;

/** Names of the sources a plan is drawn from; base and buildings are those of the live map. */
export const PLAN_SOURCES = {
  base: SOURCES.base,
  buildings: SOURCES.buildings,
  /** Parts of the footprints, one an entrance. */
  slices: 'slices',
  grids: 'plan-grids',
  before: 'plan-before',
  numbers: 'plan-numbers',
  moved: 'plan-moved',
  arrows: 'plan-arrows',
  locks: 'plan-locks',
  unassigned: 'plan-unassigned',
} as const;

/** Name of a source of a plan's map. */
export type PlanSource = (typeof PLAN_SOURCES)[keyof typeof PLAN_SOURCES];

/** Which weight a layer has for the eye. */
export type Weight = 'base' | 'data' | 'line' | 'mark';

interface LayerPlace {
  readonly id: string;
  readonly weight: Weight;
  /** Data levels at which the layer is shown; left out: always. */
  readonly levels?: readonly DataLevel[];
}

/** Bottom first. */
export const LAYER_ORDER = [
  { id: 'paper', weight: 'base' },
  { id: 'base-court', weight: 'base' },
  { id: 'base-road', weight: 'base' },
  { id: 'base-lane', weight: 'base' },
  { id: 'base-road-name', weight: 'base' },
  { id: 'grids-hit', weight: 'data' },
  { id: 'grids-fill', weight: 'data', levels: ['grids'] },
  { id: 'grids-none', weight: 'data', levels: ['grids'] },
  { id: 'grids-few', weight: 'data', levels: ['grids'] },
  { id: 'grids-suppressed', weight: 'data', levels: ['grids'] },
  { id: 'entrances-fill', weight: 'data', levels: ['entrances'] },
  { id: 'entrances-none', weight: 'data', levels: ['entrances'] },
  { id: 'entrances-few', weight: 'data', levels: ['entrances'] },
  { id: 'entrances-suppressed', weight: 'data', levels: ['entrances'] },
  { id: 'heat', weight: 'data', levels: ['heat'] },
  { id: 'base-lane-over', weight: 'base', levels: ['grids', 'entrances'] },
  { id: 'base-tree', weight: 'base' },
  { id: 'entrances-line', weight: 'line', levels: ['entrances'] },
  { id: 'buildings-paper', weight: 'base', levels: ['grids', 'entrances', 'heat'] },
  { id: 'buildings-fill', weight: 'data', levels: ['buildings'] },
  { id: 'buildings-none', weight: 'data', levels: ['buildings'] },
  { id: 'buildings-few', weight: 'data', levels: ['buildings'] },
  { id: 'buildings-suppressed', weight: 'data', levels: ['buildings'] },
  { id: 'buildings-line', weight: 'line' },
  { id: 'buildings-line-dashed', weight: 'line' },
  { id: 'base-wall', weight: 'base' },
  { id: 'grids-casing', weight: 'line' },
  { id: 'grids-line', weight: 'line' },
  { id: 'grids-corner', weight: 'line', levels: ['grids'] },
  { id: 'entrances-waiting-casing', weight: 'mark' },
  { id: 'entrances-waiting', weight: 'mark' },
  { id: 'buildings-event', weight: 'mark' },
  { id: 'entrances-selected', weight: 'mark', levels: ['entrances'] },
  { id: 'grids-selected-casing', weight: 'mark' },
  { id: 'grids-selected', weight: 'mark' },
  { id: 'buildings-selected-casing', weight: 'mark' },
  { id: 'buildings-selected', weight: 'mark' },
  { id: 'base-gate', weight: 'base' },
  { id: 'base-gate-name', weight: 'base' },
  { id: 'buildings-label', weight: 'mark' },
  // What is higher finds its place first: in a crowd numbers go before notes.
  { id: 'grids-note', weight: 'mark', levels: ['grids'] },
  { id: 'grids-pill', weight: 'mark' },
  { id: 'grids-pill-corner', weight: 'mark', levels: ['grids'] },
] as const satisfies readonly LayerPlace[];

/** The same for a plan, bottom first: tints and hatches, before under after, moved entrances, then what writes. */
export const PLAN_LAYER_ORDER = [
  { id: 'paper', weight: 'base' },
  { id: 'base-court', weight: 'base' },
  { id: 'base-road', weight: 'base' },
  { id: 'base-lane', weight: 'base' },
  { id: 'base-road-name', weight: 'base' },
  { id: 'plan-fill', weight: 'data' },
  { id: 'plan-hatch', weight: 'data' },
  { id: 'base-lane-over', weight: 'base' },
  { id: 'base-tree', weight: 'base' },
  { id: 'buildings-paper', weight: 'base' },
  { id: 'plan-unit-hatch', weight: 'data' },
  { id: 'plan-slices-line', weight: 'line' },
  { id: 'buildings-line', weight: 'line' },
  { id: 'buildings-line-dashed', weight: 'line' },
  { id: 'plan-unassigned', weight: 'data' },
  { id: 'plan-moved', weight: 'data' },
  { id: 'plan-notch', weight: 'data' },
  { id: 'plan-unassigned-line', weight: 'line' },
  { id: 'base-wall', weight: 'base' },
  { id: 'plan-before-casing', weight: 'line' },
  { id: 'plan-before', weight: 'line' },
  { id: 'plan-casing', weight: 'line' },
  { id: 'plan-line', weight: 'line' },
  { id: 'plan-selected-casing', weight: 'mark' },
  { id: 'plan-selected', weight: 'mark' },
  { id: 'plan-slices-pointed', weight: 'mark' },
  { id: 'plan-slices-selected-casing', weight: 'mark' },
  { id: 'plan-slices-selected', weight: 'mark' },
  { id: 'base-gate', weight: 'base' },
  { id: 'base-gate-name', weight: 'base' },
  { id: 'buildings-label', weight: 'mark' },
  { id: 'plan-unassigned-mark', weight: 'mark' },
  { id: 'plan-lock-mark', weight: 'mark' },
  { id: 'plan-arrow-label', weight: 'mark' },
  { id: 'plan-arrow', weight: 'mark' },
  { id: 'plan-number', weight: 'mark' },
] as const satisfies readonly LayerPlace[];

/** Name of a layer of a plan's map. */
export type PlanLayerId = (typeof PLAN_LAYER_ORDER)[number]['id'];

/** Name of a layer of the map. */
export type LayerId = (typeof LAYER_ORDER)[number]['id'];

/** Layers asked for what lies under the pointer, first match wins: the smaller thing is on top. */
export const HIT_ORDER: readonly { readonly layer: LayerId; readonly area: 'grids' | 'buildings' | 'entrances' }[] = [
  { layer: 'buildings-paper', area: 'buildings' },
  { layer: 'buildings-fill', area: 'buildings' },
  { layer: 'entrances-fill', area: 'entrances' },
  { layer: 'grids-hit', area: 'grids' },
];

/** Whether a layer is drawn while this level carries the data. */
export function isShownAt(id: LayerId, level: DataLevel): boolean {
  const place: LayerPlace | undefined = LAYER_ORDER.find((layer) => layer.id === id);
  return place?.levels?.includes(level) ?? true;
}
