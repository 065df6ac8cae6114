// Owns the change from one style to the next by property. Not `setStyle`: it would empty the sources, whose data the
// style does not hold.
import type { LayerSpecification, StyleSpecification } from 'maplibre-gl';

/** The part of a MapLibre map this needs. */
interface StyleTarget {
  setPaintProperty(layer: string, name: never, value: never): unknown;
  setLayoutProperty(layer: string, name: never, value: never): unknown;
}

type Properties = Readonly<Record<string, unknown>>;

/** Sets what differs in paint and layout; both styles hold the same layers. O(properties). */
export function applyStyleDifference(map: StyleTarget, before: StyleSpecification, after: StyleSpecification): void {
  for (const [i, layer] of after.layers.entries()) {
    const old = before.layers[i];
    for (const [name, value] of changed(old, layer, 'paint'))
      map.setPaintProperty(layer.id, name as never, value as never);
    for (const [name, value] of changed(old, layer, 'layout'))
      map.setLayoutProperty(layer.id, name as never, value as never);
  }
}

function changed(
  before: LayerSpecification | undefined,
  after: LayerSpecification,
  part: 'paint' | 'layout',
): [string, unknown][] {
  const old = (before?.[part] ?? {}) as Properties;
  return Object.entries((after[part] ?? {}) as Properties).filter(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(old[name]),
  );
}
