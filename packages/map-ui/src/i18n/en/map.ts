// The words of zh/map.ts in English.
import type { map as source } from '../zh/map.ts';
import type { Translated } from '../translated.ts';

export const map: Translated<typeof source> = {
  north: 'N',
  northUp: 'North is up',
  name: 'Map of the community grids; arrow keys move, plus and minus zoom',
  sheet: 'Information sheet',
  sheetHandle: 'Height of the sheet',
  sheetPeek: 'Collapsed',
  sheetHalf: 'Half open',
  sheetFull: 'Fully open',
  sheetRaise: 'Raise the sheet',
  sheetLower: 'Lower the sheet',
  workerOf: 'Grid worker',
  branchSecretaryOf: 'Branch secretary',
  households: 'Households',
  gridNumber: 'Grid {{number}}',
  openRequests: 'Open',
  doorsDue: 'Doors due',
  noData: 'no data',
  whole: 'Whole map',
  buildingNumber: 'Bldg {{number}}',
  kindCANTEEN: 'Canteen',
  kindPROPERTY_OFFICE: 'Property office',
  kindSERVICE_CENTRE: 'Service centre',
};
