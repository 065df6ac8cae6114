// Owns how a figure is written: value by its measure, what it was counted from, what it was divided by. Pure.
// Refuses colours and the words of the measures.
import type { Metric, MissingReason } from '#api/gql/graphql';
import type { Formats } from '#i18n/index';

/** One figure as the contract has it. */
export interface PlaceFigure {
  readonly metric: Metric;
  readonly value: number | null;
  readonly numerator: number;
  readonly denominator: number | null;
  readonly reason: MissingReason | null;
}

/** In the order of the table: requests, then visits, then doors. */
export const TABLE_ORDER = [
  'NEW_REQUESTS',
  'CLOSED_REQUESTS',
  'OPEN_REQUESTS',
  'OVERDUE_REQUESTS',
  'VISITS',
  'DOORS_MET',
  'DOORS_DUE',
  'DOORS_OVERDUE',
  'COVERAGE',
] as const satisfies readonly Metric[];

/** Counted over the window; the others are true for the instant. */
const FLOWS: ReadonlySet<Metric> = new Set<Metric>(['NEW_REQUESTS', 'CLOSED_REQUESTS', 'VISITS', 'DOORS_MET']);

export function isFlow(metric: Metric): boolean {
  return FLOWS.has(metric);
}

/** Figures in the order of the table; those the server left out stay out. */
export function inTableOrder<Each extends { readonly metric: Metric }>(figures: readonly Each[]): readonly Each[] {
  return TABLE_ORDER.flatMap((metric) => figures.find((figure) => figure.metric === metric) ?? []);
}

/** 1.87; 93% of a coverage; null where there is none, for the reason to be said. */
export function figureValue({ metric, value }: PlaceFigure, formats: Formats): string | null {
  if (value === null) return null;
  return metric === 'COVERAGE' ? formats.percent(value) : formats.decimal(value, 2);
}
