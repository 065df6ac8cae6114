// Owns the MapLibre map of a plan as an object with a small face: ground once, then only the sources a change touches. Knows no plan,
// no session and no React.
import type * as maplibregl from 'maplibre-gl';
import { createMap } from './create-map.ts';
import { FlagStates } from './flag-states.ts';
import { boundsOf } from './geometry-sources.ts';
import { PLAN_SOURCES } from './layer-order.ts';
import { MapFit } from './map-fit.ts';
import type { Bounds, LngLat, MapGeometry } from './map-geometry.types.ts';
import type { MapCamera, MapPadding } from './map-view.types.ts';
import { pixelsPerMetre } from './paint-expressions.ts';
import type { PlanData, PlanMapEvents, PlanMapOptions, PlanPart } from './plan-map.types.ts';
import { PlanPointer } from './plan-pointer.ts';
import { buildPlanStyle } from './plan-style.ts';
import { applyStyleDifference } from './style-difference.ts';

const FIRST_LATITUDE = 30;
/** An entrance fills a third of the map: nearer there is nothing to see. */
const CLOSEST_ZOOM = 20;

/** What can be marked without sending geometry again: grids by index + 1, slices by the entrance's mapId. */
export interface PlanFlags {
  readonly selectedGrids: ReadonlySet<number>;
  readonly dimmedGrids: ReadonlySet<number>;
  readonly selectedSlices: ReadonlySet<number>;
  readonly pointedSlices: ReadonlySet<number>;
}

export class PlanMapView {
  /** Resolves when the style stands; calls before that are kept and played in order. */
  readonly ready: Promise<void>;
  readonly #map: maplibregl.Map;
  readonly #flags: FlagStates;
  readonly #fit: MapFit;
  readonly #pointer: PlanPointer;
  readonly #listeners: { readonly [K in keyof PlanMapEvents]: Set<(event: PlanMapEvents[K]) => void> };
  #latitude = FIRST_LATITUDE;
  #queue: (() => void)[] | null = [];

  constructor({ container, label, padding }: PlanMapOptions) {
    this.#listeners = {
      hover: new Set(),
      press: new Set(),
      drag: new Set(),
      release: new Set(),
      click: new Set(),
      move: new Set(),
    };
    this.#map = createMap(container, label, buildPlanStyle(FIRST_LATITUDE));
    this.#map.setMaxZoom(CLOSEST_ZOOM);
    this.#map.boxZoom.disable();
    this.#map.doubleClickZoom.disable();
    this.#flags = new FlagStates(this.#map);
    this.#fit = new MapFit(this.#map, padding);
    this.#pointer = new PlanPointer(this.#map, (type, event) => this.#emit(type, event));
    this.#map.on('move', () => this.#emit('move', this.camera()));
    this.ready = this.#whenStyled();
  }

  /** Takes base, buildings and slices, once per geography version; the community is fitted. */
  setGround({ base, buildings, entrances, grids }: MapGeometry): void {
    this.#run(() => {
      this.#set(PLAN_SOURCES.base, base);
      this.#set(PLAN_SOURCES.buildings, buildings);
      this.#set(PLAN_SOURCES.slices, entrances);
      const bounds = boundsOf(grids) ?? boundsOf(buildings);
      if (bounds) this.#atLatitude((bounds[1] + bounds[3]) / 2);
      this.#fit.setBounds(bounds);
    });
  }

  /** Replaces what one source holds. */
  setPart<P extends PlanPart>(part: P, data: PlanData[P]): void {
    this.#run(() => this.#set(part, data));
  }

  /** Marks grids and slices; only what differs is sent, so it may be called at every pointer move. */
  setFlags(flags: Partial<PlanFlags>): void {
    this.#run(() => {
      const { selectedGrids, dimmedGrids, selectedSlices, pointedSlices } = flags;
      if (selectedGrids) this.#flags.apply('selected', PLAN_SOURCES.grids, selectedGrids);
      if (dimmedGrids) this.#flags.apply('dim', PLAN_SOURCES.grids, dimmedGrids);
      if (selectedSlices) this.#flags.apply('selected', PLAN_SOURCES.slices, selectedSlices);
      if (pointedSlices) this.#flags.apply('pointed', PLAN_SOURCES.slices, pointedSlices);
    });
  }

  /** Gives drags to a tool, with the cursor it wants, or back to the map. */
  giveDrag(toTool: boolean, cursor: string): void {
    this.#pointer.giveDrag(toTool);
    this.#map.getCanvas().style.cursor = cursor;
  }

  /** Ends what is being dragged; listeners hear a release of null. @returns whether something was */
  cancelDrag(): boolean {
    return this.#pointer.cancel();
  }

  /** Goes to a point or a box; jumps when motion is reduced. */
  flyTo(target: LngLat | Bounds, options: { readonly zoom?: number } = {}): void {
    this.#run(() => this.#fit.flyTo(target, options.zoom));
  }

  /** Shows the whole community, and again whenever the map's box changes, until it is moved. */
  fit(options: { readonly animate?: boolean } = {}): void {
    this.#run(() => this.#fit.fit(options.animate !== false));
  }

  setPadding(padding: MapPadding): void {
    this.#run(() => this.#fit.setPadding(padding));
  }

  /** Looks exactly where another map looks, now and whenever that one moves. @returns what ends it */
  follow(other: PlanMapView): () => void {
    const copy = () => this.#map.jumpTo({ center: other.#map.getCenter(), zoom: other.#map.getZoom() });
    copy();
    return other.on('move', copy);
  }

  /** @returns what ends the listening */
  on<K extends keyof PlanMapEvents>(type: K, listener: (event: PlanMapEvents[K]) => void): () => void {
    this.#listeners[type].add(listener);
    return () => this.#listeners[type].delete(listener);
  }

  camera(): MapCamera {
    const zoom = this.#map.getZoom();
    return { zoom, metresPerPixel: 1 / pixelsPerMetre(this.#map.getCenter().lat, zoom) };
  }

  /** Where a position is drawn, CSS pixels from the map's top left corner. */
  project([lng, lat]: LngLat): { readonly x: number; readonly y: number } {
    return this.#map.project([lng, lat]);
  }

  /** Frees the WebGL context; the object is dead afterwards. */
  destroy(): void {
    this.#queue = [];
    this.#pointer.destroy();
    this.#map.remove();
  }

  /** The map itself, for tests; features stay with the face above. */
  get maplibre(): maplibregl.Map {
    return this.#map;
  }

  async #whenStyled(): Promise<void> {
    await new Promise<void>((resolve) => void this.#map.once('style.load', () => resolve()));
    const waiting = this.#queue ?? [];
    this.#queue = null;
    for (const run of waiting) run();
  }

  #run(action: () => void): void {
    if (this.#queue) this.#queue.push(action);
    else action();
  }

  #set(id: string, data: GeoJSON.GeoJSON): void {
    const source = this.#map.getSource<maplibregl.GeoJSONSource>(id);
    if (!source) throw new Error(`The map has no source "${id}".`);
    void source.setData(data);
  }

  #atLatitude(latitude: number): void {
    applyStyleDifference(this.#map, buildPlanStyle(this.#latitude), buildPlanStyle(latitude));
    this.#latitude = latitude;
  }

  #emit<K extends keyof PlanMapEvents>(type: K, event: PlanMapEvents[K]): void {
    for (const listener of this.#listeners[type]) listener(event);
  }
}
