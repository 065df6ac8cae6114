// Owns what the live map shows just now: geometry, places and breaks of the present or of the past that is played.
import { type Community, usePlaces } from '#api/community';
import { useStale } from '#api/live-store';
import { type DataLevel, useGeometry } from '#map/index';
import { byOf, normaliseOf } from '#view/live-question';
import { useShownFigures } from '#view/map-port';
import { showsPast } from '#view/shown-instant';
import { useBreaks } from '#view/use-breaks';
import { useView } from '#view/view-state';
import { LAYER } from './use-figures.ts';

/** Everything the map and what lies over it are drawn from. */
export function useMapData(community: Community) {
  const view = useView((state) => state);
  const past = useShownFigures((figures) => figures);
  const silent = useStale();
  const validAt = past?.validAt ?? null;
  const playing = showsPast(view);
  const { heat } = view;
  const normalise = heat ? 'NONE' : normaliseOf(view);
  const { geometry } = useGeometry(community.code, validAt);
  const level: DataLevel = heat ? 'heat' : LAYER[view.by];
  return {
    view,
    geometry,
    level,
    places: usePlaces(community.code, validAt),
    breaks: useBreaks(community.code, byOf(view), past?.window ?? view.window, normalise),
    playing,
    stale: silent && !playing,
  };
}
