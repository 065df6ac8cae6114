// The words of zh/visits.ts in English.
import type { visits as source } from '../zh/visits.ts';
import type { Translated } from '../translated.ts';

export const visits: Translated<typeof source> = {};
