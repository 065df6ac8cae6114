// Owns what lies under the pointer. One query a frame, and a report only when the answer changes.
import type * as maplibregl from 'maplibre-gl';
import { HIT_ORDER } from './layer-order.ts';
import type { AreaLayer, LngLat } from './map-geometry.types.ts';

/** What was met: the smallest area there, and the grid it lies in. */
export interface MapHit {
  readonly area: AreaLayer;
  readonly mapId: number;
  /** The grid under the point, also when a building was met; null outside all grids. */
  readonly gridMapId: number | null;
  readonly at: LngLat;
  /** CSS pixels from the map's top left corner. */
  readonly point: { readonly x: number; readonly y: number };
}

type Report = (type: 'hover' | 'click', hit: MapHit | null) => void;

export class MapPointer {
  readonly #map: maplibregl.Map;
  readonly #report: Report;
  #frame = 0;
  #last = '';

  constructor(map: maplibregl.Map, report: Report) {
    this.#map = map;
    this.#report = report;
    map.on('mousemove', (event) => this.#onMove(event));
    map.on('mouseout', () => this.#tell(null));
    map.on('click', (event) => report('click', this.#hitAt(event)));
  }

  destroy(): void {
    cancelAnimationFrame(this.#frame);
  }

  #onMove(event: maplibregl.MapMouseEvent): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => this.#tell(this.#hitAt(event)));
  }

  #tell(hit: MapHit | null): void {
    const key = hit ? `${hit.area} ${hit.mapId} ${hit.gridMapId}` : '';
    if (key === this.#last) return;
    this.#last = key;
    this.#map.getCanvas().style.cursor = hit ? 'pointer' : '';
    this.#report('hover', hit);
  }

  #hitAt({ point, lngLat }: maplibregl.MapMouseEvent): MapHit | null {
    const layers = HIT_ORDER.map(({ layer }) => layer);
    const found = this.#map.queryRenderedFeatures(point, { layers });
    const met = HIT_ORDER.find(({ layer }) => found.some((feature) => feature.layer.id === layer));
    const feature = found.find((candidate) => candidate.layer.id === met?.layer);
    if (!met || !feature) return null;
    const grid = found.find((candidate) => candidate.layer.id === 'grids-hit');
    return {
      area: met.area,
      mapId: Number(feature.id),
      gridMapId: grid ? Number(grid.id) : null,
      at: [lngLat.lng, lngLat.lat],
      point: { x: point.x, y: point.y },
    };
  }
}
