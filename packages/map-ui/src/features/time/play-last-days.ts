// Owns the quickest way into the past: the last seven days, playing.
import { serverNow } from '#api/server-clock';
import { setView } from '#view/view-state';
import { wantAutoplay } from './autoplay.ts';
import { dayOf, lastDays } from './community-day.ts';

const PLAYED_DAYS = 7;

/** Plays them. One step of the history, so that back leads to the live map. */
export function playLastDays(timeZone: string): void {
  wantAutoplay();
  const time = { kind: 'range' as const, ...lastDays(dayOf(serverNow(), timeZone), PLAYED_DAYS) };
  setView({ time, panel: 'attention' }, { replace: true });
}
