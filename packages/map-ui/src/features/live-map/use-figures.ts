// Owns the way of figures to the map, past React: a frame comes, looks are computed, the map draws them in its next
// frame. Refuses fetching.
import { useEffect, useMemo, useRef } from 'react';
import type { Figure } from '#api/live-store';
import { live, liveAreas, subscribeFrames } from '#api/live-store';
import type { AreaLayer, MapGeometry, MapView } from '#map/index';
import type { FigureLook } from '#ui/theme';
import { BY } from '#view/live-question';
import { shownFigures, subscribeShownFigures } from '#view/map-port';
import type { Measure, ViewBy } from '#view/view-state';
import { type Breaks, figureLooks, schemeOf } from '#view/figure-looks';
import { heatPoints, heatWeight } from './heat-points.ts';

/** The map's layer of a kind of area. */
export const LAYER: Readonly<Record<ViewBy, AreaLayer>> = {
  grid: 'grids',
  building: 'buildings',
  entrance: 'entrances',
};

const NO_LOOKS: ReadonlyMap<number, FigureLook> = new Map();
type FigureAreas = ReadonlyMap<number, { readonly figures: readonly Figure[] }>;

/** What decides the picture besides the figures. */
export interface FigureQuestion {
  readonly measure: Measure;
  readonly by: ViewBy;
  readonly breaks: Breaks | null;
  readonly geometry: MapGeometry | null;
}

/** Figures on the screen now: those of another time, else the live ones. */
export function currentAreas(by: ViewBy): FigureAreas {
  const shown = shownFigures();
  if (shown) return shown.by === by ? shown.areas : new Map();
  return liveAreas(BY[by]);
}

/** Sends figures to the map whenever they or the question change. @returns the looks on the map now */
export function useFigures(view: MapView | null, { measure, by, breaks, geometry }: FigureQuestion) {
  const looks = useRef(NO_LOOKS);
  const draw = useMemo(
    () => () => {
      if (!view || !breaks) return;
      const counted = measure === 'heat' ? 'entrance' : by;
      const areas = currentAreas(counted);
      // While the stream answers another question, what stands on the map stays: no flash of nothing.
      if (areas.size === 0 && live.store.getState().answered?.by !== BY[counted] && !shownFigures()) return;
      if (measure === 'heat') {
        looks.current = NO_LOOKS;
        if (geometry)
          view.setHeat(heatPoints(geometry, areas, heatWeight(breaks.requests.five.at(-1) ?? 1)), 'requests');
        return;
      }
      looks.current = figureLooks(areas, measure, breaks);
      view.setFigures(LAYER[by], looks.current, schemeOf(measure));
    },
    [view, measure, by, breaks, geometry],
  );
  useEffect(() => {
    draw();
    const ends = [
      subscribeFrames(({ frame }) => {
        if (frame.kind !== 'HEARTBEAT' && !shownFigures()) draw();
      }),
      subscribeShownFigures(draw),
    ];
    return () => ends.forEach((end) => end());
  }, [draw]);
  return looks;
}
