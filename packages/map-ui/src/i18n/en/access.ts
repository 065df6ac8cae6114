// The words of zh/access.ts in English.
import type { access as source } from '../zh/access.ts';
import type { Translated } from '../translated.ts';

export const access: Translated<typeof source> = {};
