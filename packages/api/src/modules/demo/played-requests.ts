// Owns which happenings the simulator has played already, and under which id a played request lives: a service gives its own
// ids, so the log of client events is the only link. It makes a fill safe to repeat after a kill between playing and marking.
// Refuses to remember more than is asked: ids of the span in question only.
import type { Database } from '#platform/database/database';
import { SYSTEM } from '#platform/database/scope';
import { sql } from '#platform/database/sql';
import type { Happening } from './world/happening-types.ts';

/** Client event id → id of the request that it made; null for other happenings. */
export type Played = ReadonlyMap<string, string | null>;

export async function readPlayed(
  database: Database,
  communityId: string,
  happenings: readonly Happening[],
): Promise<Played> {
  if (happenings.length === 0) return new Map();
  const rows = await database.read<{ clientEventId: string; requestId: string | null }>(
    SYSTEM,
    sql`
    select client_event_id as "clientEventId", case when operation = 'createRequest' then result ->> 'id' end as "requestId"
    from client_events where community_id = ${communityId}::uuid and client_event_id = any(${happenings.map((each) => each.clientEventId)}::uuid[])`,
  );
  return new Map(rows.map(({ clientEventId, requestId }) => [clientEventId, requestId]));
}

/** Ids of played requests by the world's ids. */
export function playedRequestIds(happenings: readonly Happening[], played: Played): Map<string, string> {
  const ids = new Map<string, string>();
  for (const each of happenings) {
    const real = each.happening === 'REQUEST_REPORTED' ? played.get(each.clientEventId) : null;
    if (each.happening === 'REQUEST_REPORTED' && real) ids.set(each.requestId, real);
  }
  return ids;
}
