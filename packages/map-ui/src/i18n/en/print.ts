// The words of zh/print.ts in English.
import type { print as source } from '../zh/print.ts';
import type { Translated } from '../translated.ts';

export const print: Translated<typeof source> = {
  backToMap: 'Map',
  note: 'A3 landscape, vector; no names, phones or doors',
  heatNote: 'Heat has no vector form: this sheet shows entrances instead',
  breaksScaled: 'Breaks of 7 days × {{days}}/7',
  print: 'Print',
  failed: 'The sheet could not be drawn',
  both: 'Requests and visits',
  requests: 'Requests',
  visits: 'Visits',
  grid: 'Grid',
  households: 'Households',
  zero: 'None',
  few: 'Under 5',
  none: 'No data',
  scale: '1 : {{scale}} (A3)',
  codeNote: 'Scan to open the same view (sign-in needed)',
};
