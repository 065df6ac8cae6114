// Owns the counts of a building: those of its entrances, added. Pure. Refuses figures per 100 households of one entrance:
// too few doors to mean anything.
import type { EntranceCountsQuery } from '#api/gql/graphql';

/** Counts of one entrance or of several. */
export interface PlaceCounts {
  readonly newRequests: number;
  readonly visits: number;
  readonly open: number;
  readonly overdue: number;
  readonly due: number;
  readonly doorsOverdue: number;
}

const NAMES = ['newRequests', 'visits', 'open', 'overdue', 'due', 'doorsOverdue'] as const;

/** Counts by the entrance's id. O(entrances of the community). */
export function countsByEntrance(answer: EntranceCountsQuery): ReadonlyMap<string, PlaceCounts> {
  const counts = new Map<string, PlaceCounts>();
  for (const name of NAMES) {
    for (const { id, numerator } of answer[name].cells) {
      counts.set(id, { ...(counts.get(id) ?? NOTHING), [name]: numerator });
    }
  }
  return counts;
}

const NOTHING: PlaceCounts = { newRequests: 0, visits: 0, open: 0, overdue: 0, due: 0, doorsOverdue: 0 };

/** The sum over entrances; null while one of them is unknown, so that a part never passes for the whole. */
export function sumCounts(ids: readonly string[], counts: ReadonlyMap<string, PlaceCounts>): PlaceCounts | null {
  let sum = NOTHING;
  for (const id of ids) {
    const one = counts.get(id);
    if (!one) return null;
    sum = {
      newRequests: sum.newRequests + one.newRequests,
      visits: sum.visits + one.visits,
      open: sum.open + one.open,
      overdue: sum.overdue + one.overdue,
      due: sum.due + one.due,
      doorsOverdue: sum.doorsOverdue + one.doorsOverdue,
    };
  }
  return sum;
}
