// The catalogue of measures and how a count becomes a figure: value, numerator, denominator, n, or a reason for none.

export const METRICS = [
  'NEW_REQUESTS',
  'CLOSED_REQUESTS',
  'VISITS',
  'DOORS_MET',
  'OPEN_REQUESTS',
  'OVERDUE_REQUESTS',
  'DOORS_DUE',
  'DOORS_OVERDUE',
  'COVERAGE',
] as const;
export type Metric = (typeof METRICS)[number];

/** Flows count events in a window; stocks and the ratio stand as of an instant, and the window is ignored. */
const FLOWS: ReadonlySet<Metric> = new Set(['NEW_REQUESTS', 'CLOSED_REQUESTS', 'VISITS', 'DOORS_MET']);

export function isFlow(metric: Metric): boolean {
  return FLOWS.has(metric);
}

export type Normalise = 'NONE' | 'PER_100_HOUSEHOLDS' | 'PER_HECTARE';
export type By = 'BUILDING' | 'ENTRANCE' | 'GRID';

/** Raw counts of one entrance, or the sum over the entrances of a cell. */
export interface Counts {
  newRequests: number;
  closedRequests: number;
  visits: number;
  doorsMet: number;
  openRequests: number;
  overdueRequests: number;
  doorsDue: number;
  /** Due doors that were met today. */
  dueMet: number;
  doorsOverdue: number;
}

export function noCounts(): Counts {
  return {
    newRequests: 0,
    closedRequests: 0,
    visits: 0,
    doorsMet: 0,
    openRequests: 0,
    overdueRequests: 0,
    doorsDue: 0,
    dueMet: 0,
    doorsOverdue: 0,
  };
}

export function addCounts(sum: Counts, more: Counts): void {
  for (const key of Object.keys(sum) as (keyof Counts)[]) sum[key] += more[key];
}

export interface Figure {
  readonly metric: Metric;
  readonly value: number | null;
  readonly numerator: number;
  readonly denominator: number | null;
  readonly n: number;
  readonly reason: 'NO_HOUSEHOLDS' | 'NONE_DUE' | null;
}

const COUNT_OF: Readonly<Record<Metric, keyof Counts>> = {
  NEW_REQUESTS: 'newRequests',
  CLOSED_REQUESTS: 'closedRequests',
  VISITS: 'visits',
  DOORS_MET: 'doorsMet',
  OPEN_REQUESTS: 'openRequests',
  OVERDUE_REQUESTS: 'overdueRequests',
  DOORS_DUE: 'doorsDue',
  DOORS_OVERDUE: 'doorsOverdue',
  COVERAGE: 'dueMet',
};

/** What a cell is divided by. */
export interface CellSize {
  readonly households: number;
  readonly hectares: number;
}

/** Coverage is met ÷ due whatever the normalisation; null when no door is due. Rounded to 4 decimals, once, here. */
export function figureOf(metric: Metric, counts: Counts, size: CellSize, normalise: Normalise): Figure {
  const numerator = counts[COUNT_OF[metric]];
  if (metric === 'COVERAGE') {
    const due = counts.doorsDue;
    return {
      metric,
      value: due === 0 ? null : round(numerator / due),
      numerator,
      denominator: due,
      n: due,
      reason: due === 0 ? 'NONE_DUE' : null,
    };
  }
  const base = { metric, numerator, n: numerator };
  if (normalise === 'NONE') return { ...base, value: numerator, denominator: null, reason: null };
  if (normalise === 'PER_HECTARE')
    return { ...base, value: round(numerator / size.hectares), denominator: size.hectares, reason: null };
  if (size.households === 0) return { ...base, value: null, denominator: 0, reason: 'NO_HOUSEHOLDS' };
  return { ...base, value: round((numerator * 100) / size.households), denominator: size.households, reason: null };
}

function round(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}

export interface Totals {
  readonly households: number;
  readonly residents: number | null;
  readonly openRequests: number;
  readonly overdueRequests: number;
  readonly doorsDue: number;
  readonly doorsMet: number;
  readonly doorsOverdue: number;
}
