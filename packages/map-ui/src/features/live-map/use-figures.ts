// Owns the way of figures to the map, past React: a frame comes, looks are computed, the map draws them in its next
// frame. Refuses fetching.
import { useEffect, useMemo, useRef } from 'react';
import { live, subscribeFrames } from '#api/live-store';
import type { AreaLayer, MapGeometry, MapView } from '#map/index';
import type { FigureLook } from '#ui/theme';
import { BY, countedBy } from '#view/live-question';
import { shownFigures, subscribeShownFigures } from '#view/map-port';
import { shownAreas } from '#view/shown-instant';
import type { Measure, ViewBy } from '#view/view-state';
import { type Breaks, figureLooks } from '#view/figure-looks';
import { heatPoints, heatWeight } from './heat-points.ts';

/** The map's layer of a kind of area. */
export const LAYER: Readonly<Record<ViewBy, AreaLayer>> = {
  grid: 'grids',
  building: 'buildings',
  entrance: 'entrances',
};

const HEAT_METRIC = { requests: 'NEW_REQUESTS', visits: 'VISITS' } as const;
const NO_LOOKS: ReadonlyMap<number, FigureLook> = new Map();

/** What decides the picture besides the figures. */
export interface FigureQuestion {
  readonly measure: Measure;
  readonly by: ViewBy;
  readonly heat: boolean;
  readonly breaks: Breaks | null;
  readonly geometry: MapGeometry | null;
}

/** Sends figures to the map whenever they or the question change. @returns the looks on the map now */
export function useFigures(view: MapView | null, { measure, by, heat, breaks, geometry }: FigureQuestion) {
  const looks = useRef(NO_LOOKS);
  const draw = useMemo(
    () => () => {
      if (!view || !breaks) return;
      const counted = countedBy({ heat, by });
      const areas = shownAreas(counted);
      // While another question is answered, or the past is on its way, what stands on the map stays: no flash of nothing.
      if (areas === null) return;
      if (areas.size === 0 && live.store.getState().answered?.by !== BY[counted] && !shownFigures()) return;
      if (heat) {
        looks.current = NO_LOOKS;
        const of = measure === 'visits' ? 'visits' : 'requests';
        const weight = heatWeight(breaks[of].five.at(-1) ?? 1);
        if (geometry) view.setHeat(heatPoints(geometry, areas, HEAT_METRIC[of], weight), of);
        return;
      }
      looks.current = figureLooks(areas, measure, breaks);
      view.setFigures(LAYER[by], looks.current, measure);
    },
    [view, measure, by, heat, breaks, geometry],
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
