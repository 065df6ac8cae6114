// Owns what pointing and clicking on the map mean: highlight everywhere, select in the address, fly where a list asks.
import { useEffect, useState } from 'react';
import { findPlace, type Places } from '#api/community';
import { boundsOfArea, type MapGeometry, type MapHit, type MapView } from '#map/index';
import { setHovered, subscribeHovered } from '#view/hovered';
import { subscribeFlights } from '#view/map-port';
import { type Selection, setView, useView, type ViewBy } from '#view/view-state';
import { LAYER } from './use-figures.ts';

const KIND = { grids: 'grid', buildings: 'building', entrances: 'entrance' } as const satisfies Record<
  MapHit['area'],
  ViewBy
>;
const COLLECTIONS = { grid: 'grids', building: 'buildings', entrance: 'entrances' } as const;
/** Closer than this a single building says nothing about where it is. */
const CLOSEST_ZOOM = 18;

/** What the pointer is on, for the card. */
export function usePointing(view: MapView | null, by: ViewBy, places: Places | null, enabled: boolean): MapHit | null {
  const [hit, setHit] = useState<MapHit | null>(null);
  useEffect(() => {
    if (!view) return undefined;
    const ends = [
      view.on('hover', (met) => {
        setHit(met);
        setHovered(met && hoveredOf(met, by));
      }),
      view.on('click', (met) => {
        if (enabled) select(met, places);
      }),
      subscribeHovered((hovered) => {
        for (const kind of ['grid', 'building', 'entrance'] as const) {
          view.hover(LAYER[kind], hovered?.kind === kind && kind === by ? hovered.mapId : null);
        }
      }),
    ];
    return () => ends.forEach((end) => end());
  }, [view, by, places, enabled]);
  return hit;
}

/** The counted area under the pointer: a building inside a grid highlights the grid while grids carry the fill. */
function hoveredOf(hit: MapHit, by: ViewBy) {
  if (by === 'grid') return hit.gridMapId === null ? null : { kind: by, mapId: hit.gridMapId };
  return KIND[hit.area] === by ? { kind: by, mapId: hit.mapId } : null;
}

function select(hit: MapHit | null, places: Places | null): void {
  if (!hit) return setView({ select: null, panel: 'attention' });
  const kind = KIND[hit.area];
  const place = places?.[COLLECTIONS[kind]].get(hit.mapId) ?? null;
  const grid = hit.gridMapId === null ? null : (places?.grids.get(hit.gridMapId) ?? null);
  // A canteen has no doors and no panel: its grid answers.
  if (place) setView({ select: { kind, id: place.id }, panel: kind });
  else if (grid) setView({ select: { kind: 'grid', id: grid.id }, panel: 'grid' });
}

/** Draws the selection, and flies where a panel asks. */
export function useSelectionOnMap(view: MapView | null, places: Places | null, geometry: MapGeometry | null): void {
  const selected = useView((state) => state.select);
  useEffect(() => {
    for (const kind of ['grid', 'building', 'entrance'] as const) {
      const mapId = mapIdOf(selected, kind, places);
      view?.select(LAYER[kind], mapId === undefined ? [] : [mapId]);
    }
  }, [view, selected, places]);
  useEffect(() => {
    if (!view || !geometry) return undefined;
    return subscribeFlights((target) => {
      if (target.kind === 'all') return view.fit();
      const place = findPlace<{ readonly id: string; readonly mapId: number }>(
        places?.[COLLECTIONS[target.kind]],
        target.id,
      );
      const bounds = place ? boundsOfArea(geometry[LAYER[target.kind]], place.mapId) : null;
      if (bounds) view.flyTo(bounds, { zoom: CLOSEST_ZOOM });
    });
  }, [view, places, geometry]);
}

/** Of an entrance the map outlines the building too: its cell is drawn only while entrances carry the fill. */
function mapIdOf(selected: Selection | null, kind: ViewBy, places: Places | null): number | undefined {
  if (!selected || !places) return undefined;
  if (selected.kind === kind)
    return findPlace<{ readonly id: string; readonly mapId: number }>(places[COLLECTIONS[kind]], selected.id)?.mapId;
  if (selected.kind === 'entrance' && kind === 'building')
    return findPlace(places.entrances, selected.id)?.building.mapId;
  return undefined;
}
