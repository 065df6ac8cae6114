// Owns the sum of a range of days on one sheet, and breaks for its length. Pure. Refuses to average rates: numerators are
// summed, then divided by the households that were there, day by day.
import type { PastDay } from '#api/past-figures';
import type { Figure, LiveArea } from '#api/live-store';
import type { ViewWindow } from '#view/view-state';
import type { Breaks } from '#view/figure-looks';

/** Areas of the whole range by mapId; of an area whose denominator changed, the mean of the days counts. O(days × areas). */
export function sumOfDays(days: readonly PastDay[], per100: boolean): Map<number, LiveArea> {
  const known = new Map<number, { readonly area: LiveArea; readonly sums: readonly Sum[] }>();
  for (const { cells } of days) {
    for (const area of cells) {
      const sums = known.get(area.mapId)?.sums;
      known.set(area.mapId, { area, sums: area.figures.map((figure, index) => add(sums?.[index], figure)) });
    }
  }
  return new Map(
    [...known].map(([mapId, { area, sums }]) => [
      mapId,
      { ...area, figures: area.figures.map((figure, index) => whole(figure, sums[index], per100)) },
    ]),
  );
}

interface Sum {
  readonly numerator: number;
  readonly n: number;
  readonly denominator: number;
  readonly days: number;
}

const NOTHING: Sum = { numerator: 0, n: 0, denominator: 0, days: 0 };

function add(sum: Sum = NOTHING, { numerator, n, denominator }: Figure): Sum {
  return {
    numerator: sum.numerator + numerator,
    n: sum.n + n,
    denominator: sum.denominator + (denominator ?? 0),
    days: sum.days + 1,
  };
}

function whole(figure: Figure, { numerator, n, denominator, days }: Sum = NOTHING, per100: boolean): Figure {
  const summed = { ...figure, numerator, n };
  if (!per100) return { ...summed, value: numerator };
  if (denominator === 0) return { ...summed, value: null };
  const households = denominator / days;
  return { ...summed, denominator: Math.round(households), value: (100 * numerator) / households };
}

const WINDOW_OF: Readonly<Partial<Record<number, ViewWindow>>> = { 1: 'H24', 7: 'D7', 30: 'D30', 90: 'D90' };

/** The window whose breaks class a range of so many days, and what they are multiplied by where no window is as long. */
export function breaksOfLength(days: number): { readonly window: ViewWindow; readonly factor: number } {
  const window = WINDOW_OF[days];
  return window === undefined ? { window: 'D7', factor: days / 7 } : { window, factor: 1 };
}

/** The same breaks for a longer or shorter time. */
export function scaledBreaks({ requests, visits, day }: Breaks, factor: number): Breaks {
  const scaled = ({ five, three }: Breaks['visits']) => ({
    five: five.map((value) => value * factor),
    three: three.map((value) => value * factor),
  });
  return { requests: scaled(requests), visits: scaled(visits), day };
}
