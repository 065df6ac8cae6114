// Owns the sentence for a failed attempt: the server's own where it answered, ours where nobody did.
import { ApiError } from '#api/client';
import type { TFunction } from 'i18next';

/** A sentence for whoever waits. */
export function failureText(error: unknown, t: TFunction): string {
  return error instanceof ApiError && error.message !== '' ? error.message : t('errors.noAnswer');
}
