// Use case: knocks at one or many doors, by one or more visitors, in one unit of work: a few statements whatever the number.
// Refuses doors outside the caller's reach (they look absent), a door twice, and a device whose clock runs ahead.
import type { Access } from '#modules/access';
import type { Database, Transaction } from '#platform/database/database';
import { AppError } from '#platform/errors';
import { once } from '#platform/events/once';
import { newId } from '#platform/ids';
import { doorReach, reaches } from './visit.policy.ts';
import { type CheckedVisits, checkVisits, type RecordVisits } from './visit-input.ts';
import { placesNow } from './visit-places.read.ts';
import { insertVisits, visitEvent, type VisitRow } from './visit-rows.ts';

/** Uuids, in the order of the input. */
export interface RecordedVisits {
  readonly visitIds: readonly string[];
  readonly dwellingIds: readonly string[];
  /** Of the last door: where the visitors stand now. */
  readonly entranceId: string;
}

/**
 * All visits carry the server's instant; the device's time is kept beside it. A repetition with the same clientEventId
 * answers the first result and writes nothing.
 * @param now the server's instant of the call
 * @throws AppError NOT_FOUND, IDEMPOTENCY_MISMATCH and those of {@link checkVisits}; then nothing is written
 */
export function recordVisits(
  database: Database,
  access: Access,
  input: RecordVisits,
  now: Date,
): Promise<RecordedVisits> {
  const checked = checkVisits(access.community.id, input, now);
  const unit = { scope: access.scope, communityId: access.community.id, actorId: access.actor.accountId, now };
  return database.write(unit, (tx) =>
    once(tx, { clientEventId: input.clientEventId, operation: 'recordVisits', body: input }, async () => {
      const rows = await rowsOf(tx, access, checked);
      await insertVisits(tx, rows);
      for (const row of rows) tx.record(visitEvent(row));
      return {
        visitIds: rows.map((row) => row.id),
        dwellingIds: rows.map((row) => row.dwellingId),
        entranceId: rows.at(-1)?.entranceId ?? '',
      };
    }),
  );
}

async function rowsOf(
  tx: Transaction,
  access: Access,
  { knocks, visitorIds, clientTime }: CheckedVisits,
): Promise<readonly VisitRow[]> {
  const reach = doorReach(access);
  const found = await placesNow(
    tx,
    knocks.map((knock) => knock.dwellingId),
    visitorIds,
    reach.personIds,
  );
  const unknown = visitorIds.findIndex((id) => !found.visitorIds.has(id));
  const visitors = visitorIds.length > 0 ? visitorIds : ownPerson(access);
  const rows = knocks.map((knock, index): VisitRow => {
    const place = found.places.get(knock.dwellingId);
    if (!place?.gridId || !(place.held || reaches(reach, place.gridId)))
      throw new AppError('NOT_FOUND', {}, `input.visits[${index}].dwelling`);
    return {
      ...knock,
      ...place,
      gridId: place.gridId,
      id: newId(),
      at: tx.now,
      clientTime,
      recordedBy: access.actor.accountId,
      visitorIds: visitors,
    };
  });
  // After the doors: whoever may not know a door learns nothing from this either.
  if (unknown >= 0) throw new AppError('NOT_FOUND', {}, `input.visitors[${unknown}]`);
  return rows;
}

function ownPerson({ actor, community }: Access): readonly string[] {
  return actor.memberships
    .flatMap(({ communityId, personId }) => (communityId === community.id && personId ? [personId] : []))
    .slice(0, 1);
}
