// Owns the MapLibre map as an object with a small face: geometry once, figures through feature states, never through
// React. Refuses data fetching and knows no GraphQL.
import type * as maplibregl from 'maplibre-gl';
import type { FigureLook } from '../theme/classify.ts';
import { createMap } from './create-map.ts';
import { FigureStates } from './figure-states.ts';
import { dimmed, FlagStates } from './flag-states.ts';
import { boundsOf, eventPoint, gridLabels, type GridLabels, idsOf, isCrowded, withNotes } from './geometry-sources.ts';
import { SOURCES } from './layer-order.ts';
import { reducedMotion } from './map-fit.ts';
import { MapPointer } from './map-pointer.ts';
import { MapStage } from './map-stage.ts';
import type { MapCamera, MapPadding, MapViewEvents, MapViewOptions } from './map-view.types.ts';
import { buildMapStyle } from './map-style.ts';
import { FIRST_STYLE } from './style-input.ts';
import type { StyleInput } from './style-input.types.ts';
import type { AreaLayer, Bounds, DataLevel, HeatPoints, LngLat, MapGeometry } from './map-geometry.types.ts';
import type { Scheme } from '../theme/palette.ts';
import { type Pulse, Pulses } from './pulses.ts';

const AREAS: readonly AreaLayer[] = ['grids', 'buildings', 'entrances'];
const NO_IDS: ReadonlySet<number> = new Set();

export class MapView {
  /** Resolves when the style stands; calls before that are kept and played in order. */
  readonly ready: Promise<void>;
  readonly #stage: MapStage<MapViewEvents>;
  readonly #figures: Readonly<Record<AreaLayer, FigureStates>>;
  readonly #flags: FlagStates;
  readonly #pulses: Pulses;
  readonly #pointer: MapPointer;
  readonly #ids: Record<AreaLayer, ReadonlySet<number>> = { grids: NO_IDS, buildings: NO_IDS, entrances: NO_IDS };
  readonly #hovered: Record<AreaLayer, number | null> = { grids: null, buildings: null, entrances: null };
  readonly #brushed: Record<AreaLayer, ReadonlySet<number> | null> = { grids: null, buildings: null, entrances: null };
  readonly #eventBuildings = new Map<string, number>();
  #style: StyleInput;
  #geometry: MapGeometry | null = null;
  #labels: GridLabels = { type: 'FeatureCollection', features: [] };
  #notes: ReadonlyMap<number, string> = new Map();
  #frame = 0;

  constructor(options: MapViewOptions) {
    const { mode, level, stale } = options;
    this.#style = { ...FIRST_STYLE, mode, level, stale };
    const style = buildMapStyle(this.#style);
    const map = createMap(options.container, options.label, style);
    this.#stage = new MapStage<MapViewEvents>(map, style, options.padding);
    this.#figures = {
      grids: new FigureStates(map, [SOURCES.grids, SOURCES.gridLabels]),
      buildings: new FigureStates(map, [SOURCES.buildings]),
      entrances: new FigureStates(map, [SOURCES.entrances]),
    };
    this.#flags = new FlagStates(map);
    this.#pulses = new Pulses(map);
    this.#pointer = new MapPointer(map, (type, hit) => this.#stage.emit(type, hit));
    this.ready = this.#stage.ready;
    for (const area of AREAS) this.#figures[area].setStale(options.stale);
  }

  /** Takes new geometry, once per geography version; figures already set are kept. The first one is fitted. */
  setGeometry(geometry: MapGeometry): void {
    this.#stage.run(() => {
      for (const area of AREAS) {
        void this.#stage.source(area).setData(geometry[area]);
        this.#ids[area] = idsOf(geometry[area]);
        this.#figures[area].invalidate();
      }
      void this.#stage.source(SOURCES.base).setData(geometry.base);
      this.#geometry = geometry;
      this.#setLabels();
      const bounds = boundsOf(geometry.grids) ?? boundsOf(geometry.buildings);
      if (bounds) this.#restyle({ latitude: (bounds[1] + bounds[3]) / 2, crowded: isCrowded(geometry) });
      this.#stage.setBounds(bounds);
      this.#schedule();
    });
  }

  /**
   * Replaces the figures of one kind of area; areas left out lose theirs. Drawn in the next frame, once, however
   * often it is called before.
   */
  setFigures(area: AreaLayer, figures: ReadonlyMap<number, FigureLook>, scheme: Scheme): void {
    this.#stage.run(() => {
      this.#figures[area].set(figures, scheme);
      if (area === 'grids') this.#setNotes(figures);
      this.#schedule();
    });
  }

  /** Points of the heat level, or null for none. The kernel's radius is `HEAT_RADIUS_METRES` on the ground. */
  setHeat(points: HeatPoints | null, scheme: 'requests' | 'visits'): void {
    this.#stage.run(() => {
      void this.#stage.source(SOURCES.heat).setData(points ?? { type: 'FeatureCollection', features: [] });
      this.#restyle({ heatScheme: scheme });
    });
  }

  /** What carries the data fill. */
  setLevel(level: DataLevel): void {
    this.#stage.run(() => this.#restyle({ level }));
  }

  /** A lasting selection: a 4 px outline, nothing fades. An empty list clears it. */
  select(area: AreaLayer, mapIds: readonly number[]): void {
    this.#stage.run(() => this.#flags.apply('selected', area, new Set(mapIds)));
  }

  /** Entrances that somebody still has to take over, outlined in amber; an empty list clears them. */
  setWaiting(entranceMapIds: ReadonlySet<number>): void {
    this.#stage.run(() => this.#flags.apply('waiting', 'entrances', entranceMapIds));
  }

  /** While one area is hovered, here or in a list, the fills of the others step back to 40 %. */
  hover(area: AreaLayer, mapId: number | null): void {
    this.#stage.run(() => {
      this.#hovered[area] = mapId;
      this.#dim(area);
    });
  }

  /** Keeps these areas and fades the rest while a legend cell is hovered or focused; null ends it. */
  brush(area: AreaLayer, mapIds: ReadonlySet<number> | null): void {
    this.#stage.run(() => {
      this.#brushed[area] = mapIds;
      this.#dim(area);
    });
  }

  /** Goes to a point or a box; jumps when motion is reduced. */
  flyTo(target: LngLat | Bounds, options: { readonly zoom?: number } = {}): void {
    this.#stage.flyTo(target, options.zoom);
  }

  /** Shows the whole community within the free margins, and again whenever the map's box changes, until it is moved. */
  fit(options: { readonly animate?: boolean } = {}): void {
    this.#stage.fit(options.animate !== false);
  }

  /** Takes other free margins; what somebody looks at closely stays. */
  setPadding(padding: MapPadding): void {
    this.#stage.setPadding(padding);
  }

  /** Marks an event, or updates the mark with the same id. Without a place it finds one on the building. */
  pulse(pulse: Pulse): void {
    this.#stage.run(() => {
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
    this.#stage.run(() => {
      if (id === undefined) this.#eventBuildings.clear();
      else this.#eventBuildings.delete(id);
      if (id === undefined) this.#pulses.clear();
      else this.#pulses.remove(id);
      this.#showEventBuildings();
    });
  }

  /** Takes the colour out of every data layer, or gives it back, within one frame. */
  setStale(stale: boolean): void {
    this.#stage.run(() => {
      for (const area of AREAS) this.#figures[area].setStale(stale);
      this.#stage.map.getContainer().parentElement?.setAttribute('data-stale', String(stale));
      this.#restyle({ stale });
      this.#schedule();
    });
  }

  /** Second scale of lines and numbers for a hall. */
  setScreenMode(on: boolean): void {
    this.#stage.run(() => {
      const mode = on ? 'screen' : 'desk';
      if (mode === this.#style.mode) return;
      this.#restyle({ mode });
      this.#setLabels();
    });
  }

  /** @returns what ends the listening */
  on<K extends keyof MapViewEvents>(type: K, listener: (event: MapViewEvents[K]) => void): () => void {
    return this.#stage.on(type, listener);
  }

  camera(): MapCamera {
    return this.#stage.camera();
  }

  /** Frees the WebGL context; the object is dead afterwards. */
  destroy(): void {
    cancelAnimationFrame(this.#frame);
    this.#pointer.destroy();
    this.#pulses.clear();
    this.#stage.destroy();
  }

  /** The map itself, for tests and drawing aids; features stay with the face above. */
  get maplibre(): maplibregl.Map {
    return this.#stage.map;
  }

  #restyle(change: Partial<StyleInput>): void {
    this.#style = { ...this.#style, ...change };
    this.#stage.restyle(buildMapStyle(this.#style));
  }

  #setNotes(figures: ReadonlyMap<number, FigureLook>): void {
    const notes = new Map([...figures].flatMap(([id, { note }]) => (note === undefined ? [] : [[id, note] as const])));
    if (JSON.stringify([...notes]) === JSON.stringify([...this.#notes])) return;
    this.#notes = notes;
    void this.#stage.source(SOURCES.gridLabels).setData(withNotes(this.#labels, notes));
  }

  #setLabels(): void {
    if (!this.#geometry) return;
    this.#labels = gridLabels(this.#geometry, this.#style.mode);
    void this.#stage.source(SOURCES.gridLabels).setData(withNotes(this.#labels, this.#notes));
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
}
