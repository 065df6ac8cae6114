// Breaks one can print: quantiles of what was seen, rounded to two significant digits, strictly rising. Zero is its own look.

/**
 * @param steps number of steps; one break less is returned
 * @returns ascending upper bounds; with hardly anything seen, even steps up to the largest value (or to `steps`)
 */
export function quantileBreaks(values: readonly number[], steps: number): number[] {
  const seen = values.filter((value) => value > 0).toSorted((a, b) => a - b);
  const largest = seen.at(-1) ?? steps;
  const breaks: number[] = [];
  for (let step = 1; step < steps; step++) {
    const quantile =
      seen.length >= steps * 2 ? (seen[Math.floor((seen.length * step) / steps)] as number) : (largest * step) / steps;
    const previous = breaks.at(-1) ?? 0;
    let rounded = toTwoDigits(quantile);
    if (rounded <= previous) rounded = toTwoDigits(previous + unitOf(previous || quantile));
    breaks.push(rounded);
  }
  return breaks;
}

function unitOf(value: number): number {
  return 10 ** (Math.floor(Math.log10(Math.max(value, 1e-6))) - 1);
}

function toTwoDigits(value: number): number {
  return Number(value.toPrecision(2));
}
