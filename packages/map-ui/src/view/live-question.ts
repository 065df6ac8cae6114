// Owns what the live stream is asked for a view. Pure.
import type { LiveQuestion } from '#api/live-store';
import type { By, Normalise } from '#api/gql/graphql';
import type { View, ViewBy } from './view-url.ts';

/** The contract's name of a kind of area. */
export const BY: Readonly<Record<ViewBy, By>> = { grid: 'GRID', building: 'BUILDING', entrance: 'ENTRANCE' };

/** Everything map, card and list show. */
const METRICS: LiveQuestion['metrics'] = [
  'NEW_REQUESTS',
  'VISITS',
  'OPEN_REQUESTS',
  'OVERDUE_REQUESTS',
  'DOORS_MET',
  'DOORS_DUE',
  'DOORS_OVERDUE',
  'COVERAGE',
];

/** What areas are counted by: heat is drawn from entrances. */
export function countedBy({ heat, by }: Pick<View, 'heat' | 'by'>): ViewBy {
  return heat ? 'entrance' : by;
}

/** The same by the contract's name. */
export function byOf(view: Pick<View, 'heat' | 'by'>): By {
  return BY[countedBy(view)];
}

/** Per 100 households, or counts. */
export function normaliseOf({ normalise }: Pick<View, 'normalise'>): Normalise {
  return normalise === 'per100' ? 'PER_100_HOUSEHOLDS' : 'NONE';
}

/** The stream's question for a view of a community. */
export function liveQuestionOf(view: View, community: string): LiveQuestion {
  return { community, by: byOf(view), metrics: METRICS, window: view.window, normalise: normaliseOf(view) };
}
