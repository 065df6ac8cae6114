// Owns the step from live figures to how areas look and what the legend counts. Pure; refuses colours.
import type { Figure } from '#api/live-store';
import { type BivariateCell, classifyBivariate, classifySingle, type FigureLook, type Measured } from '#ui/theme';
import type { Measure } from './view-url.ts';

/** Breaks of the day: ascending upper bounds of all classes but the last. */
export interface Breaks {
  readonly requests: { readonly five: readonly number[]; readonly three: readonly number[] };
  readonly visits: { readonly five: readonly number[]; readonly three: readonly number[] };
  /** Day they were set, YYYY-MM-DD. */
  readonly day: string;
}

type FigureAreas = ReadonlyMap<number, { readonly figures: readonly Figure[] }>;

/** Looks by mapId. O(areas). */
export function figureLooks(areas: FigureAreas, measure: Measure, breaks: Breaks): Map<number, FigureLook> {
  return new Map([...areas].map(([mapId, { figures }]) => [mapId, lookOf(figures, measure, breaks)]));
}

function lookOf(figures: readonly Figure[], measure: Measure, breaks: Breaks): FigureLook {
  const requests = measured(figures, 'NEW_REQUESTS');
  const visits = measured(figures, 'VISITS');
  if (measure === 'both') {
    return classifyBivariate(requests, visits, { requests: breaks.requests.three, visits: breaks.visits.three });
  }
  return measure === 'visits'
    ? classifySingle(visits, breaks.visits.five)
    : classifySingle(requests, breaks.requests.five);
}

function measured(figures: readonly Figure[], metric: Figure['metric']): Measured {
  const figure = figures.find((each) => each.metric === metric);
  return { value: figure?.value ?? null, n: figure?.n ?? 0 };
}

/** Areas in each cell of the two-measure legend: `[visits][requests]`. */
export function cellCounts(looks: ReadonlyMap<number, FigureLook>): number[][] {
  const counts = [0, 1, 2].map(() => [0, 0, 0]);
  for (const { cell } of looks.values()) {
    const row = cell ? counts[cell.visits] : undefined;
    if (row && cell) row[cell.requests] = (row[cell.requests] ?? 0) + 1;
  }
  return counts;
}

/** Areas at each of the five steps, lightest first. */
export function stepCounts(looks: ReadonlyMap<number, FigureLook>): number[] {
  const counts = [0, 0, 0, 0, 0];
  for (const { step } of looks.values()) if (step !== undefined) counts[step] = (counts[step] ?? 0) + 1;
  return counts;
}

/** MapIds in one cell of the legend. */
export function idsInCell(looks: ReadonlyMap<number, FigureLook>, { requests, visits }: BivariateCell): Set<number> {
  return new Set(
    [...looks].filter(([, { cell }]) => cell?.requests === requests && cell.visits === visits).map(([id]) => id),
  );
}

/** MapIds with one look, or at one step. */
export function idsWithLook(
  looks: ReadonlyMap<number, FigureLook>,
  entry: Pick<FigureLook, 'look' | 'step'>,
): Set<number> {
  return new Set(
    [...looks].filter(([, each]) => each.look === entry.look && each.step === entry.step).map(([id]) => id),
  );
}
