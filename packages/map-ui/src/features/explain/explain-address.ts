// Owns how a question "why" is written in the address: the panel's name holds the measure, the selection holds the place.
// Pure. Refuses the rest of the address.
import type { By, Metric } from '#api/gql/graphql';

/** Figures one can ask about. */
export const EXPLAINED = [
  'NEW_REQUESTS',
  'VISITS',
  'CLOSED_REQUESTS',
  'DOORS_MET',
  'OPEN_REQUESTS',
  'OVERDUE_REQUESTS',
  'DOORS_DUE',
  'DOORS_OVERDUE',
  'COVERAGE',
] as const satisfies readonly Metric[];

const PREFIX = 'explain-';

/** `explain-open-requests`: for `setView({ panel })`. */
export function explainPanel(metric: Metric): string {
  return PREFIX + metric.toLowerCase().replaceAll('_', '-');
}

/** The measure a panel's name asks about; null for other panels. */
export function explainedMetric(panel: string): Metric | null {
  return EXPLAINED.find((metric) => explainPanel(metric) === panel) ?? null;
}

/** What a selected place is counted by; null for what has no figures of its own. */
export function countedBy(kind: 'grid' | 'building' | 'entrance' | 'request'): By | null {
  const by = { grid: 'GRID', building: 'BUILDING', entrance: 'ENTRANCE', request: null } as const;
  return by[kind];
}
