// The words of zh/errors.ts in English.
import type { errors as source } from '../zh/errors.ts';
import type { Translated } from '../translated.ts';

export const errors: Translated<typeof source> = {
  whatFailed: 'What failed',
  whatSafe: 'What is safe',
  whatNext: 'What next',
};
