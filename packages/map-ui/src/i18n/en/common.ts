// The words of zh/common.ts in English.
import type { common as source } from '../zh/common.ts';
import type { Translated } from '../translated.ts';

export const common: Translated<typeof source> = {
  productName: 'Community grid map',
  productShort: 'Grid map',
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
  firstCommunity: 'Start with a community',
  firstCommunityNote:
    'Enter its code and name, then import buildings, entrances and households; accounts are made under Administration',
  noGeography: 'This community has no buildings or grids yet',
  noGeographyNote: 'Import files of buildings, entrances and households; map and grids follow at once',
  noGeographyAsk: "Ask the community's administrator to import buildings, entrances and households",
  unsent: '{{count}} to upload',
  unsentRefused: '{{label}} was not uploaded: {{message}}',
  plainLan: 'Demo on a local network, not encrypted: enter nothing real',
};
