// The words of zh/time.ts in English.
import type { time as source } from '../zh/time.ts';
import type { Translated } from '../translated.ts';

export const time: Translated<typeof source> = {
  asOf: 'As of',
  staleSince: 'Stopped at',
  interrupted: 'silent for',
  reconnecting: 'reconnecting',
  stillRegister: 'You can still register',
};
