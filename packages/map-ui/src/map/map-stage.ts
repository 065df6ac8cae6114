// Owns what every map on the page needs: calls kept until the style stands, sources, the style's changes, listeners, the camera
// and its fit, the end. Refuses what is drawn and what pointing means.
import type * as maplibregl from 'maplibre-gl';
import { MapFit } from './map-fit.ts';
import type { Bounds, LngLat } from './map-geometry.types.ts';
import type { MapCamera, MapPadding } from './map-view.types.ts';
import { pixelsPerMetre } from './paint-expressions.ts';
import { applyStyleDifference } from './style-difference.ts';

type Listener<Event> = (event: Event) => void;

/** @typeParam Events what `on` can listen to, by name */
export class MapStage<Events extends { move: MapCamera }> {
  readonly map: maplibregl.Map;
  /** Resolves when the style stands; what was run before that is played in order. */
  readonly ready: Promise<void>;
  readonly #fit: MapFit;
  readonly #listeners: { [K in keyof Events]?: Set<Listener<Events[K]>> } = {};
  #style: maplibregl.StyleSpecification;
  #queue: (() => void)[] | null = [];

  /**
   * @param map made with `style`, nothing else done to it
   * @param padding free margins around what is fitted
   */
  constructor(map: maplibregl.Map, style: maplibregl.StyleSpecification, padding: MapPadding) {
    this.map = map;
    this.#style = style;
    this.#fit = new MapFit(map, padding);
    map.on('move', () => this.emit('move', this.camera()));
    this.ready = this.#whenStyled();
  }

  /** Does it now, or once the style stands; never after `destroy`. */
  run(action: () => void): void {
    if (this.#queue) this.#queue.push(action);
    else action();
  }

  /** @throws Error when the style has no such source */
  source(id: string): maplibregl.GeoJSONSource {
    const source = this.map.getSource<maplibregl.GeoJSONSource>(id);
    if (!source) throw new Error(`The map has no source "${id}".`);
    return source;
  }

  /** Changes what differs; the new style holds the same layers. */
  restyle(style: maplibregl.StyleSpecification): void {
    applyStyleDifference(this.map, this.#style, style);
    this.#style = style;
  }

  /** Takes the box of the community; the first one is shown. */
  setBounds(bounds: Bounds | null): void {
    this.#fit.setBounds(bounds);
  }

  /** Goes to a point or a box; jumps when motion is reduced. */
  flyTo(target: LngLat | Bounds, zoom: number | undefined): void {
    this.run(() => this.#fit.flyTo(target, zoom));
  }

  /** Shows the whole community within the free margins, and again whenever the map's box changes, until it is moved. */
  fit(animate: boolean): void {
    this.run(() => this.#fit.fit(animate));
  }

  /** Takes other free margins; what somebody looks at closely stays. */
  setPadding(padding: MapPadding): void {
    this.run(() => this.#fit.setPadding(padding));
  }

  /** @returns what ends the listening */
  on<K extends keyof Events>(type: K, listener: Listener<Events[K]>): () => void {
    const listeners: Set<Listener<Events[K]>> = this.#listeners[type] ?? new Set();
    this.#listeners[type] = listeners;
    listeners.add(listener);
    return () => listeners.delete(listener);
  }

  emit<K extends keyof Events>(type: K, event: Events[K]): void {
    for (const listener of this.#listeners[type] ?? []) listener(event);
  }

  camera(): MapCamera {
    const zoom = this.map.getZoom();
    return { zoom, metresPerPixel: 1 / pixelsPerMetre(this.map.getCenter().lat, zoom) };
  }

  /** Frees the WebGL context; what waits is never done. */
  destroy(): void {
    this.#queue = [];
    this.map.remove();
  }

  async #whenStyled(): Promise<void> {
    await new Promise<void>((resolve) => void this.map.once('style.load', () => resolve()));
    const waiting = this.#queue ?? [];
    this.#queue = null;
    for (const run of waiting) run();
  }
}
