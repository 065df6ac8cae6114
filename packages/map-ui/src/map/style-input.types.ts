// Owns what the style is built from.
import type { DisplayMode } from '../theme/tokens.ts';
import type { DataLevel } from './map-geometry.types.ts';

/** What the look of the base depends on. */
export interface StyleInput {
  readonly mode: DisplayMode;
  readonly level: DataLevel;
  readonly stale: boolean;
  /** Hue of the heat layer. */
  readonly heatScheme: 'requests' | 'visits';
  /** More grids than the map has room for numbers: they give way to each other until one zooms in. */
  readonly crowded: boolean;
  /** Latitude at which metres become pixels, degrees. */
  readonly latitude: number;
}
