// Owns how the community is fitted into the free part of the map, and that it stays so when the map's box changes, until
// somebody moves the map. Refuses data.
import type * as maplibregl from 'maplibre-gl';
import type { Bounds, LngLat } from './map-geometry.types.ts';
import type { MapPadding } from './map-view.types.ts';

const FLY_MS = 600;
const CLOSE_ZOOM = 18;
const CLOSEST_ZOOM = 19;

/** Whether the person asked for less motion. */
export const reducedMotion = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches;

export class MapFit {
  readonly #map: maplibregl.Map;
  #padding: MapPadding;
  #bounds: Bounds | null = null;
  /** False once somebody looks at a part: then the picture is theirs. */
  #whole = true;

  constructor(map: maplibregl.Map, padding: MapPadding) {
    this.#map = map;
    this.#padding = padding;
    map.on('movestart', ({ originalEvent }) => {
      if (originalEvent) this.#whole = false;
    });
    // Bands come, go and change their height: the sheet, the past's band, the scale of a hall.
    map.on('resize', () => {
      if (this.#whole) this.fit(false);
    });
  }

  /** Takes the box of the community; the first one is shown. */
  setBounds(bounds: Bounds | null): void {
    const first = this.#bounds === null;
    this.#bounds = bounds;
    if (first) this.fit(false);
  }

  /** Takes other margins; fits again unless somebody looks at a part. */
  setPadding(padding: MapPadding): void {
    this.#padding = padding;
    if (this.#whole) this.fit(false);
  }

  /** Shows all. */
  fit(animate: boolean): void {
    this.#whole = true;
    if (!this.#bounds) return;
    const duration = animate && !reducedMotion() ? FLY_MS : 0;
    this.#map.fitBounds([...this.#bounds], { padding: this.#margins(), duration });
  }

  /** Goes to a point or a box; jumps when motion is reduced. */
  flyTo(target: LngLat | Bounds, zoom: number | undefined): void {
    this.#whole = false;
    const duration = reducedMotion() ? 0 : FLY_MS;
    const padding = this.#margins();
    if (target.length === 4) {
      this.#map.fitBounds([...target], { padding, duration, maxZoom: zoom ?? CLOSEST_ZOOM });
      return;
    }
    const closeZoom = zoom ?? Math.max(this.#map.getZoom(), CLOSE_ZOOM);
    this.#map.easeTo({ center: [...target], zoom: closeZoom, padding, duration });
  }

  #margins() {
    const { top, right, bottom, left, coveredShare = 0 } = this.#padding;
    return { top, right, left, bottom: bottom + this.#map.getContainer().clientHeight * coveredShare };
  }
}
