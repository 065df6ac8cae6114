// Owns what is pointed at, wherever it is pointed at: map, list and chart highlight within one frame. Refuses selection:
// that is part of the address (view-state.ts).
import { createStore } from 'zustand/vanilla';
import { useStore } from 'zustand';
import type { ViewBy } from './view-url.ts';

/** An area by its mapId, or nothing. */
export type Hovered = { readonly kind: ViewBy; readonly mapId: number } | null;

const store = createStore<{ readonly hovered: Hovered }>(() => ({ hovered: null }));

/** Points at an area; null ends it. */
export function setHovered(hovered: Hovered): void {
  const before = store.getState().hovered;
  if (before?.kind === hovered?.kind && before?.mapId === hovered?.mapId) return;
  store.setState({ hovered });
}

/** Hears what is pointed at. @returns what ends the listening */
export function subscribeHovered(listener: (hovered: Hovered) => void): () => void {
  return store.subscribe(({ hovered }) => listener(hovered));
}

/** The mapId pointed at among one kind; null for none. */
export function useHovered(kind: ViewBy): number | null {
  return useStore(store, ({ hovered }) => (hovered?.kind === kind ? hovered.mapId : null));
}
