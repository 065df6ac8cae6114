// Owns invented frames for tests of the live stream. Never part of the product build.
import type { LiveArea, LiveEvent, LiveFrame } from './live-frames.ts';

/** An area with one figure. */
export function cell(mapId: number, value: number): LiveArea {
  return {
    id: `grid-${mapId}`,
    mapId,
    figures: [{ metric: 'NEW_REQUESTS', value, numerator: value, denominator: 100, n: 5, reason: null }],
  };
}

/** A visit without a place. */
export function event(seq: number): LiveEvent {
  return {
    seq,
    kind: 'visit.recorded',
    at: '2026-07-07T10:00:00Z',
    request: null,
    entrance: null,
    entranceMapId: null,
    buildingMapId: null,
    gridMapId: null,
    category: null,
    stage: null,
    outcome: 'MET',
    dueAt: null,
  };
}

/** A frame whose cursor is `c<seq>`. */
export function frame(part: {
  readonly kind: LiveFrame['kind'];
  readonly seq: number;
  readonly asOf?: string;
  readonly cells?: readonly LiveArea[];
  readonly events?: readonly LiveEvent[];
}): LiveFrame {
  const asOf = part.asOf ?? '2026-07-07T10:00:00Z';
  const figures = { openRequests: 0, overdueRequests: 0, doorsDue: 0, doorsMet: 0, doorsOverdue: 0 };
  return {
    kind: part.kind,
    cursor: `c${part.seq}`,
    seq: part.seq,
    asOf,
    windowStart: asOf,
    windowEnd: asOf,
    geographyVersion: 1,
    totals: { asOf, seq: part.seq, households: 1, residents: 1, ...figures },
    cells: (part.cells ?? []).map((area) => ({ ...area, figures: [...area.figures] })),
    events: [...(part.events ?? [])],
  };
}
