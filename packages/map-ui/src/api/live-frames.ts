// Owns what is known after each live frame: snapshot, changes, resume. Pure; refuses sockets, timers and React.
import type { LiveSubscription } from './gql/graphql.ts';

/** One frame as the server sends it. */
export type LiveFrame = LiveSubscription['live'];
/** One figure of one area. */
export type Figure = LiveFrame['cells'][number]['figures'][number];
/** What happened: ids and codes only. */
export type LiveEvent = LiveFrame['events'][number];
/** The strip's figures. */
export type Totals = LiveFrame['totals'];
/** Opaque id and figures of one area. */
export interface LiveArea {
  readonly id: string;
  readonly mapId: number;
  readonly figures: readonly Figure[];
}

/** What the live stream has said so far. */
export interface LiveKnowledge {
  /** Pass as `after` to go on without loss; null asks for a snapshot. */
  readonly cursor: string | null;
  readonly seq: number;
  readonly asOf: string | null;
  readonly windowStart: string | null;
  readonly windowEnd: string | null;
  readonly totals: Totals | null;
  readonly geographyVersion: number | null;
  /** By mapId. A new map whenever a figure changed. */
  readonly areas: ReadonlyMap<number, LiveArea>;
  /** The last events, oldest first, at most `EVENTS_KEPT`. */
  readonly events: readonly LiveEvent[];
}

export const EVENTS_KEPT = 200;

export const NOTHING_KNOWN: LiveKnowledge = {
  cursor: null,
  seq: -1,
  asOf: null,
  windowStart: null,
  windowEnd: null,
  totals: null,
  geographyVersion: null,
  areas: new Map(),
  events: [],
};

/**
 * Knowledge after one more frame, and the events that are new in it. A snapshot replaces; changes overwrite by mapId;
 * a heartbeat moves the clock only. An event told twice (resume) counts once. O(cells + events of the frame), plus a
 * copy of the map when a cell changed.
 */
export function foldFrame(
  before: LiveKnowledge,
  frame: LiveFrame,
): { readonly knowledge: LiveKnowledge; readonly fresh: readonly LiveEvent[] } {
  const snapshot = frame.kind === 'SNAPSHOT';
  // A snapshot of a log that is younger than what is known (restored, another demo) starts the count again.
  const knownSeq = snapshot && frame.seq < before.seq ? -1 : before.seq;
  const fresh = frame.events.filter((event) => event.seq > knownSeq);
  const events = fresh.length === 0 ? before.events : [...before.events, ...fresh].slice(-EVENTS_KEPT);
  return {
    fresh,
    knowledge: {
      cursor: frame.cursor,
      seq: snapshot ? frame.seq : Math.max(before.seq, frame.seq),
      asOf: frame.asOf,
      windowStart: frame.windowStart,
      windowEnd: frame.windowEnd,
      totals: frame.totals,
      geographyVersion: frame.geographyVersion,
      areas: foldAreas(before.areas, frame),
      events,
    },
  };
}

function foldAreas(before: LiveKnowledge['areas'], { kind, cells }: LiveFrame): LiveKnowledge['areas'] {
  if (kind !== 'SNAPSHOT' && cells.length === 0) return before;
  const areas = new Map(kind === 'SNAPSHOT' ? [] : before);
  for (const cell of cells) areas.set(cell.mapId, cell);
  return areas;
}
