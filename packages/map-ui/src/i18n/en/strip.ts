// The words of zh/strip.ts in English.
import type { strip as source } from '../zh/strip.ts';
import type { Translated } from '../translated.ts';

export const strip: Translated<typeof source> = {
  households: 'Households',
  residents: 'Residents',
  unknown: 'unknown',
  open: 'Open requests',
  overdue: 'Of these overdue',
  doorsDue: 'Doors due today',
  doorsMet: 'Doors met today',
  doorsDueThen: 'Doors due then',
  doorsMetThen: 'Doors met then',
  unitHouseholds: '',
  unitPersons: '',
  unitRequests: '',
  figures: 'Six figures of the community',
};
