// The words of zh/time.ts in English.
import type { time as source } from '../zh/time.ts';
import type { Translated } from '../translated.ts';

export const time: Translated<typeof source> = {
  asOf: 'As of',
  staleSince: 'Stopped at',
  interrupted: 'silent for',
  reconnecting: 'reconnecting',
  stillRegister: 'You can still register',
  past: 'Figures of the past',
  playLastDays: 'Play 7 days',
  playing: 'Playback {{at}}',
  figuresOf: 'As of {{at}}',
  notLive: 'The instant of the link · not live',
  wholeDay: 'Not live · colours count the whole day',
  loadingDay: 'Not live · loading this day',
  backToLive: 'Back to live',
  grids: 'Grid lines',
  gridsThen: 'Grids of then',
  gridsNow: 'Grids of now',
  controls: 'Playback',
  play: 'Play',
  pause: 'Pause',
  stepBack: 'Day before',
  stepOn: 'Day after',
  fast: 'Fast ×4',
  line: 'Position',
  copyLink: 'Copy link',
  linkCopied: 'Link copied: it opens this moment',
  linkShown: 'Please copy this link',
  pick: 'Choose days',
  lastDays: 'Last {{days}} days',
};
