// The words of zh/explain.ts in English.
import type { explain as source } from '../zh/explain.ts';
import type { Translated } from '../translated.ts';

export const explain: Translated<typeof source> = {
  title: 'Why',
  back: 'Back',
  step: 'Step {{step}} of five, value {{value}}',
  tier: 'Beside the other measure this is "{{tier}}" (bounds {{bounds}})',
  visits_one: 'From {{count}} visit in the window. Counted only; no doors are listed.',
  visits_other: 'From {{count}} visits in the window. Counted only; no doors are listed.',
  records_one: 'From {{count}} request',
  records_other: 'From {{count}} requests',
  recordsMore_one: '{{count}} earlier one is not listed.',
  recordsMore_other: '{{count}} earlier ones are not listed.',
  noRecords: 'No requests in the window.',
  copy: 'Copy as GraphQL',
  copied: 'Copied',
  notCopied: 'The browser does not allow copying: select it below',
  query: 'The query that gives the same numbers',
  failed: 'No explanation came',
  failedSafe: 'The figures on the map are not affected',
  failedNext: 'Check the network and try again',
};
