// The words of zh/explain.ts in English.
import type { explain as source } from '../zh/explain.ts';
import type { Translated } from '../translated.ts';

export const explain: Translated<typeof source> = {};
