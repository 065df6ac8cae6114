// Owns the colours that mean data, and their grey twins for a dead stream. Refuses chrome colours (tokens.ts).
import type { BivariateCell, FigureLook, Step } from './classify.ts';

/** What the fill shows: requests (amber), visits (blue), or both. The hues are never swapped. */
export type Scheme = 'requests' | 'visits' | 'both';

/** Rows: visits low, middle, high; columns: requests low, middle, high. */
export const BIVARIATE = [
  ['#F1EEE7', '#F6E46D', '#D48800'],
  ['#C8E1FE', '#BC9D9F', '#A63F0B'],
  ['#73A2DD', '#274E9A', '#6B284C'],
] as const;

/** Five steps, light to dark. */
export const RAMP: Readonly<Record<'requests' | 'visits', readonly [string, string, string, string, string]>> = {
  requests: ['#FAEBC8', '#F3CE84', '#E0A233', '#B8750A', '#7A4A00'],
  visits: ['#DDE9F8', '#A9C8EF', '#73A2DD', '#3B69B5', '#1C3B7C'],
};

/** Six muted tints that only tell neighbouring grids of a plan apart: cream, grey, sky, clay, mauve, mint. */
export const TINTS = ['#F4EAD8', '#D3D4D4', '#D4EBF7', '#E6CFC6', '#DCCEDE', '#E0F0E7'] as const;

/** Ground under every look without a value: zero, few, none and suppressed differ by pattern, not by colour. */
export const PLAIN = '#FAF8F4';

/** Colour of one of the nine cells. */
export function bivariateColour(cell: BivariateCell): string {
  return BIVARIATE[cell.visits][cell.requests];
}

/** Colour of a step of one measure. */
export function stepColour(scheme: 'requests' | 'visits', step: Step): string {
  return RAMP[scheme][step];
}

/** Fill colour of an area as `#RRGGBB`; the grey twin when the stream is dead. */
export function fillColour(figure: FigureLook, scheme: Scheme, stale: boolean): string {
  const colour = liveColour(figure, scheme);
  return stale && colour !== PLAIN ? staleGrey(colour) : colour;
}

function liveColour(figure: FigureLook, scheme: Scheme): string {
  if (figure.look !== 'value') return PLAIN;
  if (scheme === 'both') return figure.cell ? bivariateColour(figure.cell) : PLAIN;
  return figure.step === undefined ? PLAIN : stepColour(scheme, figure.step);
}

/** Greys of a dead stream lie between these, so that nine colours do not become a ramp that seems to mean something. */
export const STALE_RANGE = [161, 237] as const;

/** Grey twin of a colour by its CIE lightness, `#RRGGBB`, within `STALE_RANGE`. */
export function staleGrey(hex: string): string {
  const lightness = cieLightness(hex);
  const share = Math.min(1, Math.max(0, (lightness - 20) / 75));
  const level = Math.round(STALE_RANGE[0] + (STALE_RANGE[1] - STALE_RANGE[0]) * share);
  const pair = level.toString(16).padStart(2, '0').toUpperCase();
  return `#${pair}${pair}${pair}`;
}

/** Ink on a light colour, paper on a dark one: text inside a legend cell. */
export function inkOn(hex: string): string {
  return cieLightness(hex) > 58 ? '#1B1F23' : '#FAF8F4';
}

/** sRGB channels, each 0 to 1. */
export function channels(hex: string): readonly [number, number, number] {
  const part = (start: number) => Number.parseInt(hex.slice(start, start + 2), 16) / 255;
  return [part(1), part(3), part(5)];
}

/** sRGB to linear light. */
export function linearLight(channel: number): number {
  return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
}

/** CIE L*, 0 to 100, D65. */
export function cieLightness(hex: string): number {
  const [red, green, blue] = channels(hex).map(linearLight) as [number, number, number];
  const luminance = 0.2126729 * red + 0.7151522 * green + 0.072175 * blue;
  return luminance > 216 / 24389 ? 116 * Math.cbrt(luminance) - 16 : (24389 / 27) * luminance;
}
