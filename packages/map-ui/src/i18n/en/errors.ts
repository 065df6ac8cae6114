// The words of zh/errors.ts in English.
import type { errors as source } from '../zh/errors.ts';
import type { Translated } from '../translated.ts';

export const errors: Translated<typeof source> = {
  whatFailed: 'What failed',
  whatSafe: 'What is safe',
  whatNext: 'What next',
  noAnswer: 'The server did not answer; try again in a moment',
  pageFailed: 'This part could not be shown',
  pageSafe: 'Everything registered is on the server',
  pageNext: 'Try again; if it stays, tell an administrator the number',
  signInFailed: 'The server could not be reached',
  signInSafe: 'Nothing was changed',
  signInNext: 'Check the network and try again',
  mapFailed: 'The map could not be shown',
  mapSafe: 'Lists and figures go on',
  mapNext: 'Open the list for the same figures, or use a browser with WebGL',
};
