// Owns writing many past visits at once, each with the household and the grid of its time, and their events in order of time.
// Refuses doors that do not exist and times without a plan: then the unit of work writes nothing.
import type { Transaction } from '#platform/database/database';
import type { NewEvent } from '#platform/events/event';
import { newId } from '#platform/ids';
import type { VisitOutcome } from './visit-cadence.ts';
import { placesThen } from './visit-places.read.ts';
import { insertVisits, visitEvent, type VisitRow } from './visit-rows.ts';

export interface HistoricVisit {
  /** Made here unless given. */
  readonly id?: string;
  readonly dwellingId: string;
  readonly outcome: VisitOutcome;
  readonly at: Date;
  /** People; they must exist. */
  readonly visitorIds: readonly string[];
  /** Account. */
  readonly recordedBy: string | null;
  readonly note: string | null;
}

const BATCH = 2_000;

/**
 * Writes visits and records their events; 15,000 take about 2 s on PostgreSQL, 3 s of CPU on the embedded database. Needs a personal scope for notes.
 * @returns the events in order of time; they are recorded already unless `defer` is set, so that a caller can merge them
 * @throws RangeError for an unknown door, or a time without a plan in force
 */
export async function importHistory(
  tx: Transaction,
  visits: readonly HistoricVisit[],
  options: { readonly defer?: boolean } = {},
): Promise<readonly NewEvent[]> {
  const ordered = visits.toSorted((a, b) => a.at.getTime() - b.at.getTime());
  const events: NewEvent[] = [];
  for (let start = 0; start < ordered.length; start += BATCH) {
    const batch = ordered.slice(start, start + BATCH);
    const places = await placesThen(tx, batch);
    const rows = batch.map((visit, index): VisitRow => {
      const place = places[index];
      if (!place?.gridId) throw new RangeError(`no door, or no plan in force, at visit ${start + index}`);
      return {
        ...visit,
        ...place,
        gridId: place.gridId,
        id: visit.id ?? newId(),
        clientTime: null,
        visitorIds: [...new Set(visit.visitorIds)],
      };
    });
    await insertVisits(tx, rows);
    events.push(...rows.map(visitEvent));
  }
  if (!options.defer) for (const event of events) tx.record(event);
  return events;
}
