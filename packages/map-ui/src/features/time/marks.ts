// Owns which new requests stand on the map at an instant of a playback, and what changed since. Pure.
import type { PastDay } from '#api/past-figures';
import type { LiveEvent } from '#api/live-store';

/** The day's new requests that had come by an instant. O(events). */
export function eventsUntil(day: Pick<PastDay, 'events'>, atMs: number): LiveEvent[] {
  return day.events.filter(({ kind, at }) => kind === 'request.created' && Date.parse(at) <= atMs);
}

/** What the map has to be told to go from one set of marks to another: those gone are closed, those new created. */
export function markChanges(before: readonly LiveEvent[], after: readonly LiveEvent[]): LiveEvent[] {
  const keep = new Set(after.map(({ request }) => request));
  const known = new Set(before.map(({ request }) => request));
  const gone = before
    .filter(({ request }) => !keep.has(request))
    .map((event) => ({ ...event, kind: 'request.closed' }));
  return [...gone, ...after.filter(({ request }) => !known.has(request))];
}
