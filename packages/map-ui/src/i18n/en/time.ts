// The words of zh/time.ts in English.
import type { time as source } from '../zh/time.ts';
import type { Translated } from '../translated.ts';

export const time: Translated<typeof source> = {
  asOf: 'As of',
  staleSince: 'Data stopped at',
  interrupted: 'interrupted',
  reconnecting: 'reconnecting',
  stillRegister: 'You can still register; it is sent when the line is back',
};
