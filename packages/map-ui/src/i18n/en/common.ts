// The words of zh/common.ts in English.
import type { common as source } from '../zh/common.ts';
import type { Translated } from '../translated.ts';

export const common: Translated<typeof source> = {
  productName: 'Community grid map',
  retry: 'Try again',
  loading: 'Loading',
  syntheticChip: 'Demo data (invented)',
  demoClockChip: 'Demo clock',
  printSheet: 'Print A3',
  list: 'List',
  importData: 'Import data',
  register: 'Register a request',
  modePEACE: 'Normal mode',
  modeEMERGENCY: 'Emergency mode',
  switchCommunity: 'Switch community',
  noCommunity: 'There is no community you may see yet',
  noCommunityNote: 'Ask an administrator to add you to one',
};
