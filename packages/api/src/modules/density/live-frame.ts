// What subscribers receive, in the contract's shape. Frames are shared objects: equal subscriptions get the same one.
import type { By, Figure, Metric, Normalise, Totals } from './metric.ts';
import type { Window } from '#platform/time/zoned-time';

export interface LiveCell {
  readonly id: string;
  readonly mapId: number;
  readonly figures: readonly Figure[];
}

export interface LiveEventView {
  readonly seq: number;
  readonly kind: string;
  readonly at: Date;
  readonly request: string | null;
  readonly entrance: string | null;
  readonly entranceMapId: number | null;
  readonly buildingMapId: number | null;
  readonly gridMapId: number | null;
  readonly category: string | null;
  readonly stage: string | null;
  readonly outcome: string | null;
  readonly dueAt: Date | null;
}

export interface LiveFrame {
  readonly kind: 'SNAPSHOT' | 'CHANGES' | 'HEARTBEAT';
  readonly cursor: string;
  readonly asOf: Date;
  readonly windowStart: Date;
  readonly windowEnd: Date;
  readonly seq: number;
  readonly totals: Totals & { readonly asOf: Date; readonly seq: number };
  readonly cells: readonly LiveCell[];
  readonly events: readonly LiveEventView[];
  readonly geographyVersion: number;
}

/** What a subscription asks; equal questions form one group. */
export interface LiveQuestion {
  readonly communityId: string;
  readonly by: By;
  readonly metrics: readonly Metric[];
  readonly window: Window;
  readonly normalise: Normalise;
}

export function questionKey(question: LiveQuestion): string {
  return JSON.stringify([question.communityId, question.by, question.metrics, question.window, question.normalise]);
}

/** For a slow reader: one frame that says what two said, the later figures winning, no event lost. */
export function mergeFrames(earlier: LiveFrame, later: LiveFrame): LiveFrame {
  if (later.kind === 'SNAPSHOT') return later;
  const cells = new Map(earlier.cells.map((cell) => [cell.mapId, cell]));
  for (const cell of later.cells) cells.set(cell.mapId, cell);
  const kind =
    earlier.kind === 'SNAPSHOT'
      ? 'SNAPSHOT'
      : cells.size > 0 || earlier.events.length + later.events.length > 0
        ? 'CHANGES'
        : 'HEARTBEAT';
  return { ...later, kind, cells: [...cells.values()], events: [...earlier.events, ...later.events] };
}
