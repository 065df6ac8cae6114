// Owns the MapLibre expressions that read feature states. Refuses layer definitions (map-style.ts).
import type { ExpressionSpecification } from 'maplibre-gl';
import type { Look } from '../theme/classify.ts';
import { PLAIN } from '../theme/palette.ts';

/** What an area's feature state may hold. Colours are computed in figure-states.ts, so that stale is one flip. */
export interface AreaState {
  /** Colour the fill comes from and goes to, `#RRGGBB`. */
  readonly from?: string;
  readonly to?: string;
  /** 0 to 1 along the cross-fade. */
  readonly t?: number;
  readonly look?: Look;
  readonly corner?: boolean;
  readonly dim?: boolean;
  readonly selected?: boolean;
  readonly event?: boolean;
  readonly waiting?: boolean;
  readonly pointed?: boolean;
}

/** Opacity of an area while another is hovered or brushed. */
export const DIMMED_OPACITY = 0.4;

/** Reads a yes/no of the state; absent is no. */
export function flag(name: 'corner' | 'dim' | 'selected' | 'event' | 'waiting' | 'pointed'): ExpressionSpecification {
  return ['boolean', ['feature-state', name], false];
}

/** 1 where the flag is set, else 0: feature states cannot filter, they can make transparent. */
export function shownIf(name: 'corner' | 'selected' | 'event' | 'waiting' | 'pointed'): ExpressionSpecification {
  return ['case', flag(name), 1, 0];
}

/** Fill colour along the cross-fade. */
export const FILL_COLOUR: ExpressionSpecification = [
  'interpolate',
  ['linear'],
  ['number', ['feature-state', 't'], 1],
  0,
  ['to-color', ['feature-state', 'from'], PLAIN],
  1,
  ['to-color', ['feature-state', 'to'], PLAIN],
];

/** Full, or dimmed. */
export const FILL_OPACITY: ExpressionSpecification = ['case', flag('dim'), DIMMED_OPACITY, 1];

/** Opacity of the hatch of one look. */
export function hatchOpacity(look: Look): ExpressionSpecification {
  return ['case', ['==', ['feature-state', 'look'], look], FILL_OPACITY, 0];
}

const EARTH_METRES = 40_075_016.686;
const TILE_PIXELS = 512;

/** CSS pixels per metre on the ground at a latitude and zoom (Web Mercator, 512 px tiles). */
export function pixelsPerMetre(latitude: number, zoom: number): number {
  return (TILE_PIXELS * 2 ** zoom) / (EARTH_METRES * Math.cos((latitude * Math.PI) / 180));
}

/** A width in metres, given by an expression or a number, as pixels at every zoom. */
export function metres(width: ExpressionSpecification | number, latitude: number): ExpressionSpecification {
  const at = (zoom: number): ExpressionSpecification => ['*', width, pixelsPerMetre(latitude, zoom)];
  return ['interpolate', ['exponential', 2], ['zoom'], 8, at(8), 24, at(24)];
}
