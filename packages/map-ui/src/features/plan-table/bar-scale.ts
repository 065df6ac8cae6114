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

/** Half the target's number and a gap: CSS pixels, and as well per cent of a bar, which is some hundred pixels wide. */
const BESIDE_TARGET = 16;

/** Where a limit's number stands: at its tick, or beside the target's number where their ticks are too near. Both in per cent. */
export function headPlace(target: number, limit: number) {
  if (limit < target)
    return target - limit < BESIDE_TARGET
      ? ({ x: `${target}%`, dx: -BESIDE_TARGET, textAnchor: 'end' } as const)
      : ({ x: `${limit}%`, textAnchor: 'end' } as const);
  const isNear = limit > target && limit - target < 2 * BESIDE_TARGET;
  return isNear
    ? ({ x: `${target}%`, dx: BESIDE_TARGET, textAnchor: 'start' } as const)
    : ({ x: `${limit}%`, textAnchor: 'middle' } as const);
}
