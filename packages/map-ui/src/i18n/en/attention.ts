// The words of zh/attention.ts in English.
import type { attention as source } from '../zh/attention.ts';
import type { Translated } from '../translated.ts';

export const attention: Translated<typeof source> = {
  title: 'Needs attention',
  byDeadline: 'By deadline',
  empty: 'Nothing needs attention now',
  flyTo: 'Show on the map',
  iconRunning: 'Within its time',
  iconOverdue: 'Overdue',
  iconCorner: 'Many requests, few visits',
  iconDoor: 'Door to knock',
  iconUnaccepted: 'Not accepted',
};
