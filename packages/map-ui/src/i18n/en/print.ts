// The words of zh/print.ts in English.
import type { print as source } from '../zh/print.ts';
import type { Translated } from '../translated.ts';

export const print: Translated<typeof source> = {};
