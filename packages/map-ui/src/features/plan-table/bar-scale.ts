// Owns where a number of households lies on the table's bars, in per cent of their width. Pure.

/** The limits and the target that bars diverge from. */
export interface BarLimits {
  readonly minHouseholds: number;
  readonly targetHouseholds: number;
  readonly maxHouseholds: number;
}

/** A place on the bar: 0 at its left end, 100 at its right. */
export type BarScale = (households: number) => number;

const MARGIN = 0.06;

/** One scale for all rows, so that bars compare: from the least to the most of all values and limits, with a margin. */
export function barScale(
  values: readonly number[],
  { minHouseholds, targetHouseholds, maxHouseholds }: BarLimits,
): BarScale {
  const all = [...values, minHouseholds, targetHouseholds, maxHouseholds];
  const [least, most] = [Math.min(...all), Math.max(...all)];
  const margin = Math.max(1, (most - least) * MARGIN);
  const width = most - least + 2 * margin;
  return (households) => Math.round(((households - least + margin) / width) * 1000) / 10;
}

/** Below or above a limit; null within both. */
export function brokenLimit(households: number, { minHouseholds, maxHouseholds }: BarLimits): 'below' | 'above' | null {
  if (households < minHouseholds) return 'below';
  return households > maxHouseholds ? 'above' : null;
}
