// Owns the one instant that everything on the page is true for: now, or the past that the map shows. Panels ask for it, so
// that no number of today stands beside a picture of last week.
import { useMemo } from 'react';
import { liveAreas, useLive } from '#api/live-store';
import { useServerNow } from '#api/server-clock';
import { BY } from './live-question.ts';
import { type ShownFigures, shownFigures, useShownFigures } from './map-port.ts';
import { getView, useView, type View, type ViewBy, type ViewWindow } from './view-state.ts';

/** Now; or a past of which `asOf` is the instant (ISO 8601), null until its figures are there. */
export interface ShownInstant {
  readonly live: boolean;
  readonly asOf: string | null;
}

/** Whether a view shows the past: from the click on, not only once its figures came. */
export function showsPast({ time, panel }: Pick<View, 'time' | 'panel'>): boolean {
  return time.kind !== 'live' || panel === 'playback';
}

/** The instant the page shows. */
export function useShownInstant(): ShownInstant {
  const past = useView(showsPast);
  const asOf = useShownFigures((figures) => figures?.asOf ?? null);
  return useMemo(() => ({ live: !past, asOf: past ? asOf : null }), [past, asOf]);
}

/** The window flows are counted in: a day played back is 24 hours, whatever the live view counts. */
export function useShownWindow(): ViewWindow {
  const chosen = useView((view) => view.window);
  return useShownFigures((figures) => figures?.window) ?? chosen;
}

/** Areas by mapId. */
export type ShownAreas = ShownFigures['areas'];

const NONE: ShownAreas = new Map();

/**
 * Figures on the page now: of the past as soon as it is asked for, never the live ones in its place.
 *
 * @param by the kind of area; empty while others are counted
 */
export function useShownAreas(by: ViewBy): ShownAreas {
  const past = useView(showsPast);
  const live = useLive((state) => liveAreas(BY[by], state));
  const shown = useShownFigures((figures) => (figures?.by === by ? figures.areas : undefined));
  return past ? (shown ?? NONE) : live;
}

/** The same outside React, null while the figures of a past that is asked for are not there. */
export function shownAreas(by: ViewBy): ShownAreas | null {
  if (!showsPast(getView())) return liveAreas(BY[by]);
  const shown = shownFigures();
  return shown && shown.by === by ? shown.areas : null;
}

/** Epoch milliseconds clocks of the page are read at: the server's now every second, or the past's instant. */
export function useShownNow(asOf: string | null): number {
  const now = useServerNow(1_000);
  return asOf === null ? now : Date.parse(asOf);
}
