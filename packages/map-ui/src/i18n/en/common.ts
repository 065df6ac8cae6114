// The words of zh/common.ts in English.
import type { common as source } from '../zh/common.ts';
import type { Translated } from '../translated.ts';

export const common: Translated<typeof source> = {
  productName: 'Community grid map',
  retry: 'Try again',
  loading: 'Loading',
  syntheticChip: 'Demo data (invented)',
  demoClockChip: 'Demo clock',
};
