// The words of zh/import.ts in English.
import type { imports as source } from '../zh/import.ts';
import type { Translated } from '../translated.ts';

export const imports: Translated<typeof source> = {};
