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
  { id: 'buildings-event', weight: 'mark' },
  { id: 'entrances-selected', weight: 'mark', levels: ['entrances'] },
  { id: 'grids-selected-casing', weight: 'mark' },
  { id: 'grids-selected', weight: 'mark' },
  { id: 'buildings-selected-casing', weight: 'mark' },
  { id: 'buildings-selected', weight: 'mark' },
  { id: 'base-gate', weight: 'base' },
  { id: 'base-gate-name', weight: 'base' },
  { id: 'buildings-label', weight: 'mark' },
  { id: 'grids-pill', weight: 'mark' },
  { id: 'grids-pill-corner', weight: 'mark', levels: ['grids'] },
  { id: 'grids-note', weight: 'mark', levels: ['grids'] },
] as const satisfies readonly LayerPlace[];

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
