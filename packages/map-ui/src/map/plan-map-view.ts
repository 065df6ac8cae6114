// Owns the MapLibre map of a plan as an object with a small face: ground once, then only the sources a change touches. Knows no plan,
// no session and no React.
import type * as maplibregl from 'maplibre-gl';
import { createMap } from './create-map.ts';
import { FlagStates } from './flag-states.ts';
import { boundsOf, isCrowded } from './geometry-sources.ts';
import { PLAN_SOURCES } from './layer-order.ts';
import type { Bounds, LngLat, MapGeometry } from './map-geometry.types.ts';
import { MapStage } from './map-stage.ts';
import type { MapCamera, MapPadding } from './map-view.types.ts';
import type { PlanData, PlanMapEvents, PlanMapOptions, PlanPart } from './plan-map.types.ts';
import { PlanPointer } from './plan-pointer.ts';
import { buildPlanStyle } from './plan-style.ts';
import { FIRST_STYLE } from './style-input.ts';

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
  readonly #stage: MapStage<PlanMapEvents>;
  readonly #flags: FlagStates;
  readonly #pointer: PlanPointer;

  constructor({ container, label, padding }: PlanMapOptions) {
    const style = buildPlanStyle(FIRST_STYLE.latitude, false);
    const map = createMap(container, label, style);
    map.setMaxZoom(CLOSEST_ZOOM);
    map.boxZoom.disable();
    map.doubleClickZoom.disable();
    this.#stage = new MapStage<PlanMapEvents>(map, style, padding);
    this.#flags = new FlagStates(map);
    this.#pointer = new PlanPointer(map, (type, event) => this.#stage.emit(type, event));
    this.ready = this.#stage.ready;
  }

  /** Takes base, buildings and slices, once per geography version; the community is fitted. */
  setGround({ base, buildings, entrances, grids }: MapGeometry): void {
    this.#stage.run(() => {
      this.#set(PLAN_SOURCES.base, base);
      this.#set(PLAN_SOURCES.buildings, buildings);
      this.#set(PLAN_SOURCES.slices, entrances);
      const bounds = boundsOf(grids) ?? boundsOf(buildings);
      if (bounds) this.#stage.restyle(buildPlanStyle((bounds[1] + bounds[3]) / 2, isCrowded({ grids })));
      this.#stage.setBounds(bounds);
    });
  }

  /** Replaces what one source holds. */
  setPart<P extends PlanPart>(part: P, data: PlanData[P]): void {
    this.#stage.run(() => this.#set(part, data));
  }

  /** Marks grids and slices; only what differs is sent, so it may be called at every pointer move. */
  setFlags(flags: Partial<PlanFlags>): void {
    this.#stage.run(() => {
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
    this.#stage.map.getCanvas().style.cursor = cursor;
  }

  /** Ends what is being dragged; listeners hear a release of null. @returns whether something was */
  cancelDrag(): boolean {
    return this.#pointer.cancel();
  }

  /** Goes to a point or a box; jumps when motion is reduced. */
  flyTo(target: LngLat | Bounds, options: { readonly zoom?: number } = {}): void {
    this.#stage.flyTo(target, options.zoom);
  }

  /** Shows the whole community, and again whenever the map's box changes, until it is moved. */
  fit(options: { readonly animate?: boolean } = {}): void {
    this.#stage.fit(options.animate !== false);
  }

  setPadding(padding: MapPadding): void {
    this.#stage.setPadding(padding);
  }

  /** Looks exactly where another map looks, now and whenever that one moves. @returns what ends it */
  follow(other: PlanMapView): () => void {
    const copy = () => this.maplibre.jumpTo({ center: other.maplibre.getCenter(), zoom: other.maplibre.getZoom() });
    copy();
    return other.on('move', copy);
  }

  /** @returns what ends the listening */
  on<K extends keyof PlanMapEvents>(type: K, listener: (event: PlanMapEvents[K]) => void): () => void {
    return this.#stage.on(type, listener);
  }

  camera(): MapCamera {
    return this.#stage.camera();
  }

  /** Where a position is drawn, CSS pixels from the map's top left corner. */
  project([lng, lat]: LngLat): { readonly x: number; readonly y: number } {
    return this.#stage.map.project([lng, lat]);
  }

  /** Frees the WebGL context; the object is dead afterwards. */
  destroy(): void {
    this.#pointer.destroy();
    this.#stage.destroy();
  }

  /** The map itself, for tests; features stay with the face above. */
  get maplibre(): maplibregl.Map {
    return this.#stage.map;
  }

  #set(id: string, data: GeoJSON.GeoJSON): void {
    void this.#stage.source(id).setData(data);
  }
}
