// The words of zh/requests.ts in English.
import type { requests as source } from '../zh/requests.ts';
import type { Translated } from '../translated.ts';

export const requests: Translated<typeof source> = {
  stages: 'Stages',
  stageREPORTED: 'Reported',
  stageACCEPTED: 'Accepted',
  stageFILED: 'Case opened',
  stageDISPATCHED: 'Dispatched',
  stageIN_PROGRESS: 'In progress',
  stageREPORTED_BACK: 'Reported back',
  stageVERIFIED: 'Verified',
  stageCLOSED: 'Closed',
  register: 'Register',
  empty: 'No requests yet',
  stageDone: '{{stage}}, done',
  stageCurrent: '{{stage}}, current',
  stageNext: '{{stage}}, not started',
};
