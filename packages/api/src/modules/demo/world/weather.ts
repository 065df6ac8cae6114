// Owns the invented weather of the demo: on which local days it rains.
// Refuses forecasts and temperatures: rain is the only weather that moves a request.
import { unitOf } from './chance.ts';
import type { LocalDay } from './local-day.ts';

/** The day of the sewage story, on which it rains whatever the seed. */
export const STORY_DAY = '2026-07-07';

/** Share of rainy days, in the long run. */
export const RAINY_SHARE = 0.3;

/** Whether it rains on a day; rain likes to stay for two or three days. */
export function isRainy(seed: number, { day, number }: LocalDay): boolean {
  if (day === STORY_DAY) return true;
  return unitOf(seed, 'front', Math.floor(number / 3)) < 0.27 || unitOf(seed, 'shower', number) < 0.05;
}
