// Owns the way from panels to the map without knowing it: fly there, fit all, show other figures than the live ones
// (playback). Refuses MapLibre: the live map listens.
import { createStore } from 'zustand/vanilla';
import { useStore } from 'zustand';
import type { Figure, LiveEvent } from '#api/live-store';
import type { ViewBy, ViewWindow } from './view-url.ts';

/** A place to go to. */
export type FlyTarget = { readonly kind: ViewBy; readonly id: string } | { readonly kind: 'all' };

/** Figures of another time, shown in the place of the live ones. */
export interface ShownFigures {
  readonly by: ViewBy;
  /** Instant the figures are true for, ISO 8601. */
  readonly asOf: string;
  readonly areas: ReadonlyMap<
    number,
    { readonly id: string; readonly mapId: number; readonly figures: readonly Figure[] }
  >;
  /** Window the flows were counted in: a day played back is H24 whatever the live view counts. Breaks follow it. */
  readonly window: ViewWindow;
  /** Events to pulse now. */
  readonly events: readonly LiveEvent[];
  /** Instant of the plan to draw, ISO 8601; null: the one in force. */
  readonly validAt: string | null;
}

const flights = new Set<(target: FlyTarget) => void>();
const shown = createStore<{ readonly figures: ShownFigures | null }>(() => ({ figures: null }));

/** Asks the map to go somewhere. */
export function flyTo(target: FlyTarget): void {
  for (const fly of flights) fly(target);
}

/** Hears where to go. @returns what ends the listening */
export function subscribeFlights(listener: (target: FlyTarget) => void): () => void {
  flights.add(listener);
  return () => flights.delete(listener);
}

/** Shows figures of another time; null goes back to the live ones. */
export function showFigures(figures: ShownFigures | null): void {
  shown.setState({ figures });
}

/** Hears the figures of another time. @returns what ends the listening */
export function subscribeShownFigures(listener: (figures: ShownFigures | null) => void): () => void {
  return shown.subscribe(({ figures }) => listener(figures));
}

/** Figures of another time now, or null. */
export const shownFigures = (): ShownFigures | null => shown.getState().figures;

/** A slice of the figures of another time. */
export function useShownFigures<Slice>(select: (figures: ShownFigures | null) => Slice): Slice {
  return useStore(shown, ({ figures }) => select(figures));
}
