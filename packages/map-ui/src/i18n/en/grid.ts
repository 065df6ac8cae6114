// The words of zh/grid.ts in English.
import type { grid as source } from '../zh/grid.ts';
import type { Translated } from '../translated.ts';

export const grid: Translated<typeof source> = {};
