// Owns which third of the pair's scale a value lies in, and which line of an answer is the value. Pure.
import { classIndex } from '#ui/theme';

const TIERS = ['low', 'middle', 'high'] as const;

/** One of three steps; the names are keys of the legend. */
export type Tier = (typeof TIERS)[number];

/** @param bounds two ascending upper bounds */
export function tierOf(value: number, bounds: readonly number[]): Tier {
  return TIERS[Math.min(2, classIndex(value, bounds))] ?? 'high';
}

type Lines = readonly { readonly value: string }[];

/** The figure itself is the first line; null where the server writes that there is none. */
export function valueOf(lines: Lines): number | null {
  return numberIn(lines[0]?.value ?? '');
}

/** What was counted is the second line. */
export function totalOf(lines: Lines): number {
  return numberIn(lines[1]?.value ?? '') ?? 0;
}

function numberIn(text: string): number | null {
  return /^-?\d/.test(text) && Number.isFinite(Number(text)) ? Number(text) : null;
}
