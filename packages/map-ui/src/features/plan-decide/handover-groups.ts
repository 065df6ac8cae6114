// Owns how hand-overs are listed: one group for each pair of workers, what waits first. Pure.
import type { Handover } from './plan-documents.ts';

/** What one worker gives another. */
export interface HandoverGroup {
  readonly key: string;
  readonly fromWorker: string;
  readonly fromGrid: number;
  readonly toWorker: string;
  readonly toGrid: number;
  readonly rows: readonly Handover[];
  /** Not accepted: the old worker answers for them. */
  readonly waiting: number;
  /** Ids of what waits for the viewer. */
  readonly acceptable: readonly string[];
}

const isWaiting = ({ acceptedAt }: Handover) => acceptedAt == null;

/** Groups with something for the viewer to accept first, then those that wait for others. O(n log n) */
export function handoverGroups(handovers: readonly Handover[]): HandoverGroup[] {
  const pairs = Map.groupBy(handovers, ({ fromGrid, fromWorker, toGrid, toWorker }) =>
    [fromGrid, fromWorker, toGrid, toWorker].join('|'),
  );
  return [...pairs]
    .flatMap(([key, rows]) => {
      const [first] = rows;
      if (!first) return [];
      const { fromWorker, fromGrid, toWorker, toGrid } = first;
      const waiting = rows.filter(isWaiting);
      const acceptable = waiting.filter(({ mine }) => mine).map(({ id }) => id);
      const sorted = rows.toSorted((one, other) => Number(isWaiting(other)) - Number(isWaiting(one)));
      return [{ key, fromWorker, fromGrid, toWorker, toGrid, rows: sorted, waiting: waiting.length, acceptable }];
    })
    .toSorted(
      (one, other) =>
        Number(other.acceptable.length > 0) - Number(one.acceptable.length > 0) ||
        Number(other.waiting > 0) - Number(one.waiting > 0) ||
        one.toGrid - other.toGrid ||
        one.fromGrid - other.fromGrid,
    );
}
