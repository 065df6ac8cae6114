// Owns the MapLibre map as an object with a small face: geometry once, figures through feature states, never through
// React. Refuses data fetching and knows no GraphQL.
import type * as maplibregl from 'maplibre-gl';
import type { FigureLook } from '../theme/classify.ts';
import { createMap } from './create-map.ts';
import { FigureStates } from './figure-states.ts';
import { dimmed, FlagStates } from './flag-states.ts';
import { boundsOf, eventPoint, gridLabels, type GridLabels, idsOf, withNotes } from './geometry-sources.ts';
import { SOURCES } from './layer-order.ts';
import { MapFit, reducedMotion } from './map-fit.ts';
import { MapPointer } from './map-pointer.ts';
import type { MapCamera, MapPadding, MapViewEvents, MapViewOptions } from './map-view.types.ts';
import { buildMapStyle } from './map-style.ts';
import type { StyleInput } from './style-input.types.ts';
import type { AreaLayer, Bounds, DataLevel, HeatPoints, LngLat, MapGeometry } from './map-geometry.types.ts';
import { pixelsPerMetre } from './paint-expressions.ts';
import type { Scheme } from '../theme/palette.ts';
import { type Pulse, Pulses } from './pulses.ts';
import { applyStyleDifference } from './style-difference.ts';

const AREAS: readonly AreaLayer[] = ['grids', 'buildings', 'entrances'];
const NO_IDS: ReadonlySet<number> = new Set();

export class MapView {
  /** Resolves when the style stands; calls before that are kept and played in order. */
  readonly ready: Promise<void>;
  readonly #map: maplibregl.Map;
  readonly #figures: Readonly<Record<AreaLayer, FigureStates>>;
  readonly #flags: FlagStates;
  readonly #pulses: Pulses;
  readonly #pointer: MapPointer;
  readonly #fit: MapFit;
  readonly #listeners: { readonly [K in keyof MapViewEvents]: Set<(event: MapViewEvents[K]) => void> };
  readonly #ids: Record<AreaLayer, ReadonlySet<number>> = { grids: NO_IDS, buildings: NO_IDS, entrances: NO_IDS };
  readonly #hovered: Record<AreaLayer, number | null> = { grids: null, buildings: null, entrances: null };
  readonly #brushed: Record<AreaLayer, ReadonlySet<number> | null> = { grids: null, buildings: null, entrances: null };
  readonly #eventBuildings = new Map<string, number>();
  #style: StyleInput;
  #geometry: MapGeometry | null = null;
  #labels: GridLabels = { type: 'FeatureCollection', features: [] };
  #notes: ReadonlyMap<number, string> = new Map();
  #frame = 0;
  #queue: (() => void)[] | null = [];

  constructor(options: MapViewOptions) {
    this.#style = {
      mode: options.mode,
      level: options.level,
      stale: options.stale,
      heatScheme: 'requests',
      latitude: 30,
    };
    this.#listeners = { hover: new Set(), click: new Set(), move: new Set() };
    this.#map = createMap(options.container, options.label, buildMapStyle(this.#style));
    this.#figures = {
      grids: new FigureStates(this.#map, [SOURCES.grids, SOURCES.gridLabels]),
      buildings: new FigureStates(this.#map, [SOURCES.buildings]),
      entrances: new FigureStates(this.#map, [SOURCES.entrances]),
    };
    this.#flags = new FlagStates(this.#map);
    this.#pulses = new Pulses(this.#map);
    this.#fit = new MapFit(this.#map, options.padding);
    this.#pointer = new MapPointer(this.#map, (type, hit) => this.#emit(type, hit));
    this.#map.on('move', () => this.#emit('move', this.camera()));
    this.ready = this.#whenStyled();
    for (const area of AREAS) this.#figures[area].setStale(options.stale);
  }

  /** Takes new geometry, once per geography version; figures already set are kept. The first one is fitted. */
  setGeometry(geometry: MapGeometry): void {
    this.#run(() => {
      for (const area of AREAS) {
        void this.#source(area).setData(geometry[area]);
        this.#ids[area] = idsOf(geometry[area]);
        this.#figures[area].invalidate();
      }
      void this.#source(SOURCES.base).setData(geometry.base);
      this.#geometry = geometry;
      this.#setLabels();
      const bounds = boundsOf(geometry.grids) ?? boundsOf(geometry.buildings);
      if (bounds) this.#restyle({ latitude: (bounds[1] + bounds[3]) / 2 });
      this.#fit.setBounds(bounds);
      this.#schedule();
    });
  }

  /**
   * Replaces the figures of one kind of area; areas left out lose theirs. Drawn in the next frame, once, however
   * often it is called before.
   */
  setFigures(area: AreaLayer, figures: ReadonlyMap<number, FigureLook>, scheme: Scheme): void {
    this.#run(() => {
      this.#figures[area].set(figures, scheme);
      if (area === 'grids') this.#setNotes(figures);
      this.#schedule();
    });
  }

  /** Points of the heat level, or null for none. The kernel's radius is `HEAT_RADIUS_METRES` on the ground. */
  setHeat(points: HeatPoints | null, scheme: 'requests' | 'visits'): void {
    this.#run(() => {
      void this.#source(SOURCES.heat).setData(points ?? { type: 'FeatureCollection', features: [] });
      this.#restyle({ heatScheme: scheme });
    });
  }

  /** What carries the data fill. */
  setLevel(level: DataLevel): void {
    this.#run(() => this.#restyle({ level }));
  }

  /** A lasting selection: a 4 px outline, nothing fades. An empty list clears it. */
  select(area: AreaLayer, mapIds: readonly number[]): void {
    this.#run(() => this.#flags.apply('selected', area, new Set(mapIds)));
  }

  /** While one area is hovered, here or in a list, the fills of the others step back to 40 %. */
  hover(area: AreaLayer, mapId: number | null): void {
    this.#run(() => {
      this.#hovered[area] = mapId;
      this.#dim(area);
    });
  }

  /** Keeps these areas and fades the rest while a legend cell is hovered or focused; null ends it. */
  brush(area: AreaLayer, mapIds: ReadonlySet<number> | null): void {
    this.#run(() => {
      this.#brushed[area] = mapIds;
      this.#dim(area);
    });
  }

  /** Goes to a point or a box; jumps when motion is reduced. */
  flyTo(target: LngLat | Bounds, options: { readonly zoom?: number } = {}): void {
    this.#run(() => this.#fit.flyTo(target, options.zoom));
  }

  /** Shows the whole community within the free margins, and again whenever the map's box changes, until it is moved. */
  fit(options: { readonly animate?: boolean } = {}): void {
    this.#run(() => this.#fit.fit(options.animate !== false));
  }

  /** Takes other free margins; what somebody looks at closely stays. */
  setPadding(padding: MapPadding): void {
    this.#run(() => this.#fit.setPadding(padding));
  }

  /** Marks an event, or updates the mark with the same id. Without a place it finds one on the building. */
  pulse(pulse: Pulse): void {
    this.#run(() => {
      const building = this.#geometry?.buildings.features.find((feature) => feature.id === pulse.buildingMapId);
      const at = pulse.at ?? (building ? eventPoint(building.geometry, this.#labels) : null);
      if (!at) return;
      this.#pulses.show(pulse, { at, name: building?.properties.label ?? '', now: performance.now() });
      if (pulse.buildingMapId === undefined) this.#eventBuildings.delete(pulse.id);
      else this.#eventBuildings.set(pulse.id, pulse.buildingMapId);
      this.#showEventBuildings();
    });
  }

  /** Removes one mark, or all. */
  clearPulse(id?: string): void {
    this.#run(() => {
      if (id === undefined) this.#eventBuildings.clear();
      else this.#eventBuildings.delete(id);
      if (id === undefined) this.#pulses.clear();
      else this.#pulses.remove(id);
      this.#showEventBuildings();
    });
  }

  /** Takes the colour out of every data layer, or gives it back, within one frame. */
  setStale(stale: boolean): void {
    this.#run(() => {
      for (const area of AREAS) this.#figures[area].setStale(stale);
      this.#map.getContainer().parentElement?.setAttribute('data-stale', String(stale));
      this.#restyle({ stale });
      this.#schedule();
    });
  }

  /** Second scale of lines and numbers for a hall. */
  setScreenMode(on: boolean): void {
    this.#run(() => {
      const mode = on ? 'screen' : 'desk';
      if (mode === this.#style.mode) return;
      this.#restyle({ mode });
      this.#setLabels();
    });
  }

  /** @returns what ends the listening */
  on<K extends keyof MapViewEvents>(type: K, listener: (event: MapViewEvents[K]) => void): () => void {
    this.#listeners[type].add(listener);
    return () => this.#listeners[type].delete(listener);
  }

  camera(): MapCamera {
    const zoom = this.#map.getZoom();
    return { zoom, metresPerPixel: 1 / pixelsPerMetre(this.#map.getCenter().lat, zoom) };
  }

  /** Frees the WebGL context; the object is dead afterwards. */
  destroy(): void {
    cancelAnimationFrame(this.#frame);
    this.#queue = [];
    this.#pointer.destroy();
    this.#pulses.clear();
    this.#map.remove();
  }

  /** The map itself, for tests and drawing aids; features stay with the face above. */
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

  #source(id: string): maplibregl.GeoJSONSource {
    const source = this.#map.getSource<maplibregl.GeoJSONSource>(id);
    if (!source) throw new Error(`The map has no source "${id}".`);
    return source;
  }

  #restyle(change: Partial<StyleInput>): void {
    const before = buildMapStyle(this.#style);
    this.#style = { ...this.#style, ...change };
    applyStyleDifference(this.#map, before, buildMapStyle(this.#style));
  }

  #setNotes(figures: ReadonlyMap<number, FigureLook>): void {
    const notes = new Map([...figures].flatMap(([id, { note }]) => (note === undefined ? [] : [[id, note] as const])));
    if (JSON.stringify([...notes]) === JSON.stringify([...this.#notes])) return;
    this.#notes = notes;
    void this.#source(SOURCES.gridLabels).setData(withNotes(this.#labels, notes));
  }

  #setLabels(): void {
    if (!this.#geometry) return;
    this.#labels = gridLabels(this.#geometry, this.#style.mode);
    void this.#source(SOURCES.gridLabels).setData(withNotes(this.#labels, this.#notes));
  }

  #dim(area: AreaLayer): void {
    this.#flags.apply('dim', area, dimmed(this.#ids[area], this.#hovered[area], this.#brushed[area]));
  }

  #showEventBuildings(): void {
    this.#flags.apply('event', 'buildings', new Set(this.#eventBuildings.values()));
  }

  #schedule(): void {
    if (this.#frame !== 0) return;
    this.#frame = requestAnimationFrame((now) => {
      this.#frame = 0;
      const fade = !reducedMotion();
      const fading = AREAS.map((area) => this.#figures[area].flush(now, fade));
      if (fading.includes(true)) this.#schedule();
    });
  }

  #emit<K extends keyof MapViewEvents>(type: K, event: MapViewEvents[K]): void {
    for (const listener of this.#listeners[type]) listener(event);
  }
}
