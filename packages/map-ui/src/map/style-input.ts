// Owns what a map is drawn by before the first geometry says where the community lies and how many grids it has.
import type { StyleInput } from './style-input.types.ts';

export const FIRST_STYLE: StyleInput = {
  mode: 'desk',
  level: 'grids',
  stale: false,
  heatScheme: 'requests',
  crowded: false,
  latitude: 30,
};
