// Owns one attempt to hear the live stream over graphql-transport-ws. Refuses retrying and folding (live-store.ts).
import { createClient } from 'graphql-ws';
import { graphql } from './gql/index.ts';
import type { LiveSubscription, LiveSubscriptionVariables } from './gql/graphql.ts';
import type { LiveFrame } from './live-frames.ts';

/** Of a frame, and of a day played back. */
graphql(`
  fragment LiveCellParts on LiveCell {
    id
    mapId
    figures {
      metric
      value
      numerator
      denominator
      n
      reason
    }
  }
`);

graphql(`
  fragment LiveEventParts on LiveEvent {
    seq
    kind
    at
    request
    entrance
    entranceMapId
    buildingMapId
    gridMapId
    category
    stage
    outcome
    dueAt
  }
`);

const LIVE = graphql(`
  subscription Live(
    $community: String!
    $by: By!
    $metrics: [Metric!]!
    $window: Window!
    $normalise: Normalise!
    $after: String
  ) {
    live(community: $community, by: $by, metrics: $metrics, window: $window, normalise: $normalise, after: $after) {
      kind
      cursor
      asOf
      windowStart
      windowEnd
      seq
      geographyVersion
      totals {
        ...AllTotals
      }
      cells {
        ...LiveCellParts
      }
      events {
        ...LiveEventParts
      }
    }
  }
`);

/** What is heard. `refused`: the server understood and said no; `ended`: the line is gone, or it restarts. */
export interface LiveSink {
  readonly frame: (frame: LiveFrame) => void;
  readonly refused: (code: string) => void;
  readonly ended: () => void;
}

/** Close codes after which asking again the same way is useless. */
const FORBIDDEN_CODES = new Set([4400, 4401, 4403, 4406]);

/** Opens a socket for one question. @returns what closes it; nothing is heard afterwards */
export function connectLive(variables: LiveSubscriptionVariables, sink: LiveSink): () => void {
  let open = true;
  const once = (tell: () => void) => {
    if (!open) return;
    open = false;
    tell();
  };
  const client = createClient({
    url: `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/graphql`,
    lazy: true,
    retryAttempts: 0,
    connectionAckWaitTimeout: 5_000,
  });
  client.subscribe<LiveSubscription>(
    { query: LIVE.toString(), variables: { ...variables } },
    {
      next: ({ data, errors }) => {
        if (!open) return;
        if (errors && errors.length > 0) return once(() => sink.refused(codeOf(errors[0])));
        if (data) sink.frame(data.live);
      },
      error: (error) => once(() => (Array.isArray(error) ? sink.refused(codeOf(error[0])) : closed(error, sink))),
      complete: () => once(sink.ended),
    },
  );
  return () => {
    open = false;
    client.terminate();
  };
}

function closed(event: unknown, sink: LiveSink): void {
  const code = typeof event === 'object' && event !== null && 'code' in event ? event.code : undefined;
  if (typeof code === 'number' && FORBIDDEN_CODES.has(code)) sink.refused('UNAUTHENTICATED');
  else sink.ended();
}

function codeOf(error: unknown): string {
  const { extensions } = (error ?? {}) as { extensions?: { code?: unknown } };
  return typeof extensions?.code === 'string' ? extensions.code : 'INTERNAL';
}
