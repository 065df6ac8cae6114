// Owns the view of one instant, as a shared link opens it: the same window, the figures as they stood.
import { useEffect } from 'react';
import { useFiguresAt } from '#api/past-figures';
import { byOf, countedBy, normaliseOf } from '#view/live-question';
import { showFigures } from '#view/map-port';
import { useView } from '#view/view-state';
import { usePlanInstant } from './use-plan-instant.ts';

/** Shows the figures of an instant on the map until the component goes. @returns why not, or null */
export function useInstant(
  community: string,
  asOf: string,
): { readonly loading: boolean; readonly validAt: string | null; readonly error: Error | null } {
  const view = useView((state) => state);
  const { window, grids } = view;
  const by = countedBy(view);
  const planInstant = usePlanInstant(community, asOf, grids);
  const question = {
    community,
    by: byOf(view),
    normalise: normaliseOf(view),
    window,
    asOf,
    validAt: grids === 'then' ? asOf : null,
  };
  const { figures, error } = useFiguresAt(question, true);
  useEffect(() => {
    if (figures)
      showFigures({ by, asOf: figures.asOf, areas: figures.areas, events: [], validAt: planInstant, window });
  }, [figures, by, planInstant, window]);
  useEffect(() => () => showFigures(null), []);
  return { loading: figures === null && error === null, validAt: planInstant, error };
}
