// The new requests of one day, for the pulses of a playback: place and category only.
import type { Access } from '#modules/access';
import type { Database } from '#platform/database/database';
import { sql } from '#platform/database/sql';
import { encodeId } from '#platform/ids';
import type { CellGeography } from './cells.ts';
import type { LiveEventView } from './live-frame.ts';

export async function readDayEvents(
  database: Database,
  access: Access,
  geography: CellGeography,
  from: Date,
  to: Date,
): Promise<LiveEventView[]> {
  const communityId = access.community.id;
  const rows = await database.read<{
    seq: number;
    at: number;
    entranceId: string;
    requestId: string;
    category: string | null;
  }>(
    access.scope,
    sql`
    select seq::float8 as seq, ms(at) as at, entrance_id as "entranceId", request_id as "requestId", data ->> 'category' as category
    from events where community_id = ${communityId} and kind = 'request.created'
      and at between ${from.toISOString()}::timestamptz and ${to.toISOString()}::timestamptz order by at limit 500`,
  );
  return rows.map((row) => {
    const entrance = geography.entrances[geography.indexOf.get(row.entranceId) ?? -1];
    return {
      seq: row.seq,
      kind: 'request.created',
      at: new Date(row.at),
      request: encodeId('ServiceRequest', communityId, row.requestId),
      entrance: encodeId('Entrance', communityId, row.entranceId),
      entranceMapId: entrance?.mapId ?? null,
      buildingMapId: entrance?.buildingMapId ?? null,
      gridMapId: entrance?.gridMapId ?? null,
      category: row.category,
      stage: 'REPORTED',
      outcome: null,
      dueAt: null,
    };
  });
}
