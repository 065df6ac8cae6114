// Owns the page's one live stream. React reads small slices with `useLive`; the map listens to frames past React.
import { useStore } from 'zustand';
import type { By } from './gql/graphql.ts';
import { connectLive } from './live-connection.ts';
import type { LiveArea } from './live-frames.ts';
import { createLiveMachine, type LiveState } from './live-machine.ts';

export type { Figure, LiveArea, LiveEvent, LiveFrame, Totals } from './live-frames.ts';
export { type HeardFrame, type LiveConnection, type LiveQuestion, type LiveState } from './live-machine.ts';

/** The stream: `start(question)`, `stop()`, `subscribeFrames(listener)`, `store`. */
export const live = createLiveMachine({
  connect: connectLive,
  now: () => performance.now(),
  later: (run, delayMs) => {
    const timer = setTimeout(run, delayMs);
    return () => clearTimeout(timer);
  },
  random: Math.random,
});

/** Hears every frame. @returns what ends the listening */
export const { subscribeFrames } = live;

/** A slice of the stream's state; keep it small: it is compared after every frame. */
export function useLive<Slice>(select: (state: LiveState) => Slice): Slice {
  return useStore(live.store, select);
}

/** True while figures may be wrong: silence of 5 s, or the server refuses. */
export function useStale(): boolean {
  return useLive(({ connection }) => connection === 'stale' || connection === 'lost');
}

const NO_AREAS: ReadonlyMap<number, LiveArea> = new Map();

/** Live areas by mapId when the stream counts by this kind of area; empty while it counts by another. */
export function liveAreas(by: By, state: LiveState = live.store.getState()): ReadonlyMap<number, LiveArea> {
  return state.answered?.by === by ? state.areas : NO_AREAS;
}
