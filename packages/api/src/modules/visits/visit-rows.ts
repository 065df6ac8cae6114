// Owns the rows of visits: visits and visitors in one statement, notes among the personal data in another.
// Refuses rules: what is written was decided before. Any number of rows travels as one JSON parameter.
import type { Transaction } from '#platform/database/database';
import { raw, sql, type Sql } from '#platform/database/sql';
import type { NewEvent } from '#platform/events/event';
import type { VisitOutcome } from './visit-cadence.ts';

export interface VisitRow {
  readonly id: string;
  readonly dwellingId: string;
  /** Null where nobody lived there at that time. */
  readonly householdId: string | null;
  readonly entranceId: string;
  /** The grid in force at that time. */
  readonly gridId: string;
  readonly outcome: VisitOutcome;
  readonly at: Date;
  readonly clientTime: Date | null;
  /** Account. */
  readonly recordedBy: string | null;
  /** People, without repetition. */
  readonly visitorIds: readonly string[];
  readonly note: string | null;
}

/** `rows` as a table expression `r`; `columns` is a record definition. */
export function recordset(rows: readonly object[], columns: string): Sql {
  return sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (${raw(columns)})`;
}

export async function insertVisits(tx: Transaction, visits: readonly VisitRow[]): Promise<void> {
  const visitors = visits.flatMap(({ id, visitorIds }) => visitorIds.map((personId) => ({ visitId: id, personId })));
  await tx.execute(sql`
    with stored as (
      insert into visits (community_id, id, dwelling_id, household_id, entrance_id, grid_id, outcome, at, client_time, recorded_by)
      select ${tx.communityId}::uuid, r.id, r."dwellingId", r."householdId", r."entranceId", r."gridId", r.outcome, r.at, r."clientTime", r."recordedBy"
      from ${recordset(
        visits.map(({ visitorIds: _visitors, note: _note, ...visit }) => visit),
        `id uuid, "dwellingId" uuid, "householdId" uuid, "entranceId" uuid, "gridId" uuid, outcome text, at timestamptz, "clientTime" timestamptz, "recordedBy" uuid`,
      )})
    insert into visit_visitors (community_id, visit_id, person_id)
    select ${tx.communityId}::uuid, r."visitId", r."personId" from ${recordset(visitors, `"visitId" uuid, "personId" uuid`)}`);
  await insertNotes(
    tx,
    visits.flatMap(({ id, note }) => (note === null ? [] : [{ id, note }])),
  );
}

/** Needs a personal scope. */
async function insertNotes(
  tx: Transaction,
  notes: readonly { readonly id: string; readonly note: string }[],
): Promise<void> {
  if (notes.length === 0) return;
  await tx.execute(sql`
    insert into visit_notes (community_id, visit_id, note)
    select ${tx.communityId}::uuid, r.id, r.note from ${recordset(notes, 'id uuid, note text')}`);
}

/** What the log says of a visit: where and with what outcome, never by whom. */
export function visitEvent({ at, entranceId, householdId, outcome }: VisitRow): NewEvent {
  return { kind: 'visit.recorded', at, entranceId, ...(householdId !== null && { householdId }), data: { outcome } };
}
