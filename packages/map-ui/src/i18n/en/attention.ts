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
  actionREMIND: 'Remind',
  actionREDISPATCH: 'Send elsewhere',
  actionDISPATCH: 'Send',
  actionOPEN: 'Open',
  actionOPEN_FLOORS: 'Open floors',
  actionPLAN_VISITS: 'Plan visits',
  timeREQUEST_OVERDUE: 'Overdue',
  timeDISPATCH_NOT_ACCEPTED: 'Not accepted for',
  timeREQUEST_OPEN: 'Left',
  timeDOOR_OVERDUE: 'Overdue',
  timeDOOR_DUE: 'Left',
  failed: 'The list was not updated',
  failedSafe: 'Map and figures go on',
  failedNext: 'It tries again by itself',
  allQuiet: 'Everything is within its time',
  titleThen: 'Needed attention then',
  emptyThen: 'Nothing needed attention then',
};
