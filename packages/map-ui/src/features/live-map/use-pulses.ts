// Owns the marks of live events: a ring the moment one comes, a still clock while it is open, gone when it is closed.
import { useEffect, useRef } from 'react';
import { refresh, useData } from '#api/client';
import { graphql } from '#api/gql/index';
import { type LiveEvent, subscribeFrames } from '#api/live-store';
import { serverNow } from '#api/server-clock';
import type { MapView } from '#map/index';
import { subscribeShownFigures } from '#view/map-port';
import { openMarks } from './open-marks.ts';

const OpenMarks = graphql(`
  query OpenMarks($community: String!) {
    requests(community: $community, first: 100, filter: { open: true }) {
      edges {
        node {
          id
          title
          stage
          createdAt
          respondDueAt
          respondedAt
          dueAt
          entrance {
            id
            name
            building {
              mapId
            }
          }
          workOrders {
            id
            dispatchedAt
            answerDueAt
            acceptedAt
            finishedAt
          }
        }
      }
    }
  }
`);

/** How often clock rings move, milliseconds. */
const RING_MS = 5_000;

/** Keeps the map's marks equal to what is open. */
export function usePulses(view: MapView | null, community: string, allowed: boolean, playing: boolean): void {
  const { data } = useData(OpenMarks, { community }, { enabled: allowed, refetchMs: 60_000, keepPrevious: true });
  const seen = useRef(new Set<string>());
  const ended = useRef(new Set<string>());

  useEffect(() => {
    if (!view || playing) return undefined;
    return subscribeFrames(({ fresh }) => {
      for (const event of fresh) apply(view, event, seen.current, ended.current);
      if (fresh.some(({ kind }) => kind.startsWith('request.'))) void refresh(OpenMarks);
    });
  }, [view, playing]);

  useEffect(() => {
    if (!view || playing || !data) return undefined;
    const shown = new Set<string>();
    const draw = () => {
      const marks = openMarks(
        // The answer may be older than the event that ended one.
        data.requests.edges.map(({ node }) => node).filter(({ id }) => !ended.current.has(id)),
        seen.current,
        serverNow(),
      );
      const ids = new Set(marks.map(({ id }) => id));
      for (const id of shown) if (!ids.has(id)) view.clearPulse(id);
      for (const mark of marks) view.pulse(mark);
      shown.clear();
      for (const id of ids) shown.add(id);
    };
    draw();
    const timer = setInterval(draw, RING_MS);
    return () => {
      clearInterval(timer);
      for (const id of shown) if (!data.requests.edges.some(({ node }) => node.id === id)) view.clearPulse(id);
    };
  }, [view, data, playing]);

  useEffect(() => {
    if (!view || !playing) return undefined;
    const known = seen.current;
    const gone = ended.current;
    view.clearPulse();
    const stop = subscribeShownFigures((figures) => {
      for (const event of figures?.events ?? []) apply(view, event, known, gone);
    });
    return () => {
      stop();
      view.clearPulse();
      known.clear();
      gone.clear();
    };
  }, [view, playing]);
}

function apply(view: MapView, event: LiveEvent, seen: Set<string>, ended: Set<string>): void {
  const { kind, request, buildingMapId } = event;
  if (request === null || request === undefined) return;
  if (kind === 'request.closed') {
    seen.delete(request);
    ended.add(request);
    view.clearPulse(request);
  } else if ((kind === 'request.created' || kind === 'request.reopened') && buildingMapId) {
    seen.add(request);
    ended.delete(request);
    view.pulse({ id: request, buildingMapId, remainingShare: 1 });
  }
}
