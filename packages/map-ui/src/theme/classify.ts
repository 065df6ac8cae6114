// Owns the step from a figure to how it looks: value, zero, few, none, suppressed. Refuses colours (palette.ts) and
// the choice of breaks, which the server sets once a day.

/** Fewer events than this and a rate says little: dotted, with its n. */
export const FEW_BELOW = 5;

/** How an area is drawn. `none`: nothing is known; `suppressed`: known, withheld, with a reason. */
export type Look = 'value' | 'zero' | 'few' | 'none' | 'suppressed';

/** Five steps of a single measure, 0 is the lightest. */
export type Step = 0 | 1 | 2 | 3 | 4;

/** Low, middle, high. */
export type Third = 0 | 1 | 2;

/** One of the nine cells of the two-measure legend. */
export interface BivariateCell {
  readonly requests: Third;
  readonly visits: Third;
}

/** A measured area. `value` null means no denominator or no data; `n` counts the events behind it. */
export interface Measured {
  readonly value: number | null;
  readonly n: number;
  /** Present when the server withheld the value; shown to the reader. */
  readonly suppressedReason?: string;
}

/** What the map and the legend need to draw one area. */
export interface FigureLook {
  readonly look: Look;
  readonly step?: Step;
  readonly cell?: BivariateCell;
  /** Written under the area's number: "0", "n=3", the reason of a suppression. */
  readonly note?: string;
}

/** Many requests, few visits: the corner to fix. */
export function isCornerToFix(cell: BivariateCell | undefined): boolean {
  return cell?.requests === 2 && cell.visits === 0;
}

/**
 * Index of the class a value falls in: a value equal to a break belongs to the class under it, because breaks are
 * upper bounds. O(breaks).
 *
 * @param breaks ascending upper bounds of all classes but the last
 */
export function classIndex(value: number, breaks: readonly number[]): number {
  const index = breaks.findIndex((upper) => value <= upper);
  return index === -1 ? breaks.length : index;
}

/**
 * Look of an area for one measure.
 *
 * @param breaks four ascending upper bounds, in the unit of `value`
 */
export function classifySingle(measured: Measured, breaks: readonly number[], fewBelow = FEW_BELOW): FigureLook {
  const exceptional = lookWithoutValue(measured);
  if (exceptional) return exceptional;
  if (measured.value === 0) return { look: 'zero', note: '0' };
  if (measured.n < fewBelow) return { look: 'few', note: `n=${measured.n}` };
  return { look: 'value', step: Math.min(4, classIndex(measured.value ?? 0, breaks)) as Step };
}

/**
 * Look of an area for requests and visits together. Zero is an ordinary low here: the pair is about balance, and a
 * calm grid with many visits is an answer, not a gap. Few counts only when both measures are few.
 *
 * @param requestBreaks two ascending upper bounds
 * @param visitBreaks two ascending upper bounds
 */
export function classifyBivariate(
  requests: Measured,
  visits: Measured,
  breaks: { readonly requests: readonly number[]; readonly visits: readonly number[] },
  fewBelow = FEW_BELOW,
): FigureLook {
  const exceptional = lookWithoutValue(requests) ?? lookWithoutValue(visits);
  if (exceptional) return exceptional;
  const n = requests.n + visits.n;
  if (n === 0) return { look: 'zero', note: '0' };
  if (n < fewBelow) return { look: 'few', note: `n=${n}` };
  const cell = {
    requests: Math.min(2, classIndex(requests.value ?? 0, breaks.requests)) as Third,
    visits: Math.min(2, classIndex(visits.value ?? 0, breaks.visits)) as Third,
  };
  return { look: 'value', cell };
}

function lookWithoutValue(measured: Measured): FigureLook | undefined {
  if (measured.suppressedReason !== undefined) return { look: 'suppressed', note: measured.suppressedReason };
  if (measured.value === null || !Number.isFinite(measured.value)) return { look: 'none' };
  return undefined;
}
