// Owns turning counted weeks into the trend's points per 100 households. Pure. Refuses drawing.

/** A week as the server counts it; days as YYYY-MM-DD, both inside. */
export interface CountedWeek {
  readonly from: string;
  readonly to: string;
  readonly newRequests: number;
  readonly visits: number;
}

/** What the chart draws. */
export interface WeekPoint {
  readonly label: string;
  readonly visits: number | null;
  readonly requests: number | null;
}

/**
 * Each week under the day it ends on. Without households nothing can be divided, and nothing is drawn rather than 0.
 *
 * @param dayLabel writes an instant as a day
 */
export function trendPoints(
  weeks: readonly CountedWeek[],
  households: number,
  dayLabel: (at: number) => string,
): readonly WeekPoint[] {
  const per100 = (count: number) => (households > 0 ? (count * 100) / households : null);
  return weeks.map(({ to, newRequests, visits }) => ({
    label: dayLabel(middayOf(to)),
    visits: per100(visits),
    requests: per100(newRequests),
  }));
}

/** An instant within a calendar day for every zone from -6 to +17: the day is written in the community's zone. */
export function middayOf(day: string): number {
  return Date.parse(`${day}T06:00:00Z`);
}

/** Means of the first and of the last half, to say which way it goes; null with fewer than four weeks. */
export function halves(values: readonly (number | null)[]): { readonly before: number; readonly after: number } | null {
  const known = values.filter((value) => value !== null);
  if (known.length < 4) return null;
  const middle = Math.floor(known.length / 2);
  const mean = (part: readonly number[]) => part.reduce((sum, value) => sum + value, 0) / part.length;
  return { before: mean(known.slice(0, middle)), after: mean(known.slice(middle)) };
}
